"""The graph as nodes and relationships, by rule and not by class, so that SPARQL and Cypher read alike.

- Every IRI that is a subject or an object is a node `:Resource` with a unique `iri`; its hw: classes, and the classes
  above them, are further labels; classes of other vocabularies are listed in `types`. A blank node's `iri` is "_:" and
  its name.
- A literal is a property (see `graphkit.cypher.values`); `graphs` lists the named graphs that state a node's properties
  and classes.
- Any other statement is a relationship in the same direction, with its `predicate` and a list `graph` of the named
  graphs that state it. Where assertions (hw:Participation, hw:Tagging, hw:Assertion) speak of it, it carries the
  `basis` and `confidence` of the surest of them and `evidenceCount`, the number of their pieces of evidence.

Nothing else is left out: `tests/cypher/test_projection.py` gets every triple back.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from graphkit.cypher.model import BASE_LABEL, Key, Node, Projection, Property, Relationship
from graphkit.cypher.names import GRAPH, GRAPHS, IRI, PREDICATE, TYPES, local_name, property_names, relationship_type
from graphkit.cypher.values import Cell, cell, language, properties
from graphkit.graph.vocabulary import HW, OWL, RDFS, Prop, Reused


@dataclass(slots=True)
class _Thing:
    """What is known of one node while quads stream in; `literals` by predicate and language."""

    types: set[str] = field(default_factory=set)
    literals: dict[tuple[str, str], set[Cell]] = field(default_factory=lambda: defaultdict(set))
    graphs: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Gathered:
    things: dict[str, _Thing] = field(default_factory=lambda: defaultdict(_Thing))
    links: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))


def project(quads: Iterable[Quad], leave_out: Collection[str] = ()) -> Projection:
    """The projection of these quads, without those of the named graphs in `leave_out` (the change log)."""
    gathered = _gather(quads, frozenset(leave_out))
    return Projection(_nodes(gathered), _relationships(gathered))


def _gather(quads: Iterable[Quad], leave_out: frozenset[str]) -> _Gathered:
    gathered = _Gathered()
    for quad in quads:
        graph = _term(quad.graph_name)
        if graph in leave_out:
            continue
        subject, predicate = _term(quad.subject), quad.predicate.value
        thing, value = gathered.things[subject], quad.object
        if isinstance(value, Literal):
            thing.literals[predicate, language(value)].add(cell(value))
            thing.graphs.add(graph)
        elif isinstance(value, Triple):
            thing.literals[predicate, ""].add(Cell(str(value), str(value), "rdf:Statement"))
            thing.graphs.add(graph)
        elif predicate == Reused.TYPE:
            thing.types.add(_term(value))
            thing.graphs.add(graph)
        else:
            end = _term(value)
            gathered.links[Key(subject, predicate, end)].add(graph)
            _ = gathered.things[end]
    return gathered


def _term(term: NamedNode | BlankNode | DefaultGraph | Triple) -> str:
    if isinstance(term, NamedNode):
        return term.value
    return "" if isinstance(term, DefaultGraph) else str(term)


def _nodes(gathered: _Gathered) -> dict[str, Node]:
    names = property_names(predicate for thing in gathered.things.values() for predicate, _ in thing.literals)
    functional = {iri for iri, thing in gathered.things.items() if OWL + "FunctionalProperty" in thing.types}
    above = _superclasses(gathered.links)
    nodes: dict[str, Node] = {}
    for iri, thing in gathered.things.items():
        made: dict[str, Property] = {IRI: iri}
        if thing.graphs:
            made[GRAPHS] = sorted(thing.graphs)
        foreign = sorted(name for name in thing.types if not name.startswith(HW))
        if foreign:
            made[TYPES] = foreign
        for (predicate, tag), cells in thing.literals.items():
            name = f"{names[predicate]}_{tag}" if tag else names[predicate]
            made.update(properties(name, cells, functional=predicate in functional))
        nodes[iri] = Node(iri, _labels(thing.types, above), made)
    return nodes


def _labels(types: set[str], above: dict[str, set[str]]) -> tuple[str, ...]:
    found = {name for name in types if name.startswith(HW)}
    waiting = list(found)
    while waiting:
        new = above.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return tuple(sorted({BASE_LABEL} | {local_name(name) for name in found}))


def _superclasses(links: dict[Key, set[str]]) -> dict[str, set[str]]:
    above: dict[str, set[str]] = defaultdict(set)
    for key in links:
        if key.predicate == RDFS + "subClassOf" and key.start.startswith(HW) and key.end.startswith(HW):
            above[key.start].add(key.end)
    return above


def _relationships(gathered: _Gathered) -> dict[Key, Relationship]:
    grounds = _grounds(gathered)
    made: dict[Key, Relationship] = {}
    for key, graphs in gathered.links.items():
        details: dict[str, Property] = {PREDICATE: key.predicate, GRAPH: sorted(graphs)}
        details.update(grounds.get(key, {}))
        made[key] = Relationship(key, relationship_type(key.predicate), details)
    return made


@dataclass(slots=True)
class _Assertion:
    subject: str = ""
    predicate: str = ""
    object: str = ""
    basis: str = ""
    evidence: set[str] = field(default_factory=set)


def _grounds(gathered: _Gathered) -> dict[Key, dict[str, Property]]:
    """What the assertions say of each statement that they are about."""
    assertions: dict[str, _Assertion] = defaultdict(_Assertion)
    for key in gathered.links:
        match key.predicate:
            case Prop.SUBJECT:
                assertions[key.start].subject = key.end
            case Prop.PREDICATE:
                assertions[key.start].predicate = key.end
            case Prop.OBJECT:
                assertions[key.start].object = key.end
            case Prop.BASIS:
                assertions[key.start].basis = local_name(key.end)
            case Prop.EVIDENCE:
                assertions[key.start].evidence.add(key.end)
    about: dict[Key, list[tuple[float, str, _Assertion]]] = defaultdict(list)
    for iri, found in assertions.items():
        if found.subject and found.predicate and found.object:
            key = Key(found.subject, found.predicate, found.object)
            about[key].append((_confidence(gathered.things[iri]), found.basis, found))
    return {key: _summary(entries) for key, entries in about.items()}


def _confidence(thing: _Thing) -> float:
    values = [entry.value for entry in thing.literals.get((Prop.CONFIDENCE, ""), ())]
    return max((float(value) for value in values if isinstance(value, int | float)), default=-1.0)


def _summary(entries: list[tuple[float, str, _Assertion]]) -> dict[str, Property]:
    confidence, basis, _ = max(entries, key=lambda entry: entry[:2])
    evidence = {place for _, _, found in entries for place in found.evidence}
    made: dict[str, Property] = {"evidenceCount": len(evidence)}
    if basis:
        made["basis"] = basis
    if confidence >= 0:
        made["confidence"] = confidence
    return made
