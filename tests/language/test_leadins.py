import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.language.leadins import Zone, names_priorities, opens, strategy_opens

# Outcome headings, with what is left of each as the outcome's own words (None: it follows on later lines).
OUTCOMES = [
    ("RESOLVED:", None),
    ("Resolved -", None),
    ("RESOLVED: That", None),
    ("RESOLVED", None),
    ("Resolved:- (1) That the plan be noted", "Resolved:- (1) That the plan be noted"),
    ("RESOLVED that the plan be approved", "RESOLVED that the plan be approved"),
    ("Decision", None),
    ("Decision:", None),
    ("DECISION", None),
    ("Decision Made:", None),
    ("Agreed that –", None),
    ("It was agreed:", None),
    ("It was agreed that the Chair would write", "It was agreed that the Chair would write"),
    ("7.10 AGREED: to fund the hub", "AGREED: to fund the hub"),
    ("Members agreed to –", None),
    ("The Board:", None),
    ("The Board resolved:- (i) to note the plan", "The Board resolved:- (i) to note the plan"),
    ("The Wolden Partnership agreed to fund the hub", "The Wolden Partnership agreed to fund the hub"),
    ("NOTED the report", "NOTED the report"),
    ("AGREED", None),
    ("Noted", None),
    ("Outcome of the discussion:", None),
    ("Agreed actions", None),
    ("  Resolved:  ", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "own"), OUTCOMES, ids=[row[0] for row in OUTCOMES])
def test_an_outcome_opens_under_any_heading(line: str, own: str | None) -> None:
    found = opens(line)
    assert found is not None
    assert (found.zone, found.governing) == ("outcome", "agree")
    assert (line[found.rest :] if found.rest is not None else None) == own


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Minutes:", "narrative"),
        ("Discussion", "narrative"),
        ("IN RESPONSE to questions, officers said", "narrative"),
        ("Present: Councillor Ash (Chair)", "attendance"),
        ("Apologies for absence", "attendance"),
        ("Reason for decision:", "reasons"),
        ("Alternative options considered", "reasons"),
        ("Declarations of interest", "reasons"),
        ("The Board is asked to:", "preamble"),
        ("Recommendations:", "preamble"),
        ("That the Board is invited to -", "preamble"),
        ("Next steps", "steps"),
        ("The key actions proposed were as follows:", "steps"),
        ("What happens next:", "steps"),
    ],
)
def test_a_label_opens_its_zone(line: str, zone: Zone) -> None:
    found = opens(line)
    assert found is not None
    assert (found.zone, found.rest) == (zone, None)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Members discussed the figures at length and heard from two carers.",
        "Agreed changes to the plan were shown on slide four of the presentation.",
        "noted concerns about the winter rota were then discussed in some detail",
        "The next steps had been set out in an earlier report, and members had no more questions.",
        "Decisions about housing are difficult for families.",
    ],
)
def test_ordinary_text_opens_nothing(line: str) -> None:
    assert opens(line) is None


STRATEGY: list[tuple[str, bool, Zone, str]] = [
    ("We will:", False, "commitments", "commit"),
    ("We will", True, "commitments", "commit"),
    ("What we will do", True, "commitments", "commit"),
    ("How will we get there?", True, "commitments", "commit"),
    ("Over the next two years partners will work with schools to:", False, "commitments", "commit"),
    ("It will achieve this by:", False, "commitments", "commit"),
    ("This will include:", False, "commitments", "commit"),
    ("Our commitments", True, "commitments", "commit"),
    ("Key actions", True, "commitments", "commit"),
    ("The two councils should:", False, "commitments", "commit"),
    ("Recommendations", True, "commitments", "recommend"),
    ("Recommendation 3", True, "commitments", "recommend"),
    ("Proposed actions", True, "commitments", "propose"),
    ("Our ambition", True, "aims", "commit"),
    ("What do we want to achieve?", True, "aims", "commit"),
    ("What success will look like", True, "aims", "commit"),
    ("Our four priorities are:", False, "priorities", "commit"),
    ("Our priorities", True, "priorities", "commit"),
    ("How will we know we have made a difference?", True, "background", "commit"),
    ("Why this matters", True, "background", "commit"),
    ("What you told us", True, "background", "commit"),
    ("The Board is asked to note:", False, "background", "commit"),
]


@pytest.mark.parametrize(("line", "heading", "zone", "governing"), STRATEGY, ids=[row[0] for row in STRATEGY])
def test_a_line_of_a_strategy_opens_its_zone(line: str, heading: bool, zone: Zone, governing: str) -> None:
    found = strategy_opens(line, heading=heading)
    assert found is not None
    assert (found.zone, found.governing) == (zone, governing)


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Ageing well", True),
        ("Our priorities", False),
        ("We will keep listening to residents.", False),
        ("In 2031 more people will walk to work.", False),
        ("", True),
    ],
)
def test_other_lines_of_a_strategy_open_nothing(line: str, heading: bool) -> None:
    assert strategy_opens(line, heading=heading) is None


def test_priorities_of_a_strategy_are_told_from_the_themes_of_a_meeting() -> None:
    assert names_priorities("The three priorities of the strategy remained as:")
    assert names_priorities("The aims of the plan are:")
    assert not names_priorities("The themes of the discussion were:")
    assert not names_priorities("Priorities were discussed.")


@given(st.text(), st.booleans())
def test_any_line_can_be_asked(line: str, heading: bool) -> None:
    found = opens(line)
    assert found is None or found.rest is None or 0 <= found.rest < len(line)
    assert strategy_opens(line, heading=heading) is None or line.strip()
