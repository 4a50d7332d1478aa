"""CSV and TSV (RFC 4180): cells with their columns' headers.

Document.text is the file, decoded and otherwise unchanged.
"""

from collections import Counter

from graphkit.documents.columns import heads_column, is_header
from graphkit.documents.delimited_rows import BrokenRowError, Field, Row, delimiter_of, rows_of
from graphkit.documents.headings import is_capital_heading, is_theme
from graphkit.documents.model import Block, Span, TablePlace
from graphkit.documents.source import MAX_BLOCKS, Reading, Source

_WHERE_HEADERS_STAND = 40
_MOST_ODD_ROWS = 0.1


def read_delimited(source: Source) -> Reading:
    """The cells of a delimited file, row by row; lines above the header are paragraphs.

    A row whose only cell reads as a heading becomes one (with its place); a row of more cells than there are columns is
    kept as one paragraph, as nobody can tell what its cells mean.

    Raises:
        UnreadableFile: a quote that never closes, or rows that do not fit one another.
    """
    delimiter = delimiter_of(source.text)
    rows: list[Row] = []
    cells = 0
    try:
        for row in rows_of(source.text, delimiter):
            rows.append(row)
            cells += row.filled
            if cells > MAX_BLOCKS or len(rows) > MAX_BLOCKS:
                raise source.unreadable(f"more than {MAX_BLOCKS:,} cells: split the file")
    except BrokenRowError as error:
        raise source.unreadable(f"line {error.line}: {error}") from None
    head = _header_row(rows, source.text)
    width = _width(rows, head)
    _check(rows, head, width, source)
    blocks: list[Block] = []
    headers = [field.words(source.text) for field in rows[head].fields] if head is not None else []
    for index, row in enumerate(rows):
        blocks += _blocks(row, index, head, headers, width, source.text)
    return Reading(source.text, tuple(blocks))


def _header_row(rows: list[Row], text: str) -> int | None:
    """The first row near the top that reads as headings and is as wide as the rows below; None if there is none."""
    widest = max((row.filled for row in rows[: 4 * _WHERE_HEADERS_STAND]), default=0)
    if widest == 1:
        first = next((index for index, row in enumerate(rows) if row.filled), 0)
        return first if heads_column(next(field.words(text) for field in rows[first].fields if field)) else None
    for index, row in enumerate(rows[:_WHERE_HEADERS_STAND]):
        if 2 * row.filled >= widest and is_header([field.words(text) for field in row.fields]):
            return index
    for index, row in enumerate(rows[:_WHERE_HEADERS_STAND]):
        if row.filled > 1 and row.filled == widest and index + 1 < len(rows):
            words = [field.words(text) for field in row.fields if field]
            return index if all(len(w) <= 40 and not w[:1].isdigit() and not w.endswith(".") for w in words) else None
    return None


def _width(rows: list[Row], head: int | None) -> int:
    """How many columns the table has: those of its header, or of most of its rows."""
    if head is not None:
        return max(field.column for field in rows[head].fields if field) + 1
    widths = Counter(row.reach for row in rows if row.filled)
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _check(rows: list[Row], head: int | None, width: int, source: Source) -> None:
    body = [row for row in rows[(head or 0) + (head is not None) :] if row.filled]
    odd = [row for row in body if row.reach > width]
    if len(odd) > 1 and len(odd) > _MOST_ODD_ROWS * len(body):
        raise source.unreadable(
            f"line {odd[0].line}: {odd[0].reach} cells where the table has {width} columns ({len(odd) - 1} rows more): "
            "put quotes round cells that hold the separator"
        )


def _blocks(row: Row, index: int, head: int | None, headers: list[str], width: int, text: str) -> list[Block]:
    filled = [field for field in row.fields if field]
    if not filled:
        return []
    if head is not None and index < head:
        return [Block("paragraph", Span(field.start, field.end)) for field in filled]
    if row.reach > width:
        return [Block("paragraph", Span(filled[0].start, filled[-1].end))]
    places = [
        TablePlace(
            0,
            index - (head or 0),
            field.column,
            headers[field.column] if field.column < len(headers) else "",
            index == head,
        )
        for field in filled
    ]
    if len(filled) == 1 and width > 2 and index != head:
        return [_lone(filled[0], places[0], text)]
    return [Block("cell", Span(f.start, f.end), place=place) for f, place in zip(filled, places, strict=True)]


def _lone(field: Field, place: TablePlace, text: str) -> Block:
    """The only cell of its row: a heading between the rows, or a note."""
    words = field.words(text)
    span = Span(field.start, field.end)
    if is_capital_heading(words) or is_theme(words):
        return Block("heading", span, 3 if is_theme(words) and not words.isupper() else 2, place=place)
    return Block("paragraph", span, place=place)
