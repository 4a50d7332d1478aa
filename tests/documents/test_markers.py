import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.documents.html_lists import print_number
from graphkit.documents.markers import MAX_LEVEL, Nesting, marker_of, roman


@pytest.mark.parametrize(
    ("line", "mark", "words"),
    [
        ("1.\u00a0 Open a hub", "1.", "Open a hub"),
        ("10.Build on it", "10.", "Build on it"),
        ("(2) note it", "(2)", "note it"),
        ("3) note it", "3)", "note it"),
        ("a) note it", "a)", "note it"),
        ("(b)\tnote it", "(b)", "note it"),
        ("c. note it", "c.", "note it"),
        ("(iv) note it", "(iv)", "note it"),
        ("ii. note it", "ii.", "note it"),
        ("6.2     The Board met", "6.2", "The Board met"),
        ("31.4 The Board met", "31.4", "The Board met"),
        ("6.2The Board met", "6.2", "The Board met"),
        ("1.4a go", "1.4a", "go"),
        ("·\u00a0 Why", "·", "Why"),
        ("•Why", "•", "Why"),
        ("- why", "-", "why"),
        ("– why", "–", "why"),
        ("* why", "*", "why"),
        ("Ø  why", "Ø", "why"),
        ("o  why", "o", "why"),
        ("\uf0b7 why", "\uf0b7", "why"),
        ("\u200bwhy", "\u200b", "why"),
        ("Q1. Do you agree?", "Q1.", "Do you agree?"),
        ("SW1\tOpen", "SW1", "Open"),
        ("AW3 Open a hub", "AW3", "Open a hub"),
        ("2 – Open a hub", "2", "Open a hub"),
        ("14 - Ask schools", "14", "Ask schools"),
        ("115.", "115.", ""),
        ("•", "•", ""),
    ],
)
def test_markers_as_boards_print_them(line: str, mark: str, words: str) -> None:
    marker = marker_of(line)
    assert marker is not None
    assert (marker.text, line[marker.end :]) == (mark, words)


@pytest.mark.parametrize(
    "line",
    [
        "9.30 am – 9.40 am",
        "10.00 a.m. start",
        "2.5 million people",
        "26 February 2024",
        "2013. We began",
        "(LADO) attended",
        "(CCG) and others",
        "e.g. a bus",
        "i.e. a bus",
        "29% of people",
        "1,140 patients",
        "-5 degrees",
        "Open a hub",
        "I agree",
        "",
    ],
)
def test_what_only_looks_like_a_marker(line: str) -> None:
    assert marker_of(line) is None


def test_an_initial_is_a_doubtful_marker() -> None:
    marker = marker_of("A. Scott")
    assert marker is not None
    assert marker.doubtful


@given(st.integers(1, 39))
def test_roman_numerals_read_back(value: int) -> None:
    assert roman(print_number(value, "i")[:-1]) == value
    assert roman(print_number(value, "I")[:-1]) == value


@given(st.text(alphabet="ivxlc", max_size=8))
def test_roman_gives_zero_or_a_small_value(numeral: str) -> None:
    assert 0 <= roman(numeral) <= 39


@given(st.text(max_size=60))
def test_a_marker_ends_inside_its_line(line: str) -> None:
    marker = marker_of(line)
    assert marker is None or 0 < len(marker.text) <= marker.end <= len(line)


def levels(*marks: str, indent: int = 0) -> list[int]:
    nesting = Nesting()
    return [nesting.place(marker_of(f"{mark} words"), indent, interrupted=False) for mark in marks]


def test_nesting_follows_the_order_of_the_kinds() -> None:
    assert levels("1.", "a.", "b.", "2.", "•", "•", "3.") == [1, 2, 2, 1, 2, 2, 1]
    assert levels("(i)", "(ii)", "(iii)", "(a)", "(b)", "(iv)") == [1, 1, 1, 2, 2, 1]


def test_i_after_h_is_a_letter() -> None:
    assert levels("(g)", "(h)", "(i)", "(j)") == [1, 1, 1, 1]


def test_a_deeper_indent_nests_the_same_bullet() -> None:
    nesting = Nesting()
    marker = marker_of("- words")
    places = [nesting.place(marker, indent, interrupted=False) for indent in (0, 4, 4, 8, 0)]
    assert places == [1, 2, 2, 3, 1]


def test_an_interruption_starts_anew_unless_the_number_goes_on() -> None:
    nesting = Nesting()
    assert nesting.place(marker_of("1. a"), 0, interrupted=True) == 1
    assert nesting.place(marker_of("a) b"), 0, interrupted=False) == 2
    assert nesting.place(marker_of("2. c"), 0, interrupted=True) == 1
    assert nesting.place(marker_of("• d"), 0, interrupted=True) == 1


@given(
    st.lists(st.tuples(st.sampled_from(["1.", "a)", "(i)", "•", "-", "6.1", None]), st.integers(0, 40), st.booleans()))
)
def test_levels_stay_in_range(steps: list[tuple[str | None, int, bool]]) -> None:
    nesting = Nesting()
    for mark, indent, interrupted in steps:
        marker = marker_of(f"{mark} words") if mark else None
        assert 1 <= nesting.place(marker, indent, interrupted=interrupted) <= MAX_LEVEL
