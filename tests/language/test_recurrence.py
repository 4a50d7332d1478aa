import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.language.recurrence import find_recurrence


@pytest.mark.parametrize(
    ("clause", "interval", "words"),
    [
        ("publish the data annually", "R/P1Y", "annually"),
        ("a six-monthly report be made", "R/P6M", "six-monthly"),
        ("report six monthly to the Board", "R/P6M", "six monthly"),
        ("meet quarterly", "R/P3M", "quarterly"),
        ("Quarterly reports be sent to members", "R/P3M", "Quarterly"),
        ("refresh the plan every two years", "R/P2Y", "every two years"),
        ("review it every other year", "R/P2Y", "every other year"),
        ("hold a clinic each month", "R/P1M", "each month"),
        ("hold a fair every October", "R/P1Y", "every October"),
        ("visit every Tuesday", "R/P7D", "every Tuesday"),
        ("visit once a fortnight or twice a year", "R/P6M", "twice a year"),
        ("meet four times a year", "R/P3M", "four times a year"),
        ("an annual update be presented", "R/P1Y", "an annual"),
        ("give 300 flu jabs a year", "R/P1Y", "300 flu jabs a year"),
        ("report every financial year", "R/P1Y", "every financial year"),
    ],
)
def test_a_stated_recurrence_is_found_with_its_place(clause: str, interval: str, words: str) -> None:
    found = find_recurrence(clause)
    assert found is not None
    assert (found[0], clause[slice(*found[1])]) == (interval, words)


@pytest.mark.parametrize(
    "clause",
    [
        "approve the Annual Report",
        "send a copy of the Northmere Annual Report to members",
        "call an annual general meeting",
        "report at each meeting",
        "open one hub in each quarter of the town",
        "spend £300,000 on grants a year",
        "raise the number from 12 to 40 a year",
        "every partner to sign",
        "meet four times a week",
        "",
    ],
)
def test_what_does_not_recur_is_left_alone(clause: str) -> None:
    assert find_recurrence(clause) is None


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = find_recurrence(text)
    assert found is None or text[slice(*found[1])]
