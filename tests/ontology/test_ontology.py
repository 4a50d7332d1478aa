import csv
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graphkit.errors import RunError
from graphkit.graph.ontology import ontology_files, ontology_quads
from graphkit.graph.vocabulary import HW, OWL, RDF, RDFS, SCHEMA, SKOS, Cls
from graphkit.loaders.findings import Basis, Role, Status
from graphkit.resources import ONTOLOGY, REFERENCE

QUADS = ontology_quads()
PREDICATES: dict[str, dict[str, set[str]]] = {}
for _quad in QUADS:
    if isinstance(_quad.subject, NamedNode) and isinstance(_quad.object, NamedNode | Literal):
        said = PREDICATES.setdefault(_quad.subject.value, {})
        said.setdefault(_quad.predicate.value, set()).add(_quad.object.value)


def of_kind(*kinds: str) -> dict[str, dict[str, set[str]]]:
    return {iri: said for iri, said in PREDICATES.items() if said.get(RDF + "type", set()) & set(kinds)}


PROPERTIES = of_kind(OWL + "DatatypeProperty", OWL + "ObjectProperty")
CONCEPTS = of_kind(*(HW + name for name in ("Topic", "PopulationGroup", "Role", "Status", "Basis", "Sector")))


def notations(name: str) -> set[str]:
    return {word for said in of_kind(HW + name).values() for word in said[SKOS + "notation"]}


@pytest.mark.parametrize("iri", [*of_kind(OWL + "Class"), *PROPERTIES])
def test_every_term_is_named_once_and_defined(iri: str) -> None:
    said = PREDICATES[iri]
    assert len(said[RDFS + "label"]) == 1
    assert said.get(SKOS + "definition") or said.get(RDFS + "comment")


@pytest.mark.parametrize("iri", of_kind(OWL + "Class"))
def test_every_class_stands_below_one_of_a_public_vocabulary(iri: str) -> None:
    above = PREDICATES[iri].get(RDFS + "subClassOf", set())
    while any(each.startswith(HW) for each in above):
        above = {
            up for each in above for up in (PREDICATES[each][RDFS + "subClassOf"] if each.startswith(HW) else {each})
        }
    assert above


def test_every_property_of_ours_leads_from_and_to_something() -> None:
    # What only the concept tables use (labels for matching) is defined beside them and has no need of a domain.
    ours = parse(path=ONTOLOGY / "properties.ttl", format=RdfFormat.TURTLE)
    for iri in sorted({str(quad.subject.value) for quad in ours if isinstance(quad.subject, NamedNode)}):
        said = PREDICATES[iri]
        if iri.startswith(HW):
            assert said.get(RDFS + "domain") or said.get(SCHEMA + "domainIncludes"), iri
            assert said.get(RDFS + "range") or said.get(SCHEMA + "rangeIncludes"), iri
            assert len(said.get(RDFS + "domain", set())) <= 1, iri


def test_every_class_named_anywhere_is_defined() -> None:
    named = {
        value for said in PREDICATES.values() for values in said.values() for value in values if value.startswith(HW)
    }
    assert named <= set(PREDICATES)


@pytest.mark.parametrize("iri", CONCEPTS)
def test_every_concept_has_one_label_and_its_slug(iri: str) -> None:
    said = CONCEPTS[iri]
    assert len(said[SKOS + "prefLabel"]) == 1
    assert said[SKOS + "notation"] == {iri.rpartition("/")[2]}
    assert SKOS + "Concept" in said[RDF + "type"]
    assert said[SKOS + "inScheme"] <= {f"{iri.rpartition('/')[0]}/scheme"}
    assert not said[SKOS + "prefLabel"] & said.get(SKOS + "altLabel", set())


def test_the_lists_are_those_of_the_findings() -> None:
    assert notations("Role") == set(Role.__args__)  # type: ignore[attr-defined]
    assert notations("Status") == set(Status.__args__)  # type: ignore[attr-defined]
    assert notations("Basis") == set(Basis.__args__)  # type: ignore[attr-defined]
    for name in ("Role", "Status", "Basis"):
        assert all(said[SKOS + "definition"] for said in of_kind(HW + name).values())


def test_the_sectors_are_those_of_the_reference_list() -> None:
    with (REFERENCE / "roles-and-sectors.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["type"] == "sector"]
    sectors = list(of_kind(Cls.SECTOR).values())
    labels = [
        {word.casefold() for kind in ("prefLabel", "altLabel") for word in said.get(SKOS + kind, ())}
        for said in sectors
    ]
    assert len(rows) == len(sectors)
    for row in rows:
        words = {row["label"].removeprefix("the "), row["normal_name"], *row["aliases"].split(";")}
        assert any({word.strip().casefold() for word in words if word.strip()} <= each for each in labels), row["label"]


def test_no_topic_stands_above_itself() -> None:
    for start in CONCEPTS:
        waiting, seen = [start], set[str]()
        while waiting:
            above = CONCEPTS[waiting.pop()].get(SKOS + "broader", set()) - seen
            assert start not in above
            seen |= above
            waiting += above


def test_the_shapes_look_at_defined_terms_only() -> None:
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl", format="turtle")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    named = {str(term) for kind in (sh.targetClass, sh["class"], sh.path) for term in shapes.objects(None, kind)}
    assert named <= set(PREDICATES)
    targets = {str(term) for term in shapes.objects(None, sh.targetClass)}
    assert set(Cls) - targets == {
        Cls.COMMITMENT,
        Cls.ORGANIZATION,
        Cls.BOARD,
        Cls.TEAM,
        Cls.POST,
        Cls.COLLECTIVE,
        Cls.PERSON,
        Cls.CHANGE,
    }
    assert all(shapes.value(path, sh.message) for path in shapes.subjects(sh.path, None))


def test_a_file_of_ones_own_joins_in(tmp_path: Path) -> None:
    (tmp_path / "more.ttl").write_text('<https://x.org/a> <https://x.org/p> "ä" .', encoding="utf-8")
    (tmp_path / "shapes.ttl").write_text("[] a [] .", encoding="utf-8")
    assert [path.name for path in ontology_files(tmp_path)] == ["more.ttl"]
    assert [str(quad.object) for quad in ontology_quads(folder=tmp_path)] == ['"ä"']


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"nonsense", r"line 1.*mend the Turtle"),
        (b'<a:b> <a:c> "\xff" .', "mend the Turtle"),
        (b"<a:b> <a:c> [] .", "blank node"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "bad.ttl").write_bytes(content)
    with pytest.raises(RunError, match=rf"bad\.ttl: .*{message}"):
        ontology_quads(folder=tmp_path)
