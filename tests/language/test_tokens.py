from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.documents.model import Span
from graphkit.language.tokens import sentences, trim, words


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan was noted. It was agreed.", ["The plan was noted.", "It was agreed."]),
        ("Dr. Ash spoke. Cllr. Penn replied.", ["Dr. Ash spoke.", "Cllr. Penn replied."]),
        ("Mr J. Brook asked why. Nobody knew!", ["Mr J. Brook asked why.", "Nobody knew!"]),
        ("1. Write to schools. Report back.", ["1. Write to schools.", "Report back."]),
        ("We met at 2.30 p.m. on Tuesday", ["We met at 2.30 p.m. on Tuesday"]),
        ("Costs rose by 3.5 per cent. Bids fell.", ["Costs rose by 3.5 per cent.", "Bids fell."]),
        ("the plan be noted.The Chair write", ["the plan be noted.", "The Chair write"]),
        ("First part\n\nSecond part", ["First part", "Second part"]),
        ("one line\nwrapped here. Next", ["one line\nwrapped here.", "Next"]),
        ("She said “yes.” He left.", ["She said “yes.”", "He left."]),
        ("e.g. parks and i.e. trees", ["e.g. parks and i.e. trees"]),
        ("", []),
        (" \xa0\n", []),
    ],
)
def test_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert [text[slice(*sentence)] for sentence in sentences(text, whole(text))] == expected


@given(st.text())
def test_sentences_lie_in_order_and_lose_nothing_but_white_space(text: str) -> None:
    found = sentences(text, whole(text))
    assert all(first.end <= second.start for first, second in pairwise(found))
    kept = "".join(text[slice(*sentence)] for sentence in found)
    drop = str.maketrans("", "", " \t\r\n\xa0\u2007\u202f\u200b\ufeff")
    assert kept.translate(drop) == text.translate(drop)


def test_words_keep_their_place_and_hyphens_apostrophes_and_ampersands() -> None:
    text = "The Children’s co-design (R&D) team’s 2-5 plan"
    found = words(text, whole(text))
    assert [word.text for word in found] == ["The", "Children’s", "co-design", "R&D", "team’s", "2-5", "plan"]
    assert found[1].low == "children's"
    assert all(text[word.start : word.end] == word.text for word in found)


@given(st.text(), st.integers(0, 50), st.integers(0, 50), st.text(max_size=3))
def test_trimming_keeps_within_the_span(text: str, start: int, length: int, extra: str) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    own = trim(text, span, extra)
    assert span.holds(own)
    assert own.start == own.end or text[own.start] not in " \t\n" + extra
