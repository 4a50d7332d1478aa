"""Tables that were flattened into text.

Columns are parted by tabs, bars, slashes or dashes, or set out with blanks, or stacked with a cell on each line. A cell
that runs over several lines of a table set out with blanks gives a block for each line, all with the same place.
"""

import re
from collections.abc import Sequence

from graphkit.documents.aligned import aligned_rows
from graphkit.documents.columns import Cell, Row, is_header, split
from graphkit.documents.furniture import is_furniture, is_rule
from graphkit.documents.lines import Line, following
from graphkit.documents.loose import loose_rows
from graphkit.documents.markers import marker_of
from graphkit.documents.model import TablePlace
from graphkit.documents.pieces import Piece
from graphkit.documents.stacked import even_rows, stacked_rows

_TAB, _BAR, _SLASH, _DASH = (re.compile(pattern) for pattern in (r"\t", r"\|", r"(?<=\s)/(?=\s)", r"(?<=\s)[–—](?=\s)"))
# A slash or a dash is common in prose, so it needs a header; the least number of columns that makes a table.
_SEPARATORS = ((_TAB, 2, False), (_BAR, 2, False), (_SLASH, 3, True), (_DASH, 3, True))
_ITEM_CELLS = 2
_RULER = re.compile(r"[\s|:+=-]*")


def find_tables(lines: Sequence[Line], text: str) -> tuple[dict[int, list[Piece]], int]:
    """The cells of every table, by line number, and how many tables; the lines that they take are marked as used."""
    found: dict[int, list[Piece]] = {}
    table = 0
    at = 0
    while at < len(lines):
        rows = _rows_at(lines, at, text)
        if not rows:
            at += 1
            continue
        for line in (line for row in rows for line in row.lines):
            line.used = True
        for piece, number in _pieces(rows, table, text):
            found.setdefault(number, []).append(piece)
        table += 1
        at = rows[-1].lines[-1].number - lines[0].number + 1
    return found, table


def _rows_at(lines: Sequence[Line], at: int, text: str) -> list[Row]:
    line = lines[at]
    if line.blank or line.used or is_furniture(line.text) or is_rule(line.text):
        return []
    rows = _separated(lines, at, text) or aligned_rows(lines, at, text)
    return rows or stacked_rows(lines, at) or loose_rows(lines, at) or even_rows(lines, at)


def _is_item(line: Line, cells: tuple[Cell, ...]) -> bool:
    """A marker, a tab and its words."""
    return sum(cell.end > cell.start for cell in cells) <= _ITEM_CELLS and marker_of(line.text) is not None


def _pieces(rows: list[Row], table: int, text: str) -> list[tuple[Piece, int]]:
    """Each cell as a piece, with the number of its line."""
    shown = [text[cell.start : cell.end] for cell in rows[0].cells]
    # A first row that begins further right than the others names the columns of figures.
    headed = rows[0].heads or is_header(shown) or rows[0].cells[0].column > 0
    headers: dict[int, str] = {}
    for row in rows if headed else ():
        if row is not rows[0] and not (row.heads and row.more):
            break
        for cell in row.cells:
            headers[cell.column] = " ".join(
                [headers.get(cell.column, ""), *text[cell.start : cell.end].split()]
            ).strip()
    result = []
    number = -1
    for row in rows:
        number += not row.more
        for cell in row.cells:
            place = TablePlace(table, number, cell.column, headers.get(cell.column, ""), headed and number == 0)
            line = next(line for line in row.lines if line.start <= cell.start <= line.end)
            piece = Piece(cell.start, cell.end, "cell", number=cell.number, place=place, sure=True)
            result.append((piece, line.number))
    return result


def _separated(lines: Sequence[Line], at: int, text: str) -> list[Row]:
    """Rows of the same number of columns, parted by the same character."""
    for pattern, least, needs_header in _SEPARATORS:
        first = split(lines[at], pattern)
        if len(first) < least or (pattern is _TAB and _is_item(lines[at], first)):
            continue
        if needs_header and not is_header([text[cell.start : cell.end] for cell in first]):
            continue
        rows: list[Row] = []
        rulers: list[Line] = []
        for line in following(lines, at):
            if _RULER.fullmatch(line.text) and not line.blank:
                rulers.append(line)
                continue
            cells = split(line, pattern)
            if line.blank or len(cells) != len(first):
                break
            rows.append(Row((line,), cells))
        if len(rows) > 1:
            for line in rulers:
                line.used = True
            if rulers and rulers[0].number == rows[0].lines[0].number + 1:
                rows[0] = rows[0]._replace(heads=True)
            return rows
    return []
