"""Rows: the answer of every query, whatever the language or engine that gave it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

Value = str | int | float | bool | None
"""A cell: an IRI and a date (ISO 8601) are strings, xsd:decimal is a float, an unbound variable is None."""


@dataclass(frozen=True, slots=True)
class Rows(Sequence[dict[str, Value]]):
    """A table: named columns, and one tuple of values a row, in the query's order.

    Reads as a sequence of dictionaries, so `pandas.DataFrame(rows)` and `json.dumps(list(rows))` work.
    """

    columns: tuple[str, ...]
    values: tuple[tuple[Value, ...], ...]

    @overload
    def __getitem__(self, index: int) -> dict[str, Value]: ...
    @overload
    def __getitem__(self, index: slice) -> "Rows": ...
    def __getitem__(self, index: int | slice) -> "dict[str, Value] | Rows":
        if isinstance(index, slice):
            return Rows(self.columns, self.values[index])
        return dict(zip(self.columns, self.values[index], strict=True))

    def __iter__(self) -> Iterator[dict[str, Value]]:
        for row in self.values:
            yield dict(zip(self.columns, row, strict=True))

    def __len__(self) -> int:
        return len(self.values)

    def column(self, name: str) -> tuple[Value, ...]:
        """The values of one column, top to bottom; KeyError when there is no such column."""
        if name not in self.columns:
            raise KeyError(name)
        place = self.columns.index(name)
        return tuple(row[place] for row in self.values)
