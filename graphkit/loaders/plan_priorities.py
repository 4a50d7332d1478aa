"""The priorities of a strategy or a plan: headings, listed priorities and aims, each once."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from graphkit.documents.model import Block, Span
from graphkit.language.fold import fold
from graphkit.language.priority_lists import named_priorities
from graphkit.language.strategy_lines import heading_opens
from graphkit.language.tokens import sentences
from graphkit.loaders.aim_tables import aim_rows
from graphkit.loaders.assemble import priority_at
from graphkit.loaders.dating import title_of
from graphkit.loaders.findings import Priority
from graphkit.loaders.keys import digest_of
from graphkit.loaders.plan_holders import Holders
from graphkit.loaders.plan_items import body_in_heading
from graphkit.loaders.section_tree import Section, label_of, split_label
from graphkit.loaders.sections import NAMED, Line
from graphkit.loaders.source import Source

# Headings that name no priority, whatever stands under them.
_GENERIC = re.compile(
    r"^(?:.*\b(?:action|delivery|implementation|improvement) plan\b.*|who|where|when|strategy|engagement|consultation"
    r"|(?:(?:being|partly|fully|not yet) \w+|(?:not )?started|in progress|ongoing|on track|outstanding|complete)$"
    r"|(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|quarter|q\d|spring"
    r"|summer|autumn|winter)\b[ ,]*)+\d*(?:[/-]\d+)?(?: \w+){0,2}$|actions? (?:arising|from|points|log|list)\b.*"
    r"|progress|resources|appendix|annex|conclusion|how we chose .*|the (?:strategy|plan|board)"
    r"|our (?:communities|partners|people|area|city|county|plan)"
    r"|(?:joint )?(?:local )?(?:health and wellbeing|integrated care|wellbeing|implementation|delivery|corporate|place"
    r"|improvement) (?:strategy|plan|projects))\b"
)
_SUBTITLE = re.compile(
    r"\b(?:agreed|approved|adopted|published|prepared|produced|endorsed|signed off|updated|refreshed) (?:by|in|on)\b"
    r"|\b(?:strategy|plan|report|framework|vision)\b(?: (?:for|of) .*|.{0,20})\b20\d\d\b"
    r"|^(?:joint |health and wellbeing )+(?:strategy|plan)\b"
)
_AMBITION = re.compile(
    r"(?:our|the) (?:shared |overall )?(?:ambition|aim|goal|hope)(?: for [\w ,]{3,40}| here)? is"
    r" (?:that|for|to see|to have)\s+"
)
# The one ambition of a whole plan is its vision.
_OF_ALL = re.compile(r"(?:our |the |shared |overall )*(?:ambition|aim|goal|vision)")
_OPENS_QUOTE, _CLOSES_QUOTE = ('"', "“", "‘"), ('"', "”", "’")
# "every child has a fair start", but not "people who feel safe".
_STATES = re.compile(
    r"(?!\w+ing\b)(?:(?!who\b|that\b|which\b|where\b|with\b|whose\b)[\w'-]+ ){1,4}?"
    r"(?:is|are|has|have|can|feels?|lives?|learns?|grows?|gets?|knows?|stays?|starts?|achieves?|enjoys?|thrives?)\b"
)
_EVERY = frozenset({"all", "n/a", "-", "general"})
# An outcome statement is a sentence of about this many characters.
_SHORTEST, _LONGEST = 12, 160


_Place = tuple[Section | None, int]


@dataclass(slots=True)
class Priorities:
    """The priorities of one paper, filled while it is read; `found` in the order of the text."""

    source: Source
    found: dict[str, Priority] = field(default_factory=dict)
    _keys: dict[str, str] = field(default_factory=dict)
    _of_section: dict[Section, str] = field(default_factory=dict)

    def add(self, span: Span, label: str, parent: str | None = None) -> str:
        """Adds a priority, once for each label; gives its key."""
        known = self._keys.get(fold(label))
        if known is not None:
            return known
        one = priority_at(self.source, span, label, parent)
        if one.key in self.found:
            one = replace(one, key=f"{one.key}-{digest_of(label)}")
        self.found[one.key] = one
        self._keys[fold(label)] = one.key
        return one.key

    def above(self, section: Section | None) -> str | None:
        """The key of the nearest priority above the lines of a section; None for what speaks of the whole plan."""
        for one in section.chain() if section is not None else ():
            if one.whole or one in self._of_section:
                return self._of_section.get(one)
        return None

    def mark(self, every: Sequence[Line], holders: Holders) -> None:
        """Adds the headings that say they are priorities, and those whose sections hold something."""
        _, title = title_of(self.source.document)
        headed = [(before, line) for before, line in pairwise([None, *every]) if line and line.zone == "heading"]
        self._mark_known(headed)
        # Beside numbered priorities, a section without a number is none ("Governance" after "Priority 3").
        numbered = {_place(line.section) for _, line in headed if line.section.numbered}
        listed = {one for one in holders.listed if _place(one) not in numbered}
        beside = {_place(one) for one in listed if one.heading is not None and one.heading.span != title}
        named = [line.section for before, line in headed if self._may_be(line.section, before, title, beside)]
        for section in named:
            held = section in listed or (section in holders.told and _place(section) in beside)
            if section.heading is not None and (section.numbered or held or _is_listed(section, title)):
                span = section.heading.span
                self._of_section[section] = self.add(span, section.label, self.above(section.parent))
        self._mark_known(headed)

    def _mark_known(self, headed: Sequence[tuple[Line | None, Line]]) -> None:
        """Ties the headings to priorities of their name that stand elsewhere too, in a list or a heading before."""
        for _, line in headed:
            known = self._keys.get(fold(line.section.label))
            if known is not None:
                self._of_section.setdefault(line.section, known)

    def _may_be(self, section: Section, before: Line | None, title: Span | None, beside: Collection[_Place]) -> bool:
        heading = section.heading
        if heading is None or any(one.whole for one in section.chain()):
            return False
        if section.numbered:
            return True
        # What was taken for the title may be the first of several headings of its kind.
        untitled = heading.span != title or _place(section) in beside
        return heading.level > 0 and untitled and not self._is_furniture(section, before)

    def _is_furniture(self, section: Section, before: Line | None) -> bool:
        """A heading that every strategy has, a subtitle, or the name under a quotation."""
        label = fold(section.label)
        if _GENERIC.match(label) or _SUBTITLE.search(label) or self._is_body(section):
            return True
        words = self.source.document.words(before.block.span) if before is not None else ""
        return words.startswith(_OPENS_QUOTE) or words.endswith(_CLOSES_QUOTE)

    def _is_body(self, section: Section) -> bool:
        """Whether a heading is the name of a body, whose pledges stand below it."""
        span = section.heading.span if section.heading is not None else None
        return span is not None and body_in_heading(self.source, span) is not None

    def of_row(self, cell: Block | None, caption: Span | None) -> str | None:
        """The priority that a row's own cell names, else the one whose heading stands above its table."""
        document = self.source.document
        if cell is not None:
            label = label_of(document, cell.span)[0]
            return None if fold(label) in _EVERY else self.add(cell.span, label)
        if caption is None:
            return None
        return self._keys.get(fold(label_of(document, caption)[0]))

    def take_listed(self, every: Sequence[Line]) -> None:
        """Adds the priorities that lists and tables of aims name."""
        for line in every:
            if line.zone == "priorities" and (line.block.kind == "item" or self._is_named(line)):
                self._listed(line.block, line.section)
            elif line.block.kind == "paragraph" and line.zone in ("open", "background", "priorities"):
                for span in named_priorities(self.source.document.text, line.block.span):
                    self.add(span, _bare(self.source.document.words(span)))
        document = self.source.document
        for row in aim_rows(document):
            key = self.add(row.name.span, _bare(document.words(row.name.span)))
            for aim in row.aims:
                self.add(aim, _bare(document.words(aim)), key)

    def take_aims(self, every: Sequence[Line]) -> None:
        """Adds the aims that lists and prose state; each stands under the priority of its section."""
        for line in every:
            if line.zone == "aims" and line.block.kind != "heading":
                self._aims(line)
            elif line.block.kind == "paragraph" and line.zone in ("open", "background", "lead"):
                self._told_aims(line)

    def _aims(self, line: Line) -> None:
        block, kind = line.block, line.block.kind
        above = self.above(line.section)
        if kind != "item" and above is None and _OF_ALL.fullmatch(fold(line.section.label)):
            return
        if line.zone == "aims" and kind == "item":
            self._aim(block.span, line.section)
        else:
            for sentence in sentences(self.source.document.text, block.span):
                words = self.source.document.words(sentence)
                if _SHORTEST < len(words) < _LONGEST and not words.startswith(_OPENS_QUOTE):
                    self._aim(sentence, line.section)

    def _told_aims(self, line: Line) -> None:
        """Aims that sentences of a priority's section tell: "Our ambition is that nobody waits for a week"."""
        document = self.source.document
        if self.above(line.section) is None:
            return
        for sentence in sentences(document.text, line.block.span):
            match = _AMBITION.match(self.source.low(sentence))
            if match is not None and match.end() < sentence.end - sentence.start:
                own = Span(sentence.start + match.end(), sentence.end)
                self.add(own, _bare(document.words(own)), self.above(line.section))

    def _listed(self, block: Block, section: Section) -> None:
        """A listed priority, and the statement of a future that may stand behind its dash."""
        label, said = split_label(self.source.document, block.span)
        if said and heading_opens(label) is not None:
            # "Overall goal: close the gap" is named by its goal.
            label, said = said, ""
        key = self.add(block.span, label, self.above(section))
        if said and _STATES.match(fold(said)):
            self.add(block.span, said, key)

    def _is_named(self, line: Line) -> bool:
        """Whether a paragraph below "The five areas are:" is one of them: "Safe homes – helping people to ..."."""
        document, block = self.source.document, line.block
        return line.stem and block.kind == "paragraph" and NAMED.match(document.text, *block.span) is not None

    def _aim(self, span: Span, section: Section) -> None:
        document = self.source.document
        label, said = split_label(document, span)
        whole = document.words(span).rstrip(" .;*_").lstrip("*_ ")
        # "Thriving communities - people who feel safe" names an aim, and tells what it is.
        named = said and not _STATES.match(fold(label)) and document.words(span)[:1].isupper()
        self.add(span, label if named else whole, self.above(section))


def _place(section: Section) -> _Place:
    return section.parent, section.level


def _bare(words: str) -> str:
    """Words without emphasis and closing marks."""
    return words.strip("*_ ").rstrip(" .;*_")


def _is_listed(section: Section, title: Span | None) -> bool:
    """Whether a heading stands right under "Our priorities" or its like, which is not the title of the whole."""
    parent = section.parent
    if parent is not None and parent.heading is not None and parent.heading.span == title:
        return False
    return parent is not None and parent.opens is not None and parent.opens.zone == "priorities"
