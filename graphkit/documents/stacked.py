"""Rows of a table that was saved with each cell on a line of its own."""

import re
from collections.abc import Sequence
from itertools import islice

from graphkit.documents.columns import Cell, Row, heads_column
from graphkit.documents.lines import Line, following
from graphkit.documents.stacked_heads import Head, head_at, is_name, is_state, is_time, names_some

_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 20
_MOST_WORDS = 3
_MOST_BETWEEN = 4  # lines of headings or notes between two rows of the same table
_FEWEST_EVEN_ROWS = 2  # with the header
_FEWEST_WORDS = 3
_REFERENCE = re.compile(r"(?:[A-Z]{0,4}\d{1,4}(?:[./]\d+)*[A-Za-z]?[.)]?|\d{1,2}[./]\d{1,2}[./]\d{2,4})")


def stacked_rows(lines: Sequence[Line], at: int) -> list[Row]:
    """A header with a heading on each line, then rows of as many lines that start with a reference; [] if none."""
    if not _is_heading(lines[at]):
        return []
    head: list[Line] = []
    rest = at
    while rest < len(lines) and len(head) <= _MOST_COLUMNS and (lines[rest].blank or _is_heading(lines[rest])):
        if not lines[rest].blank:
            head.append(lines[rest])
        rest += 1
    if not _FEWEST_COLUMNS <= len(head) <= _MOST_COLUMNS:
        return []
    # The title above a header may be made of words that head columns too.
    return max(_below(lines, head, rest), _below(lines, head[1:], rest), key=len)


def _below(lines: Sequence[Line], head: Sequence[Line], rest: int) -> list[Row]:
    if len(head) < _FEWEST_COLUMNS:
        return []
    rows = [_row(head)]
    while (chunk := _chunk(lines, rest, len(head))) or (chunk := _later_group(lines, rest, len(head))):
        rows.append(_row(chunk))
        rest = chunk[-1].number - lines[0].number + 1
    return rows if len(rows) > 1 else []


def even_rows(lines: Sequence[Line], at: int) -> list[Row]:
    """The same with rows that have no reference, as long as each line looks like what its column holds."""
    head = head_at(lines, at)
    if head is None or head.lead is None:
        return []
    rows = [head.row]
    rest = head.rest
    while chunk := _next(lines, rest, len(head.columns)):
        if not _fits(chunk, head):
            break
        rows.append(_row(chunk))
        rest = chunk[-1].number - lines[0].number + 1
    return rows if len(rows) > _FEWEST_EVEN_ROWS else []


def _next(lines: Sequence[Line], at: int, width: int) -> list[Line]:
    """The next lines with words, as many as there are columns; [] where the text ends before."""
    chunk = list(islice((line for line in following(lines, at) if not line.blank), width))
    return chunk if len(chunk) == width else []


def _fits(chunk: Sequence[Line], head: Head) -> bool:
    """Whether a line that tells an act stands where acts do, and short ones where leads and times do."""
    act = chunk[head.act].text
    if len(act.split()) < _FEWEST_WORDS or not act[0].isupper():
        return False
    if head.time is not None:
        when = chunk[head.time].text
        if not (is_time(when) or is_state(when)):
            return False
    lead = chunk[head.lead].text if head.lead is not None else ""
    return names_some(lead) or is_name(lead)


def _is_heading(line: Line) -> bool:
    return line.text[:1].isupper() and len(line.text.split()) <= _MOST_WORDS and heads_column(line.text)


def _chunk(lines: Sequence[Line], at: int, width: int) -> list[Line]:
    """The next `width` lines, if the first is a reference; [] if not."""
    chunk: list[Line] = []
    for line in following(lines, at):
        if line.blank:
            continue
        if not chunk and not _REFERENCE.fullmatch(line.text):
            return []
        chunk.append(line)
        if len(chunk) == width:
            return chunk
    return []


def _later_group(lines: Sequence[Line], at: int, width: int) -> list[Line]:
    """A row that stands together behind a few lines of headings or notes, between blank lines; [] if there is none."""
    passed = 0
    for index in range(at, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        if index and lines[index - 1].blank and _REFERENCE.fullmatch(line.text):
            group = lines[index : index + width]
            return list(group) if len(group) == width and not any(one.blank for one in group) else []
        passed += 1
        if passed > _MOST_BETWEEN:
            return []
    return []


def _row(lines: Sequence[Line]) -> Row:
    return Row(tuple(lines), tuple(Cell(line.start, line.end, column) for column, line in enumerate(lines)))
