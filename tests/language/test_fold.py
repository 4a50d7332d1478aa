import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.language.fold import even, fold, slug


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(even(text)) == len(text)


def test_no_character_of_unicode_changes_the_length() -> None:
    changed = [code for code in range(sys.maxunicode + 1) if len(fold(f"a{chr(code)}a")) != 3]
    assert changed == []


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Northmere’s\xa0Board", "northmere's board"),
        ("self‑harm – and “care”", 'self-harm - and "care"'),
        ("İlford", "ilford"),
        ("one\ntwo", "one\ntwo"),
    ],
)
def test_what_varies_without_meaning_is_evened_out(printed: str, folded: str) -> None:
    assert fold(printed) == folded


def test_evening_keeps_case() -> None:
    assert even("May’s Plan") == "May's Plan"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NHS Northmere & Wolden ICB", "nhs-northmere-and-wolden-icb"),
        ("Children’s Services", "childrens-services"),
        ("Ynys Môn", "ynys-mon"),
        (" (2) ", "2"),
        ("—", ""),
    ],
)
def test_slugs_are_plain_words_joined_by_dashes(text: str, name: str) -> None:
    assert slug(text) == name


@given(st.text())
def test_slugs_hold_nothing_else(text: str) -> None:
    made = slug(text)
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not made.startswith("-")
    assert not made.endswith("-")
