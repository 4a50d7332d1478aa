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
from graphkit.language.fold import fold, unmarked
from graphkit.language.leadin_words import lead_in
from graphkit.language.leadins import Opens, Zone, opens
from graphkit.language.tokens import trim
from graphkit.language.verbs import reading
from graphkit.loaders.splits import INLINE, Part, parts_of_paragraph

_MARKER = r"(?:\(?\w{1,3}[).]\s*)?"
_GOES_ON = re.compile(rf"(?:and )?{_MARKER}(?:and )?(?:that|to)\b")
_WORDED_AS_RESOLVED = re.compile(
    r"\W*that\b"
    r"|[^.]{3,200}?\bbe (?:noted|approved|endorsed|adopted|agreed|received|supported|welcomed|accepted)\b"
)
_UNFINISHED = (":", ":-", "-", "–", " to", " that", "and", ";", ",")
_LEADS_ON = (":", "-", "–", " to")
_PARAGRAPH_NUMBER = re.compile(r"\d+\.\d+\.?")
_ITEM_NUMBER = re.compile(r"(?:[A-Z]{2,5}[./ ])?\d{1,3}(?:[./]\d{1,4})?\.?$")
_LIST_MARKER = re.compile(r"\(?[\divxa-z]{1,4}[).]", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\W*(\w+)")
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
        self.blocks = [block for block in document.body() if block.kind != "cell"]
        self.found = [opens(document.quote(block.span)) for block in self.blocks]
        self.openings = self._openings()
        self.item = -1
        self._begin_item(None, 0)

    def _openings(self) -> list[Zone]:
        """The zone in which an item opens that starts at each block.

        What stands before the item's own "Minutes:" label is the agenda's.
        """
        zones: list[Zone] = ["narrative"] * (len(self.blocks) + 1)
        ahead = False
        for i in range(len(self.blocks) - 1, -1, -1):
            ahead = ahead or self._is_minutes_label(i)
            zones[i] = "preamble" if ahead else "narrative"
            ahead = ahead and not self._begins(i)
        return zones

    def _is_minutes_label(self, i: int) -> bool:
        return fold(self.document.quote(self.blocks[i].span)).strip(" :*") == "minutes"

    def _begins(self, i: int) -> bool:
        return self.blocks[i].kind == "heading" and self.found[i] is None

    def _begin_item(self, title: Span | None, at: int) -> None:
        self.item += 1
        self.title = title
        self.opening: Zone = self.openings[at]
        self.zone: Zone = self.opening
        self.lead = Lead()
        self.lead_span: Span | None = None
        self.stack: list[Passage] = []
        # Whether the outcome's heading stands alone and nothing of the outcome has been read.
        self.fresh = False

    def passages(self) -> Iterator[Passage]:
        """The passages in the order of the text."""
        for i, block in enumerate(self.blocks):
            text = self.document.quote(block.span)
            if self._begins(i):
                self._begin_item(block.span, i)
            elif block.kind != "item" and _ITEM_NUMBER.fullmatch(text.strip()):
                self.zone = self.opening = self.openings[i]
            else:
                following = self.blocks[i + 1] if i + 1 < len(self.blocks) else None
                for part in parts_of_paragraph(self.document.text, block.span):
                    yield from self._part(block, part, following)

    def _part(self, block: Block, part: Part, following: Block | None) -> Iterator[Passage]:
        text = self.document.quote(part.span)
        if part.is_action:
            yield self._passage("action-line", part.span, block)
            return
        found = opens(text)
        if block.kind == "item" and self._continues_list(block, found):
            yield from self._listed(block, part.span)
        elif found is None:
            yield from self._ordinary(block, part.span, text)
        else:
            yield from self._opened(block, part.span, found, following)

    def _continues_list(self, block: Block, found: Opens | None) -> bool:
        """Whether an item is one of the outcome's; a numbered paragraph is only where the heading stood alone."""
        if self.zone not in ("outcome", "steps", "log", "actions"):
            return False
        return not _is_paragraph(block) or (self.fresh and found is None)

    def _opened(self, block: Block, span: Span, found: Opens, following: Block | None) -> Iterator[Passage]:
        self.zone, self.stack = found.zone, []
        if found.zone == "narrative":
            # Behind the label "Minutes:" nothing is the agenda's any more.
            self.opening = "narrative"
        self.lead, self.lead_span = Lead(found.governing), span
        self.fresh = found.rest is None
        if found.rest is not None:
            yield from self._inline(Span(span.start + found.rest, span.end), block)
            if not self._goes_on(self.document.quote(span), following):
                self.zone = "narrative"

    def _ordinary(self, block: Block, span: Span, text: str) -> Iterator[Passage]:
        if self.zone == "actions" and len(text) < _LONG and not lead_in("closes").find(unmarked(fold(text)).strip()):
            yield self._passage("action-line", span, block)
            return
        if self.zone in ("outcome", "steps", "log", "actions"):
            if block.kind == "paragraph" and self._still_outcome(text):
                self.fresh = False
                yield from self._inline(span, block)
                return
            self.zone = "narrative"
        elif self.zone == "narrative" and block.kind == "item" and _has_lost_heading(block, text):
            self.zone, self.stack = "outcome", []
            yield from self._listed(block, span)
            return
        elif self._is_over(block, text):
            self.zone = "narrative"
        yield self._passage(self.zone, span, block)

    def _is_over(self, block: Block, text: str) -> bool:
        """Whether a list of names, reasons or asks ends before this line."""
        if self.zone in ("attendance", "reasons"):
            return block.kind == "paragraph" and len(text) > _LONG
        return self.zone == "preamble" and self.opening != "preamble" and not _is_ask(block, text)

    def _goes_on(self, text: str, following: Block | None) -> bool:
        """Whether an outcome with words of its own runs on in the lines after it."""
        folded = unmarked(fold(text)).strip()
        if lead_in("lists-discussion").find(folded):
            return False
        if folded.endswith(_UNFINISHED) or INLINE.search(text):
            return True
        return following is not None and bool(_GOES_ON.match(fold(self.document.quote(following.span)).strip()))

    def _still_outcome(self, text: str) -> bool:
        first = self.lead_span is not None and self.fresh
        return first or bool(_GOES_ON.match(fold(text).strip())) or bool(INLINE.match(text.lstrip()))

    def _listed(self, block: Block, span: Span) -> Iterator[Passage]:
        self.fresh = self.fresh and _is_paragraph(block)
        while self.stack and self.stack[-1].depth >= block.level:
            self.stack.pop()
        above = self.stack[-1] if self.stack else None
        parent = above if above is not None and (above.depth or self._leads_on(above)) else None
        zone: Place = "action-line" if self.zone == "actions" else self.zone
        passage = self._passage(zone, span, block, block.number, block.level, parent)
        self.stack.append(passage)
        yield passage

    def _leads_on(self, passage: Passage) -> bool:
        """Whether an inline item ends as a lead-in: "(c) that the Trust be invited to -"."""
        return fold(self.document.quote(passage.span)).rstrip().endswith(_LEADS_ON)

    def _inline(self, span: Span, block: Block) -> Iterator[Passage]:
        """A paragraph of the outcome, cut at its inline numbers: "that (1) ...; (2) ..."."""
        text = self.document.text
        marks = list(INLINE.finditer(text, *span))
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


def _is_paragraph(block: Block) -> bool:
    """Whether an item's number is that of a paragraph of the minutes ("6.2")."""
    return bool(block.number and _PARAGRAPH_NUMBER.fullmatch(block.number.strip()))


def _is_ask(block: Block, text: str) -> bool:
    """Whether a line may be one more of what the board is asked to do: a list item, or a line worded like one."""
    first = _FIRST_WORD.match(text)
    if block.kind == "item" and not _is_paragraph(block):
        return True
    return first is not None and (first[1][0].islower() or bool(reading(first[1].lower(), "base")))


def _has_lost_heading(block: Block, text: str) -> bool:
    """A numbered list worded as resolutions, whose heading was lost in capture."""
    return bool(block.number and _LIST_MARKER.match(block.number)) and bool(_WORDED_AS_RESOLVED.match(fold(text)))
