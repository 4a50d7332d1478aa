"""Bullets that run on inside a paragraph."""

import pytest

from graphkit.documents.pieces import Piece
from graphkit.documents.run_in import split_run_in


def parts(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in split_run_in(text, [Piece(0, len(text))])]


@pytest.mark.parametrize("bullet", "•▪●")
def test_a_paragraph_is_cut_before_each_bullet_in_it(bullet: str) -> None:
    text = (
        f"Number of empty shops in the town {bullet} Review the list of shops 2031/32 {bullet} Open a market every week"
    )
    assert parts(text) == [
        ("paragraph", "Number of empty shops in the town"),
        ("item", "Review the list of shops 2031/32"),
        ("item", "Open a market every week"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Home • Council • Bins and recycling • Contact",
        "One bullet alone • tells nothing of the words that stand on its left side",
        "Tel: 01234 • Email: hub@example.org • Post: 1 High Street",
    ],
)
def test_a_line_of_links_stays_whole(text: str) -> None:
    assert parts(text) == [("paragraph", text)]
