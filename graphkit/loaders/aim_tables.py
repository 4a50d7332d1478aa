"""Tables of aims, such as a plan on a page: a priority in each row, with what partners want to see beside it.

A table may also name the priorities below each outcome, or who leads on each priority and in which plan.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from graphkit.documents.model import Block, Document, Span
from graphkit.language.fold import fold
from graphkit.language.strategy_lines import Zone, heading_opens
from graphkit.language.tokens import trim
from graphkit.loaders.column_words import meaning_of

_NAMES = re.compile(
    r"(?:(?:strategic|key|our|supporting|shared|main) )*"
    r"(?:priority|theme|area|outcome|goal|objective|pillar|life stage)s?(?: area)?|"
)
# A cell below "We will know because" states an aim when it is worded as a result, and is a bare measure otherwise.
_RESULT = re.compile(r"(?:fewer|more|less|every|everyone|everybody|nobody|no|all|people|children|better|longer)\b")
# Such tables name priorities even where no aims stand beside them.
_PRIORITY = re.compile(
    r"(?:(?:strategic|key|our|supporting|shared|main) )*(?:priority|ambition|pillar)(?: (?:area|theme))?"
)
_ACTS = frozenset({"action", "due", "status"})
_CUT = re.compile(r"\s*(?:;|\n|\s[•·▪]\s)\s*")
_LONGEST_NAME = 10


# What the cells below a header hold, by the zone that it opens.
_HOLDS: Mapping[Zone, str] = {"aims": "aim", "measures": "result", "priorities": "priorities"}


class AimRow(NamedTuple):
    """The cell that names a priority, and those that say what it aims at."""

    name: Block
    aims: tuple[Span, ...]


def aim_rows(document: Document) -> Iterator[AimRow]:
    """The rows of all tables of aims, in order."""
    tables: dict[int, list[Block]] = {}
    for block in document.body():
        if block.place is not None and not block.place.is_header and document.words(block.span):
            tables.setdefault(block.place.table, []).append(block)
    for _, cells in sorted(tables.items()):
        columns = _columns(cells)
        if {"aim", "priorities"} & set(columns.values()) or _names_priorities(cells):
            yield from _rows(document, cells, columns)


def _columns(cells: Sequence[Block]) -> Mapping[int, str]:
    """What the columns hold: the first a "name", others an "aim" or a "result"."""
    headers = {block.place.column: fold(block.place.header).strip(" *:") for block in cells if block.place is not None}
    first = min(headers)
    if not _NAMES.fullmatch(headers[first]):
        return {}
    found = {first: "name"}
    for column, header in headers.items():
        opens = heading_opens(header) if column != first else None
        if opens is not None and opens.zone in _HOLDS:
            found[column] = _HOLDS[opens.zone]
    return found


def _names_priorities(cells: Sequence[Block]) -> bool:
    """Whether a table says who leads on each priority, or where it is planned, without a column of actions."""
    headers = {block.place.column: fold(block.place.header).strip(" *:") for block in cells if block.place is not None}
    rows = {block.place.row for block in cells if block.place is not None}
    told = {meaning_of(header) for header in headers.values()}
    return len(rows) > 1 and len(headers) > 1 and not told & _ACTS and bool(_PRIORITY.fullmatch(headers[min(headers)]))


def _rows(document: Document, cells: Sequence[Block], columns: Mapping[int, str]) -> Iterator[AimRow]:
    rows: dict[int, list[Block]] = {}
    for block in cells:
        if block.place is not None:
            rows.setdefault(block.place.row, []).append(block)
    for _, row in sorted(rows.items()):
        name = next((one for one in row if one.place is not None and columns.get(one.place.column) == "name"), None)
        words = document.words(name.span) if name is not None else ""
        # "Supporting priorities" in a row of its own stands for those that are named elsewhere.
        if name is not None and len(words.split()) <= _LONGEST_NAME and heading_opens(words) is None:
            aims = (
                span
                for one in row
                if one.place is not None
                for span in _stated(document, one, columns.get(one.place.column))
            )
            yield AimRow(name, tuple(aims))


def _stated(document: Document, block: Block, column: str | None) -> Iterator[Span]:
    """The aims of a cell: itself, or the priorities that it names with semicolons between them."""
    if column == "priorities":
        at = block.span.start
        for match in [*_CUT.finditer(document.text, *block.span), None]:
            own = trim(document.text, Span(at, match.start() if match else block.span.end), " .,;•·▪-")
            if own.end > own.start:
                yield own
            at = match.end() if match else block.span.end
    elif _is_aim(document, block, column):
        yield block.span


def _is_aim(document: Document, block: Block, column: str | None) -> bool:
    if column == "result":
        return _RESULT.match(fold(document.words(block.span)).strip("* ")) is not None
    return column == "aim"
