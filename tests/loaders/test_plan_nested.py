"""Items that hold lists of their own."""

from collections.abc import Callable
from typing import Any

Reader = Callable[..., Any]


def nesting(paper: Any) -> list[tuple[str | None, str, str | None]]:
    """Reference, words and parent's words of each action."""
    words = {one.key: one.text for one in paper.findings.actions}
    return [(one.ref, one.text, words.get(one.parent)) for one in paper.findings.actions]


def test_marked_parts_nest_in_the_words_before_them(read: Reader) -> None:
    text = """# Plan

We commit to:

(a) put children first: (i) halve the wait for a dentist; (ii) give every school a nurse
(b) open a hub
"""
    assert nesting(read(text, "strategy", "p.md")) == [
        ("(a)", "put children first", None),
        ("(a)(i)", "halve the wait for a dentist", "put children first"),
        ("(a)(ii)", "give every school a nurse", "put children first"),
        ("(b)", "open a hub", None),
    ]


def test_a_clause_with_its_own_doer_after_a_colon_nests(read: Reader) -> None:
    first = "make discharge simpler: Wolden Trust will run one hub by May 2032"
    text = f"# Plan\n\nWe will:\n\n- {first}\n- open a hub: it is dear\n"
    assert nesting(read(text, "strategy", "p.md")) == [
        (None, "make discharge simpler", None),
        (None, "Wolden Trust will run one hub by May 2032", "make discharge simpler"),
        (None, "open a hub: it is dear", None),
    ]
