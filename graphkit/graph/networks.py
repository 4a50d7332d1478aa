"""The graph for networkx: nodes and links named as in the property graph (see `graphkit.cypher`)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from graphkit.graph.answers import value_of
from graphkit.graph.store import Store
from graphkit.graph.vocabulary import HW, Reused, local_name

if TYPE_CHECKING:
    import networkx

    from graphkit.graph.rows import Value

    Network = networkx.MultiDiGraph[str]

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_FUNCTIONAL = "SELECT ?property WHERE { ?property a owl:FunctionalProperty }"
_ASSERTIONS = """
SELECT ?subject ?predicate ?object ?confidence (STRAFTER(STR(?grounds), STR(basis:)) AS ?basis) ?evidence WHERE {
  ?each a hw:Assertion ; hw:subject ?subject ; hw:predicate ?predicate ; hw:object ?object ;
    hw:basis ?grounds ; hw:evidence ?evidence .
  OPTIONAL { ?each hw:confidence ?confidence }
}
ORDER BY ?subject ?predicate ?object DESC(?confidence) DESC(?basis) ?evidence"""


def to_networkx(store: Store) -> "networkx.MultiDiGraph[str]":
    """Every subject with a hw: class as a node keyed by its IRI, and every link between two of them as an edge.

    A node has `labels` (its hw: classes, sorted) and its literals by the local name of the predicate: a scalar where
    the ontology says that there is at most one value, else a sorted list. An edge's key is the local name in capitals
    (RESPONSIBLE_PARTY); `graph` lists the graphs that say it; where assertions speak of it, it has the `basis` and
    `confidence` of the surest and `evidenceCount`. Nodes and edges come in a fixed order.
    """
    import networkx

    quads = sorted(store.quads(), key=str)
    network: Network = networkx.MultiDiGraph()
    for iri, labels in _labels(quads).items():
        network.add_node(iri, labels=sorted(labels))
    said: dict[str, dict[str, set[Value]]] = defaultdict(lambda: defaultdict(set))
    for quad in quads:
        subject = getattr(quad.subject, "value", "")
        if subject not in network or quad.predicate.value == Reused.TYPE:
            continue
        if isinstance(quad.object, Literal):
            said[subject][quad.predicate.value].add(value_of(quad.object))
        elif isinstance(quad.object, NamedNode) and quad.object.value in network:
            _add_edge(network, subject, quad, quad.object.value)
    functional = set(store.query(_FUNCTIONAL).column("property"))
    for iri, properties in said.items():
        for predicate, values in properties.items():
            ordered = sorted(values, key=str)
            network.nodes[iri][local_name(predicate)] = ordered[0] if predicate in functional else ordered
    _tell_grounds(store, network)
    return network


def relationship_type(predicate: str) -> str:
    """The type of a relationship: hw:responsibleParty gives RESPONSIBLE_PARTY."""
    return _HUMP.sub("_", local_name(predicate)).upper()


def _labels(quads: Iterable[Quad]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        kind = quad.object.value if isinstance(quad.object, NamedNode) else ""
        if quad.predicate.value == Reused.TYPE and kind.startswith(HW) and isinstance(quad.subject, NamedNode):
            found[quad.subject.value].add(local_name(kind))
    return dict(sorted(found.items()))


def _add_edge(network: "Network", subject: str, quad: Quad, target: str) -> None:
    key = relationship_type(quad.predicate.value)
    if not network.has_edge(subject, target, key):
        network.add_edge(subject, target, key, predicate=quad.predicate.value, graph=[])
    network.edges[subject, target, key]["graph"].append(getattr(quad.graph_name, "value", ""))


def _tell_grounds(store: Store, network: "Network") -> None:
    shown: dict[tuple[str, str, str], set[Value]] = defaultdict(set)
    for row in store.query(_ASSERTIONS):
        place = (str(row["subject"]), str(row["object"]), relationship_type(str(row["predicate"])))
        if place not in network.edges:
            continue
        edge = network.edges[place]
        edge.setdefault("basis", row["basis"])
        if row["confidence"] is not None:
            edge.setdefault("confidence", row["confidence"])
        shown[place].add(row["evidence"])
        edge["evidenceCount"] = len(shown[place])
