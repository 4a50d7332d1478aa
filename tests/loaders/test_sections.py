"""Which zone each line of a strategy stands in, told by what is read from it."""

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]


def priority_of(paper: Any, start: str) -> str | None:
    """The label of the priority under which an action stands."""
    labels = {one.key: one.label for one in paper.findings.priorities}
    key = paper.action(start).priority
    return labels[key] if key is not None else None


PLAN = """# Wolden plan

## Priority 1: Clean air

We will:

- plant 500 trees

## {heading}

The Wolden Trust will publish a report in March 2032.
"""


@pytest.mark.parametrize(
    ("heading", "priority"),
    [
        ("Next steps", None),
        ("How we will deliver", None),
        ("Making it happen", None),
        ("Monitoring and review", None),
        ("How will we know?", None),
        ("Governance", None),
    ],
)
def test_a_section_on_the_whole_plan_ends_the_priority_above(read: Reader, heading: str, priority: str | None) -> None:
    deeper = PLAN.replace("## {heading}", "### {heading}")
    for text in (PLAN, deeper):
        paper = read(text.format(heading=heading), "strategy", "p.md")
        assert priority_of(paper, "plant 500") == "Clean air"
        assert priority_of(paper, "The Wolden Trust will") == priority


def test_next_steps_under_each_priority_belong_to_each(read: Reader) -> None:
    part = "## Priority {n}: {name}\n\n### Next steps\n\n- The Wolden Trust will open hub {n} by 2032\n\n"
    text = "# Wolden plan\n\n" + part.format(n=1, name="Clean air") + part.format(n=2, name="Warm homes")
    paper = read(text, "strategy", "p.md")
    assert priority_of(paper, "The Wolden Trust will open hub 1") == "Clean air"
    assert priority_of(paper, "The Wolden Trust will open hub 2") == "Warm homes"


@pytest.mark.parametrize("heading", ["What we will deliver", "Our commitments", "Actions for 2031/32"])
def test_headings_below_one_of_things_to_do_open_lists_of_them(read: Reader, heading: str) -> None:
    text = (
        f"# Wolden plan\n\n## {heading}\n\n### Start well\n\nSponsor: Lena Brook\n\n- Open a nursery in Eastvale\n\n"
        "### Age well\n\n- Wolden Trust to run a lunch club\n"
    )
    paper = read(text, "strategy", "p.md")
    assert paper.actions() == ["Open a nursery in Eastvale", "Wolden Trust to run a lunch club"]
    assert paper.priorities() == ["Start well", "Age well"]


def test_the_paragraphs_of_you_said_we_did_are_told_apart(read: Reader) -> None:
    text = """# Northmere young people's plan: impact report

## Safe

You said: Somebody should light the park.

We did: Northmere City Council will be proud of the 20 lamps that it put up.

What comes next: Northmere Police will patrol the park until May 2032. We will ask schools to walk there together.

What we will do next: Wolden Trust to mend the gate.
"""
    paper = read(text, "strategy", "p.md")
    assert paper.actions() == [
        "Northmere Police will patrol the park until May 2032",
        "We will ask schools to walk there together",
        "Wolden Trust to mend the gate",
    ]


def test_a_case_study_does_not_end_the_section_it_stands_in(read: Reader) -> None:
    text = """# Wolden plan

## Keeping warm

We will:

- insulate 90 homes

## Case study: Ada

Ada rang the Trust. "We will get you warm," they said. The Trust will always be there for her.

## Recommendation 1

Wolden Trust should lend heaters.
"""
    paper = read(text, "strategy", "p.md")
    assert paper.actions() == ["insulate 90 homes", "Wolden Trust should lend heaters"]


def test_a_numbered_item_after_bullets_goes_on_with_the_list_around_them(read: Reader) -> None:
    text = """Wolden improvement plan

Improvement projects

SO1: By 2032, nine children in ten walk to school

1.1 Raise the number of walking buses
Project lead: Wolden Trust
Change ideas we will test:
- Lamps in Eastvale Lane
- A map for new families

1.2 Close three streets at school times
Project lead: Northmere Police

SO2: By 2032 fewer people fall

2.1 Run balance classes in every ward
Project lead: Wolden Trust
"""
    paper = read(text, "action-log")
    assert paper.actions() == [
        "Raise the number of walking buses",
        "Lamps in Eastvale Lane",
        "A map for new families",
        "Close three streets at school times",
        "Run balance classes in every ward",
    ]
    assert paper.priorities() == ["By 2032, nine children in ten walk to school", "By 2032 fewer people fall"]
    assert priority_of(paper, "Close three streets") == "By 2032, nine children in ten walk to school"
    assert priority_of(paper, "Run balance classes") == "By 2032 fewer people fall"
    assert paper.action("Close three").status == "planned"


@pytest.mark.parametrize(
    "item",
    [
        "Partners have met twice to plan the work",
        "The officers advise that the plan is lawful",
        "Launch: May 2032",
        "It is too soon to say",
    ],
)
def test_what_is_told_among_next_steps_is_no_step(read: Reader, item: str) -> None:
    paper = read(
        f"# Wolden plan\n\n## Next steps\n\n- {item}\n- Wolden Trust will publish the plan\n", "strategy", "p.md"
    )
    assert paper.actions() == ["Wolden Trust will publish the plan"]


def test_next_steps_inside_a_priority_with_others_to_come_are_its_own(read: Reader) -> None:
    text = """Eastvale strategy: progress report

Priority 1: Clean air

What we said we would do
- Plant 90 trees

What has gone well
The trees stand.

What we will do next
- Launch a bus by October 2032

Priority 2: Warm homes

Plans for 2032
- Extend the grant to tenants

Governance

The Wolden Trust will report every quarter.
"""
    paper = read(text, "strategy")
    assert paper.actions() == [
        "Launch a bus by October 2032",
        "Extend the grant to tenants",
        "The Wolden Trust will report every quarter",
    ]
    assert priority_of(paper, "Launch a bus") == "Clean air"
    assert priority_of(paper, "Extend the grant") == "Warm homes"
    assert priority_of(paper, "The Wolden Trust") is None
    assert paper.priorities() == ["Clean air", "Warm homes"]


def test_a_section_beside_numbered_priorities_is_none(read: Reader) -> None:
    text = """# Eastvale strategy

## Priority 1: Clean air

We will:

- plant 90 trees

## Our offer to staff

We will:

- pay the living wage
"""
    assert read(text, "strategy", "p.md").priorities() == ["Clean air"]


def test_a_letter_that_stands_for_a_bullet_is_no_reference(read: Reader) -> None:
    paper = read("Eastvale strategy\n\nWe will:\n o  plant 90 trees\n o  close two streets\n", "strategy")
    assert [(action.ref, action.text) for action in paper.findings.actions] == [
        (None, "plant 90 trees"),
        (None, "close two streets"),
    ]


def test_numbered_items_below_a_numbered_objective_are_read_one_by_one(read: Reader) -> None:
    text = """Eastvale strategy

Strategic objective 2: Treatment

2.1 Commission a new clinic by June 2031.
2.2 Recovery is hard to see in some towns.
2.3 It is known that stigma stops people.
2.4 Peer mentors to be employed in every service.
"""
    assert read(text, "strategy").actions() == [
        "Commission a new clinic by June 2031",
        "Peer mentors to be employed in every service",
    ]


@pytest.mark.parametrize("label", ["Year 1 (2031/32)", "Phase two", "Short term actions"])
def test_a_year_or_a_phase_opens_its_list(read: Reader, label: str) -> None:
    text = f"# Eastvale roadmap\n\n{label}\n\n- Recruit a manager\n- Roll out hubs to all wards\n"
    assert read(text, "strategy", "p.md").actions() == ["Recruit a manager", "Roll out hubs to all wards"]
