"""Choosing topics: what the clause, its stem, its heading, its title and the words before it state, weighed."""

import pytest

from graphkit.documents.model import Span
from graphkit.language.act import Act, Governing, Lead
from graphkit.language.concept_table import concepts
from graphkit.language.concepts import MOST_TOPICS, ConceptHit, find_concepts
from graphkit.language.topic_choice import Weights, choose, choose_topics, weights
from graphkit.language.topic_clues import TopicSetting, clues, kind


def setting(
    clause: str,
    *,
    stem: str = "",
    heading: str = "",
    title: str = "",
    before: str = "",
    governing: Governing = "commit",
) -> TopicSetting:
    """A clause in a paper of these parts, one a line."""
    parts = [title, heading, before, stem, clause]
    text = "\n\n".join(parts)
    hits: list[list[ConceptHit]] = []
    start = 0
    for part in parts:
        hits.append(find_concepts(text, Span(start, start + len(part))))
        start += len(part) + 2
    act = Act.of_words(Span(len(text) - len(clause), len(text)), Lead(governing))
    return TopicSetting(text, act, hits[4], stem=hits[3], heading=hits[1], title=hits[0], before=hits[2])


def tags(found: TopicSetting) -> list[tuple[str, str]]:
    return [(tag.slug, tag.basis) for tag in choose_topics(found)]


@pytest.mark.parametrize("clause", ["cut smoking by a fifth", "We will help people to stop smoking", "reduce smoking"])
def test_what_the_clause_states_is_its_topic(clause: str) -> None:
    assert ("smoking", "explicit") in tags(setting(clause, heading="Healthy weight"))


@pytest.mark.parametrize("clause", ["write to Mr Dunn", "meet twice a year", "hold two sessions by May"])
def test_a_clause_that_states_none_has_the_topic_of_its_heading(clause: str) -> None:
    assert tags(setting(clause, heading="Dementia")) == [("dementia", "inherited")]


def test_a_decision_that_states_none_has_the_topic_of_its_item() -> None:
    assert tags(setting("write to the Minister", title="Dementia", governing="agree")) == [("dementia", "inherited")]


def test_a_stem_counts_as_the_clause_itself() -> None:
    assert tags(setting("writing to shopkeepers", stem="We will cut smoking by")) == [("smoking", "explicit")]


def test_the_place_of_a_topic_is_that_of_the_words_that_state_it() -> None:
    found = setting("write to Mr Dunn", heading="Dementia")
    assert [found.text[slice(*tag.span)] for tag in choose_topics(found)] == ["Dementia"]


def test_at_most_three_topics() -> None:
    assert len(tags(setting("tackle smoking, obesity, dementia, homelessness and loneliness"))) <= MOST_TOPICS


def test_the_likeliest_is_taken_sooner_than_one_beside_it() -> None:
    table = Weights({}, first=0.3, more=0.5)
    assert choose({"smoking": 0.35, "dementia": 0.31}, table) == ["smoking"]
    assert choose({"smoking": 0.7, "dementia": 0.6}, table) == ["smoking", "dementia"]
    assert choose({"smoking": 0.2}, table) == []


def test_none_is_taken_beside_one_that_is_narrower() -> None:
    assert choose({"mental-health": 0.8, "suicide-self-harm": 0.7}, Weights({}, 0.3, 0.5)) == ["suicide-self-harm"]


def test_each_topic_has_clues_of_where_it_stands() -> None:
    found = clues(setting("cut smoking in schools", heading="Tobacco", title="Dementia"))
    assert {"smoking", "clause label", "also in heading"} <= set(found["smoking"][0])
    assert {"title", "title, 1 other subjects in the clause"} <= set(found["dementia"][0])


def test_every_weight_of_a_topic_is_of_one_that_there_is() -> None:
    own = [clue for clue in weights().clues if clue in concepts()]
    assert own
    assert all(abs(weights().clues[topic]) < 3 for topic in own)
    assert {kind(topic) for topic in own} <= {"governance", "method", "subject", "umbrella"}
