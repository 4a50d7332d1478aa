"""Action tables: the tables of a paper that hold actions, and their rows as records."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graphkit.documents.model import Block, Document, Span, TablePlace
from graphkit.language.fold import fold
from graphkit.loaders.column_words import Meaning, meaning_of

# A column of actions makes an action table only beside one of these.
_BESIDE: frozenset[Meaning] = frozenset({"lead", "due", "status", "ref", "support", "deliver", "measure"})
_ACTION: frozenset[Meaning] = frozenset({"action", "committed"})
_AIM = re.compile(r"objective|outcome|aim")
_PLAIN_ACTION = ("action", "high level action", "what")


@dataclass(slots=True)
class Row:
    """A table row: the nearest heading above it, what its table's columns mean, and its filled cells by meaning."""

    caption: Span | None
    columns: frozenset[Meaning] = frozenset()
    cells: dict[Meaning, list[Block]] = field(default_factory=dict)

    def first(self, meaning: Meaning) -> Block | None:
        """The first cell of this meaning that says something."""
        return next(iter(self.all(meaning)), None)

    def all(self, meaning: Meaning) -> Sequence[Block]:
        """Every cell of this meaning that says something."""
        return self.cells.get(meaning, ())

    @property
    def is_note(self) -> bool:
        """A single filled cell is a note or a sub-heading, not a row."""
        return sum(len(cells) for cells in self.cells.values()) < 2


Cell = tuple[Block, TablePlace]


def action_tables(document: Document) -> list[tuple[Row, ...]]:
    """The rows below the header of each table that has an action column beside a lead, a time or a status, in order."""
    tables: dict[int, list[Cell]] = {}
    captions: dict[Block, Span | None] = {}
    caption: Span | None = None
    for block in document.body():
        if block.kind == "heading":
            caption = block.span
        elif block.kind == "cell" and block.place is not None:
            tables.setdefault(block.place.table, []).append((block, block.place))
            captions[block] = caption
    found = ((cells, _columns(cells)) for _, cells in sorted(tables.items()))
    return [_rows(document, cells, columns, captions) for cells, columns in found if columns]


def _columns(cells: Iterable[Cell]) -> dict[int, Meaning]:
    """What each column holds; empty when the table is no action table."""
    headers: dict[int, str] = {}
    for _, place in cells:
        if place.header:
            headers.setdefault(place.column, place.header)
    columns = _with_one_action({column: meaning_of(header) for column, header in headers.items()}, headers)
    meanings = set(columns.values())
    return columns if meanings & _ACTION and meanings & _BESIDE else {}


def _with_one_action(columns: dict[int, Meaning], headers: dict[int, str]) -> dict[int, Meaning]:
    """One action column: where several headers speak of actions, the one that says just that; where none, the aims."""
    actions = [column for column, meaning in columns.items() if meaning in _ACTION]
    if not actions:
        aims = (
            column
            for column, meaning in columns.items()
            if meaning == "priority" and _AIM.search(fold(headers[column]))
        )
        return {**columns, **dict.fromkeys(list(aims)[:1], "action")}
    best = min(actions, key=lambda column: _plainness(headers[column], column))
    return {**columns, **{column: "update" for column in actions if column != best}}


def _plainness(header: str, column: int) -> tuple[bool, int, int]:
    return not fold(header).strip().startswith(_PLAIN_ACTION), len(header), column


def _rows(
    document: Document, cells: Iterable[Cell], columns: Mapping[int, Meaning], captions: Mapping[Block, Span | None]
) -> tuple[Row, ...]:
    meanings = frozenset(columns.values())
    rows: dict[int, Row] = {}
    for block, place in cells:
        if not place.is_header and document.words(block.span):
            row = rows.setdefault(place.row, Row(captions[block], meanings))
            meaning = columns.get(place.column, "other")
            row.cells.setdefault("action" if meaning == "committed" else meaning, []).append(block)
    return tuple(rows[number] for number in sorted(rows))
