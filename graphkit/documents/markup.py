"""HTML source to a stream of tags and text runs, each with its exact place in the source.

Python's own html.parser is used because it is the only parser measured whose every run of text has a true offset. Two
things are guarded here: `close` is never called, as resolving an unfinished tag again and again takes quadratic time on
hostile pages in some Python releases; and a page with an absurd amount of mark-up is refused before it is parsed.
"""

import html
import re
from html.parser import HTMLParser
from itertools import accumulate
from typing import Protocol

from graphkit.documents.source import Source

MAX_MARKS = 2_000_000
_MOST_RESUMES = 16
_LONGEST_REFERENCE = 40
_LINE = re.compile(r"[^\n]*\n?")
_TAG_LIKE = re.compile(r"<[a-zA-Z/!?]")

Attributes = dict[str, str]


class Sink(Protocol):
    """What takes the stream. Offsets count code points of the source."""

    def open(self, tag: str, attributes: Attributes) -> None:
        """A start tag; void elements get no end tag."""

    def close(self, tag: str) -> None:
        """An end tag as written, matching or not."""

    def text(self, shown: str, offset: int, *, verbatim: bool) -> None:
        """A run of text; `verbatim` unless it stands for a character reference that begins at `offset`."""

    def comment(self, words: str) -> None:
        """A comment's words."""


def tokenise(source: Source, sink: Sink) -> None:
    """Send the page to the sink.

    Raises:
        UnreadableFile: the page holds more mark-up than any paper does, or mark-up that never ends.
    """
    text = source.text
    if text.count("<") + text.count("&") > MAX_MARKS:
        raise source.unreadable(f"more than {MAX_MARKS:,} tags and references: split the page into its papers")
    at = 0
    for _ in range(_MOST_RESUMES):
        parser = _Parser(text, at, sink)
        rest = parser.run()
        if not rest:
            return
        at = _resume(text, len(text) - rest)
        if at >= len(text):
            return
    raise source.unreadable("broken mark-up: too many tags that never end: open it in a browser and save it again")


def _resume(text: str, broken: int) -> int:
    """Where to go on after a tag or comment that never ends: behind its next ">", or at the next tag."""
    stop = text.find(">", broken)
    if stop >= 0:
        return stop + 1
    after = _TAG_LIKE.search(text, broken + 1)
    return after.start() if after else len(text)


class _Parser(HTMLParser):
    def __init__(self, text: str, start: int, sink: Sink) -> None:
        super().__init__(convert_charrefs=False)
        self._source = text
        self._start = start
        self._sink = sink
        lengths = (len(line) for line in _LINE.findall(text, start))
        self._lines = list(accumulate(lengths, initial=start))

    def run(self) -> int:
        """Parse to the end; gives how many characters at the end were left, because a tag or comment never ends."""
        try:
            self.feed(self._source[self._start :] + "\n")
        except AssertionError:
            # html.parser asserts on a declaration that it does not know ("<![x").
            return len(self._source) - self._here()
        rest = len(self.rawdata) - 1
        return 0 if rest <= 0 or self.cdata_elem is not None else rest

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._sink.open(tag, {name: value or "" for name, value in reversed(attrs)})

    def handle_endtag(self, tag: str) -> None:
        self._sink.close(tag)

    def handle_data(self, data: str) -> None:
        here = self._here()
        self._sink.text(data[: len(self._source) - here], here, verbatim=True)

    def handle_entityref(self, name: str) -> None:
        self._reference(1 + len(name))

    def handle_charref(self, name: str) -> None:
        self._reference(2 + len(name))

    def _reference(self, length: int) -> None:
        here = self._here()
        if self._source.startswith(";", here + length):
            length += 1
        raw = self._source[here : here + length]
        shown = html.unescape(raw) if length <= _LONGEST_REFERENCE else "\ufffd"
        self._sink.text(shown, here, verbatim=shown == raw)

    def handle_comment(self, data: str) -> None:
        self._sink.comment(data)
