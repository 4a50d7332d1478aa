"""Whether a line goes on in the next one: papers saved from Word or PDF break their lines at a constant width.

A file in which every line is a paragraph shows no line that is cut in mid-sentence, so nothing in it is joined.
"""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from graphkit.documents.lines import Line
from graphkit.documents.markers import Marker

_CLOSED = re.compile(r"[.!?:;][\"'”’)\]]*$")
_SMALL_WORDS = (
    "a an and as at be between but by for from if in into is its of on or our over per than that the their this "
    "through to under until was were which who will with within without "
    "january february march april june july august september october november december"
)
# A line does not stop after one of these words (a month waits for its year), or after a comma, dash or open bracket.
_HANGING = re.compile(r"(?:[,(/&–—]|\b(?:" + "|".join(_SMALL_WORDS.split()) + r"))$", re.IGNORECASE)
_CITING = re.compile(
    r"\b(?:at|of|in|to|the|by|from|see|item|items|paragraph|section|minute|minutes|no|page)$", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]")
_REACH = 15  # widths this near to each other come from the same margin
_LEAST_WIDTH = 45
_LEAST_HANGING = 14
_LEAST_SMALL = 20
_LEAST_YEAR = 1000  # "2025." closes a sentence about that year; no list is so long
_SLACK = 6  # columns by which margins differ, as beside bullets


class Wrapping:
    """What the widths of a text's cut lines say about its margins."""

    def __init__(self, lines: Sequence[Line]) -> None:
        cut = [
            line.width
            for line, after in itertools.pairwise(lines)
            if line.text and after.text[:1].islower() and line.width >= _LEAST_WIDTH and not _CLOSED.search(line.text)
        ]
        self._widths = sorted(cut)
        lettered = Counter(line.text for line in lines if _LETTER.search(line.text))
        self._often = {text for text, times in lettered.items() if times > 1}

    def joins(self, line: Line, after: Line) -> bool:
        """Whether `after`, which stands directly below `line` and starts with no marker, is the rest of it."""
        starts_small = after.text[:1].islower()
        if after.text in self._often and not starts_small:
            return False  # what comes again word for word is a heading
        closed = _CLOSED.search(line.text) is not None
        if closed and not starts_small and (line.text.endswith(":") or after.text.endswith(":")):
            return False
        if not closed:
            if starts_small and line.width >= _LEAST_SMALL:
                return True
            if len(line.text) >= _LEAST_HANGING and _HANGING.search(line.text) and not line.text.isupper():
                return True
        return self.full(line, after, slack=0 if closed else _SLACK)

    def cut(self, line: Line, after: Line) -> bool:
        """Whether a title was too long for its line: it is wide, and its sense or the next line goes on."""
        goes_on = after.text[:1].islower() or _HANGING.search(line.text) is not None
        return line.width >= _LEAST_WIDTH and goes_on and not _CLOSED.search(line.text)

    def cites(self, line: Line, marker: Marker) -> bool:
        """Whether a number that begins a line belongs to the sentence above ("... was agreed, at" / "4.3 ...")."""
        if marker.family == "number" and marker.readings[0].value >= _LEAST_YEAR:
            return _CLOSED.search(line.text) is None
        return marker.family in {"number", "decimal"} and _CITING.search(line.text) is not None

    def full(self, line: Line, after: Line, *, slack: int = _SLACK) -> bool:
        """Whether the first word below would not have fitted on the line (greedy line breaking)."""
        width = line.width
        near = self._widths[bisect_left(self._widths, width - _REACH) : bisect_right(self._widths, width + _REACH)]
        if len(near) < 2:
            return False
        return width + 1 + len(after.text.split(maxsplit=1)[0]) > near[-1] - slack
