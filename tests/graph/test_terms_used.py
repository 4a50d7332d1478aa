"""The ontology says all that the code writes, and the code writes all that the ontology says."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from graphkit.documents.model import Document
from graphkit.graph.infer import inferred_quads
from graphkit.graph.log import Record
from graphkit.graph.ontology import ontology_quads
from graphkit.graph.quads import quads_of
from graphkit.graph.store import Store
from graphkit.graph.vocabulary import HW, OWL, RDF, Cls, Prop, Reused
from graphkit.identity import Identified

DEFINED = {
    kind: {
        q.subject.value
        for q in ontology_quads()
        if q.object == NamedNode(OWL + kind) and isinstance(q.subject, NamedNode)
    }
    for kind in ("Class", "DatatypeProperty", "ObjectProperty", "FunctionalProperty")
}
PROPERTIES = DEFINED["DatatypeProperty"] | DEFINED["ObjectProperty"]


def written(store: Store, minutes: tuple[Document, Identified], record: Record) -> list[Quad]:
    """Everything that the code writes of two papers, with a second commit for the log; the ontology graph included."""
    store.commit({store.iris.graph("inferred"): inferred_quads(store)}, record=record)
    graph = store.iris.document(minutes[0].key)
    before = list(store.quads())
    store.commit({graph: quads_of(*minutes)[5:]}, record=Record("0", "2024-06-01T00:00:00Z"))
    return [*before, *store.select_quads()]


def classes(quads: Iterable[Quad]) -> set[str]:
    return {q.object.value for q in quads if q.predicate.value == RDF + "type" and isinstance(q.object, NamedNode)}


def test_every_class_and_property_is_used(store: Store, minutes: tuple[Document, Identified], record: Record) -> None:
    quads = written(store, minutes, record)
    assert DEFINED["Class"] - classes(quads) == set()
    log_only = {Prop.CHANGED, Prop.ADDED, Prop.REMOVED}
    assert PROPERTIES - {quad.predicate.value for quad in quads} <= log_only


def test_every_term_of_ours_that_is_written_is_defined(
    store: Store, minutes: tuple[Document, Identified], record: Record
) -> None:
    quads = written(store, minutes, record)
    assert {iri for iri in classes(quads) if iri.startswith(HW)} <= DEFINED["Class"]
    predicates = {quad.predicate.value for quad in quads if quad.graph_name != NamedNode(store.iris.graph("ontology"))}
    assert predicates - {RDF + "type"} <= PROPERTIES


def test_every_constant_is_defined() -> None:
    assert set(Cls) == DEFINED["Class"]
    assert set(Prop) <= PROPERTIES
    assert set(Reused) - {Reused.TYPE} <= PROPERTIES


def test_a_functional_property_never_has_two_values(store: Store, record: Record) -> None:
    store.commit({store.iris.graph("inferred"): inferred_quads(store)}, record=record)
    rows = store.query(
        "SELECT ?s ?p { ?p a owl:FunctionalProperty . ?s ?p ?o } GROUP BY ?s ?p HAVING (COUNT(DISTINCT ?o) > 1)"
    )
    assert rows.values == ()
