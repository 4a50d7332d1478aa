import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.language.label_matcher import LabelMatcher

MATCHER = LabelMatcher(
    {
        "homes": ["care homes"],
        "harm": ["self-harm"],
        "wellbeing": ["wellbeing", "mental wellbeing"],
        "falls": ["falls"],
        "carer": ["carer"],
        "send": ["SEND"],
        "young": ["children and young people"],
        "emergency": ["A&E"],
    }
)


def found(text: str) -> list[tuple[str, str]]:
    return [(key, text[start:end]) for key, start, end in MATCHER.find(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("in a Care Home", ("homes", "Care Home")),
        ("care homes’ staff", ("homes", "care homes")),
        ("care\n  homes", ("homes", "care\n  homes")),
        ("self harm", ("harm", "self harm")),
        ("selfharm", ("harm", "selfharm")),
        ("self‑harm", ("harm", "self‑harm")),
        ("well-being", ("wellbeing", "well-being")),
        ("prevent falls", ("falls", "falls")),
        ("two carers", ("carer", "carers")),
        ("a carer’s assessment", ("carer", "carer’s")),
        ("the SEND review", ("send", "SEND")),
        ("children & young people", ("young", "children & young people")),
        ("waits at A&E", ("emergency", "A&E")),
    ],
)
def test_whole_words_are_found_in_their_variants(text: str, hit: tuple[str, str]) -> None:
    assert hit in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "scare homes",
        "care homesteads",
        "a fall in numbers",
        "send it back",
        "care. Homes",
        "care\n\nhomes",
        "career",
        "CARE",
    ],
)
def test_other_words_are_not_found(text: str) -> None:
    assert found(text) == []


def test_labels_inside_longer_ones_are_given_too() -> None:
    assert found("mental well-being") == [("wellbeing", "mental well-being"), ("wellbeing", "well-being")]


def test_only_the_part_asked_for_is_read() -> None:
    text = "falls, falls, falls"
    assert MATCHER.find(text, 7, 12) == [("falls", 7, 12)]


def test_an_empty_label_matches_nothing() -> None:
    assert LabelMatcher({"none": ["", " - "]}).find("a - b", 0, 5) == []


@given(st.text(), st.text())
def test_any_label_is_found_in_itself_or_holds_no_word(label: str, around: str) -> None:
    matcher = LabelMatcher({"key": [label]})
    for key, start, end in matcher.find(around + " " + label, 0, len(around) + 1 + len(label)):
        assert key == "key"
        assert 0 <= start < end <= len(around) + 1 + len(label)
