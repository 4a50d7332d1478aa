"""Doers whom no list of names knows."""

from collections.abc import Callable
from typing import Any

import pytest

from graphkit.documents.model import Span
from graphkit.language.acts import Lead, parse_acts
from graphkit.language.roles import Setting, parts_of
from graphkit.language.strangers import kind_of_name, strangers, strangers_invited

Mark = Callable[..., Any]

DOERS = [
    ("PC Marsh would check the figures", ["PC Marsh"]),
    ("each GP cluster should review its list", ["GP cluster"]),
    ("Wolden Sound and Bright Steps will open a clinic", ["Wolden Sound", "Bright Steps"]),
    ("**Eastvale INT** will map what is on offer", ["Eastvale INT"]),
    ("the chairs of the [team: sub-groups] should report progress", []),
    ("the Facilitator be authorised to change the plan", ["Facilitator"]),
    ("subject to a grant, BRIGHT be asked to recruit a nurse", ["BRIGHT"]),
    ("the lead officer will draft a note", ["lead officer"]),
    ("[Northmere Police] will map crashes", []),
    ("the Annual Report will list the grants", []),
    ("this work will continue for two years", []),
    ("we will open a hub", []),
    ("it would write to the Trust", []),
    ("Reducing waits will help families", []),
    ("the data will show who is ill", []),
    ("open a hub", []),
]


@pytest.mark.parametrize(("clause", "expected"), DOERS)
def test_a_subject_that_can_act_is_a_party_by_its_own_words(marked: Mark, clause: str, expected: list[str]) -> None:
    item = marked(clause)
    acts = parse_acts(item.prose, item.span, Lead("commit"))
    assert [item.words(hit.span) for act in acts for hit in strangers(item.prose, act)] == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("WITRANX be invited to a future meeting to discuss buses", ["WITRANX"]),
        ("Bright Steps and Open Larder be invited to attend in May", ["Bright Steps", "Open Larder"]),
        ("PC Marsh also be invited to the workshop", ["PC Marsh"]),
        ("a speaker be invited to the next meeting", []),
        ("comments be invited to the plan", []),
        ("[Northmere Police] be invited to the next meeting", []),
    ],
)
def test_whoever_is_invited_is_a_party_by_its_own_words(marked: Mark, clause: str, expected: list[str]) -> None:
    item = marked(clause)
    acts = parse_acts(item.prose, item.span, Lead())
    assert [item.words(hit.span) for act in acts for hit in strangers_invited(item.prose, act)] == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Dr Lena Brook", "person"),
        ("chairs of the sub-groups", "post"),
        ("Facilitator", "post"),
        ("Eastvale Fire Service", "organisation"),
        ("Level Two Project", "organisation"),
        ("Wellbeing Plan", None),
        ("scheme", None),
        ("families", None),
        ("She", None),
        ("Northmere and all those villages that lie behind it", None),
        ("", None),
    ],
)
def test_a_name_s_looks_tell_its_type(name: str, kind: str | None) -> None:
    assert kind_of_name(name) == kind


def test_a_stranger_owns_and_the_board_does_not(marked: Mark) -> None:
    item = marked("PC Marsh would check the figures with [Northmere Police]")
    [act] = parse_acts(item.prose, item.span, Lead())
    parts = parts_of(item.prose, act, Setting("the Board", Span(0, 1)))
    assert [(part.party, part.role) for part in parts] == [
        ("doer-pc-marsh", "owner"),
        ("Northmere Police", "deliverer"),
    ]
