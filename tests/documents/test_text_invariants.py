"""What holds of every text, however odd."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from graphkit.documents.markdown import read_markdown
from graphkit.documents.model import Block
from graphkit.documents.source import Reading, Source
from graphkit.documents.text import read_text

_PIECES = st.sampled_from(
    [
        "The Board agreed the plan.", "resolved that", "RESOLVED:", "Minutes:", "Supporting documents:", "1.",
        "1. open", "2.Close", "(a) note", "(i)", "ii. go", "6.2 It", "A. One", "B. Two", "• dot", "•", "- dash",
        "* star", "Ø  glyph", "\u200b", "\u00a0", "\u00a0 lost", "Priority 1: Work", "HOW WE WORK", "Why this matters",
        "Contents", "Intro 3", "12", "Page 1 of 2", "115.", "HWB.31", "ICB/24/001: Title", "187  CAPS – Prose here",
        "a | b | c", "Ref | Action", "x\ty\tz", "1.1\twords", "Ref   Action    Lead", "1     Open      AB", "Ref",
        "Action", "Lead", "----", "====", "Annex PDF 12 KB", "PDF 12 KB", "We will:", "lower case line", "# Head",
        "Skip to main content", "> quote", "**bold**", "| x | y |", "|---|---|", "- [ ] **A1** task", "---", "\x0c",
        "\r", "\u2028", "word " * 30, "\\", " " * 60 + "ACTION", "He will do it by then." + " " * 50 + "AB",
        "Moot Hall, Wolden, NX1 2AB", "\ud7ff", "\U0001f600 emoji",
    ]
)  # fmt: skip
_LINES = st.lists(st.tuples(st.sampled_from(["", "", "  ", "\t", "\u00a0"]), _PIECES), max_size=25)
_TEXTS = st.one_of(
    st.builds(
        lambda lines, end: end.join(indent + piece for indent, piece in lines), _LINES, st.sampled_from(["\n", "\r\n"])
    ),
    st.text(max_size=300),
)


def markers_of(text: str, blocks: tuple[Block, ...]) -> set[int]:
    """The places of the printed markers, each nearest before the block that carries it."""
    places: set[int] = set()
    for block in blocks:
        if block.number:
            before = text.rfind(block.number, 0, block.span.start)
            if before >= 0:
                places.update(range(before, before + len(block.number)))
    return places


def check(text: str, reading: Reading) -> None:
    assert reading.text == text
    covered: set[int] = set()
    for block in reading.blocks:
        places = set(range(block.span.start, block.span.end))
        assert 0 <= block.span.start < block.span.end <= len(text)
        assert not covered & places
        covered |= places
        assert block.level == 0 or 1 <= block.level <= 9
        assert block.kind != "heading" or 1 <= block.level <= 6
        assert block.kind != "item" or block.level >= 1
        assert block.kind != "cell" or block.place is not None
    starts = [block.span.start for block in reading.blocks]
    assert starts == sorted(starts)
    markers = markers_of(text, reading.blocks)
    lost = {i for i, char in enumerate(text) if char.isalnum() and i not in covered and i not in markers}
    assert not lost, [text[max(0, i - 10) : i + 10] for i in sorted(lost)][:3]


@given(_TEXTS)
def test_every_word_of_a_text_is_in_exactly_one_block(text: str) -> None:
    check(text, read_text(Source(Path("paper.txt"), text, "")))


@given(_TEXTS)
def test_every_word_of_markdown_is_in_exactly_one_block(text: str) -> None:
    reading = read_markdown(Source(Path("paper.md"), text, ""))
    assert reading.text == text
    spans = [block.span for block in reading.blocks]
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(_TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    source = Source(Path("paper.txt"), text, "")
    assert read_text(source) == read_text(source)
