"""Rows of a table whose columns are set out with blanks."""

from collections.abc import Sequence

from graphkit.documents.columns import GAP, WIDE_GAP, Cell, Row, heads_column, is_header, split
from graphkit.documents.lines import Line, following

_FEWEST_ROWS = 3  # of a table without a header
_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 100
_FEWEST_APART = 4  # columns of a table without a header whose rows stand apart
_MOST_BLANKS = 3
_MOST_WORDS = 3  # of a cell of a header's second line
_LONGEST_GROUP = 60


def aligned_rows(lines: Sequence[Line], at: int, text: str) -> list[Row]:
    """The rows of a table that starts here: below a header, or alike in their number of columns; [] if none does."""
    head = split(lines[at], GAP)
    if len(head) > 1 and is_header([text[cell.start : cell.end] for cell in head]):
        rows = _below_header(lines, at, head)
        if len(head) >= _FEWEST_COLUMNS or len(rows) >= _FEWEST_ROWS:
            return rows
        return []
    return _alike(lines, at) if len(split(lines[at], WIDE_GAP)) >= _FEWEST_COLUMNS - 1 else []


def _below_header(lines: Sequence[Line], at: int, head: tuple[Cell, ...]) -> list[Row]:
    starts = [cell.start - lines[at].start + lines[at].indent for cell in head]
    rows = [Row((lines[at],), head), *_more_head(lines, at, starts)]
    heads, blanks = len(rows), 0
    for line in following(lines, at + heads):
        if line.blank:
            blanks += 1
            continue
        row = _fit(line, starts, apart=blanks > 0)
        if row is None and _parts_rows(lines, line, starts):
            continue
        if row is None or blanks > _MOST_BLANKS or (row.more and len(rows) == heads):
            break
        blanks = 0
        rows.append(row)
    return rows if len(rows) > heads else []


def _more_head(lines: Sequence[Line], at: int, starts: list[int]) -> list[Row]:
    """A second line of the header: words that head columns, in their places ("TARGET" above "DATE")."""
    line = lines[at + 1] if at + 1 < len(lines) else None
    if line is None or line.blank or line.indent <= 1:
        return []
    cells = _cut(line, starts)
    words = [line.text[cell.start - line.start : cell.end - line.start] for cell in cells]
    if not cells or not all(len(shown.split()) <= _MOST_WORDS and heads_column(shown) for shown in words):
        return []
    return [Row((line,), cells, more=True, heads=True)]


def _parts_rows(lines: Sequence[Line], line: Line, starts: list[int]) -> bool:
    """Whether a short line of its own heads the rows below it ("May 2031"): the next line with words is a row."""
    if line.indent > starts[0] + 1 or len(line.text) > _LONGEST_GROUP or line.text.endswith("."):
        return False
    at = line.number - lines[0].number + 1
    after = next((one for one in lines[at : at + _MOST_BLANKS] if not one.blank), None)
    row = _fit(after, starts, apart=False) if after is not None else None
    return row is not None and not row.more and len(row.cells) > 1


def _fit(line: Line, starts: list[int], *, apart: bool) -> Row | None:
    """A row by its number of gaps, or by the places where the columns of the header start; None if it does not fit."""
    cells = _merge_sentences(line, split(line, GAP), len(starts))
    if len(cells) == len(starts):
        return Row((line,), cells)
    if apart:
        return None
    widest = max(range(len(starts) - 1), key=lambda column: starts[column + 1] - starts[column])
    if line.indent <= 1 and len(cells) == 1:
        goes_on = line.width < starts[widest + 1] - starts[widest] and line.text[0].islower()
        return Row((line,), (Cell(line.start, line.end, widest),), more=True) if goes_on else None
    cut = _cut(line, starts)
    if len(cut) > 1 and (line.indent <= 1 or GAP.search(line.text)):
        return Row((line,), cut, more=line.indent > 1 and cut[0].column > 0)
    return Row((line,), cut, more=True) if line.indent > 1 and cut else None


def _merge_sentences(line: Line, cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    """Where there are more cells than columns, those that only the end of a sentence parted are one."""
    if len(cells) > _MOST_COLUMNS:
        return ()
    merged = list(cells)
    at = 0
    while len(merged) > width and at + 1 < len(merged):
        if line.text[merged[at].end - line.start - 1] in ".?!:;,":
            merged[at] = merged[at]._replace(end=merged[at + 1].end)
            del merged[at + 1]
        else:
            at += 1
    return tuple(cell._replace(column=column) for column, cell in enumerate(merged))


def _cut(line: Line, starts: list[int]) -> tuple[Cell, ...]:
    """The cells between the places where columns start; () if a word stands across one of them."""
    cells = []
    at = 0
    for column, place in enumerate([*starts[1:], line.width + 1]):
        stop = _space_near(line.text, place - line.indent)
        if stop is None:
            return ()
        body = line.text[at:stop]
        words = body.strip()
        if words:
            start = line.start + at + len(body) - len(body.lstrip())
            cells.append(Cell(start, start + len(words), column))
        at = max(at, stop)
    return tuple(cells)


def _space_near(text: str, column: int) -> int | None:
    """The blank at or next to the place where a column should begin."""
    if column <= 0:
        return 0
    if column > len(text):
        return len(text)
    for place in (column - 1, column, column + 1, column - 2):
        if 0 <= place < len(text) and text[place].isspace():
            return place
    return None


def _alike(lines: Sequence[Line], at: int) -> list[Row]:
    """Lines with the same number of wide gaps; the first may lack its first column, as the head of figures does."""
    rows: list[Row] = []
    width = 0
    apart = False
    for line in following(lines, at):
        if line.blank:
            apart = True
            continue
        cells = split(line, WIDE_GAP)
        if not rows:
            rows.append(Row((line,), cells))
            continue
        width = width or len(cells)
        if len(cells) != width or (apart and width < _FEWEST_APART):
            break
        rows.append(Row((line,), cells))
    if width < _FEWEST_COLUMNS or len(rows) < _FEWEST_ROWS:
        return []
    first = rows[0]
    if len(first.cells) == width - 1:
        if first.lines[0].indent <= 1:
            return []
        rows[0] = first._replace(cells=tuple(cell._replace(column=cell.column + 1) for cell in first.cells))
    return rows if len(first.cells) in {width, width - 1} else []
