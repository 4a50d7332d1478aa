from collections.abc import Callable
from typing import Any

import pytest

from graphkit.language.heads import Mood, find_head

Mark = Callable[..., Any]


@pytest.mark.parametrize(
    ("clause", "verb", "mood", "subject", "passive"),
    [
        ("write to schools", "write", "command", None, False),
        ("to jointly map food banks", "map", "infinitive", None, False),
        ("urgently review the rota", "review", "command", None, False),
        ("asks for a report", "ask", "third", None, False),
        ("noted the report", "note", "past", None, False),
        ("be reported to members", "report", "passive", None, True),
        ("opening a second hub", "open", "gerund", None, False),
        ("the plan be noted", "note", "passive", "the plan", True),
        ("the plan to be formally noted", "note", "passive", "the plan", True),
        ("the plan was noted", "note", "be", "the plan", True),
        ("residents will be asked", "ask", "modal", "residents", True),
        ("the [post: Chair] write to schools", "write", "subjunctive", "the Chair", False),
        ("the [post: Chair] to write to schools", "write", "to", "the Chair", False),
        ("the [post: Chair] also writes to schools", "write", "third", "the Chair", False),
        ("[Northmere Police] and [Wolden Hospitals] jointly run a clinic", "run", "subjunctive",
         "Northmere Police and Wolden Hospitals", False),
        ("[Wolden Hospitals] (Estates) to repair the lift", "repair", "to", "Wolden Hospitals (Estates)", False),
        ("[Wolden Hospitals] (WH) open a clinic", "open", "subjunctive", "Wolden Hospitals (WH)", False),
        ("the [post: Chair], on behalf of members, write to schools", "write", "subjunctive",
         "the Chair, on behalf of members", False),
        ("work on falls be taken forward", "take", "passive", "work on falls", True),
        ("support for carers should be widened", "widen", "modal", "support for carers", True),
        ("each ward run a clean-up", "run", "subjunctive", "each ward", False),
    ],
)  # fmt: skip
def test_verb_and_subject_are_found_in_every_mood(
    marked: Mark, clause: str, verb: str, mood: Mood, subject: str | None, passive: bool
) -> None:
    item = marked(clause)
    head = find_head(item.prose, item.span)
    assert head is not None
    assert (head.verb.base, head.mood, item.words(head.subject), head.passive) == (verb, mood, subject, passive)


@pytest.mark.parametrize(
    "clause",
    [
        "",
        "the hub on Mill Lane",
        "the team which aims to help",
        "[Northmere Police]",
        "[Northmere Police] to",
        "to",
        "be",
    ],
)
def test_what_has_no_verb_of_its_own_has_no_head(marked: Mark, clause: str) -> None:
    item = marked(clause)
    assert find_head(item.prose, item.span) is None


def test_a_party_whose_name_is_a_verb_does_not_act_as_one(marked: Mark) -> None:
    item = marked("[team: Support Northmere] to draft a bid")
    head = find_head(item.prose, item.span)
    assert head is not None
    assert (head.verb.base, head.mood) == ("draft", "to")
