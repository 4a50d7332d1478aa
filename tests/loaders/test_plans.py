"""Strategies and plans: priorities, aims, and the ways in which partners commit to something."""

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]

STRATEGY = """# Northmere Wellbeing Strategy 2031 to 2036

## Priority 1: Starting well

Why this matters

One child in five has bad teeth.

We will:

- open a dental van for schools by 2033
- train 40 childminders with Wolden Hospitals
- [x] print a leaflet
- mend the fence of the play area

## Priority 2: Ageing well

Our ambition: Fewer people are lonely.

Northmere City Council will fund lunch clubs in every ward. We will review this plan each year. Loneliness will fall.
We will listen.

What success will look like

- More people have somebody to call

## Our approach

- We listen
"""


def test_a_strategy_gives_its_priorities_aims_and_commitments(read: Reader) -> None:
    paper = read(STRATEGY, "strategy", "paper.md")
    assert paper.priorities() == [
        "Starting well",
        "Ageing well",
        "Fewer people are lonely",
        "More people have somebody to call",
    ]
    assert paper.actions() == [
        "open a dental van for schools by 2033",
        "train 40 childminders with Wolden Hospitals",
        "mend the fence of the play area",
        "Northmere City Council will fund lunch clubs in every ward",
        "We will review this plan each year",
    ]
    assert {action.status for action in paper.findings.actions} == {"committed"}


def test_commitments_stand_under_the_priority_of_their_section(read: Reader) -> None:
    paper = read(STRATEGY, "strategy", "paper.md")
    labels = {priority.key: priority.label for priority in paper.findings.priorities}
    assert labels[paper.action("open a dental van").priority] == "Starting well"
    assert labels[paper.action("Northmere City Council will").priority] == "Ageing well"
    ambition = next(one for one in paper.findings.priorities if one.label == "Fewer people are lonely")
    assert ambition.parent is not None
    assert labels[ambition.parent] == "Ageing well"


def test_we_are_all_partners_and_a_named_body_is_itself(read: Reader) -> None:
    paper = read(STRATEGY, "strategy", "paper.md")
    assert paper.owners("open a dental van") == ["partners"]
    assert paper.parts("train 40 childminders")["Wolden Hospitals"] == "deliverer"
    assert paper.owners("Northmere City Council will") == ["Northmere City Council"]
    [we] = [party for party in paper.findings.parties if party.type == "collective" and "we" in party.names]
    assert {paper.words(span) for span in we.spans} == {"We"}


def test_times_and_recurrences_are_read(read: Reader) -> None:
    paper = read(STRATEGY, "strategy", "paper.md")
    assert paper.action("open a dental van").due.date == "2033"
    assert paper.action("We will review").recurrence == "R/P1Y"


@pytest.mark.parametrize(
    "lead_in",
    [
        "We will:",
        "Together we will:",
        "Over the next two years partners will work with schools to:",
        "What we will do",
        "Our commitments",
        "Key actions:",
        "It will achieve this by:",
        "How will we get there?",
        "The Partnership commits to:",
    ],
)
def test_a_lead_in_opens_a_list_of_commitments(read: Reader, lead_in: str) -> None:
    paper = read(
        f"# Active Wolden\n\n{lead_in}\n\n- Open two swimming pools\n- Opening a cycle track\n", "strategy", "p.md"
    )
    assert paper.actions() == ["Open two swimming pools", "Opening a cycle track"]
    assert all(action.stem is not None for action in paper.findings.actions)


def test_a_list_of_commands_right_under_a_heading_needs_no_lead_in(read: Reader) -> None:
    paper = read(
        "# Active Wolden\n\n## Clean air\n\n- Plant 500 trees\n- Close school streets to cars\n", "strategy", "p.md"
    )
    assert paper.actions() == ["Plant 500 trees", "Close school streets to cars"]
    assert paper.priorities() == ["Clean air"]


def test_a_body_in_the_lead_in_is_the_doer(read: Reader) -> None:
    paper = read(
        "# Place plan\n\nThe city council should:\n\n- open two parks\n- mend the bandstand\n", "strategy", "p.md"
    )
    assert paper.owners("open two parks") == ["city council"]
    assert paper.owners("mend the bandstand") == ["city council"]


PLAN = """# Damp homes plan

Lead: Northmere City Council

## Headline action 1: Survey every rented home

- D1: train ten surveyors
- share the findings with Age UK Northmere

Timescale: by March 2032

Supported by: Northmere Fire and Rescue Service

## Headline action 2: Write to landlords by June 2031

Lead: Northmere Police

Timescale: Ongoing

Status: In progress
"""


def test_a_headline_action_holds_the_list_below_it(read: Reader) -> None:
    paper = read(PLAN, "action-log", "paper.md")
    first = paper.action("Survey every rented home")
    assert [(action.ref, action.parent) for action in paper.findings.actions] == [
        ("1", None),
        ("D1", first.key),
        (None, first.key),
        ("2", None),
    ]
    assert paper.findings.kind == "action-plan"
    assert first.status == "planned"


def test_labelled_lines_tell_more_of_the_acts_before_them(read: Reader) -> None:
    paper = read(PLAN, "action-log", "paper.md")
    assert paper.owners("Survey every rented home") == ["Northmere City Council"]
    assert paper.owners("train ten surveyors") == ["Northmere City Council"]
    assert {action.due.date for action in paper.findings.actions[:3]} == {"2032-03"}
    assert paper.parts("share the findings")["Northmere Fire and Rescue Service"] == "supporter"
    second = paper.action("Write to landlords")
    assert paper.owners("Write to landlords") == ["Northmere Police"]
    assert (second.due.date, second.progress) == ("2031-06", "in progress")


RECOMMENDATIONS = """# Annual report of the Director of Public Health

## Recommendations

1. The two councils should plant trees near schools.
2. Northmere Police should publish its crash map. Lead: Northmere Police, with Wolden Hospitals.

### Recommendation 3

NHS Northmere and Wolden Integrated Care Board should fund a dental van.

## Proposed actions

- Trial a school street
"""


def test_recommendations_and_proposals_have_their_own_status(read: Reader) -> None:
    paper = read(RECOMMENDATIONS, "strategy", "paper.md")
    assert [action.status for action in paper.findings.actions] == ["recommended"] * 3 + ["proposed"]
    assert paper.owners("The two councils") == ["The two councils"]
    assert paper.parts("Northmere Police should") == {"Northmere Police": "owner", "Wolden Hospitals": "deliverer"}
    assert paper.owners("NHS Northmere") == ["NHS Northmere and Wolden Integrated Care Board"]


@pytest.mark.parametrize(
    "text",
    [
        "By 2036 fewer people will smoke.",
        "Northmere City Council will be pleased to hear from you.",
        "Northmere City Council will continue to have a duty of care.",
        "We will listen to residents.",
        "Northmere City Council opened a hub in 2030.",
        "Should the city plant more trees?",
        "What success will look like\n\n- Every child swims by the age of eleven",
    ],
)
def test_outcomes_wishes_and_background_are_no_actions(read: Reader, text: str) -> None:
    assert read(f"# Active Wolden\n\n## Ageing well\n\n{text}\n", "strategy", "paper.md").actions() == []


def test_furniture_is_no_priority(read: Reader) -> None:
    sections = [
        "## Introduction\n\nWe will:\n\n- plant trees",
        "## Glossary",
        "## Clean air\n\nWe will:\n\n- close streets",
    ]
    text = "\n\n".join(["# Active Wolden", *sections])
    assert read(text, "strategy", "paper.md").priorities() == ["Clean air"]


def test_the_same_priority_named_twice_is_one(read: Reader) -> None:
    listed = "Our two priorities are:\n\n- Clean air\n- Safe streets"
    text = f"# Active Wolden\n\n{listed}\n\n## Clean air\n\nWe will:\n\n- plant trees\n"
    paper = read(text, "strategy", "paper.md")
    assert paper.priorities() == ["Clean air", "Safe streets"]
    assert paper.action("plant trees").priority == "clean-air"


def test_an_item_that_nothing_understands_is_reported(read: Reader) -> None:
    paper = read(
        "# Active Wolden\n\nOur commitments\n\n- Plant trees\n- Three schools are talking\n", "strategy", "p.md"
    )
    assert [(paper.words(one.span), one.reason) for one in paper.findings.unread] == [
        ("Three schools are talking", "no verb understood")
    ]


@pytest.mark.parametrize("item", ["Cleaner air for all", "Drop-in sessions in both hubs", "More benches on the hill"])
def test_words_without_a_verb_among_commitments_are_one_too(read: Reader, item: str) -> None:
    paper = read(f"# Active Wolden\n\nThis year:\n\n- Plant trees\n- {item}\n", "strategy", "p.md")
    assert paper.action(item).status == "committed"


def test_questions_among_steps_are_no_commitments(read: Reader) -> None:
    text = "# Active Wolden\n\nWe will:\n\n- plant trees\n- should the Council close some streets?\n"
    assert [action.text for action in read(text, "strategy", "p.md").findings.actions] == ["plant trees"]


@pytest.mark.parametrize(
    ("item", "due"),
    [
        ("Open a hub in Wolden (Northmere City Council, by June 2026)", "2026-06"),
        ("Train 40 volunteers (Northmere City Council)", None),
        ("Plant trees on the hill. Lead - Northmere City Council with schools", None),
    ],
)
def test_the_brackets_or_tail_of_an_item_name_its_lead(read: Reader, item: str, due: str | None) -> None:
    paper = read(f"# Active Wolden\n\nThis year we will:\n\n- {item}\n", "strategy", "p.md")
    (action,) = paper.findings.actions
    (owner,) = [part for part in action.participations if part.role == "owner"]
    assert paper.words(owner.span) == "Northmere City Council"
    assert owner.basis == "explicit"
    assert (action.due.date if action.due else None) == due


def test_priorities_whose_words_differ_only_late_are_two(read: Reader) -> None:
    same = "A city in which everybody has somebody to call when times are hard"
    text = f"# Active Wolden\n\nOur priorities are:\n\n- {same} at home\n- {same} at work\n"
    priorities = read(text, "strategy", "paper.md").findings.priorities
    assert len(priorities) == len({priority.key for priority in priorities}) == 2


@pytest.mark.parametrize(
    ("before", "heading"),
    [
        ("", "Agreed by the Wolden Board, June 2024"),
        ("", "Approved in May 2025"),
        ("“It was a lifeline,” she said. “I had nobody.”", "Resident, Ferry Road"),
    ],
)
def test_a_subtitle_or_the_name_under_a_quotation_is_no_priority(read: Reader, before: str, heading: str) -> None:
    text = f"# Active Wolden\n\n{before}\n\n## {heading}\n\nWe will:\n\n- plant trees\n- mend paths\n"
    assert read(text, "strategy", "p.md").priorities() == []


DASHED = [
    ("Open a hub in Wolden — Northmere City Council", {"Northmere City Council": "owner"}),
    ("Open a hub in Wolden - Northmere City Council with Age UK Northmere",
     {"Northmere City Council": "owner", "Age UK Northmere": "deliverer"}),
    ("Open a hub in Wolden – *Lead: Northmere City Council*", {"Northmere City Council": "owner"}),
    ("Open a hub in Wolden - Northmere City Council to share the cost",
     {"Northmere City Council": "funder", "partners": "owner"}),
    ("Open a hub in Wolden - the first of three", {"partners": "owner"}),
]  # fmt: skip


@pytest.mark.parametrize(("item", "parts"), DASHED)
def test_the_words_behind_an_item_s_dash_name_who_does_it(read: Reader, item: str, parts: dict[str, str]) -> None:
    paper = read(f"# Active Wolden\n\nThis year we will:\n\n- {item}\n", "strategy", "p.md")
    assert paper.parts("Open a hub") == parts


def test_people_without_a_name_are_parties_but_no_partners(read: Reader) -> None:
    paper = read("# Active Wolden\n\nThis year we will:\n\n- train 40 night porters in first aid\n", "strategy", "p.md")
    [porters] = [party for party in paper.findings.parties if party.label == "night porters"]
    assert (porters.type, porters.partner) == ("collective", False)
    assert paper.parts("train 40")["night porters"] == "audience"


@pytest.mark.parametrize(
    ("lead", "owner", "status"),
    [
        ("Wolden Council commits to:", "Wolden Council", "committed"),
        ("Wolden Hospitals NHS Trust pledges to:", "Wolden Hospitals NHS Trust", "committed"),
        ("Schools are encouraged to:", "Schools", "requested"),
        ("We ask employers to:", "employers", "requested"),
    ],
)
def test_who_is_named_in_a_lead_in_owns_its_list(read: Reader, lead: str, owner: str, status: str) -> None:
    paper = read(f"# Charter\n\n{lead}\n\n- open the gardens to the public\n", "strategy", "p.md")
    assert paper.owners("open the gardens") == [owner]
    assert paper.action("open the gardens").status == status


def test_steps_that_are_headings_are_promised_by_all(read: Reader) -> None:
    text = """Eastvale well-being plan 2031

Objective 1: Reduce debt

The steps we will take

Step 1: Map where people are in debt
Step 2: Open money advice in surgeries

Objective 2: Care for nature

The steps we will take

Step 1: Plant a million trees
"""
    paper = read(text, "strategy")
    assert [(action.ref, action.text, action.status) for action in paper.findings.actions] == [
        ("1", "Map where people are in debt", "committed"),
        ("2", "Open money advice in surgeries", "committed"),
        ("1", "Plant a million trees", "committed"),
    ]
    assert paper.priorities() == ["Reduce debt", "Care for nature"]
    assert paper.owners("Plant a million") == ["partners"]


def test_a_label_before_an_item_is_no_part_of_it(read: Reader) -> None:
    items = "- **Smoke free**: we will make all sites smokefree\n- *Weight* – open a clinic\n"
    assert read(f"# Plan\n\n## Our commitments\n\n{items}", "strategy", "p.md").actions() == [
        "we will make all sites smokefree",
        "open a clinic",
    ]


def test_an_ambition_told_in_prose_is_an_aim_of_its_priority(read: Reader) -> None:
    told = "Our ambition is that nobody waits more than a week. Waits are long."
    paper = read(f"# Plan\n\n{told}\n\n## Priority 2: Access\n\n{told}\n", "strategy", "p.md")
    assert paper.priorities() == ["Access", "nobody waits more than a week"]


@pytest.mark.parametrize(
    "title", ["Annual Report of the Director of Public Health", "A report by the Medical Director"]
)
def test_who_says_i_is_the_post_whose_report_it_is(read: Reader, title: str) -> None:
    paper = read(f"# {title}\n\n## Next steps\n\n- I will visit every school in Wolden by 2033.\n", "strategy", "p.md")
    post = title.partition(" the ")[2]
    assert [paper.owners(action.text[:12]) for action in paper.findings.actions] == [[post]]


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("I recommend that EASTRANS review the times of buses, with patients.", "EASTRANS review the times of buses"),
        ("That all partners sign the charter.", "all partners sign the charter"),
        ("Consider a levy on sugary drinks.", "Consider a levy on sugary drinks"),
        ("Eastvale Council should mend its paths. They are poor.", "Eastvale Council should mend its paths"),
    ],
)
def test_what_stands_below_a_numbered_recommendation_is_one(read: Reader, words: str, action: str) -> None:
    paper = read(f"# Annual report\n\n## Recommendation 4\n\n{words}\n\nBuses are late.\n", "strategy", "p.md")
    [one] = paper.actions()
    assert one.startswith(action)
    assert paper.findings.actions[0].status == "recommended"


def test_words_around_a_list_of_recommendations_are_none(read: Reader) -> None:
    items = "1. A levy on sugar\n2. That schools teach it\n"
    text = f"# Annual report\n\n## Recommendations\n\nThere are two of them.\n\n{items}"
    assert read(text, "strategy", "p.md").actions() == ["A levy on sugar", "schools teach it"]


@pytest.mark.parametrize(
    "lead",
    [
        "THE recommendations are:",
        "Our main recommendations include:",
        "The recommendations for schools were as follows:",
    ],
)
def test_numbers_with_dashes_below_recommendations_are_its_items(read: Reader, lead: str) -> None:
    items = "1 – Raise awareness in schools.\n\n2 – Training for shop staff.\n\n3 – Plant trees.\n"
    text = f"The plan for the town\n\n{lead}\n\n{items}"
    paper = read(text, "strategy", "p.txt")
    assert [(action.ref, action.status) for action in paper.findings.actions] == [
        (str(n), "recommended") for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    "first",
    [
        "Share information with carers about buses.",
        "Further develop the links with sports clubs.",
        "Support small groups to grow in size.",
    ],
)
def test_paragraphs_of_commands_in_a_row_are_a_list_that_has_lost_its_marks(read: Reader, first: str) -> None:
    text = f"""# Eastvale action plan

## Transport

Buses matter to everyone who does not drive.

{first}

Explore with Wolden Trust how lifts can be shared.

People of all ages can get about.
"""
    actions = read(text, "strategy", "p.md").findings.actions
    assert not any(part.role == "owner" for action in actions for part in action.participations)
    assert [action.text.split()[-1] for action in actions] == [first.rsplit(maxsplit=1)[-1].strip("."), "shared"]


@pytest.mark.parametrize("words", ["Visit our website to read the full plan.", "Tell us what you think of it all."])
def test_what_a_page_asks_of_its_reader_is_no_action(read: Reader, words: str) -> None:
    text = f"# Eastvale plan\n\n## Buses\n\nBuses matter.\n\n{words}\n\nContact the team by email or phone.\n"
    assert not read(text, "strategy", "p.md").findings.actions


@pytest.mark.parametrize("label", ["Project lead", "Lead", "Lead officer"])
def test_a_post_with_its_body_behind_a_comma_is_one_lead(read: Reader, label: str) -> None:
    lead = f"{label}: Head of Housing, Northmere City Council"
    text = f"# Eastvale plan\n\n{lead}\n\n## Homes\n\nKey actions:\n\n- Open a hub\n"
    paper = read(text, "strategy", "p.md")
    names = {party.key: party.label for party in paper.findings.parties}
    owners = [names[part.party] for part in paper.findings.actions[0].participations if part.role == "owner"]
    assert owners == ["Head of Housing"]


@pytest.mark.parametrize("tail", ["for the first two years", "on housing", "with dates and leads"])
def test_a_plan_that_will_be_published_by_a_time_is_an_action(read: Reader, tail: str) -> None:
    text = (
        f"# Eastvale strategy\n\n## Delivery\n\nAn action plan {tail} will be published by Wolden Trust by May 2031.\n"
    )
    assert len(read(text, "strategy", "p.md").findings.actions) == 1
