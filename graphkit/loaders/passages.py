"""The walk through minutes: every block put in its zone, with the lead-in that governs it, its item and its number.

Zones follow how boards lay out an item: what the board is asked (preamble), "Minutes:" and the discussion (narrative), the
outcome under whatever heading, action lines, attendance, reasons. Most false actions are right sentences in a wrong zone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import re

from graphkit.documents.model import Block, Document, Span
from graphkit.language.acts import Lead
from graphkit.language.fold import fold
from graphkit.language.leadins import Zone, opens
from graphkit.language.tokens import trim

_ACTION_LINE = re.compile(
    r"\s*(?:decision/)?(?:actions?(?: points?| required| agreed| by)?|to action)\s*(?:by\s*)?(?:[:–—-]\s*)+", re.I
)
_INLINE = re.compile(r"(?:(?<=[\s:;–-])|^)\((\d{1,2}|[a-z]|[ivx]{1,4})\)\s+(?=\S)", re.I)
_THAT_LIST = re.compile(
    r"(?:that\b|to [a-z]+\b)|.{3,200}?\bbe (?:noted|approved|endorsed|adopted|agreed|received|supported|welcomed|accepted)\b"
)
# A note of the discussion that ends in a colon lists what was said, not what was decided.
_DISCUSSION = re.compile(
    r"\b(?:points?|comments?|questions?|issues?|matters?|discussion|introduction|presentation|themes|highlights?|views|concerns|observations)\b[^.;]{0,80}[:\-–]+$|\bupdated them as follows\b"
)
_PARAGRAPH_NUMBER = re.compile(r"\d+\.\d+\.?")
_ITEM_NUMBER = re.compile(r"(?:[A-Z]{2,5}[./ ])?\d{1,3}(?:[./]\d{1,4})?\.?$")


@dataclass(slots=True)
class Passage:
    """A stretch of text in one zone. `item` counts the agenda items from 0; `title` is the item's own heading."""

    zone: Zone | str
    span: Span
    lead: Lead
    block: Block
    item: int
    title: Span | None = None
    number: str | None = None
    depth: int = 0
    parent: "Passage | None" = None
    lead_span: Span | None = None
    children: "list[Passage]" = field(default_factory=list)


class MinutesWalk:
    """One pass over a Document's blocks; iterate `passages()`."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.has_minutes_label = any(
            block.kind in ("label", "heading", "paragraph")
            and fold(document.quote(block.span)).strip(" :") == "minutes"
            for block in document.blocks
        )
        self.zone: Zone | str = "preamble" if self.has_minutes_label else "narrative"
        self.lead = Lead()
        self.lead_span: Span | None = None
        self.item = 0
        self.title: Span | None = None
        self.stack: list[Passage] = []
        self.fresh = False

    def passages(self) -> Iterator[Passage]:
        """The passages in the order of the text."""
        blocks = [block for block in self.document.body() if block.kind != "cell"]
        for i, block in enumerate(blocks):
            text = self.document.quote(block.span)
            if block.kind == "heading" and opens(text) is None:
                self._new_item(block)
                continue
            if _ITEM_NUMBER.fullmatch(text.strip()) and block.kind != "item":
                self.zone = "preamble" if self.has_minutes_label else "narrative"
                continue
            yield from self._block(block, text, blocks[i + 1] if i + 1 < len(blocks) else None)

    def _new_item(self, block: Block) -> None:
        self.item += 1
        self.title = block.span
        self.zone = "preamble" if self.has_minutes_label else "narrative"
        self.lead, self.lead_span, self.stack, self.fresh = Lead(), None, [], False

    def _block(self, block: Block, text: str, following: Block | None) -> Iterator[Passage]:
        action = _ACTION_LINE.match(text)
        if action and len(text.strip()) > len(action.group().strip()):
            yield self._passage("action-line", Span(block.span.start + action.end(), block.span.end), block)
            return
        found = opens(text)
        numbered = bool(block.number and _PARAGRAPH_NUMBER.fullmatch(block.number.strip()))
        if (
            block.kind == "item"
            and self.zone in ("outcome", "steps")
            and not (numbered and not self.fresh and found is None)
            and not (numbered and found)
        ):
            yield from self._listed(block)
            return
        if found is None:
            yield from self._ordinary(block, text, following)
            return
        self.zone, self.stack = found.zone, []
        self.lead, self.lead_span = Lead(governing=found.governing), block.span
        self.fresh = found.rest is None
        if found.rest is not None:
            yield from self._inline(Span(block.span.start + found.rest, block.span.end), block)
            if not self._goes_on(text, following):
                self.zone = "narrative"

    def _ordinary(self, block: Block, text: str, following: Block | None) -> Iterator[Passage]:
        if self.zone in ("outcome", "steps"):
            if block.kind == "paragraph" and self._still_outcome(text):
                self.fresh = False
                yield from self._inline(block.span, block)
                return
            self.zone = "narrative"
        elif self.zone == "narrative" and block.kind == "item" and self._lost_heading(block, text):
            self.zone, self.stack = "outcome", []
            yield from self._listed(block)
            return
        elif self.zone in ("attendance", "reasons") and block.kind == "paragraph" and len(text) > 160:
            self.zone = "narrative"
        del following
        yield self._passage(self.zone, block.span, block)

    def _goes_on(self, text: str, following: Block | None) -> bool:
        """Whether an outcome with words of its own runs on in the lines after it."""
        folded = fold(text).strip()
        if _DISCUSSION.search(folded):
            return False
        if folded.endswith((":", ":-", "-", "–", " to", " that", "and", ";", ",")) or _INLINE.search(text):
            return True
        after = fold(self.document.quote(following.span)).strip() if following is not None else ""
        return bool(re.match(r"(?:\(?\w{1,3}[).]\s*)?(?:and )?(?:that|to)\b", after))

    def _still_outcome(self, text: str) -> bool:
        folded = fold(text).strip()
        if self.lead_span is not None and self.fresh:
            return True
        return bool(re.match(r"(?:and )?(?:\(?\w{1,3}[).]\s*)?(?:that|to)\b", folded)) or bool(
            _INLINE.match(text.lstrip())
        )

    def _lost_heading(self, block: Block, text: str) -> bool:
        """A numbered list worded as resolutions, whose heading was lost in capture."""
        numbered = bool(block.number and re.match(r"\(?[\divxa-z]{1,4}[).]", block.number, re.I))
        return numbered and bool(re.match(r"(?:\W*that\b.{0,200}\bbe\b|\W*that\b)", fold(text).strip()))

    def _listed(self, block: Block) -> Iterator[Passage]:
        self.fresh = self.fresh and bool(block.number and _PARAGRAPH_NUMBER.fullmatch(block.number.strip()))
        while self.stack and self.stack[-1].depth >= block.level:
            self.stack.pop()
        parent = self.stack[-1] if self.stack and (self.stack[-1].depth or self._leads(self.stack[-1])) else None
        passage = self._passage(self.zone, block.span, block, number=block.number, depth=block.level, parent=parent)
        if parent is not None:
            parent.children.append(passage)
        self.stack.append(passage)
        yield passage

    def _leads(self, passage: Passage) -> bool:
        """Whether an inline item ends as a lead-in: "(c) that the Trust be invited to -"."""
        return fold(self.document.quote(passage.span)).rstrip().endswith((":", "-", "–", " to"))

    def _inline(self, span: Span, block: Block) -> Iterator[Passage]:
        """A paragraph of the outcome, cut at its inline numbers: "that (1) ...; (2) ..."."""
        text = self.document.text
        marks = list(_INLINE.finditer(text, span.start, span.end))
        if not marks:
            yield self._passage(self.zone, span, block, number=block.number)
            return
        if trim(text, Span(span.start, marks[0].start())).start < marks[0].start():
            self.lead_span = Span(span.start, marks[0].start())
        for mark, after in zip(marks, [*marks[1:], None], strict=True):
            end = after.start() if after else span.end
            own = trim(text, Span(mark.end(), end))
            if own.end > own.start:
                passage = self._passage(self.zone, own, block, number=f"({mark.group(1)})")
                self.stack = [passage]
                yield passage

    def _passage(self, zone: Zone | str, span: Span, block: Block, number: str | None = None, depth: int = 0,
                 parent: Passage | None = None) -> Passage:  # fmt: skip
        return Passage(
            zone,
            trim(self.document.text, span),
            self.lead,
            block,
            self.item,
            self.title,
            number,
            depth,
            parent,
            self.lead_span,
        )
