"""The priorities that minutes quote: in item titles, in lists, and in sentences that name them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from graphkit.documents.model import Block, Span
from graphkit.language.priority_lists import named_priorities, opens_priorities
from graphkit.language.tokens import sentences, trim
from graphkit.loaders.assemble import priority_at
from graphkit.loaders.findings import Priority
from graphkit.loaders.section_tree import item_label
from graphkit.loaders.source import Source

_TITLE = re.compile(
    r"(?:update on |review of |progress on )?(?:the )?(?P<label>[^:]{4,90}?) priority\b"
    r"|(?P<aim>(?:aim|priority|theme|outcome|goal) \d+\s*[:–-] .+)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\((?P<aim>(?:Aim|Priority|Theme|Outcome|Goal|Objective) \d+\s*[:–-] [^()]{8,160})\)")
_PARTS = re.compile(r"(?:^|[;:–—-]\s+)(?P<part>(?:outcome|aim|goal|priority|objective) \d+\s*[:–-]\s)", re.IGNORECASE)
# Who leads on a priority, in brackets at its end.
_SAID_OF = re.compile(r"[.\s]*\([^()]{3,60}\)$")
# The name of a priority has at most this many words; what is longer tells something.
_MOST = 18


@dataclass(slots=True)
class ToldPriorities:
    """The priorities of one paper of minutes; `found` in the order of the text, by their keys."""

    source: Source
    found: dict[str, Priority] = field(default_factory=dict)
    # Where headings change the priority under which the text stands, its key from there on, and the heading that did.
    _edges: list[int] = field(default_factory=list)
    _keys: list[str | None] = field(default_factory=list)
    _above: Block | None = None

    def read(self) -> tuple[Priority, ...]:
        """All of them."""
        blocks = list(self.source.document.body())
        level = 0  # That of a list of priorities we are in, 0 in none.
        for i, block in enumerate(blocks):
            if block.kind == "item" and level and block.level >= level:
                self._item(block)
                continue
            following = blocks[i + 1] if i + 1 < len(blocks) else None
            level = following.level if following is not None and self._opens(block, following) else 0
            if block.kind != "cell":
                self._prose(block)
        return tuple(self.found.values())

    def above(self, span: Span) -> str | None:
        """The key of the priority under whose heading a passage stands."""
        place = bisect_right(self._edges, span.start)
        return self._keys[place - 1] if place else None

    def _turn(self, block: Block, key: str | None) -> None:
        """From this heading on, what is read stands under the priority `key`, or under none."""
        self._edges.append(block.span.start)
        self._keys.append(key)
        self._above = block if key is not None else None

    def _opens(self, block: Block, following: Block) -> bool:
        """Whether a block ends as the lead-in of a list of priorities that follows it."""
        listed = following.kind == "item" and (block.kind != "item" or following.level > block.level)
        last = sentences(self.source.document.text, block.span)[-1:]
        return listed and bool(last) and opens_priorities(self.source.document.quote(last[0])) is not None

    def _item(self, block: Block) -> None:
        document = self.source.document
        marks = list(_PARTS.finditer(document.text, *block.span))
        if not marks or marks[0].start("part") == block.span.start:
            label = _SAID_OF.sub("", item_label(document, block.span))
            if len(label.split()) <= _MOST:
                self._add(block.span, label)
            return
        theme = trim(document.text, Span(block.span.start, marks[0].start()), " –—-:;,")
        parent = self._add(theme, document.words(theme)) if theme.end > theme.start else None
        for mark, end in zip(marks, [*(one.start() for one in marks[1:]), block.span.end], strict=True):
            part = trim(document.text, Span(mark.start("part"), end), " ;,.")
            self._add(part, document.words(part), parent)

    def _prose(self, block: Block) -> None:
        document = self.source.document
        words = document.words(block.span).removesuffix(".")
        title = _TITLE.fullmatch(words) if block.kind == "heading" else None
        if title is not None:
            key = self._add(block.span, (title["label"] or title["aim"]).strip())
            self._turn(block, key)
        elif block.kind == "heading" and self._above is not None and _ends(block, self._above):
            self._turn(block, None)
        for span in self._named(block):
            self._add(span, document.words(span))

    def _named(self, block: Block) -> Iterator[Span]:
        text = self.source.document.text
        for match in _QUOTED.finditer(text, *block.span):
            yield Span(*match.span("aim"))
        yield from named_priorities(text, block.span)

    def _add(self, span: Span, label: str, parent: str | None = None) -> str:
        one = priority_at(self.source, span, label, parent)
        return self.found.setdefault(one.key, one).key


def _ends(block: Block, heading: Block) -> bool:
    """Whether a heading ends the section of the one before: one of its level, or a numbered item of the agenda."""
    return block.level <= heading.level or block.number is not None
