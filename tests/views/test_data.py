import pyoxigraph
import pytest

from graphkit.graph.log import Record
from graphkit.graph.store import Store
from graphkit.views.data import key_of, load_view_data
from graphkit.views.model import Due, Link, Party, Tag, ViewData
from graphkit.views.naming import told_apart


def test_papers_come_by_date_and_undated_ones_last(data: ViewData) -> None:
    dates = [paper.date for paper in data.papers.values()]
    assert dates == ["2023-06", "2024-03-14", "2024-06-20", "2025-02-01", None]


def test_an_action_has_its_parts_tags_deadline_and_quote(data: ViewData) -> None:
    (action,) = [one for one in data.actions if one.key == "strategy/2023/p2.1"]
    assert [(part.party, part.role, part.basis) for part in action.parts] == [
        ("local/northmere/partners", "owner", "collective"),
        ("nwpt", "supporter", "explicit"),
    ]
    assert action.topics == (Tag("youth-mental-health", "explicit"),)
    assert action.populations == (Tag("young-people", "inherited"),)
    assert action.due == Due("by June 2024", "2024-06")
    assert action.links == (Link("strategy/2023/2", stated=True),)
    assert action.quote is not None
    assert action.quote.exact == "We will train school staff in youth mental health"
    assert (action.quote.start, action.quote.end) == (818, 867)


def test_stated_and_inferred_links_are_told_apart(data: ViewData) -> None:
    inferred = {action.key: action.links for action in data.actions if any(not link.stated for link in action.links)}
    assert inferred["minutes/young-people/1"] == (
        Link("strategy/2023/2", stated=False, rule="same-topic", confidence=0.5),
    )


def test_what_was_not_understood_keeps_its_reason_and_words(data: ViewData) -> None:
    _, unread = data.unread
    assert unread.reason == "no rule knew this list item"
    assert unread.quote.exact == "The University spoke about its survey."


def test_narrower_topics_know_what_is_above_them(data: ViewData) -> None:
    assert data.topics["self-harm"].broader == ("youth-mental-health",)


def test_an_empty_store_gives_empty_data(empty_store: Store) -> None:
    assert load_view_data(empty_store) == ViewData()


@pytest.mark.parametrize(
    ("iri", "key"),
    [
        ("https://example.org/hwb/id/document/minutes/2024%20May", "minutes/2024 May"),
        ("https://example.org/hwb/id/action/a/document/b/1", "a/document/b/1"),
        ("https://example.org/hwb/id/party/local/northmere/x", "local/northmere/x"),
        ("https://example.org/hwb/status/agreed", "agreed"),
        ("https://example.org/hwb/ns#Thing", "Thing"),
    ],
)
def test_a_key_is_the_stable_end_of_an_iri(iri: str, key: str) -> None:
    assert key_of(iri) == key


def test_two_parties_of_one_name_are_told_apart() -> None:
    graph = pyoxigraph.NamedNode("https://example.org/hwb/id/document/x")
    text = """
    PREFIX hw: <https://example.org/hwb/ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    PREFIX party: <https://example.org/hwb/id/party/>
    <urn:a> a hw:Mention ; hw:party party:one . <urn:b> a hw:Mention ; hw:party party:two .
    party:one skos:prefLabel "Healthwatch" ; hw:area <urn:place> . party:two skos:prefLabel "Healthwatch" .
    <urn:place> skos:prefLabel "Northmere" .
    """
    quads = [
        pyoxigraph.Quad(one.subject, one.predicate, one.object, graph)
        for one in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)
    ]
    store = Store.in_memory()
    store.commit({graph.value: quads}, record=Record("1", "2024-01-01T00:00:00Z"))
    labels = [party.label for party in load_view_data(store).parties.values()]
    assert labels == ["Healthwatch (Northmere)", "Healthwatch"]


def test_what_stands_in_brackets_is_type_or_number_where_no_paper_tells() -> None:
    parties = [
        Party("a", "Forum", "board"),
        Party("b", "Forum", "team"),
        Party("c", "Forum", "team"),
    ]
    told = told_apart(parties, {}, (), {})
    assert [party.label for party in told.values()] == ["Forum (board)", "Forum (team 1)", "Forum (team 2)"]
    told = told_apart(parties[1:], {}, (), {})
    assert [party.label for party in told.values()] == ["Forum", "Forum (team 2)"]
