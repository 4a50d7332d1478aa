import datetime as dt
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from graphkit.cypher import projection_of
from graphkit.cypher.model import Key, Projection
from graphkit.cypher.names import GRAPH, GRAPHS, RESERVED, TYPES, local_name, property_names, relationship_type
from graphkit.cypher.projection import project
from graphkit.cypher.values import cell, language
from graphkit.graph.store import Store
from graphkit.graph.vocabulary import HW, OWL, RDF, SKOS, XSD

BASE = "https://example.org/hwb/id/"
GRAPH_NAME = NamedNode(BASE + "document/minutes")
TYPE = NamedNode(RDF + "type")
ACTION = BASE + "action/minutes/1"
PARTY = BASE + "party/northmere-council"


def quad(subject: str, predicate: str, value: Any, graph: NamedNode = GRAPH_NAME) -> Quad:
    return Quad(NamedNode(subject), NamedNode(predicate), value, graph)


def stated(quads: list[Quad]) -> set[tuple[object, ...]]:
    """Every quad as a projection can say it: the graph of a class or literal is kept with its node only."""
    found: set[tuple[object, ...]] = set()
    for each in quads:
        subject, predicate, value = str(each.subject), each.predicate.value, each.object
        subject = each.subject.value if isinstance(each.subject, NamedNode) else subject
        graph = each.graph_name.value if isinstance(each.graph_name, NamedNode) else ""
        if isinstance(value, Literal):
            read = cell(value)
            found |= {("value", subject, predicate, language(value), read.value, read.datatype), ("in", subject, graph)}
        elif predicate == TYPE.value and isinstance(value, NamedNode):
            name = local_name(value.value) if value.value.startswith(HW) else value.value
            found |= {("class", subject, name), ("in", subject, graph)}
        else:
            end = value.value if isinstance(value, NamedNode) else str(value)
            found.add(("link", subject, predicate, end, graph))
    return found


def said(projection: Projection, quads: list[Quad]) -> set[tuple[object, ...]]:
    """The same, read back from nodes and relationships alone (and the list of predicates, which names properties)."""
    predicates = {each.predicate.value for each in quads if isinstance(each.object, Literal)}
    by_name = {name: predicate for predicate, name in property_names(predicates).items()}
    found: set[tuple[object, ...]] = set()
    for iri, node in projection.nodes.items():
        found |= {("class", iri, label) for label in node.labels if label != "Resource"}
        found |= {("class", iri, name) for name in listed(node.properties.get(TYPES))}
        found |= {("in", iri, name) for name in listed(node.properties.get(GRAPHS))}
        for name, values in node.properties.items():
            if name in RESERVED or name.endswith("_datatype") or f"{name}_all" in node.properties:
                continue
            stem, _, tag = name.removesuffix("_all").rpartition("_")
            predicate, tag = (by_name[stem], tag) if stem in by_name else (by_name[name.removesuffix("_all")], "")
            datatypes = listed(node.properties.get(f"{name.removesuffix('_all')}_datatype"))
            for place, value in enumerate(listed(values)):
                found.add(("value", iri, predicate, tag, value, datatypes[place] if datatypes else ""))
    for key, link in projection.relationships.items():
        assert link.type == relationship_type(key.predicate)
        found |= {("link", *key, name) for name in listed(link.properties[GRAPH])}
    return found


def listed(value: object) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def test_every_quad_of_the_store_can_be_read_back(small: Store) -> None:
    quads = list(small.quads())
    assert said(projection_of(small), quads) == stated(quads)


def test_the_log_is_left_out(small: Store) -> None:
    assert not [iri for iri in projection_of(small).nodes if "change" in iri]
    other = quad(ACTION, HW + "text", Literal("x"), NamedNode(BASE + "graph/log"))
    assert project([other], {BASE + "graph/log"}).nodes == {}


def test_nodes_carry_the_labels_of_classes_above_theirs() -> None:
    above = [
        quad(HW + "Board", "http://www.w3.org/2000/01/rdf-schema#subClassOf", NamedNode(HW + "Organization")),
        quad(HW + "Organization", "http://www.w3.org/2000/01/rdf-schema#subClassOf", NamedNode(HW + "Party")),
    ]
    board = quad(PARTY, TYPE.value, NamedNode(HW + "Board"))
    foreign = quad(PARTY, TYPE.value, NamedNode("http://www.w3.org/ns/org#OrganizationalCollaboration"))
    node = project([*above, board, foreign]).nodes[PARTY]
    assert node.labels == ("Board", "Organization", "Party", "Resource")
    assert node.properties[TYPES] == ["http://www.w3.org/ns/org#OrganizationalCollaboration"]


def test_role_relationships_carry_the_surest_basis_and_count_the_evidence(small: Store) -> None:
    projection = projection_of(small)
    pilot = BASE + "action/minutes/2024-03-14/r3"
    link = projection.relationships[Key(pilot, HW + "responsibleParty", BASE + "party/nwpt")]
    assert link.type == "RESPONSIBLE_PARTY"
    assert {name: link.properties[name] for name in ("basis", "confidence", "evidenceCount")} == {
        "basis": "host",
        "confidence": 0.7,
        "evidenceCount": 1,
    }
    assert link.properties[GRAPH] == [BASE + "document/minutes/2024-03-14"]


def test_several_participations_in_one_role_are_summed() -> None:
    quads = [quad(ACTION, HW + "deliverer", NamedNode(PARTY))]
    for number, (basis, confidence) in enumerate((("inherited", "0.6"), ("explicit", "0.8"), ("explicit", "0.8"))):
        part = f"{BASE}participation/{number}"
        for predicate, value in (
            ("subject", NamedNode(ACTION)),
            ("predicate", NamedNode(HW + "deliverer")),
            ("object", NamedNode(PARTY)),
            ("basis", NamedNode(f"https://example.org/hwb/basis/{basis}")),
            ("evidence", NamedNode(f"{BASE}evidence/{min(number, 1)}")),
            ("confidence", Literal(confidence, datatype=NamedNode(XSD + "decimal"))),
        ):
            quads.append(quad(part, HW + predicate, value))
    link = project(quads).relationships[Key(ACTION, HW + "deliverer", PARTY)]
    assert (link.properties["basis"], link.properties["confidence"], link.properties["evidenceCount"]) == (
        "explicit",
        0.8,
        2,
    )


def test_a_functional_property_is_one_value_and_others_are_sorted_lists() -> None:
    functional = quad(HW + "ref", TYPE.value, NamedNode(OWL + "FunctionalProperty"))
    quads = [functional, quad(ACTION, HW + "ref", Literal("5")), quad(PARTY, SKOS + "altLabel", Literal("the Council"))]
    quads.append(quad(PARTY, SKOS + "altLabel", Literal("NCC")))
    nodes = project(quads).nodes
    assert nodes[ACTION].properties["ref"] == "5"
    assert nodes[PARTY].properties["altLabel"] == ["NCC", "the Council"]
    twice = project([*quads, quad(ACTION, HW + "ref", Literal("4"))]).nodes[ACTION].properties
    assert (twice["ref"], twice["ref_all"]) == ("4", ["4", "5"])


def test_other_languages_and_unknown_datatypes_have_their_place() -> None:
    label = [
        quad(PARTY, SKOS + "prefLabel", Literal("Health", language="en")),
        quad(PARTY, SKOS + "prefLabel", Literal("Iechyd", language="cy")),
        quad(PARTY, HW + "due", Literal("2024", datatype=NamedNode(XSD + "gYear"))),
        quad(PARTY, HW + "day", Literal("2024-02-29", datatype=NamedNode(XSD + "date"))),
        quad(PARTY, HW + "code", Literal("x", datatype=NamedNode("urn:code"))),
        quad(PARTY, HW + "mixed", Literal("5", datatype=NamedNode(XSD + "integer"))),
        quad(PARTY, HW + "mixed", Literal("five")),
        quad(PARTY, HW + "huge", Literal("9" * 40, datatype=NamedNode(XSD + "integer"))),
        quad(PARTY, HW + "never", Literal("2023-02-29", datatype=NamedNode(XSD + "date"))),
    ]
    properties = project(label).nodes[PARTY].properties
    assert properties["prefLabel"] == ["Health"]
    assert properties["prefLabel_cy"] == ["Iechyd"]
    assert (properties["due"], properties["due_datatype"]) == (["2024"], ["xsd:gYear"])
    assert properties["day"] == [dt.date(2024, 2, 29)]
    assert (properties["code"], properties["code_datatype"]) == (["x"], ["urn:code"])
    assert (properties["mixed"], properties["mixed_datatype"]) == (["5", "five"], ["xsd:integer", "xsd:string"])
    assert (properties["huge"], properties["huge_datatype"]) == (["9" * 40], ["xsd:integer"])
    assert (properties["never"], properties["never_datatype"]) == (["2023-02-29"], ["xsd:date"])


def test_predicates_with_one_local_name_get_two_property_names() -> None:
    names = property_names(["http://purl.org/dc/terms/text", HW + "text", HW + "iri", "urn:x/graphs"])
    assert names[HW + "text"] == "text"
    assert names["http://purl.org/dc/terms/text"] == "dcterms_text"
    assert len({*names.values(), *RESERVED}) == len(names) + len(RESERVED)


def test_names_of_relationships() -> None:
    assert relationship_type(HW + "responsibleParty") == "RESPONSIBLE_PARTY"
    assert relationship_type("http://purl.org/dc/terms/isPartOf") == "IS_PART_OF"
    assert relationship_type("urn:x#GSSCode`) DETACH DELETE (n") == "GSS_CODE___DETACH_DELETE__N"


LITERALS = st.one_of(
    st.text(max_size=8).map(Literal),
    st.integers(-(2**70), 2**70).map(lambda number: Literal(str(number), datatype=NamedNode(XSD + "integer"))),
    st.sampled_from(["0.5", "0.50", "-1", "x", "NaN"]).map(
        lambda text: Literal(text, datatype=NamedNode(XSD + "decimal"))
    ),
    st.sampled_from(["2024-01-01", "2024-13-01", "2024-01-01Z", "-0001-01-01"]).map(
        lambda text: Literal(text, datatype=NamedNode(XSD + "date"))
    ),
    st.sampled_from(["true", "0", "maybe"]).map(lambda text: Literal(text, datatype=NamedNode(XSD + "boolean"))),
    st.sampled_from(["cy", "en", "en-GB", "zh-Hant"]).map(lambda tag: Literal("x", language=tag)),
)
THINGS = st.sampled_from([f"urn:n:{letter}" for letter in "abc"])
QUADS = st.lists(
    st.builds(
        lambda subject, predicate, value, graph: quad(subject, predicate, value, NamedNode(graph)),
        THINGS,
        st.sampled_from([HW + "text", HW + "order", "urn:x/text", SKOS + "broader"]),
        st.one_of(LITERALS, THINGS.map(NamedNode), st.just(BlankNode("b"))),
        st.sampled_from(["urn:g:1", "urn:g:2"]),
    ),
    max_size=30,
)


@given(QUADS, st.randoms(use_true_random=False))
def test_any_quads_give_flat_properties_of_one_type_in_whatever_order(quads: list[Quad], random: Any) -> None:
    projection = project(quads)
    for node in projection.nodes.values():
        for values in node.properties.values():
            assert len({type(value) for value in listed(values)}) == 1
            assert not any(isinstance(value, list) for value in listed(values))
    for key in projection.relationships:
        assert {key.start, key.end} <= projection.nodes.keys()
    literals = Counter((str(each.subject), each.predicate) for each in quads if isinstance(each.object, Literal))
    assert bool(literals) == any(set(node.properties) - RESERVED for node in projection.nodes.values())
    again = list(quads)
    random.shuffle(again)
    assert project(again) == projection
    assert project(again).digest() == projection.digest()
