"""The priorities of a strategy: headings, lists, tables and aims, each once and under its parent."""

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]


def tree(paper: Any) -> list[tuple[str, str | None]]:
    """Each priority with the label of the one above it."""
    labels = {one.key: one.label for one in paper.findings.priorities}
    return [(one.label, labels.get(one.parent)) for one in paper.findings.priorities]


@pytest.mark.parametrize(
    "lead", ["Our four ambitions are:", "The plan has three priorities:", "We will focus on:", "Our priorities"]
)
def test_listed_priorities_are_named_by_the_words_before_their_dash(read: Reader, lead: str) -> None:
    text = (
        f"# Eastvale plan\n\n{lead}\n\n- Fair - every child has a good start\n- Strong places – people who feel safe\n"
    )
    paper = read(text, "strategy", "p.md")
    assert tree(paper) == [("Fair", None), ("every child has a good start", "Fair"), ("Strong places", None)]


def test_a_section_bears_the_name_of_a_listed_priority(read: Reader) -> None:
    text = """# Eastvale plan

The plan has two ambitions:

- Fair
- Safe

## FAIR

What comes next: Wolden Trust will open a pantry in 2032.

## Another matter

Wolden Trust will report in June 2033.
"""
    paper = read(text, "strategy", "p.md")
    assert paper.priorities() == ["Fair", "Safe"]
    fair = paper.findings.priorities[0].key
    assert [action.priority for action in paper.findings.actions] == [fair, None]


@pytest.mark.parametrize("lead", ["By 2033 we want to see:", "What good looks like:", "What we want to see:"])
def test_what_partners_want_to_see_stands_below_its_priority(read: Reader, lead: str) -> None:
    text = f"# Eastvale plan\n\n## Priority 1: Clean air\n\n{lead}\n\n- Fewer children with asthma\n- More trees\n"
    assert tree(read(text, "strategy", "p.md")) == [
        ("Clean air", None),
        ("Fewer children with asthma", "Clean air"),
        ("More trees", "Clean air"),
    ]


def test_a_plan_on_a_page_names_priorities_and_aims_in_its_rows(read: Reader) -> None:
    text = """# Eastvale plan

## Plan on a page

| | Ambition | We will know because |
|---|---|---|
| **Start well** | Every child can swim | fewer children drown |
| **Age well** | Older people have company | number of lunch clubs |

## Start well

- [ ] SW1 Open the baths on Sundays
- [ ] SW2 Train 20 swimming teachers
"""
    paper = read(text, "strategy", "p.md")
    assert tree(paper) == [
        ("Start well", None),
        ("Every child can swim", "Start well"),
        ("fewer children drown", "Start well"),
        ("Age well", None),
        ("Older people have company", "Age well"),
    ]
    assert {action.priority for action in paper.findings.actions} == {paper.findings.priorities[0].key}
    assert [action.ref for action in paper.findings.actions] == ["SW1", "SW2"]


def test_the_vision_of_the_whole_plan_is_no_priority(read: Reader) -> None:
    vision = "## Our vision\n\nEverybody in Eastvale lives well."
    text = f"# Eastvale plan\n\n{vision}\n\n## Priority 1: Clean air\n\n- We listen\n"
    assert read(text, "strategy", "p.md").priorities() == ["Clean air"]


def test_the_headings_under_our_priorities_are_priorities_without_a_list(read: Reader) -> None:
    text = """# Eastvale plan

## Our supporting priorities

### Good work for everyone

The partners will sign a charter.

### Warm homes

Many homes are cold.

## Glossary

Hub: a place.
"""
    assert read(text, "strategy", "p.md").priorities() == ["Good work for everyone", "Warm homes"]


def test_chapters_with_recommendations_are_priorities(read: Reader) -> None:
    text = """Annual report of the Director of Public Health

Chapter One: Who we are

The area is large.

Chapter Two: Keeping moving

Few people walk.

Recommendation 1
Eastvale Council should mend the paths by May 2032.

Recommendation 2
I recommend that Wolden Trust open its gym to all.

Chapter Three: Keeping warm

Recommendation 3
All partners should train their staff. I shall report on this in my next report.
"""
    paper = read(text, "strategy")
    assert paper.priorities() == ["Keeping moving", "Keeping warm"]
    assert [action.status for action in paper.findings.actions[:3]] == ["recommended"] * 3


def test_the_ambition_of_the_whole_plan_is_no_priority(read: Reader) -> None:
    text = "# Eastvale plan\n\n## Our ambition\n\nThriving in every village.\n\n## Priority 1: Homes\n\n{}"
    own = "### Our ambition\n\nEvery home is warm.\n"
    assert read(text.format(own), "strategy", "p.md").priorities() == ["Homes", "Every home is warm"]


def test_themes_in_a_sentence_name_the_sections_below(read: Reader) -> None:
    text = """Northmere framework

Our framework is built on three themes: keeping active, staying connected and living safely.

Keeping active
We commit to opening the baths on Sundays.

Living safely
Northmere Police has pledged to train 50 wardens.
"""
    paper = read(text, "strategy")
    assert paper.priorities() == ["keeping active", "staying connected", "living safely"]
    labels = {one.key: one.label for one in paper.findings.priorities}
    assert [(labels[one.priority], one.status) for one in paper.findings.actions] == [
        ("keeping active", "committed"),
        ("living safely", "committed"),
    ]
    assert paper.owners("Northmere Police has") == ["Northmere Police"]


def test_a_table_of_actions_may_hold_aims_too(read: Reader) -> None:
    text = """# Eastvale plan

| Priority | What we want to see | What we will do | Who |
|---|---|---|---|
| Best start | Children are ready to learn | Open two hubs | Eastvale Council |
"""
    paper = read(text, "action-log", "p.md")
    assert tree(paper) == [("Best start", None), ("Children are ready to learn", "Best start")]
    assert paper.actions() == ["Open two hubs"]


def test_a_heading_that_names_a_body_is_no_priority_and_its_list_is_the_bodys_own(read: Reader) -> None:
    text = """# Wolden charter

## Wolden Council

- We will open our hall on Sundays
- Train every warden

## Wolden Hospitals NHS Trust

- Offer advice on every ward
- Host a fair each spring
"""
    paper = read(text, "strategy", "p.md")
    assert paper.priorities() == []
    assert paper.owners("We will open") == ["Wolden Council"]
    assert paper.owners("Host a fair") == ["Wolden Hospitals NHS Trust"]


@pytest.mark.parametrize(
    "lead",
    [
        "The board has picked two priorities where it thinks that acting as one would change most for the town:",
        "Written for both councils, the two main aims of the strategy are to:",
        "The strategy looks at what shapes health by focusing on two key areas:",
    ],
)
def test_a_lead_in_that_tells_more_of_the_priorities_still_lists_them(read: Reader, lead: str) -> None:
    paper = read(
        f"# Eastvale plan\n\n{lead}\n\n- Cut waiting for help\n- Help people to stay in work\n", "strategy", "p.md"
    )
    assert paper.priorities() == ["Cut waiting for help", "Help people to stay in work"]
    assert not paper.findings.actions


@pytest.mark.parametrize(
    "lead",
    ["We will work by two principles:", "We will be led by these values:", "All we do follows the behaviours below:"],
)
def test_principles_are_neither_priorities_nor_actions(read: Reader, lead: str) -> None:
    paper = read(
        f"# Eastvale plan\n\n{lead}\n\n- Sharing power with those we serve\n- Prevention: stopping harm early\n",
        "strategy",
        "p.md",
    )
    assert not paper.priorities()
    assert not paper.findings.actions


def test_coded_lines_below_the_heading_of_priorities_are_those(read: Reader) -> None:
    text = """Health and Wellbeing Ageing Well

The town is growing older.

Ageing Well Priorities

Priority Description
AW1 Stop falls at home
AW2 Improve support for carers
AW3 Help people to stay in work
"""
    paper = read(text, "strategy", "p.txt")
    assert paper.priorities() == ["Stop falls at home", "Improve support for carers", "Help people to stay in work"]
    assert not paper.findings.actions


@pytest.mark.parametrize("heading", ["May 2031", "Quarter 2 2031", "Being implemented", "In progress", "Not started"])
def test_a_heading_of_time_or_progress_names_no_priority(read: Reader, heading: str) -> None:
    text = f"# Eastvale plan\n\n## Homes\n\nWe will:\n\n- open a hub\n\n## {heading}\n\nWe will:\n\n- train 40 carers\n"
    assert read(text, "strategy", "p.md").priorities() == ["Homes"]


@pytest.mark.parametrize("header", ["Priority areas", "Our priorities", "Focus areas"])
def test_a_table_names_the_priorities_below_each_outcome(read: Reader, header: str) -> None:
    text = f"""# Eastvale plan

| Outcome | {header} |
|---|---|
| A town that works | Fair pay; More visitors |
| Safer streets | Fire safety at home; Less violence |
"""
    assert tree(read(text, "strategy", "p.md")) == [
        ("A town that works", None),
        ("Fair pay", "A town that works"),
        ("More visitors", "A town that works"),
        ("Safer streets", None),
        ("Fire safety at home", "Safer streets"),
        ("Less violence", "Safer streets"),
    ]


@pytest.mark.parametrize("header", ["Supporting priority", "Priority", "Strategic priority area"])
def test_a_table_of_leads_names_the_priorities(read: Reader, header: str) -> None:
    text = f"""# Eastvale plan

| {header} | Led by | Where it is planned |
|---|---|---|
| Homes that are warm | Eastvale Housing Forum | Housing strategy |
| Good work | Wolden Business Board | Jobs plan |
| Other priorities | Wolden Partnership | Place plan |
"""
    assert read(text, "strategy", "p.md").priorities() == ["Homes that are warm", "Good work"]


@pytest.mark.parametrize(
    "lead",
    [
        "Our proposed Ambitions and Priorities are:",
        "The themes and the goals are as follows:",
        "Our three aims, with their priorities, are:",
    ],
)
def test_a_lead_in_of_two_levels_opens_headings_with_a_list_below_each(read: Reader, lead: str) -> None:
    text = f"""Wolden strategy consultation

{lead}

Ambition 1: Starting Well
- Promoting play in every park.
- Better help with speech.

Ambition 2: Living Well
- Reducing the harm from smoke.
"""
    paper = read(text, "strategy", "p.txt")
    assert set(paper.priorities()) == {
        "Starting Well",
        "Living Well",
        "Promoting play in every park",
        "Better help with speech",
        "Reducing the harm from smoke",
    }
    assert not paper.findings.actions


@pytest.mark.parametrize("dash", [" – ", " - ", ": "])
def test_paragraphs_that_open_with_a_name_are_the_priorities_that_were_announced(read: Reader, dash: str) -> None:
    text = f"""# Eastvale plan

It looks at what shapes health by focusing on two key areas:

Safe Homes{dash}helping people of all ages to mend, warm and adapt the place they live in, and tackling the harm that
comes from damp, cold and crowding, street by street.

Fair Work{dash}supporting employers of every size to pay well and to keep their people well.

This is a long road, and no partner can walk it alone.
"""
    assert read(text, "strategy", "p.md").priorities() == ["Safe Homes", "Fair Work"]


@pytest.mark.parametrize("word", ["such as", "including", "for example"])
def test_a_long_priority_is_named_without_its_examples(read: Reader, word: str) -> None:
    text = f"""# Eastvale plan

Our priorities are:

- Respite
- Differences between kinds of carer, {word} young carers, parents of a child with a disability, and those who work
"""
    assert read(text, "strategy", "p.md").priorities() == ["Respite", "Differences between kinds of carer"]
