"""The walk through a strategy: the zone that each line stands in.

A strategy has a vision, priorities, why they matter (background), what we want to see (aims) and what we will do
(commitments). A heading opens a zone for its section, a lead-in for the list after it, and a label at the start of a
paragraph ("What comes next: ...") for that paragraph alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import Literal

from graphkit.documents.model import Block, Document, Span
from graphkit.language.act import Governing
from graphkit.language.fold import fold
from graphkit.language.strategy_lines import Opens, Zone, asks_reader, heading_opens, lead_opens
from graphkit.language.tokens import sentences
from graphkit.language.verbs import readings
from graphkit.loaders.section_tree import Section, SectionTree

__all__ = ["NAMED", "Line", "Section", "Standing", "command_of", "lines"]

_INLINE = re.compile(r"\s*[*_]{0,3}(?P<label>[A-Z][^:.!?\n]{2,70}?)[*_]{0,3}\s*:[*_]{0,3}\s+(?=\S)")
_KEY_AND_VALUE = re.compile(r"[*_\s]*[A-Z][\w /-]{1,30}:\s*\S.{0,120}$")
_CODE = re.compile(r"[A-Z]{1,4} ?\d{1,3}[:.)]?")
_CODE_BEFORE = re.compile(r"^[\s*]*(?:\[[ xX]?\]\s*)?[*]*(?:[A-Z]{1,4}\d{1,3}[a-z]?\b)?[*\s:.–-]*")
_PARAGRAPH = re.compile(r"\d{1,2}\.\d{1,2}\.?")
_BY_YEAR = re.compile(r"(?:by|in) 20\d\d\b")
_DIGIT = re.compile(r"\d")
# "Our ambitions and priorities are:" lists two levels of them: headings, with items below each.
_TWO_LEVELS = re.compile(
    r"\b(?:ambitions?|aims?|goals?|themes?|outcomes?|pillars?|priorit(?:y|ies)|objectives?)"
    r"(?:,? and |,? with |, )(?:the |our |their |its )?(?:\w+ )?"
    r"(?:ambitions|aims|goals|themes|outcomes|priorities|objectives|focus areas)\b"
)
# "Safe homes – helping people to mend them" describes a priority after its name.
NAMED = re.compile(r"[\s*_]*[A-Z][^–—:.;?!\n]{2,50}[*_]*(?:\s[–—-]|:[*_]*)\s")
# Outcomes that are items stand below every heading.
_BELOW_HEADINGS = 7
_PROSE_STARTS = frozenset(["the", "this", "our", "these", "it", "there", "in", "we"])
_LONG_PROSE, _SHORT_PROSE, _HEADING_LINE = 140, 50, 110
_WE_WILL = (["we", "will"], ["partners", "will"])
_ARTICLES = frozenset({"the", "a", "an", "our", "all", "every", "each", "more", "two", "three"})
_ADVERBS = frozenset({"further", "also", "actively", "jointly", "together", "regularly", "better", "to"})
_FEWEST_WORDS, _MOST_WORDS = 5, 60
# This share of a list's items must be commands for it to be one of things to do.
_MOSTLY = 0.7

Standing = Zone | Literal["heading", "lead"]


@dataclass(frozen=True, slots=True)
class Line:
    """A block of a strategy with its zone, its section, the lead-in above it and what that lends.

    `stem` tells that the lead-in is one that the line completes ("We will:"), not a mere heading ("Next steps").
    """

    block: Block
    zone: Standing
    section: Section
    lead: Span | None = None
    governing: Governing = "commit"
    stem: bool = False
    # A command in a row of them, under nothing that says whose they are.
    bare: bool = False

    @property
    def heading(self) -> Span | None:
        """Its section's heading."""
        return self.section.heading.span if self.section.heading else None


def lines(document: Document) -> Iterator[Line]:
    """The blocks in order, each with zone, lead-in and section; cells are left to the tables."""
    return _Walk(document).lines()


@dataclass(slots=True)
class _Open:
    """What stands open: its zone, its lead-in, and whether that was a lead-in with a list (`stem`) or a heading."""

    zone: Zone = "background"
    lead: Span | None = None
    governing: Governing = "commit"
    stem: bool = False
    before: "_Open | None" = None
    first: Block | None = None


class _Walk:
    """One pass over a strategy's blocks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.blocks = [block for block in document.body() if block.kind != "cell"]
        self.tree = SectionTree(document)
        self.open = _Open()
        # Whether the numbered headings that come stand for priorities with those below each in a list.
        self._two_levels = False
        self._told = frozenset(_commands_in_a_row(document, self.blocks))

    def lines(self) -> Iterator[Line]:
        for i, block in enumerate(self.blocks):
            if block.kind == "heading":
                yield self._heading(block)
                continue
            if block.kind == "item" and self._is_outcome(block):
                yield self._outcome(block)
                continue
            opened, lead = self._opened(block, i)
            if opened is not None:
                yield self._lead_in(block, opened, lead)
                continue
            inline = self._inline(block)
            if inline is not None:
                yield inline
                continue
            self._settle(block, i)
            if i in self._told and self.open.zone == "open":
                yield Line(replace(block, kind="item"), "commitments", self.tree.current, bare=True)
            else:
                yield self._line(block)

    def _line(self, block: Block) -> Line:
        state = self.open
        return Line(block, state.zone, self.tree.current, state.lead, state.governing, state.stem)

    def _heading(self, block: Block) -> Line:
        section = self.tree.enter(block)
        opens = section.opens
        self._two_levels = self._two_levels and section.numbered
        if opens is not None:
            self.open = _Open(opens.zone, block.span, opens.governing, _is_stem(self.document.quote(block.span)))
            return Line(block, "lead", section, block.span, opens.governing)
        above = next((one for one in section.chain() if one.opens is not None), None)
        # "Start well" under "What we will deliver" opens a list of things to do as well.
        goes_on = above is not None and above.opens is not None and above.opens.zone == "commitments" and above.heading
        if section.numbered and self._two_levels:
            self.open = _Open("priorities")
        elif goes_on and above is not None and above.opens is not None and not above.whole:
            self.open = _Open("commitments", None, above.opens.governing)
        else:
            self.open = _Open("open")
        return Line(block, "heading", section)

    def _is_outcome(self, block: Block) -> bool:
        """Whether an item names an outcome, with those that serve it below: "SO3: By 2031 more people walk to work"."""
        coded = block.number is not None and _CODE.fullmatch(block.number.strip()) is not None
        return coded and self.open.zone != "aims" and _BY_YEAR.match(fold(self.document.quote(block.span))) is not None

    def _outcome(self, block: Block) -> Line:
        heading = replace(block, kind="heading", level=_BELOW_HEADINGS)
        section = self.tree.enter(heading, numbered=True)
        self.open = _Open("commitments")
        return Line(heading, "heading", section)

    def _opened(self, block: Block, i: int) -> tuple[Opens | None, Span]:
        """What a line that is no heading opens, and the words that do."""
        if block.kind == "item" and not self._leads_deeper(i):
            # A line without a marker, or a numbered paragraph, may be a heading after all.
            words = self.document.words(block.span)
            named = block.number is None or _PARAGRAPH.fullmatch(block.number.strip()) is not None
            return (heading_opens(words) if named else None), block.span
        words = self.document.words(block.span)
        if block.kind == "label" or (len(words) < _HEADING_LINE and not words.endswith((".", "!"))):
            found = heading_opens(words)
            if found is not None:
                return found, block.span
        last = _last_sentence(self.document, block)
        return lead_opens(self.document.quote(last)), last

    def _leads_deeper(self, i: int) -> bool:
        """Whether an item such as "1.3 The plan has four aims:" stands before items of its own."""
        following = self.blocks[i + 1] if i + 1 < len(self.blocks) else None
        return following is not None and following.kind == "item" and following.level > self.blocks[i].level

    def _lead_in(self, block: Block, opened: Opens, lead: Span) -> Line:
        # "The partnership should:" among recommendations opens more of them.
        keeps = opened.zone == "commitments" and self.open.zone == "commitments" and self.open.governing == "recommend"
        governing = self.open.governing if keeps else opened.governing
        before = self.open.before if self.open.stem and self.open.before is not None else self.open
        self.open = _Open(opened.zone, lead, governing, _is_stem(self.document.quote(lead)), before)
        levels = opened.zone == "priorities" and block.kind == "paragraph"
        self._two_levels = levels and _TWO_LEVELS.search(fold(self.document.quote(lead))) is not None
        return Line(block, "lead", self.tree.current, lead, governing)

    def _inline(self, block: Block) -> Line | None:
        """A paragraph behind its own label: "What comes next: the council will ..."."""
        match = _INLINE.match(self.document.text, *block.span) if block.kind == "paragraph" else None
        opened = heading_opens(match["label"]) if match is not None else None
        if match is None or opened is None:
            return None
        own = replace(block, span=Span(match.end(), block.span.end))
        label = Span(match.start("label"), match.end("label"))
        self.open = _Open("open")
        return Line(own, opened.zone, self.tree.current, label, opened.governing)

    def _settle(self, block: Block, i: int) -> None:
        """What an ordinary block does to the zone: prose ends a list; a list of commands under a heading opens one."""
        state = self.open
        if (
            block.kind == "item"
            and state.first is not None
            and state.before is not None
            and _ends_list(state.first, block)
        ):
            self.open = state = state.before
        elif block.kind == "item" and state.first is None:
            state.first = block
        if state.zone == "priorities" and state.stem and NAMED.match(self.document.text, *block.span):
            return
        if block.kind == "paragraph" and _is_prose(self.document.words(block.span)):
            by_heading = state.zone == "commitments" and not state.stem
            if state.zone in ("aims", "priorities") or (state.zone == "commitments" and not by_heading):
                self.open = _Open("open")
        elif block.kind == "item" and state.zone == "open" and self._is_first(i) and self._are_commands(i):
            self.open = _Open("commitments")

    def _are_commands(self, i: int) -> bool:
        """Whether a list is one of things to do: nearly every item may be a command or "X to ...", one surely is."""
        listed = takewhile(lambda block: block.kind == "item", islice(self.blocks, i, None))
        found = [command_of(self.document.quote(block.span)) for block in listed]
        commands = sum(one is not None for one in found)
        return len(found) > 1 and "sure" in found and commands >= _MOSTLY * len(found)

    def _is_first(self, i: int) -> bool:
        """Whether an item is the first of its section but for lines such as "Sponsor: ..."."""
        while i > 0 and self.blocks[i - 1].kind == "paragraph":
            if not _KEY_AND_VALUE.match(self.document.words(self.blocks[i - 1].span)):
                return False
            i -= 1
        return i == 0 or self.blocks[i - 1].kind == "heading"


def _is_stem(words: str) -> bool:
    """Whether a lead-in is a clause that its items complete: it holds a doer with a verb, or ends in "to" or "by"."""
    return (
        re.search(r"\b(?:will|'ll|shall|should|must|to|by|through|commit|agreed)\W*$|[:-]\W*$", fold(words)) is not None
    )


def _ends_list(first: Block, block: Block) -> bool:
    """Whether an item belongs to the list around that of `first`: it is less deep, or numbered after bullets."""
    if block.level < first.level:
        return True
    return _DIGIT.search(block.number or "") is not None and _DIGIT.search(first.number or "") is None


def command_of(line: str) -> Literal["sure", "doubtful"] | None:
    """Whether words are a command; doubtful when the verb may be a noun ("plant nurseries", but "plant 500 trees")."""
    words = fold(_CODE_BEFORE.sub("", line)).split()
    if "to" in words[1:8] or words[0:2] in _WE_WILL or words[:1] == ["we'll"]:
        return "sure"
    if "will" in words[1:8]:
        return "doubtful"
    verbs = [verb for word in words[:1] for verb in readings(word) if verb.form == "base"]
    if not verbs:
        return None
    has_object = len(words) > 1 and (words[1] in _ARTICLES or words[1][0].isdigit())
    return "sure" if has_object or not all(verb.noun for verb in verbs) else "doubtful"


def _commands_in_a_row(document: Document, blocks: Sequence[Block]) -> Iterator[int]:
    """The places of paragraphs that are commands, two or more after each other: a list that has lost its marks."""
    run: list[int] = []
    for i, block in enumerate(blocks):
        if block.kind in ("paragraph", "item") and _is_bare_command(document.quote(block.span)):
            run.append(i)
            continue
        yield from run if len(run) > 1 else ()
        run = []
    yield from run if len(run) > 1 else ()


def _is_bare_command(line: str) -> bool:
    """Whether a paragraph opens with a command that is none to the reader ("Visit our website")."""
    if "?" in line or not _FEWEST_WORDS <= len(line.split()) < _MOST_WORDS:
        return False
    words = [word.strip(".,:;") for word in fold(line).split()[:3]]
    while len(words) > 1 and words[0] in _ADVERBS:
        words = words[1:]
    if asks_reader(" ".join(words)):
        return False
    return any(verb.form == "base" for verb in readings(words[0]))


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
