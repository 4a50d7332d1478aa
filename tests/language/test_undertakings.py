from collections.abc import Callable
from typing import Any

import pytest

from graphkit.documents.model import Span
from graphkit.language.undertakings import outcome_in, undertakings_in

Mark = Callable[..., Any]


@pytest.mark.parametrize(
    ("sentence", "doer", "own"),
    [
        ("The [post: Director of Housing] undertook to visit the estate.", "Director of Housing",
         "Director of Housing undertook to visit the estate."),
        ("[person: Lena Brook] agreed to circulate the slides.", "Lena Brook",
         "Lena Brook agreed to circulate the slides."),
        ("After a long discussion the [post: Clerk] was asked to write to the bus company.", "Clerk",
         "Clerk was asked to write to the bus company."),
        ("[person: Lena Brook] promised to send figures to members.", "Lena Brook",
         "Lena Brook promised to send figures to members."),
        ("The [post: Chief Officer] will bring a paper in May.", "Chief Officer",
         "Chief Officer will bring a paper in May."),
        ("[Northmere Police] (Roads) would also publish its map.", "Northmere Police",
         "Northmere Police (Roads) would also publish its map."),
        ("She confirmed that [Wolden Hospitals] would review the letters.", "Wolden Hospitals",
         "Wolden Hospitals would review the letters."),
        ("[person: Lena Brook] said she would check the totals.", "Lena Brook",
         "she would check the totals."),
        ("The [post: Chair] told members that a note would be sent round by the [post: Clerk].", "Clerk",
         "a note would be sent round by the Clerk."),
        ("He gave an assurance that [Northmere Council] would repair the lift.", "Northmere Council",
         "Northmere Council would repair the lift"),
        ("The [post: Clerk] to send out the dates.", "Clerk", "Clerk to send out the dates."),
        ("[person: Lena Brook] and the [post: Clerk] to visit the hub in May.", "Lena Brook and the Clerk",
         "Lena Brook and the Clerk to visit the hub in May."),
        ("LB/NC to chase the bus company.", "LB/NC", "LB/NC to chase the bus company."),
        ("[Northmere CVS] was content for [Wolden Hospitals] to run the trial.", "Wolden Hospitals",
         "Northmere CVS was content for Wolden Hospitals to run the trial."),
        ("The [post: Chair] and the [post: Clerk] were given delegated authority to sign the lease.",
         "Chair and the Clerk", "Chair and the Clerk were given delegated authority to sign the lease."),
        ("[sector: Parish councils] were invited to submit their figures by 3 May.", "Parish councils",
         "Parish councils were invited to submit their figures by 3 May."),
        ("The [post: Clerk] said that a reply would be sent within ten days.", "Clerk",
         "a reply would be sent within ten days."),
        ("The [post: Chair] answered that he was always willing to listen and would ask the bus company to come.",
         "Chair", "would ask the bus company to come."),
        ("The idea was well received, and the [post: Clerk] is to invite them to the next meeting.", "Clerk",
         "Clerk is to invite them to the next meeting."),
    ],
)  # fmt: skip
def test_what_a_named_doer_takes_on_is_an_act(marked: Mark, sentence: str, doer: str, own: str) -> None:
    item = marked(sentence)
    [act] = undertakings_in(item.prose, item.span)
    assert act.is_action
    assert (item.words(act.doer), item.words(act.span)) == (doer, own)


@pytest.mark.parametrize(
    "sentence",
    [
        "Somebody agreed to look into it.",
        "[person: Lena Brook] offered to help.",
        "[person: Lena Brook] said it would be good to meet more often.",
        "[Wolden Hospitals] would welcome more volunteers.",
        "[Wolden Hospitals] would like to review the letters.",
        "[person: Lena Brook] hoped that [Northmere Police] would publish its map.",
        "Members wondered whether the [post: Clerk] would write to the bus company.",
        "[Northmere Police] might run a campaign in May.",
        "[person: Lena Brook] noted that [Wolden Hospitals] would publish its map in May.",
        "The pilot would help families to save money.",
        "[Northmere Police] ran a campaign in May.",
        "[Northmere Police] was to publish a new map in February.",
        "[Northmere Police] had begun to visit the [team: Youth Service] to talk about it.",
        "[person: Lena Brook], Head of Parks, to present.",
        "The [post: Clerk] had been asked to write to the bus company.",
        "[Wolden Hospitals] reported that a new wing would be opened in May.",
        "The [post: Chair] said that it would be kept in mind.",
        "The [post: Director of Housing] presented the report.",
        "Could [Wolden Hospitals] publish its figures?",
        "",
    ],
)
def test_wishes_views_offers_and_reports_are_none(marked: Mark, sentence: str) -> None:
    item = marked(sentence)
    assert undertakings_in(item.prose, item.span) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Board agreed that officers would circulate the plan.", [("undertake", "officers")]),
        ("The Board noted the report and asked [Northmere Police] to bring figures.", [("ask", "Northmere Police")]),
        ("Following questions, it was agreed to hold a workshop.", [("undertake", None)]),
        ("Members requested that the [post: Clerk] invite the bus company.", [("undertake", "the Clerk")]),
        ("The Northmere Wellbeing Partnership unanimously resolved to set up a task group.", [("undertake", None)]),
        ("The Committee recommended that the [board: Cabinet] fund the hub.", [("undertake", "the Cabinet")]),
    ],
)
def test_an_outcome_may_be_told_in_prose(marked: Mark, sentence: str, expected: list[tuple[str, str | None]]) -> None:
    item = marked(sentence)
    assert [(act.kind, item.words(act.doer)) for act in outcome_in(item.prose, item.span)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Board noted the report.",
        "The Board thanked the team for its work.",
        "The Board endorsed the plan.",
        "Members discussed the figures.",
        "Parents had asked for a crossing.",
        "The [post: Chair] agreed with this view.",
    ],
)
def test_what_is_but_noted_or_discussed_is_no_act(marked: Mark, sentence: str) -> None:
    item = marked(sentence)
    assert outcome_in(item.prose, item.span) == []


def test_each_clause_with_a_doer_of_its_own_is_an_act(marked: Mark) -> None:
    item = marked("[sector: Schools] were asked to fill in the form; the [post: Clerk] will collate the returns.")
    acts = undertakings_in(item.prose, item.span)
    assert [(act.kind, item.words(act.doer)) for act in acts] == [("ask", "Schools"), ("undertake", "Clerk")]


def test_a_matter_may_come_back_with_nobody_named(marked: Mark) -> None:
    item = marked("No decision was taken; the matter is to come back to the Board in the autumn.")
    [act] = undertakings_in(item.prose, item.span)
    assert (act.kind, act.doer) == ("report-back", None)


def test_a_pronoun_means_who_was_named_last(marked: Mark) -> None:
    item = marked("[person: Lena Brook] was doubtful. After some debate she said she would try it.")
    [act] = undertakings_in(item.prose, Span(31, item.span.end), item.hits[0])
    assert item.words(act.doer) == "Lena Brook"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In view of it, the Board agreed that a note be sent and that [Northmere Police] and [Eastvale CVS] audit it.",
         [("undertake", None), ("undertake", "Northmere Police and Eastvale CVS")]),
        ("It remitted to the [post: Clerk] to look into the matter.", [("ask", "the Clerk")]),
        ("It further agreed to delegate the wording to the [post: Clerk].", [("delegate", "the Clerk")]),
    ],
)  # fmt: skip
def test_words_before_the_body_and_a_pronoun_for_it_are_read(
    marked: Mark, sentence: str, expected: list[tuple[str, str | None]]
) -> None:
    item = marked(sentence)
    assert [(act.kind, item.words(act.doer)) for act in outcome_in(item.prose, item.span)] == expected
