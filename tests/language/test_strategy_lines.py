import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.language.strategy_lines import heading_opens, lead_opens


@pytest.mark.parametrize(
    "line",
    [
        "Ageing well",
        "Good work for everyone",
        "Priority 2: Ageing well",
        "Reduce our carbon footprint",
        "Keeping moving",
        "Connected communities",
        "Support people to live and age well",
        "Being warm, fed and connected",
        "Housing and homelessness",
        "In 2031 more people will walk to work.",
        "",
    ],
)
def test_the_name_of_a_priority_opens_nothing(line: str) -> None:
    assert heading_opens(line) is None


@pytest.mark.parametrize("line", ["We will keep listening to residents.", "We will open a hub in each town.", "", ":"])
def test_a_sentence_of_its_own_opens_no_list(line: str) -> None:
    assert lead_opens(line) is None


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Outcomes (What will be achieved? What will change?)", "aims"),
        ("Commitments (what each of us will do)", "commitments"),
        ("Our priorities (2031 to 2036)", "priorities"),
        ("How we will measure success (key indicators)", "measures"),
    ],
)
def test_brackets_after_a_heading_change_nothing(line: str, zone: str) -> None:
    opened = heading_opens(line)
    assert opened is not None
    assert opened.zone == zone


@given(st.text())
def test_any_line_can_be_asked(line: str) -> None:
    assert heading_opens(line) is None or line.strip()
    assert lead_opens(line) is None or line.strip()
