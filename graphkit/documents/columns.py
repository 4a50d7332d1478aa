"""Columns of tables that were flattened into text: what heads them, and where a line is cut."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from graphkit.documents.lines import Line

_HEADER_TEXT = (
    "ref refno no number item title agenda meeting minute min date action actions required point owner lead leads "
    "leading who by whom responsible responsibility officer person when due deadline timescale timeframe timeline "
    "target completion status rag progress update updates comment comments notes outcome outcomes outputs measure "
    "measures measured success kpi indicator partner partners delivery supporting supported organisation role "
    "name job priority priorities theme objective aim area subject topic purpose report author recommendation "
    "position result resource resources cost funding budget sponsor group taken original reference description "
    "activity milestone risk issue decision where what how month we are will do it plan found led high level why "
    "not was done new "
)
_HEADER_WORDS = frozenset(_HEADER_TEXT.split())
_LETTERS = re.compile(r"[a-z]+")
_NO_HEADER = re.compile(r"[.;:]\s*-?\s*$")
_MOST_HEADER_WORDS = 6
_LONGEST_HEADING = 80  # characters
GAP = re.compile(r"[ \u00a0]{2,}")
# Two blanks after a full stop part sentences, not columns.
WIDE_GAP = re.compile(r"(?<![.?!:;,])[ \u00a0]{2,}|[ \u00a0]{3,}")


class Cell(NamedTuple):
    """A cell's place in the text, its column, and the number that stood before its words."""

    start: int
    end: int
    column: int
    number: str | None = None


class Row(NamedTuple):
    """The cells of one row, or of one more line of the row above (`more`); `heads` where a ruler shows the header."""

    lines: tuple[Line, ...]
    cells: tuple[Cell, ...]
    more: bool = False
    heads: bool = False


def is_header(cells: Sequence[str]) -> bool:
    """Whether the cells read as column headings: short, and most made of the words that head columns."""
    named = [cell for cell in cells if cell.strip()]
    if len(named) < 2 or any(len(cell.split()) > _MOST_HEADER_WORDS for cell in named):
        return False
    return 2 * sum(map(heads_column, named)) > len(named)


@lru_cache(maxsize=4096)
def heads_column(cell: str) -> bool:
    """Whether a cell reads as a column heading."""
    if cell.strip() == "No.":
        return True
    if len(cell) > _LONGEST_HEADING:
        return False
    return not _NO_HEADER.search(cell) and any(word in _HEADER_WORDS for word in _LETTERS.findall(cell.lower()))


def split(line: Line, pattern: re.Pattern[str]) -> tuple[Cell, ...]:
    """The cells that separators leave of a line, white space trimmed; one at an end of the line parts nothing."""
    cells: list[Cell] = []
    text = line.text
    first = pattern.match(text)
    at = first.end() if first else 0
    for found in pattern.finditer(text, at):
        cells.append(_cell(line, at, found.start(), len(cells)))
        at = found.end()
    if at < len(text):
        cells.append(_cell(line, at, len(text), len(cells)))
    return tuple(cells)


def _cell(line: Line, start: int, stop: int, column: int) -> Cell:
    body = line.text[start:stop]
    words = body.strip()
    first = line.start + start + len(body) - len(body.lstrip())
    return Cell(first, first + len(words), column)
