import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.language.leadins import Zone, opens

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
        ("Agreed actions", "actions"),
        ("ACTIONS:", "actions"),
        ("Members went through the action points:", "log"),
        ("The report asked the Board to:", "preamble"),
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


@given(st.text())
def test_any_line_can_be_asked(line: str) -> None:
    found = opens(line)
    assert found is None or found.rest is None or 0 <= found.rest < len(line)
