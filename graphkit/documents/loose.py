"""Rows of a table whose cells were saved one below the other, each over as many lines as it filled on the page.

Nothing but what the lines look like tells where a cell ends: a row opens with its number, the lead is a line of
initials or a name, and what follows is a time or what has come of it. A cell that was empty on the page has no line.
"""

from collections.abc import Sequence

from graphkit.documents.columns import Cell, Row
from graphkit.documents.furniture import is_furniture, is_page_number, is_rule
from graphkit.documents.lines import Line, following
from graphkit.documents.markers import Marker, marker_of
from graphkit.documents.stacked_heads import Head, ends_sentence, head_at, is_name, is_state, is_time, names_some

_MOST_ABOVE = 4  # lines of headings or notes between the header and the first row


def loose_rows(lines: Sequence[Line], at: int) -> list[Row]:
    """A header with a heading on each line, then numbered rows with their cells below one another; [] if none."""
    head = head_at(lines, at)
    if head is None:
        return []
    rows = [head.row]
    body: list[Line] = []
    family: str | None = None
    above = 0
    for line in following(lines, head.rest):
        marker = marker_of(line.text)
        opens = marker is not None and marker.end < len(line.text) and marker.family in ("decimal", "number", "code")
        if _ends(line, head):
            break
        if marker is not None and opens and (family or _first_family(lines, line, marker)) == marker.family:
            family = marker.family
            rows += _row(body, head)
            body = [line]
        elif opens or marker is not None or line.blank:
            rows += _row(body, head)
            body = []
        elif body:
            body.append(line)
        if family is None and not line.blank:
            above += 1
            if above > _MOST_ABOVE:
                return []
    rows += _row(body, head)
    return rows if len(rows) > 1 else []


def _ends(line: Line, head: Head) -> bool:
    return is_page_number(line.text) or is_rule(line.text) or is_furniture(line.text) or line.text == head.lines[0].text


def _first_family(lines: Sequence[Line], line: Line, marker: Marker) -> str | None:
    """The family of the rows' numbers: "1." may only head the rows "1.1", "1.2"."""
    if marker.family == "decimal":
        return "decimal"
    at = line.number - lines[0].number + 1
    below = (marker_of(one.text) for one in lines[at : at + _MOST_ABOVE])
    return None if any(one is not None and one.family == "decimal" for one in below) else marker.family


def _row(body: Sequence[Line], head: Head) -> list[Row]:
    """The row that a numbered line opens, its cells told by their looks; [] for no lines."""
    if not body:
        return []
    marker = marker_of(body[0].text)
    start = body[0].start + (marker.end if marker else 0)
    lead = _lead_line(body, head)
    stop = lead if lead is not None else _after_sentence(body)
    cells = [Cell(start, body[stop - 1].end, head.act, marker.text if marker else None)]
    rest = list(body[stop:])
    if lead is not None and head.lead is not None:
        cells.append(Cell(rest[0].start, rest[0].end, head.lead))
        rest = rest[1:]
    if rest and head.time is not None and head.time > head.act and is_time(rest[0].text):
        cells.append(Cell(rest[0].start, rest[0].end, head.time))
        rest = rest[1:]
    last = [at for at in range(head.act + 1, len(head.columns)) if at not in (head.lead, head.time)]
    if rest:
        cells.append(Cell(rest[0].start, rest[-1].end, last[0] if last else len(head.columns) - 1))
    return [Row(tuple(body), tuple(sorted(cells, key=lambda cell: cell.column)))]


def _lead_line(body: Sequence[Line], head: Head) -> int | None:
    """The first line that looks like who leads: initials, or a name after the end of a sentence."""
    if head.lead is None or head.lead < head.act:
        return None
    initials = (i for i in range(1, len(body)) if names_some(body[i].text))
    names = (i for i in range(1, len(body)) if ends_sentence(body[i - 1].text) and is_name(body[i].text))
    return next(initials, None) or next(names, None)


def _after_sentence(body: Sequence[Line]) -> int:
    """The first line after the act's own that tells a time or a state; the number of lines where none does."""
    for i in range(1, len(body)):
        if is_state(body[i].text) or (is_time(body[i].text) and ends_sentence(body[i - 1].text)):
            return i
    return len(body)
