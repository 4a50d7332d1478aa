"""The marker that a browser prints before a list item (CSS Lists and Counters Level 3; HTML section 4.4.5)."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from graphkit.documents.markup import Attributes
from graphkit.documents.pieces import Piece

_GLYPHS = ("•", "◦", "▪")
_STYLE_TYPE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_BY_STYLE = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I", "decimal": "1",
}  # fmt: skip
_WAITING = "?."  # stands in for a number until the length of a reversed list is known
_INTEGER = re.compile(r"\s*([+-]?\d{1,9})")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HIGHEST_ROMAN = 3999


@dataclass(slots=True)
class Counter:
    """An open list: `kind` is "1", "a", "A", "i", "I" or a bullet; `step` is -1 for a reversed list.

    A reversed list that does not say where it starts counts its items, so that each of them (`waiting`) can be numbered
    only when the list ends.
    """

    kind: str
    value: int
    step: int = 1
    counts: bool = False
    items: int = 0
    waiting: list[tuple[Piece, "Number"]] = field(default_factory=list)

    def next(self, attributes: Attributes) -> "Number":
        """The number of the next item."""
        own = integer(attributes.get("value"))
        if own is not None:
            self.value = own
            self.counts = False
        kind = attributes.get("type") or self.kind
        number = Number(self, self.value, kind if self.kind in "1aAiI" else self.kind, self.counts)
        self.value += self.step
        self.items += 1
        return number

    def close(self) -> None:
        """The list ends: number the items that had to wait for its length."""
        for piece, number in self.waiting:
            if piece.number == _WAITING:
                piece.number = print_number(self.items + number.value, number.kind)


class Number(NamedTuple):
    """An item's value in its list, and how it is printed; `waits` if it counts from the end of the list."""

    counter: Counter
    value: int
    kind: str
    waits: bool

    def give(self, piece: Piece) -> None:
        """Make it the number of a piece."""
        piece.number = _WAITING if self.waits else print_number(self.value, self.kind)
        if self.waits:
            self.counter.waiting.append((piece, self))


def counter_of(tag: str, attributes: Attributes, depth: int) -> Counter:
    """The counter of a list that opens `depth` lists deep."""
    if tag != "ol":
        return Counter(_GLYPHS[min(depth, len(_GLYPHS)) - 1], 0)
    style = _STYLE_TYPE.search(attributes.get("style", "")[:400])
    kind = _BY_STYLE.get(style[1].lower(), "1") if style else attributes.get("type", "1")
    start = integer(attributes.get("start"))
    if "reversed" in attributes:
        return Counter(kind, start or 0, -1, counts=start is None)
    return Counter(kind, 1 if start is None else start)


def integer(words: str | None) -> int | None:
    """An integer attribute by the rules of HTML section 2.3.4.1, None if it is none."""
    found = _INTEGER.match(words or "")
    return int(found[1]) if found else None


def print_number(value: int, kind: str) -> str:
    """A counter's value as printed: "3.", "c.", "iii."; a bullet as it is. What a style cannot show is decimal."""
    if kind not in {"1", "a", "A", "i", "I"}:
        return kind if kind in _GLYPHS else f"{value}."
    if kind in {"a", "A"} and value > 0:
        shown = _letters(value)
    elif kind in {"i", "I"} and 0 < value <= _HIGHEST_ROMAN:
        shown = _roman(value)
    else:
        return f"{value}."
    return f"{shown.upper() if kind.isupper() else shown}."


def _letters(value: int) -> str:
    shown = ""
    while value:
        value, rest = divmod(value - 1, 26)
        shown = chr(97 + rest) + shown
    return shown


def _roman(value: int) -> str:
    shown = ""
    for size, letters in _ROMAN:
        times, value = divmod(value, size)
        shown += letters * times
    return shown
