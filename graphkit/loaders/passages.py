"""The walk through minutes: every block put in its zone, with the lead-in that governs it, its item and its number.

Zones follow how boards lay out an item: what the board is asked (preamble), "Minutes:" and the discussion
(narrative), the outcome under whatever heading, action lines, attendance, reasons. Most false actions are right
sentences in a wrong zone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graphkit.documents.model import Block, Document, Span
from graphkit.language.act import Lead
from graphkit.language.fold import fold
from graphkit.language.leadins import Opens, Zone, opens
from graphkit.language.tokens import trim

_ACTION_LINE = re.compile(
    r"\s*(?:decision/)?(?:actions?(?: points?| required| agreed| by)?|to action)\s*(?:by\s*)?(?:[:–—-]\s*)+",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?:(?<=[\s:;–-])|^)\((\d{1,2}|[a-z]|[ivx]{1,4})\)\s+(?=\S)", re.IGNORECASE)
_MARKER = r"(?:\(?\w{1,3}[).]\s*)?"
_GOES_ON = re.compile(rf"(?:and )?{_MARKER}(?:and )?(?:that|to)\b")
_WORDED_AS_RESOLVED = re.compile(
    r"\W*that\b"
    r"|[^.]{3,200}?\bbe (?:noted|approved|endorsed|adopted|agreed|received|supported|welcomed|accepted)\b"
)
# A note of the discussion that ends in a colon lists what was said, not what was decided.
_DISCUSSION = re.compile(
    r"\b(?:points?|comments?|questions?|issues?|matters?|discussion|introduction|presentation|themes|highlights?|views"
    r"|concerns|observations)\b[^.;]{0,80}[:\-–]+$|\bupdated them as follows\b"
)
_UNFINISHED = (":", ":-", "-", "–", " to", " that", "and", ";", ",")
_LEADS_ON = (":", "-", "–", " to")
_PARAGRAPH_NUMBER = re.compile(r"\d+\.\d+\.?")
_ITEM_NUMBER = re.compile(r"(?:[A-Z]{2,5}[./ ])?\d{1,3}(?:[./]\d{1,4})?\.?$")
_LIST_MARKER = re.compile(r"\(?[\divxa-z]{1,4}[).]", re.IGNORECASE)
# Shorter lines under "Present:" or "Reasons for decision:" still belong there.
_LONG = 160

Place = Zone | Literal["action-line"]


@dataclass(slots=True)
class Passage:
    """A stretch of text in one zone.

    `item` counts the agenda items from 0 and `title` is the item's own heading; `parent` is the list item in which
    this one is nested; `lead_span` are the words of the lead-in, whose governing act and addressee are in `lead`.
    """

    zone: Place
    span: Span
    lead: Lead
    block: Block
    item: int
    title: Span | None = None
    number: str | None = None
    depth: int = 0
    parent: "Passage | None" = None
    lead_span: Span | None = None


class MinutesWalk:
    """One pass over a Document's blocks; iterate `passages()`."""

    def __init__(self, document: Document) -> None:
        self.document = document
        # Where there is a "Minutes:" label, what stands before it is the agenda's.
        self.opening: Zone = "preamble" if _has_minutes_label(document) else "narrative"
        self.item = -1
        self._begin_item(None)

    def _begin_item(self, title: Span | None) -> None:
        self.item += 1
        self.title = title
        self.zone: Zone = self.opening
        self.lead = Lead()
        self.lead_span: Span | None = None
        self.stack: list[Passage] = []
        # Whether the outcome's heading stands alone and nothing of the outcome has been read.
        self.fresh = False

    def passages(self) -> Iterator[Passage]:
        """The passages in the order of the text."""
        blocks = [block for block in self.document.body() if block.kind != "cell"]
        for i, block in enumerate(blocks):
            text = self.document.quote(block.span)
            found = opens(text)
            if block.kind == "heading" and found is None:
                self._begin_item(block.span)
            elif block.kind != "item" and _ITEM_NUMBER.fullmatch(text.strip()):
                self.zone = self.opening
            else:
                yield from self._block(block, text, found, blocks[i + 1] if i + 1 < len(blocks) else None)

    def _block(self, block: Block, text: str, found: Opens | None, following: Block | None) -> Iterator[Passage]:
        action = _ACTION_LINE.match(text)
        if action and action.end() < len(text.rstrip()):
            yield self._passage("action-line", Span(block.span.start + action.end(), block.span.end), block)
        elif block.kind == "item" and self._continues_list(block, found):
            yield from self._listed(block)
        elif found is None:
            yield from self._ordinary(block, text)
        else:
            yield from self._opened(block, text, found, following)

    def _continues_list(self, block: Block, found: Opens | None) -> bool:
        """Whether an item is one of the outcome's; a numbered paragraph is only where the heading stood alone."""
        if self.zone not in ("outcome", "steps"):
            return False
        return not _is_paragraph(block) or (self.fresh and found is None)

    def _opened(self, block: Block, text: str, found: Opens, following: Block | None) -> Iterator[Passage]:
        self.zone, self.stack = found.zone, []
        self.lead, self.lead_span = Lead(found.governing), block.span
        self.fresh = found.rest is None
        if found.rest is not None:
            yield from self._inline(Span(block.span.start + found.rest, block.span.end), block)
            if not self._goes_on(text, following):
                self.zone = "narrative"

    def _ordinary(self, block: Block, text: str) -> Iterator[Passage]:
        if self.zone in ("outcome", "steps"):
            if block.kind == "paragraph" and self._still_outcome(text):
                self.fresh = False
                yield from self._inline(block.span, block)
                return
            self.zone = "narrative"
        elif self.zone == "narrative" and block.kind == "item" and _has_lost_heading(block, text):
            self.zone, self.stack = "outcome", []
            yield from self._listed(block)
            return
        elif self.zone in ("attendance", "reasons") and block.kind == "paragraph" and len(text) > _LONG:
            self.zone = "narrative"
        yield self._passage(self.zone, block.span, block)

    def _goes_on(self, text: str, following: Block | None) -> bool:
        """Whether an outcome with words of its own runs on in the lines after it."""
        folded = fold(text).strip()
        if _DISCUSSION.search(folded):
            return False
        if folded.endswith(_UNFINISHED) or _INLINE.search(text):
            return True
        return following is not None and bool(_GOES_ON.match(fold(self.document.quote(following.span)).strip()))

    def _still_outcome(self, text: str) -> bool:
        first = self.lead_span is not None and self.fresh
        return first or bool(_GOES_ON.match(fold(text).strip())) or bool(_INLINE.match(text.lstrip()))

    def _listed(self, block: Block) -> Iterator[Passage]:
        self.fresh = self.fresh and _is_paragraph(block)
        while self.stack and self.stack[-1].depth >= block.level:
            self.stack.pop()
        above = self.stack[-1] if self.stack else None
        parent = above if above is not None and (above.depth or self._leads_on(above)) else None
        passage = self._passage(self.zone, block.span, block, block.number, block.level, parent)
        self.stack.append(passage)
        yield passage

    def _leads_on(self, passage: Passage) -> bool:
        """Whether an inline item ends as a lead-in: "(c) that the Trust be invited to -"."""
        return fold(self.document.quote(passage.span)).rstrip().endswith(_LEADS_ON)

    def _inline(self, span: Span, block: Block) -> Iterator[Passage]:
        """A paragraph of the outcome, cut at its inline numbers: "that (1) ...; (2) ..."."""
        text = self.document.text
        marks = list(_INLINE.finditer(text, *span))
        if not marks:
            yield self._passage(self.zone, span, block, block.number)
            return
        if text[span.start : marks[0].start()].strip():
            self.lead_span = Span(span.start, marks[0].start())
        ends = [*(mark.start() for mark in marks[1:]), span.end]
        for mark, end in zip(marks, ends, strict=True):
            passage = self._passage(self.zone, Span(mark.end(), end), block, f"({mark[1]})")
            if passage.span.end > passage.span.start:
                self.stack = [passage]
                yield passage

    def _passage(
        self,
        zone: Place,
        span: Span,
        block: Block,
        number: str | None = None,
        depth: int = 0,
        parent: Passage | None = None,
    ) -> Passage:
        own = trim(self.document.text, span)
        return Passage(zone, own, self.lead, block, self.item, self.title, number, depth, parent, self.lead_span)


def _has_minutes_label(document: Document) -> bool:
    lines = (block for block in document.blocks if block.kind in ("label", "heading", "paragraph"))
    return any(fold(document.quote(block.span)).strip(" :") == "minutes" for block in lines)


def _is_paragraph(block: Block) -> bool:
    """Whether an item's number is that of a paragraph of the minutes ("6.2")."""
    return bool(block.number and _PARAGRAPH_NUMBER.fullmatch(block.number.strip()))


def _has_lost_heading(block: Block, text: str) -> bool:
    """A numbered list worded as resolutions, whose heading was lost in capture."""
    return bool(block.number and _LIST_MARKER.match(block.number)) and bool(_WORDED_AS_RESOLVED.match(fold(text)))
