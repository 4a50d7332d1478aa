"""Lines of a text, with their places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.documents.source import Source

# Every line end that Python's splitlines knows, so that no reader of the same text counts lines otherwise.
_LINE = re.compile(r"([^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*)(\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\Z)")
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
MAX_LINES = 500_000
_TAB = 4


@dataclass(slots=True)
class Line:
    """One line without its line end: `text` is stripped, `start` and `end` are its place, `indent` counts columns."""

    number: int
    start: int
    end: int
    text: str
    indent: int
    used: bool = False

    def cut(self, start: int, end: int) -> None:
        """Keep only the characters of `text` from `start` to `end`, and no white space around them."""
        body = self.text[start:end]
        self.start += start + len(body) - len(body.lstrip())
        self.text = body.strip()
        self.end = self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not self.text

    @property
    def width(self) -> int:
        """Columns from the margin to the last character."""
        return self.indent + len(self.text)


def following(lines: Sequence[Line], at: int) -> Iterator[Line]:
    """The lines from `at` on."""
    return (lines[index] for index in range(at, len(lines)))


def lines_of(source: Source) -> list[Line]:
    """The lines of a file, blank ones too.

    Raises:
        UnreadableFile: there are more than any paper has.
    """
    if sum(source.text.count(end) for end in _LINE_ENDS) > MAX_LINES:
        raise source.unreadable(f"more than {MAX_LINES:,} lines: split it into its papers")
    return lines_between(source.text, 0, len(source.text))


def lines_between(text: str, start: int, stop: int) -> list[Line]:
    """The lines of a stretch of text, blank ones too."""
    lines: list[Line] = []
    for number, found in enumerate(_LINE.finditer(text, start, stop)):
        raw = found[1]
        body = raw.strip()
        left = len(raw) - len(raw.lstrip())
        first = found.start() + (left if body else 0)
        indent = sum(_TAB if char == "\t" else 1 for char in raw[:left]) if body else 0
        lines.append(Line(number, first, first + len(body), body, indent))
        if found.end() >= stop:
            break
    return lines
