"""What each question answers on the invented board, and the near-misses that it leaves out (SPARQL; see contract/)."""

import pytest

from graphkit import queries
from graphkit.errors import BadParameter, UsageError
from graphkit.graph.store import Store


def test_owners_of_a_topic_are_found_under_narrower_topics_with_their_roles(small: Store) -> None:
    rows = queries.run(small, "owners-of-topic", {"topic": "mental-health"})
    found = {(row["partner"], row["role"], row["basis"]) for row in rows}
    assert found == {
        ("Northmere and Wolden Partnership NHS Trust", "owner", "host"),
        ("Northmere and Wolden Partnership NHS Trust", "host", "explicit"),
        ("Northmere City Council", "funder", "explicit"),
        ("NHS Northmere and Wolden Integrated Care Board", "owner", "explicit"),
        ("University of Northmere", "owner", "explicit"),
        ("partners on the Board", "owner", "collective"),
    }
    assert {row["confidence"] for row in rows} == {0.6, 0.7, 0.8, 0.95}
    assert len(queries.run(small, "owners-of-topic", {"topic": "self-harm"})) == 2


def test_what_the_board_has_only_by_default_leaves_out_what_names_an_owner_too(small: Store) -> None:
    rows = queries.run(small, "board-by-default")
    assert [row["ref"] for row in rows] == ["r1", "r2", "3"]
    assert {row["basis"] for row in rows} == {"board"}


def test_what_has_no_owner_may_be_asked_by_topic(small: Store) -> None:
    assert [row["ref"] for row in queries.run(small, "no-owner")] == ["b1", "2", "8"]
    assert [row["ref"] for row in queries.run(small, "no-owner", {"topic": "mental-health"})] == ["2"]


def test_what_was_not_understood_comes_with_its_reason_and_words(small: Store) -> None:
    _, row = queries.run(small, "not-understood", {"paper": "2024-03-14"})
    assert (row["reason"], row["quote"]) == ("no rule knew this list item", "The University spoke about its survey.")
    assert list(queries.run(small, "not-understood", {"paper": "nowhere"})) == []


def test_what_is_due_is_in_order_of_last_days_with_the_undated_at_the_end(small: Store) -> None:
    rows = queries.run(small, "due")
    assert [row["due"] for row in rows] == ["2024-06", "2024-09-30", "2025-03-14", "2025-03-31", "2025", None, None]
    twelve = rows[2]
    assert (twelve["words"], twelve["offset"], twelve["meeting_date"]) == ("in twelve months", "P12M", "2024-03-14")
    assert [row["due"] for row in queries.run(small, "due", {"by": "2025-03-14"})] == [
        "2024-06",
        "2024-09-30",
        "2025-03-14",
    ]


def test_commitments_stand_under_their_priorities_and_empty_priorities_are_shown(small: Store) -> None:
    rows = queries.run(small, "commitments-by-priority")
    assert [(row["priority"], row["under"], row["commitment"] is None) for row in rows] == [
        ("Reducing loneliness", None, False),
        ("Reducing loneliness", None, False),
        ("Young people's mental health", None, False),
        ("Help in schools", "Young people's mental health", False),
        ("Fair access for new arrivals", None, True),
    ]


def test_inferred_resolutions_are_counted_apart_and_never_hide_a_priority(small: Store) -> None:
    rows = queries.run(small, "priorities-without-resolutions")
    assert [(row["priority"], row["commitments"], row["inferred"]) for row in rows] == [
        ("Reducing loneliness", 2, 0),
        ("Young people's mental health", 1, 1),
        ("Help in schools", 1, 0),
        ("Fair access for new arrivals", 0, 0),
    ]
    assert len(queries.run(small, "priorities-without-resolutions", {"inferred": 0})) == 3


def test_a_board_by_default_does_not_share_an_action(small: Store) -> None:
    rows = queries.run(small, "shared-actions", {"partner": "voluntary sector"})
    assert {row["partner"] for row in rows} == {"Council Migration Team", "voluntary sector", "University of Northmere"}
    assert {row["partners"] for row in rows} == {3}
    assert len(queries.run(small, "shared-actions", {"partner": "Northmere Health and Wellbeing Board"})) == 0


def test_actions_for_a_group_include_narrower_groups(small: Store) -> None:
    rows = queries.run(small, "actions-for-population", {"population": "Migrants"})
    assert [row["population"] for row in rows] == ["Migrants", "Refugees", "People seeking asylum"]


def test_why_finds_a_partner_by_any_of_its_names(small: Store) -> None:
    rows = queries.run(small, "why", {"partner": "nwpt", "action": "R3"})
    assert [(row["role"], row["rule"]) for row in rows] == [("owner", "host-possessive"), ("host", "hosted-by")]
    assert len(queries.run(small, "why", {"partner": "partnership nhs trust"})) == 3


def test_requests_are_set_against_decisions(small: Store) -> None:
    rows = queries.run(small, "recommended-and-resolved")
    assert [row["outcome"] for row in rows] == [
        "adopted",
        "not adopted",
        "added",
        "only noted",
        "only noted",
        "adopted",
    ]


def test_an_unknown_topic_brings_those_that_come_close(small: Store) -> None:
    with pytest.raises(BadParameter) as refused:
        queries.run(small, "owners-of-topic", {"topic": "youth-mental"})
    assert "the graph knows no such Topic: did you mean youth-mental-health" in str(refused.value)
    with pytest.raises(BadParameter, match=r"population=xyz: .*choose one of asylum-seekers"):
        queries.run(small, "actions-for-population", {"population": "xyz"})


def test_cypher_needs_an_engine_and_other_languages_are_refused(small: Store) -> None:
    with pytest.raises(UsageError, match="engine"):
        queries.run(small, "no-owner", language="cypher")
    with pytest.raises(UsageError, match="sparql or cypher"):
        queries.run(small, "no-owner", language="sql")
