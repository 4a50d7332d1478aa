"""The visible text of a page as it grows, with the map that leads back to the source."""

import re

_RUN = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+")


class Shown:
    """Collects visible text: white space folded to single blanks as a browser shows it, a line end between blocks."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._map: list[tuple[int, int]] = []
        self._space: int | None = None  # where in the source the blank stands that will be written before the next word
        self._start = 0
        self._lines = 1
        self._first = 0
        self.last = ""  # the words of the block that ended last

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)

    @property
    def source_map(self) -> tuple[tuple[int, int], ...]:
        """Pairs (offset in text, offset in source); between two pairs both advance alike."""
        return tuple(self._map)

    @property
    def fresh(self) -> bool:
        """Whether nothing was written since the last block ended."""
        return self._length == self._start

    def write(self, run: str, offset: int, *, verbatim: bool) -> int:
        """Add a run of text that stands at `offset` of the source; gives how many characters it added, spaces aside."""
        if not verbatim:
            self._word(run, offset)
            return len(run.strip())
        added = 0
        for found in _RUN.finditer(run):
            piece = found[0]
            if piece[0] in " \t\n\r\f":
                if self._space is None and not self.fresh:
                    self._space = offset + found.start()
            else:
                self._word(piece, offset + found.start())
                added += len(piece)
        return added

    def line_end(self) -> None:
        """A line break inside a block."""
        self._space = None
        if not self.fresh:
            self._append("\n")
            self._lines += 1

    def end_block(self) -> tuple[int, int, int] | None:
        """Finish the block: its start, end and number of lines; None if it shows nothing."""
        self._space = None
        start, lines = self._start, self._lines
        self._lines = 1
        text = "".join(self._parts[self._first :]) if not self.fresh else ""
        body = text.strip()
        if not body:
            # White space alone (a NBSP paragraph) is kept in the text, so that the map stays simple, but is no block.
            if text:
                self._append("\n")
            self._begin()
            return None
        first = start + len(text) - len(text.lstrip())
        self.last = body
        self._append("\n")
        self._begin()
        return first, first + len(body), lines

    def _begin(self) -> None:
        self._start = self._length
        self._first = len(self._parts)

    def _word(self, word: str, offset: int) -> None:
        if self._space is not None:
            self._note(self._space)
            self._append(" ")
            self._space = None
        self._note(offset)
        self._append(word)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _note(self, offset: int) -> None:
        if not self._map or self._length - self._map[-1][0] != offset - self._map[-1][1]:
            self._map.append((self._length, offset))
