"""Priorities that minutes quote."""

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("The well-being objectives of the plan were:", True),
        ("Members heard about the draft. Its two themes, chosen in May, were:", True),
        ("The priorities within the strategy would be -", True),
        ("The themes of the discussion were:", False),
        ("Members asked about:", False),
    ],
)
def test_a_list_in_minutes_is_one_of_priorities_by_its_lead_in(read: Reader, lead: str, found: bool) -> None:
    listed = "- Clean air\n- Warm homes (Lena Brook, Wolden Trust)"
    text = f"# Minutes\n\n## 4. Wolden plan\n\n{lead}\n\n{listed}\n\nRESOLVED: noted\n"
    expected = ["Clean air", "Warm homes"] if found else []
    assert read(text, "minutes", "m.md").priorities() == expected


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Its priorities for the year to come were online harm, neglect and the voice of the parent.",
         ["online harm", "neglect", "the voice of the parent"]),
        ("The Board had two priorities for 2031: cutting waste, and planting trees in every ward.",
         ["cutting waste", "planting trees in every ward"]),
        ("Our three priorities are: clean air; homes that are warm, dry and cheap; and good work.",
         ["clean air", "homes that are warm, dry and cheap", "good work"]),
        ("The priorities were agreed, published and sent to members.", []),
        ("Members discussed their priorities and went home.", []),
    ],
)  # fmt: skip
def test_a_sentence_names_priorities_one_after_the_other(read: Reader, sentence: str, found: list[str]) -> None:
    text = f"# Minutes\n\n## 4. Wolden plan\n\nThe Director spoke. {sentence} Members thanked her.\n\nRESOLVED: noted\n"
    assert read(text, "minutes", "m.md").priorities() == found


def test_outcomes_in_an_item_stand_below_their_theme(read: Reader) -> None:
    text = """# Minutes

## 4. Community plan

3.1 Four outcomes sit under two themes:

- People – Outcome 1: Everybody is well; Outcome 2: Older people have company
- Places – Outcome 3: Air is clean

RESOLVED: noted
"""
    paper = read(text, "minutes", "m.md")
    labels = {one.key: one.label for one in paper.findings.priorities}
    assert [(one.label, labels.get(one.parent)) for one in paper.findings.priorities] == [
        ("People", None),
        ("Outcome 1: Everybody is well", "People"),
        ("Outcome 2: Older people have company", "People"),
        ("Places", None),
        ("Outcome 3: Air is clean", "Places"),
    ]


def test_actions_of_an_item_that_bears_an_aim_stand_under_it(read: Reader) -> None:
    text = """# Minutes

## 4. Aim 2: Everybody in Wolden enjoys good mental health

#### What is going well

Clubs have opened (Aim 1: All children start well).

RESOLVED: that the Wolden Trust write to schools

## 5. Budget

RESOLVED: that the Wolden Trust publish the budget
"""
    paper = read(text, "minutes", "m.md")
    labels = {one.key: one.label for one in paper.findings.priorities}
    assert sorted(labels.values()) == [
        "Aim 1: All children start well",
        "Aim 2: Everybody in Wolden enjoys good mental health",
    ]
    assert [labels.get(one.priority) for one in paper.findings.actions] == [
        "Aim 2: Everybody in Wolden enjoys good mental health",
        None,
    ]
