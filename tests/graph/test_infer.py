from dataclasses import replace

import pytest

from graphkit.documents.model import Document
from graphkit.graph.infer import inferred_quads
from graphkit.graph.log import Record
from graphkit.graph.ontology import ontology_quads
from graphkit.graph.quads import quads_of
from graphkit.graph.store import Store
from graphkit.graph.vocabulary import Prop
from graphkit.identity import Identified
from graphkit.loaders.findings import Tag

Read = tuple[Document, Identified]
ACTION = "https://example.org/hwb/id/action/2024%2Fminutes/1"
BROADER = "https://example.org/hwb/id/priority/strategy/1"
SAME = "https://example.org/hwb/id/priority/strategy/1.1"


def tagged(read: Read, *slugs: str) -> Read:
    """The paper with other topics on its first action."""
    document, identified = read
    first, *others = identified.findings.actions
    tags = tuple(Tag(slug, "explicit", first.span) for slug in slugs)
    findings = replace(identified.findings, actions=(replace(first, topics=tags), *others))
    return document, replace(identified, findings=findings)


def links(*reads: Read) -> set[tuple[str, str]]:
    """What is inferred from these papers."""
    with Store.in_memory() as store:
        graphs = {store.iris.document(read[0].key): quads_of(*read) for read in reads}
        store.commit(
            {**graphs, store.iris.graph("ontology"): ontology_quads()}, record=Record("0", "2024-01-01T00:00:00Z")
        )
        quads = inferred_quads(store)
        assert quads == sorted(quads, key=str)
    direct = (quad for quad in quads if quad.predicate.value == Prop.ADVANCES_INFERRED)
    return {(getattr(quad.subject, "value", ""), getattr(quad.object, "value", "")) for quad in direct}


def test_a_shared_topic_links_an_action_to_a_priority_of_its_board(minutes: Read, strategy: Read) -> None:
    assert (ACTION, SAME) in links(minutes, strategy)


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        (["mental-health"], {(ACTION, BROADER)}),
        (["youth-mental-health"], {(ACTION, BROADER)}),
        (["physical-activity"], set()),
        ([], set()),
    ],
)
def test_a_topic_reaches_the_same_and_the_broader_ones_only(
    minutes: Read, strategy: Read, topics: list[str], expected: set[tuple[str, str]]
) -> None:
    assert links(tagged(minutes, *topics), strategy) == expected


def test_another_boards_strategy_is_left_alone(minutes: Read, strategy: Read) -> None:
    document, identified = strategy
    board, *others = identified.findings.parties
    findings = replace(identified.findings, parties=(replace(board, id="wolden-hwb"), *others))
    assert links(minutes, (document, replace(identified, findings=findings))) == set()


def test_an_inferred_link_says_so(store: Store, record: Record) -> None:
    store.commit({store.iris.graph("inferred"): inferred_quads(store)}, record=record)
    rows = store.query(
        """SELECT ?rule ?confidence ?basis ?topic (COUNT(DISTINCT ?evidence) AS ?shown) {
             ?each hw:predicate hw:advancesInferred ; hw:object ?priority ; hw:rule ?rule ;
               hw:confidence ?confidence ; hw:basis/skos:notation ?basis ;
               hw:sharedTopic/skos:notation ?topic ; hw:evidence ?evidence }
           GROUP BY ?rule ?confidence ?basis ?topic ORDER BY ?rule"""
    )
    assert rows.values == (
        ("narrower-topic", 0.4, "inferred", "mental-health", 2),
        ("shared-topic", 0.5, "inferred", "loneliness", 2),
    )


def test_it_is_the_same_with_what_was_inferred_before_in_the_store(store: Store, record: Record) -> None:
    first = inferred_quads(store)
    store.commit({store.iris.graph("inferred"): first}, record=record)
    assert inferred_quads(store) == first
