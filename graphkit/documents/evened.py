"""A paper as readers of sentences like it: white space inside a block evened out, and the way back to the printed text.

Papers are broken over lines at any width, indented, and padded with non-breaking spaces. Words mean the same however
they are set, so rules read a copy in which a block is one line with single blanks; what they find is then put back
(`Evened.back`) onto the text as printed, which is the only one that facts quote. Cells keep their line ends, which part
one name from the next, and a gap of several blanks stays two: it parts columns that became plain text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from graphkit.documents.model import Block, Document, Span

_GAP = re.compile(r"\s{2,}|[^\S ]")
# The same in a cell, whose line ends count.
_CELL_GAP = re.compile(r"[^\S\n]*\n\s*|[^\S\n]{2,}|[^\S \n]")
_SENTENCE_ENDS = ".:;?!"


class _Edit(NamedTuple):
    """White space at [start, end) of the printed text, and what stands for it."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Evened:
    """The evened copy. `starts` are where its stretches of unchanged text begin, `shifts` how far each was moved."""

    document: Document
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    @property
    def same(self) -> bool:
        """Whether nothing had to be evened out."""
        return len(self.starts) == 1

    def back(self, span: Span) -> Span:
        """The span of the printed text for one of the copy."""
        if span.end <= span.start:
            start = self._back(span.start)
            return Span(start, start)
        return Span(self._back(span.start), self._back(span.end - 1) + 1)

    def _back(self, place: int) -> int:
        return place + self.shifts[bisect_right(self.starts, place) - 1]


def evened(document: Document) -> Evened:
    """The evened copy of a document; the document itself where it is even already."""
    edits = sorted(_edits(document))
    if not edits:
        return Evened(document)
    pieces: list[str] = []
    starts, shifts, froms = [0], [0], [0]
    done = length = 0
    for edit in edits:
        if edit.start < done:
            continue
        pieces += [document.text[done : edit.start], edit.words]
        length += edit.start - done + len(edit.words)
        done = edit.end
        starts.append(length)
        shifts.append(done - length)
        froms.append(done)
    pieces.append(document.text[done:])

    def forth(place: int) -> int:
        return place - shifts[bisect_right(froms, place) - 1]

    def moved(block: Block) -> Block:
        return replace(block, span=Span(forth(block.span.start), forth(block.span.end)))

    copy = replace(document, text="".join(pieces), blocks=tuple(moved(block) for block in document.blocks))
    return Evened(copy, tuple(starts), tuple(shifts))


def _edits(document: Document) -> Iterator[_Edit]:
    for block in document.blocks:
        printed = document.quote(block.span)
        for gap in (_CELL_GAP if block.kind == "cell" else _GAP).finditer(printed):
            words = _blank(printed, gap, cell=block.kind == "cell")
            if words != gap.group():
                yield _Edit(block.span.start + gap.start(), block.span.start + gap.end(), words)


def _blank(printed: str, gap: "re.Match[str]", *, cell: bool) -> str:
    """What stands for white space: a line end in a cell, two blanks for a gap that parts columns, else one."""
    if "\n" in gap.group():
        return "\n" if cell else " "
    wide = gap.end() - gap.start() > 1 and printed[gap.start() - 1 : gap.start()] not in _SENTENCE_ENDS
    return "  " if wide else " "
