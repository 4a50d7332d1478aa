"""The rows of a paper's tables, those of action tables and the others, and why some can give no action."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graphkit.documents.model import Block, Document, Span
from graphkit.loaders.column_words import Meaning, meaning_of
from graphkit.loaders.tables import Row, action_tables

# A table with two of these but no column of actions may still hold some; one alone may list those who were there.
_TELLS: frozenset[Meaning] = frozenset({"lead", "due", "status", "support", "deliver"})
_ENOUGH = 2


class RowAccount(NamedTuple):
    """A row: the place to show, whether its table is one of actions ("row" or "other-row"), its cells, and why not."""

    span: Span
    zone: str
    cells: tuple[tuple[Meaning, Span], ...]
    why: str = ""


def rows_of(document: Document) -> Iterator[RowAccount]:
    """Every row below a header, with its filled cells."""
    known: set[Span] = set()
    for rows in action_tables(document):
        for row in rows:
            account = _of_action_table(row)
            known |= {span for _, span in account.cells}
            yield account
    rest: dict[tuple[int, int], list[Block]] = {}
    headers: dict[int, dict[int, str]] = {}
    for block in document.body():
        place = block.place
        if place is None or block.kind != "cell":
            continue
        if place.header:
            headers.setdefault(place.table, {})[place.column] = place.header
        if not place.is_header and block.span not in known and document.words(block.span):
            rest.setdefault((place.table, place.row), []).append(block)
    for (table, _), cells in sorted(rest.items()):
        yield _of_other_table(cells, headers.get(table, {}).values())


def _of_action_table(row: Row) -> RowAccount:
    cells = tuple((meaning, cell.span) for meaning, several in row.cells.items() for cell in several)
    action = row.first("action")
    if row.is_note:
        why = "a row with one filled cell is a note or a sub-heading"
    elif action is None:
        why = "its cell of actions is empty"
    else:
        why = "it is done, over or dropped, by its own words or the heading above"
    return RowAccount(action.span if action else cells[0][1], "row", cells, why)


def _of_other_table(cells: Iterable[Block], headers: Iterable[str]) -> RowAccount:
    meanings = {header: meaning_of(header) for header in headers}
    own = tuple((meanings.get(cell.place.header, "other") if cell.place else "other", cell.span) for cell in cells)
    shown = ", ".join(header for header in meanings if header) or "none"
    if len(_TELLS & set(meanings.values())) >= _ENOUGH:
        return RowAccount(own[0][1], "row", own, f"no column of its table is known to hold actions (headers: {shown})")
    return RowAccount(own[0][1], "other-row", own, f"its table is none of actions (headers: {shown})")
