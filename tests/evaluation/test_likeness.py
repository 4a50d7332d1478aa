"""Wordings compared as bags of words."""

import pytest

from graphkit.evaluation.likeness import alike, contained, plain_name, words


def test_words_are_letters_and_digits_and_an_apostrophe_joins() -> None:
    assert words("The Board’s 3rd-quarter REPORT (2024)") == ["the", "boards", "3rd", "quarter", "report", "2024"]
    assert words(None) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Northmere City Council", "Northmere City Council"),
        ("Department of Health & Care", "Department for Health and Care".replace("for", "of")),
        ("Children and Families Team", "Children & Families Team"),
    ],
)
def test_names_that_differ_in_small_words_alone_are_one(one: str, other: str) -> None:
    assert plain_name(one) == plain_name(other)


def test_a_name_of_small_words_alone_is_empty() -> None:
    assert plain_name("The") == plain_name("&") == ""


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("publish the plan", "the plan to publish by May", 1.0),
        ("publish the plan", "burn the plan", 2 / 3),
        ("we will open two hubs", "close", 0.0),
        ("publish", "Publish", 1.0),
        ("publish", "publish the plan", 0.0),
        ("plan plan", "plan the day", 0.5),
        ("", "", 0.0),
        (None, "the plan", 0.0),
    ],
)
def test_contained_is_the_share_of_the_shorter_text_and_one_word_must_be_all(
    one: str | None, other: str | None, share: float
) -> None:
    assert contained(one, other) == contained(other, one) == pytest.approx(share)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("Warm homes", "warm homes", 1.0),
        ("Warm homes", "Warm homes for all people", 4 / 7),
        ("Warm homes", "Fresh food", 0.0),
        ("", "Warm homes", 0.0),
        (None, None, 0.0),
    ],
)
def test_alike_counts_the_words_of_both(one: str | None, other: str | None, share: float) -> None:
    assert alike(one, other) == alike(other, one) == pytest.approx(share)
