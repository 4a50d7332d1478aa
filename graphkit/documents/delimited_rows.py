"""Rows and fields of a delimited text with the place of every field, and which character parts them."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import islice

DELIMITERS = (",", ";", "\t", "|")
MAX_COLUMNS = 2_000
_ROWS_TO_TRY = 200
_QUOTE_REACH = 64
_UNCLOSED = "a quote opens that never closes: close it, or double it if it belongs to the words"
_LINE_END = re.compile(r"\r\n|\r|\n")
_ANNOUNCED = re.compile(r"sep=(.)\r?\n")


class BrokenRowError(Exception):
    """A row that cannot be read: `line` (from 1) and what is wrong; it never leaves this room."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line


@dataclass(frozen=True, slots=True)
class Field:
    """A field's place, without the quotes and the white space around its words; empty fields are false."""

    start: int
    end: int
    column: int

    def __bool__(self) -> bool:
        return self.end > self.start

    def words(self, text: str) -> str:
        """Its words, doubled quotes made single and white space folded."""
        return " ".join(text[self.start : self.end].replace('""', '"').split())


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the line (from 1) where it starts, and its fields."""

    line: int
    fields: tuple[Field, ...]

    @property
    def filled(self) -> int:
        """How many fields hold something."""
        return sum(map(bool, self.fields))

    @property
    def reach(self) -> int:
        """The number of columns up to the last field that holds something."""
        return max((field.column + 1 for field in self.fields if field), default=0)


@cache
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    mark = re.escape(delimiter)
    # A quote counts only as the first character of a field; what follows the closing quote still belongs to the field.
    quoted = re.compile(rf'[ \u00a0]*"((?:[^"]|"")*+)"([^{mark}\r\n]*)')
    return quoted, re.compile(rf"[^{mark}\r\n]*")


def rows_of(text: str, delimiter: str) -> Iterator[Row]:
    """The rows of a text.

    Raises:
        BrokenRowError: a quoted field runs to the end of the text, or a row has more columns than any table.
    """
    announced = _ANNOUNCED.match(text)
    at = announced.end() if announced else 0
    line = 2 if announced else 1
    while at < len(text):
        fields: list[Field] = []
        first_line = line
        while not fields or text.startswith(delimiter, at):
            if len(fields) >= MAX_COLUMNS:
                raise BrokenRowError(first_line, f"more than {MAX_COLUMNS:,} columns: check what separates the cells")
            at += bool(fields)
            start, end, at = _bounds(text, at, delimiter, line)
            line += len(_LINE_END.findall(text, start, end))
            fields.append(_trimmed(text, start, end, len(fields)))
        end_of_line = _LINE_END.match(text, at)
        at = end_of_line.end() if end_of_line else at
        line += 1
        yield Row(first_line, tuple(fields))


def _bounds(text: str, at: int, delimiter: str, line: int) -> tuple[int, int, int]:
    """The start and end of the field that begins at a place, quotes left out, and where the next mark stands."""
    quoted, plain = _patterns(delimiter)
    found = quoted.match(text, at)
    if found is None:
        if text[at : at + _QUOTE_REACH].lstrip(" \u00a0").startswith('"'):
            raise BrokenRowError(line, _UNCLOSED)
        bare = plain.match(text, at)
        end = bare.end() if bare else at
        return at, end, end
    if not found[2].strip():
        return *found.span(1), found.end()
    if _LINE_END.search(found[1]):
        # Words right behind a quote that closes on another line: the quote that opened was not meant so.
        raise BrokenRowError(line, _UNCLOSED)
    return found.start(), found.end(), found.end()


def _trimmed(text: str, start: int, end: int, column: int) -> Field:
    raw = text[start:end]
    body = raw.strip()
    first = start + len(raw) - len(raw.lstrip())
    return Field(first, first + len(body), column)


def delimiter_of(text: str) -> str:
    """The character that parts fields: announced in a first line "sep=;", or giving most rows of equal width."""
    announced = _ANNOUNCED.match(text)
    if announced:
        return announced[1]
    return max(DELIMITERS, key=lambda mark: (_evenness(text, mark), -DELIMITERS.index(mark)))


def _evenness(text: str, delimiter: str) -> int:
    """Fields in the rows that have the commonest width of two or more."""
    widths: Counter[int] = Counter()
    # A broken row ends the trial: the reader says so when it reads the file itself.
    with suppress(BrokenRowError):
        for row in islice(rows_of(text, delimiter), _ROWS_TO_TRY):
            widths[len(row.fields)] += 1
    return max(((width - 1) * rows for width, rows in widths.items() if width > 1), default=0)
