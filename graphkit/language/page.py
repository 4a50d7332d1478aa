"""A paper as one flat line of text a block, so that a name broken over two printed lines is still one name."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from graphkit.documents.model import Block, Document, Span
from graphkit.language.fold import even, fold

_PLAIN = re.compile(r"(?<![\w'-])[a-z][a-z-]+(?![\w-])")
# Names behind a word that says where: "in Wolden and Mere", "at Kindle House".
_WHERE = re.compile(
    r"\b(?:in|on|at|near|across|around|outside|throughout|within) (?:the )?"
    r"([A-Z][\w'-]*(?:(?:,? and |, | )[A-Z][\w'-]*)*)"
)
_PARTED = re.compile(r",? and |, ")
_GAP = re.compile(r"\s{2,}|[^\S ]|^ | $")
# Site furniture that says whose meeting a page is about.
_MEETING = re.compile(r"\s*(?:Meeting of|Decision Maker:|Decision made by:|Committee:) ?\S.{5,160}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """The readable blocks of a Document, one a line, runs of white space folded to one blank.

    `text` keeps its case, `low` does not; both have the same length. `pieces` are the places where a stretch begins
    that the Document holds as it is, `offsets` where each begins there. `starts` holds where each line begins and
    `blocks` which block it is; `plain` are the words that the paper prints in small letters, `spots` the names that it
    uses to say where.
    """

    text: str
    low: str
    pieces: tuple[int, ...]
    offsets: tuple[int, ...]
    starts: tuple[int, ...]
    plain: frozenset[str]
    spots: frozenset[str]
    blocks: tuple[Block, ...]

    def span(self, start: int, end: int) -> Span:
        """The place in the Document of a stretch of this page."""
        return Span(self.offset(start), self.offset(end - 1) + 1)

    def offset(self, place: int) -> int:
        """The place in the Document of one character of this page."""
        i = bisect_right(self.pieces, place) - 1
        return self.offsets[i] + place - self.pieces[i]

    def line_at(self, place: int) -> int:
        """The index of the line that a place of this page lies in."""
        return bisect_right(self.starts, place) - 1

    def block_at(self, place: int) -> Block:
        """The block that a place of this page lies in."""
        return self.blocks[self.line_at(place)]

    def lines(self) -> list[tuple[int, int, Block]]:
        """Start, end and block of every line."""
        if not self.blocks:
            return []
        ends = [start - 1 for start in self.starts[1:]] + [len(self.text)]
        return list(zip(self.starts, ends, self.blocks, strict=True))


def page_of(document: Document) -> Page:
    """The flat page of a document, without its boilerplate but for the line that names the meeting."""
    texts: list[str] = []
    pieces: list[int] = []
    offsets: list[int] = []
    starts: list[int] = []
    blocks: list[Block] = []
    length = 0
    for block in document.blocks:
        if block.boilerplate and not _MEETING.match(document.quote(block.span)):
            continue
        text, places = _flatten(document.text, block.span)
        if not text:
            continue
        starts.append(length)
        blocks.append(block)
        texts.append(text)
        for place, offset in places:
            pieces.append(length + place)
            offsets.append(offset)
        length += len(text) + 1
    flat = "\n".join(texts)
    plain = frozenset(_PLAIN.findall(flat))
    spots = frozenset(name for found in _WHERE.findall(flat) for name in _PARTED.split(found))
    return Page(flat, fold(flat), tuple(pieces), tuple(offsets), tuple(starts), plain, spots, tuple(blocks))


def _flatten(text: str, span: Span) -> tuple[str, list[tuple[int, int]]]:
    """A block's text with single blanks, and where each stretch of it that is kept as it is begins, here and there.

    Two blanks stay where a line leaves a gap wider than one: columns of a table that became plain text.
    """
    kept: list[str] = []
    places: list[tuple[int, int]] = []
    part = even(text[span.start : span.end])
    place = length = 0
    for gap in _GAP.finditer(part):
        start, end = gap.span()
        if start > place:
            kept.append(part[place:start])
            places.append((length, span.start + place))
            length += start - place
        if length and end < len(part):
            wide = end - start > 1 and "\n" not in gap.group() and part[start - 1] not in ".:;?!"
            kept.append("  " if wide else " ")
            places.append((length, span.start + start))
            length += 2 if wide else 1
        place = end
    if place < len(part):
        kept.append(part[place:])
        places.append((length, span.start + place))
    return "".join(kept), places
