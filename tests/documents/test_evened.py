from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit import documents
from graphkit.documents.evened import evened
from graphkit.documents.model import Block, Document, Span

Paper = Callable[[str], Document]


def made(*printed: tuple[str, str]) -> Document:
    """A document of blocks given as (kind, text), one a line."""
    blocks, text = [], ""
    for kind, words in printed:
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))  # type: ignore[arg-type]
        text += words + "\n"
    return Document("k", "k.txt", "text/plain", text, tuple(blocks), "0" * 64)


def shown(document: Document) -> list[str]:
    return [evened(document).document.quote(block.span) for block in evened(document).document.blocks]


def test_an_even_paper_is_read_as_it_is() -> None:
    document = made(("paragraph", "The plan be published."))
    assert evened(document).same
    assert evened(document).document is document


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Ms Keld undertook\nto send it", "Ms Keld undertook to send it"),
        ("subject\r\n    to funding", "subject to funding"),
        ("by\xa031\xa0March", "by 31 March"),
        ("published.  The Board", "published. The Board"),
        ("Open a hub      Northmere Council", "Open a hub  Northmere Council"),
    ],
)
def test_white_space_in_a_block_is_one_blank_but_for_a_gap_between_columns(printed: str, words: str) -> None:
    assert shown(made(("paragraph", printed))) == [words]


def test_a_cell_keeps_its_lines() -> None:
    assert shown(made(("cell", "Jane Marsh \n  Tom\xa0Reed"))) == ["Jane Marsh\nTom Reed"]


def test_what_is_found_goes_back_to_the_printed_words() -> None:
    document = made(("heading", "A\n  plan"), ("paragraph", "It be \n published"), ("item", "x"))
    even = evened(document)
    assert [even.back(block.span) for block in even.document.blocks] == [block.span for block in document.blocks]
    start = even.document.text.index("be published")
    assert document.quote(even.back(Span(start, start + 12))) == "be \n published"
    assert even.back(Span(start, start)) == Span(document.text.index("be"), document.text.index("be"))


PRINTED = st.text(st.sampled_from("ab.;:, \n\t\xa0\u2003"), min_size=1, max_size=30)


@given(st.lists(st.tuples(st.sampled_from(["paragraph", "item", "cell", "heading"]), PRINTED), max_size=6))
def test_every_word_stays_and_every_place_leads_back(printed: list[tuple[str, str]]) -> None:
    document = made(*printed)
    even = evened(document)
    assert even.document.text.split() == document.text.split()
    for at, letter in enumerate(even.document.text):
        if not letter.isspace():
            assert document.quote(even.back(Span(at, at + 1))) == letter
    assert evened(even.document).document.text == even.document.text


def test_a_broken_paper_keeps_the_words_of_its_blocks(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    text = "RESOLVED that\n\n- the plan for the parks be\n  published by the Trust\n- it be noted\n"
    path.write_text(text, encoding="utf-8")
    even = evened(documents.read(path)).document
    assert [even.quote(block.span) for block in even.blocks if block.kind == "item"] == [
        "the plan for the parks be published by the Trust",
        "it be noted",
    ]
