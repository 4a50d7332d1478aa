"""Where words stand in a paper: gold's quotes by letters and digits alone, and the line of a place in the file."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from graphkit.documents.model import Document, Span
from graphkit.language.fold import fold

_WORD = re.compile(r"[^\W_]+")
# In Markdown the address of a link is no part of what a reader sees.
_WORD_OR_ADDRESS = re.compile(r"\]\([^)\n]*\)|[^\W_]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_AROUND = 80


@dataclass(frozen=True)
class Places:
    """The places of one paper. `source` is the file's own text where the Document's is another (a web page)."""

    document: Document
    source: str | None = None

    def find(self, words: str, within: Span | None = None) -> Span | None:
        """Where these words stand first (inside `within`, if given), whatever the blanks, marks and case around them.

        They must begin where a word of the paper begins and end where one ends, or before its plural "s" ("Wolden and
        Eastvale Hospitals" names Eastvale Hospital).
        """
        sought = "".join(_WORD.findall(fold(words)))
        if not sought:
            return None
        squeezed, starts, places = self._squeezed
        at = 0 if within is None else starts[max(0, bisect_right(places, within.start) - 1)] if starts else 0
        while (at := squeezed.find(sought, at)) >= 0:
            first = bisect_right(starts, at) - 1
            last = bisect_right(starts, at + len(sought) - 1) - 1
            begins = starts[first] == at
            next_word = starts[last + 1] if last + 1 < len(starts) else len(squeezed)
            ends = squeezed[at + len(sought) : next_word] in ("", "s")
            span = Span(places[first], places[last] + at + len(sought) - starts[last])
            if within is not None and span.start >= within.end:
                return None
            if begins and ends and (within is None or within.holds(span)):
                return span
            at += 1
        return None

    @cached_property
    def _squeezed(self) -> tuple[str, list[int], list[int]]:
        """The folded text without anything between words; where each word starts in it, and in the paper."""
        pattern = _WORD_OR_ADDRESS if self.document.media_type == "text/markdown" else _WORD
        parts, starts, places, length = [], [], [], 0
        for found in pattern.finditer(fold(self.document.text)):
            if found[0].startswith("]"):
                continue
            parts.append(found[0])
            starts.append(length)
            places.append(found.start())
            length += len(found[0])
        return "".join(parts), starts, places

    @cached_property
    def _ends(self) -> list[int]:
        return [found.end() for found in _LINE_END.finditer(self.source or self.document.text)]

    def line(self, span: Span) -> int:
        """The line of the file in which a span starts, from 1."""
        return bisect_right(self._ends, self._in_file(span.start)) + 1

    def _in_file(self, offset: int) -> int:
        if self.source is None:
            return offset
        pairs = self.document.source_map
        place = bisect_right(pairs, (offset, len(self.source))) - 1
        return offset if place < 0 else pairs[place][1] + offset - pairs[place][0]

    def around(self, span: Span) -> tuple[str, str, str]:
        """The words of a span with some before and after them, blanks folded; "…" where the paper goes on."""
        text = self.document.text
        start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
        before, after = " ".join(text[start : span.start].split()), " ".join(text[span.end : end].split())
        if start and " " in before:
            before = "…" + before.partition(" ")[2]
        if end < len(text) and " " in after:
            after = after.rpartition(" ")[0] + "…"
        blank_before = " " if before and text[span.start - 1].isspace() else ""
        blank_after = " " if after and text[span.end].isspace() else ""
        return before + blank_before, self.document.words(span), blank_after + after
