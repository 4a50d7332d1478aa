"""Notes in a margin column: minutes that print "ACTION" at the right of the page, and below it who is to act."""

import re
from collections.abc import Sequence

from graphkit.documents.columns import heads_column
from graphkit.documents.lines import Line
from graphkit.documents.model import TablePlace
from graphkit.documents.pieces import Piece

_LEAST_INDENT = 30
_MOST_WORDS = 3
_NOTE = re.compile(r"[ \t\u00a0]{3,}(?=\S)")
_LONGEST_NOTE = 24
_LONGEST_LINE = 400
_SHARE_OF_INDENT = 0.7


def margin_notes(lines: Sequence[Line], table: int) -> dict[int, Piece]:
    """The notes by line number, as cells below the margin's heading; their lines are cut short before them."""
    notes: dict[int, Piece] = {}
    header: Line | None = None
    for line in lines:
        if line.used or line.blank:
            continue
        if line.indent >= _LEAST_INDENT and len(line.text.split()) <= _MOST_WORDS and heads_column(line.text):
            header = line
            line.used = True
            notes[line.number] = _cell(line.start, line.end, table, len(notes), line.text, heads=True)
        elif header is not None and len(line.text) <= _LONGEST_LINE and (cut := _cut(line, header.indent)) is not None:
            start, end = cut
            notes[line.number] = _cell(start, line.end, table, len(notes), header.text, heads=False)
            line.text = line.text[: end - line.start]
            line.end = end
    return notes if len(notes) > 1 else _undo(lines, notes)


def _undo(lines: Sequence[Line], notes: dict[int, Piece]) -> dict[int, Piece]:
    """A heading without notes below it is no margin."""
    for line in lines:
        if line.number in notes:
            line.used = False
    return {}


def _cell(start: int, end: int, table: int, row: int, header: str, *, heads: bool) -> Piece:
    return Piece(start, end, "cell", place=TablePlace(table, row, 1, header, heads), sure=True)


def _cut(line: Line, margin: int) -> tuple[int, int] | None:
    """Where a line's note starts and its own words end."""
    gaps = list(_NOTE.finditer(line.text))
    if not gaps:
        return None
    gap = gaps[-1]
    if len(line.text) - gap.end() > _LONGEST_NOTE or line.indent + gap.end() < margin * _SHARE_OF_INDENT:
        return None
    return line.start + gap.end(), line.start + gap.start()
