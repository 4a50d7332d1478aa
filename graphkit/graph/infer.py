"""What no paper states: which priorities of a board its minuted actions may advance, by their topics."""

from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from graphkit.graph.iris import DEFAULT_BASE, Iris, basis_iri
from graphkit.graph.store import Store
from graphkit.graph.terms import decimal_literal, node, text_literal
from graphkit.graph.vocabulary import Cls, Prop, Reused

SHARED_TOPIC: Final = "shared-topic"
NARROWER_TOPIC: Final = "narrower-topic"
CONFIDENCE: Final[Mapping[str, float]] = {SHARED_TOPIC: 0.5, NARROWER_TOPIC: 0.4}
"""How sure each rule is: a topic in common says what both are about, not that one serves the other."""

_ACTIONS: Final = """
SELECT ?board ?topic ?subject WHERE {
  ?subject a hw:Action ; hw:recordedIn ?document ; dcterms:subject ?topic .
  ?document hw:kind "minutes" ; hw:issuedBy ?board .
}"""
_PRIORITIES: Final = """
SELECT ?board ?topic ?subject WHERE {
  ?subject a hw:Priority ; hw:recordedIn ?document ; dcterms:subject ?topic .
  ?document hw:kind ?kind ; hw:issuedBy ?board .
  FILTER (?kind != "minutes")
}"""
_BROADER: Final = "SELECT ?narrower ?broader WHERE { ?narrower skos:broader+ ?broader }"
_EVIDENCE: Final = """
SELECT ?subject ?evidence WHERE { VALUES ?kind { hw:Action hw:Priority } ?subject a ?kind ; hw:evidence ?evidence }"""


def inferred_quads(store: Store, base: str = DEFAULT_BASE) -> list[Quad]:
    """The links hw:advancesInferred with an Assertion each, sorted, in `{base}graph/inferred`.

    An action in the minutes of a board is linked to a priority of a strategy of the same board when one of its topics
    is a topic of the priority ("shared-topic") or a narrower one ("narrower-topic"). Two topics that only share an
    umbrella above both link nothing. Depends on the documents and the ontology alone, so it is made anew each time.
    """
    broader = _pairs(store, _BROADER)
    priorities = _by_board_and_topic(store, _PRIORITIES)
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for (board, topic), actions in _by_board_and_topic(store, _ACTIONS).items():
        for above in {topic, *broader.get(topic, ())}:
            for priority in priorities.get((board, above), ()):
                rule = SHARED_TOPIC if above == topic else NARROWER_TOPIC
                for action in actions:
                    found[action, priority][rule].add(above)
    evidence = _pairs(store, _EVIDENCE)
    quads: list[Quad] = []
    for (action, priority), rules in found.items():
        rule = SHARED_TOPIC if SHARED_TOPIC in rules else NARROWER_TOPIC
        shown = evidence.get(action, set()) | evidence.get(priority, set())
        quads += _link(Iris(base), action, priority, rule, rules[rule], shown)
    return sorted(quads, key=str)


def _pairs(store: Store, query: str) -> dict[str, set[str]]:
    pairs: dict[str, set[str]] = defaultdict(set)
    for first, second in store.query(query).values:
        pairs[str(first)].add(str(second))
    return pairs


def _by_board_and_topic(store: Store, query: str) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for board, topic, subject in store.query(query).values:
        found[str(board), str(topic)].add(str(subject))
    return found


def _link(iris: Iris, action: str, priority: str, rule: str, topics: set[str], evidence: set[str]) -> list[Quad]:
    graph = node(iris.graph("inferred"))
    assertion = node(iris.inferred(sha256(f"{action}\n{priority}".encode()).hexdigest()[:16]))
    said: list[tuple[str, NamedNode | Literal]] = [
        (Reused.TYPE, node(Cls.ASSERTION)),
        (Prop.SUBJECT, node(action)),
        (Prop.PREDICATE, node(Prop.ADVANCES_INFERRED)),
        (Prop.OBJECT, node(priority)),
        (Prop.BASIS, node(basis_iri("inferred"))),
        (Prop.RULE, text_literal(rule)),
        (Prop.CONFIDENCE, decimal_literal(CONFIDENCE[rule])),
        *((Prop.SHARED_TOPIC, node(topic)) for topic in topics),
        *((Prop.EVIDENCE, node(each)) for each in evidence),
    ]
    direct = Quad(node(action), node(Prop.ADVANCES_INFERRED), node(priority), graph)
    return [direct, *(Quad(assertion, node(predicate), value, graph) for predicate, value in said)]
