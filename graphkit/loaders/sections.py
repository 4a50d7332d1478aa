"""The walk through a strategy: sections, their headings, and the zone that each line stands in.

A strategy has a vision, priorities, why they matter (background), what we want to see (aims) and what we will do
(commitments). A lead-in or a heading opens a zone; the next heading of the same or a higher level closes it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from graphkit.documents.model import Block, Document, Span
from graphkit.language.act import Governing
from graphkit.language.fold import fold
from graphkit.language.leadins import Opens, Zone, strategy_opens
from graphkit.language.tokens import sentences
from graphkit.language.verbs import readings

_NUMBERED = re.compile(
    r"\W*(?:(?:strategic |key |our )?"
    r"(?:priority (?:theme|area|outcome|aim)|priority|theme|aim|goal|outcome|objective|ambition|focus area"
    r"|area of focus)s?"
    r"\s*(?:area\s*)?"
    r"(?:(?:[A-Z]?\d+|[A-Z]\b|one|two|three|four|five|six|seven|eight|nine|ten)\s*[:.–—-]*|\s*[:–—])\s*)(?P<label>.+)",
    re.IGNORECASE | re.DOTALL,
)
_COUNTER = re.compile(r"\W*(?:\d{1,2}[.)]?|[A-Z]{1,3}\d{1,2}\s*[:.–-])\s+(?P<label>.+)", re.DOTALL)
_DIGITS = re.compile(r"^\d+\s*[:.)–-]+\s*")
_SHORT_LABEL = re.compile(r"(?P<label>[^–—:]{3,60}?)\s*(?:\s[–—-]\s|:\s)")
_PROSE_STARTS = frozenset(["the", "this", "our", "these", "it", "there", "in", "we"])
_LONG_PROSE, _SHORT_PROSE = 140, 50
_ARTICLES = frozenset({"the", "a", "an", "our", "all", "every", "each", "more", "two", "three"})
# This share of a list's items must be commands for it to be one of things to do.
_MOSTLY = 0.7

Standing = Zone | Literal["heading", "lead", "open"]


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A heading with the lines under it; `numbered` when it says which priority it is ("Priority 2: ...")."""

    heading: Block | None = None
    label: str = ""
    level: int = 0
    numbered: bool = False
    parent: "Section | None" = None


@dataclass(frozen=True, slots=True)
class Line:
    """A block of a strategy with its zone, its section, the lead-in above it and what that lends."""

    block: Block
    zone: Standing
    section: Section
    lead: Span | None = None
    governing: Governing = "commit"

    @property
    def heading(self) -> Span | None:
        """Its section's heading."""
        return self.section.heading.span if self.section.heading else None


def label_of(document: Document, span: Span) -> tuple[str, bool]:
    """A heading's label without its counter ("Priority 2: Ageing well" is "Ageing well"), and whether it had one."""
    words = document.words(span).strip(" .:–-")
    match = _NUMBERED.fullmatch(words)
    if match:
        return _DIGITS.sub("", match["label"].strip()), True
    counter = _COUNTER.fullmatch(words)
    return (counter["label"].strip() if counter else words), False


def item_label(document: Document, span: Span) -> str:
    """A listed priority's label: "Thriving communities - people who feel safe ..." is "Thriving communities"."""
    label = label_of(document, span)[0]
    short = _SHORT_LABEL.match(label)
    return (short["label"] if short else label).strip(" .;,*_")


def lines(document: Document) -> Iterator[Line]:
    """The blocks in order, each with zone, lead-in and section; cells are left to the tables."""
    return _Walk(document).lines()


class _Walk:
    """One pass over a strategy's blocks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.blocks = [block for block in document.body() if block.kind != "cell"]
        self.section = Section()
        self.zone: Standing = "background"
        self.lead: Span | None = None
        self.governing: Governing = "commit"

    def lines(self) -> Iterator[Line]:
        for i, block in enumerate(self.blocks):
            opened = self._opened(block)
            if block.kind == "heading" and not (opened and opened.zone in ("commitments", "aims", "background")):
                yield self._heading(block, opened)
            elif opened is not None and block.kind != "item":
                yield self._lead_in(block, opened)
            else:
                self._settle(block, i)
                yield Line(block, self.zone, self.section, self.lead, self.governing)

    def _opened(self, block: Block) -> Opens | None:
        is_heading = block.kind == "heading"
        if is_heading and label_of(self.document, block.span)[1]:
            return None
        whole = is_heading or block.kind == "label"
        words = self.document.quote(block.span if whole else _last_sentence(self.document, block))
        return strategy_opens(words, heading=is_heading)

    def _heading(self, block: Block, opened: Opens | None) -> Line:
        self.section = _under(self.document, block, self.section)
        self.zone, self.lead = (opened.zone if opened else "open"), None
        self.governing = opened.governing if opened else "commit"
        return Line(block, "heading", self.section)

    def _lead_in(self, block: Block, opened: Opens) -> Line:
        # "The partnership should:" among recommendations opens more of them.
        recommends_on = opened.zone == "commitments" and self.governing == "recommend" and block.kind != "heading"
        if not recommends_on:
            self.governing = opened.governing
        self.zone, self.lead = opened.zone, _last_sentence(self.document, block)
        return Line(block, "lead", self.section, self.lead)

    def _settle(self, block: Block, i: int) -> None:
        """What an ordinary block does to the zone: prose ends a list; a list of commands under a heading opens one."""
        in_list = self.zone in ("commitments", "aims", "priorities")
        first = self.zone == "open" and (i == 0 or self.blocks[i - 1].kind == "heading")
        if block.kind == "paragraph" and in_list and _is_prose(self.document.words(block.span)):
            self.zone, self.lead = "open", None
        elif block.kind == "item" and first and _are_commands(self.document, self.blocks[i:]):
            self.zone, self.lead = "commitments", None


def _are_commands(document: Document, blocks: Sequence[Block]) -> bool:
    """Whether a list is one of things to do: nearly every item may be a command or "X to ...", and one surely is."""
    items = [document.quote(block.span) for block in takewhile(lambda block: block.kind == "item", blocks)]
    readings_of = [_command(fold(item).lstrip(" *[]x").split()) for item in items]
    commands = sum(one is not None for one in readings_of)
    return len(items) > 1 and "sure" in readings_of and commands >= _MOSTLY * len(items)


def _command(words: Sequence[str]) -> Literal["sure", "doubtful"] | None:
    """Whether words are a command; doubtful when the verb may be a noun ("plant nurseries", but "plant 500 trees")."""
    if "to" in words[1:8]:
        return "sure"
    verbs = [verb for word in words[:1] for verb in readings(word) if verb.form == "base"]
    if not verbs:
        return None
    has_object = len(words) > 1 and (words[1] in _ARTICLES or words[1][0].isdigit())
    return "sure" if has_object or not all(verb.noun for verb in verbs) else "doubtful"


def _under(document: Document, block: Block, current: Section) -> Section:
    parent: Section | None = current
    while parent is not None and parent.level >= block.level:
        parent = parent.parent
    label, numbered = label_of(document, block.span)
    return Section(block, label, block.level, numbered, parent)


def _is_prose(words: str) -> bool:
    """Ordinary prose after a list: a paragraph of some length that ends like a sentence."""
    if len(words) > _LONG_PROSE:
        return True
    ends = len(words) > _SHORT_PROSE and words.endswith((".", "?", "!"))
    return ends and fold(words).split()[0] in _PROSE_STARTS


def _last_sentence(document: Document, block: Block) -> Span:
    """The part of a paragraph that may be a lead-in."""
    found = sentences(document.text, block.span)
    return found[-1] if found else block.span
