"""Groups of people who go by what they are, and the parts they take."""

from collections.abc import Callable
from typing import Any

import pytest

from graphkit.language.acts import Lead, parse_acts
from graphkit.language.crowds import crowds_in
from graphkit.language.roles import Setting, parts_of

Mark = Callable[..., Any]

CROWDS = [
    ("train front line staff in first aid", ["front line staff"]),
    ("training for care home managers and night porters", ["care home managers"]),
    ("train 200 barbers, taxi drivers and publicans to listen", ["barbers", "taxi drivers", "publicans"]),
    ("train more than 40 bailiffs in debt advice", ["bailiffs"]),
    ("train all those who work with children in first aid", ["those who work with children in first aid"]),
    ("consult people living with dementia on the plan", ["people living with dementia"]),
    ("write it with people in recovery", ["people in recovery"]),
    ("a plan with Roma and Traveller communities", ["Roma and Traveller communities"]),
    ("tell the public", ["the public"]),
    (
        "offer everyone who works for [Northmere Council] a course",
        ["everyone who works for Northmere Council a course"],
    ),
    ("work with [Age Wolden] volunteers", ["volunteers"]),
    ("work with [Wolden Carers] on a plan", []),
    ("ask [sector: young carers] to help", []),
    ("people", []),
    ("train to a high standard", []),
    ("a training programme, then a plan", []),
    ("open a hub", []),
]


@pytest.mark.parametrize(("clause", "expected"), CROWDS)
def test_people_are_found_by_what_they_are(marked: Mark, clause: str, expected: list[str]) -> None:
    item = marked(clause)
    assert [item.words(hit.span) for hit in crowds_in(item.prose, item.span, item.hits)] == expected


PARTS = [
    ("train front line staff in first aid", {"front line staff": "audience"}),
    ("midwives and health visitors be trained in first aid", {"midwives": "audience", "health visitors": "audience"}),
    ("offer their drivers and volunteers half a day's training", {"volunteers": "audience"}),
    ("give its wardens and night workers lessons in Welsh", {"night workers": "audience"}),
    ("promote the course to staff and volunteers", {"staff": "audience", "volunteers": "audience"}),
    ("consult people with lived experience on the plan", {"people with lived experience": "consulted"}),
    ("under-represented groups be consulted on the draft", {"under-represented groups": "consulted"}),
    ("ask 300 teenagers about their dentist", {"teenagers": "consulted"}),
    ("with young people, co-design a new course", {"young people": "consulted"}),
    ("send members a list of courses", {"members": "recipient"}),
    ("circulate the survey to staff networks", {"staff networks": "recipient"}),
    ("write a new plan with people in recovery", {"people in recovery": "deliverer"}),
    ("set up a falls class led by volunteers", {"volunteers": "deliverer"}),
    ("offer walks to families", {}),
    ("help older people to stay at home", {}),
    ("appoint champions to work with refugees", {}),
    ("halve the number of young people who smoke", {}),
]


@pytest.mark.parametrize(("clause", "expected"), PARTS)
def test_people_are_trained_consulted_or_told_and_never_own(
    marked: Mark, clause: str, expected: dict[str, str]
) -> None:
    item = marked(clause)
    [act] = parse_acts(item.prose, item.span, Lead())
    assert {item.words(part.span): part.role for part in parts_of(item.prose, act, Setting())} == expected


def test_people_do_not_come_between_a_cue_and_a_name(marked: Mark) -> None:
    item = marked("share its data on carers with [Wolden Hospitals] and [Age Wolden]")
    [act] = parse_acts(item.prose, item.span, Lead())
    roles = {part.party: part.role for part in parts_of(item.prose, act, Setting())}
    assert roles == {"Wolden Hospitals": "recipient", "Age Wolden": "recipient"}
