"""Tables of aims, such as a plan on a page: a priority in each row, with what partners want to see beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from graphkit.documents.model import Block, Document
from graphkit.language.fold import fold
from graphkit.language.strategy_lines import heading_opens

_NAMES = re.compile(
    r"(?:(?:strategic|key|our) )?(?:priority|theme|area|outcome|goal|objective|pillar|life stage)s?(?: area)?|"
)
# A cell below "We will know because" states an aim when it is worded as a result, and is a bare measure otherwise.
_RESULT = re.compile(r"(?:fewer|more|less|every|everyone|everybody|nobody|no|all|people|children|better|longer)\b")
_LONGEST_NAME = 10


class AimRow(NamedTuple):
    """The cell that names a priority, and those that say what it aims at."""

    name: Block
    aims: tuple[Block, ...]


def aim_rows(document: Document) -> Iterator[AimRow]:
    """The rows of all tables of aims, in order."""
    tables: dict[int, list[Block]] = {}
    for block in document.body():
        if block.place is not None and not block.place.is_header and document.words(block.span):
            tables.setdefault(block.place.table, []).append(block)
    for _, cells in sorted(tables.items()):
        columns = _columns(cells)
        if "aim" in columns.values():
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
        if opens is not None and opens.zone in ("aims", "measures"):
            found[column] = "aim" if opens.zone == "aims" else "result"
    return found


def _rows(document: Document, cells: Sequence[Block], columns: Mapping[int, str]) -> Iterator[AimRow]:
    rows: dict[int, list[Block]] = {}
    for block in cells:
        if block.place is not None:
            rows.setdefault(block.place.row, []).append(block)
    for _, row in sorted(rows.items()):
        name = next((one for one in row if one.place is not None and columns.get(one.place.column) == "name"), None)
        if name is not None and len(document.words(name.span).split()) <= _LONGEST_NAME:
            aims = (
                one for one in row if one.place is not None and _is_aim(document, one, columns.get(one.place.column))
            )
            yield AimRow(name, tuple(aims))


def _is_aim(document: Document, block: Block, column: str | None) -> bool:
    if column == "result":
        return _RESULT.match(fold(document.words(block.span)).strip("* ")) is not None
    return column == "aim"
