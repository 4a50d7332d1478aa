"""The priorities of a strategy or a plan: headings, listed priorities and aims, each once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graphkit.documents.model import Block, Span
from graphkit.language.fold import fold
from graphkit.language.tokens import sentences, trim
from graphkit.loaders.assemble import priority_at
from graphkit.loaders.dating import title_of
from graphkit.loaders.findings import Priority
from graphkit.loaders.keys import digest_of
from graphkit.loaders.sections import Line, Section, label_of
from graphkit.loaders.source import Source

# Headings of a strategy's furniture: what stands under them belongs to the whole, not to a priority of that name.
_GENERIC = re.compile(
    r"^(?:what|how|why|who|where|when|vision|introduction|foreword|contents|delivery|delivering|governance|next steps?"
    r"|actions?|commitments?|priorit(?:y|ies)|priority themes?|summary|background|context|conclusion|appendix|glossary"
    r"|about|contact|evidence|monitoring|measuring|reporting|engagement|consultation|case study|strategy|action plan"
    r"|making it happen|we will|resources|implementation|progress"
    r"|our (?:vision|approach|principles|commitments?|values|plan|priorities|communities|partners|people|area|city"
    r"|county)"
    r"|(?:our |the )?(?:core|supporting|key|strategic|top|main|shared|other|new) "
    r"(?:priorit|themes|aims|goals|actions|communities)"
    r"|key (?:actions|facts|messages|priorities)|the (?:strategy|plan|board)"
    r"|(?:joint )?(?:local )?(?:health and wellbeing|integrated care|wellbeing|implementation|delivery|corporate) "
    r"(?:strategy|plan))\b"
)
_AMBITION = re.compile(
    r"\s*(?:our |the )?(?:ambition|aim|outcome|what we want to achieve|goal|objective)\s*:\s*(?=\S)", re.IGNORECASE
)
_SUBTITLE = re.compile(
    r"\b(?:agreed|approved|adopted|published|prepared|produced|endorsed|signed off|updated|refreshed) (?:by|in|on)\b"
    r"|\b(?:strategy|plan|report) (?:for|of) .*\b20\d\d\b|^(?:joint |health and wellbeing )+(?:strategy|plan)\b"
)
_OPENS_QUOTE, _CLOSES_QUOTE = ('"', "“", "‘"), ('"', "”", "’")
_EVERY = frozenset({"all", "n/a", "-", "general"})
# An outcome statement is a sentence of about this many characters.
_SHORTEST, _LONGEST = 12, 160


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
        """The key of the nearest priority above the lines of a section."""
        while section is not None and section not in self._of_section:
            section = section.parent
        return self._of_section[section] if section is not None else None

    def mark(self, every: Sequence[Line], holding: frozenset[Section]) -> None:
        """Adds the headings that say they are priorities, and those whose sections are `holding` something."""
        _, title = title_of(self.source.document)
        holding |= {section.parent for section in holding if section.parent is not None}
        for before, line in zip([None, *every], every, strict=False):
            section, heading = line.section, line.section.heading
            if line.zone != "heading" or heading is None or section in self._of_section:
                continue
            own = section in holding and heading.level > 0 and heading.span != title
            if section.numbered or (own and not self._is_furniture(section, before)):
                self._of_section[section] = self.add(heading.span, section.label, self.above(section.parent))

    def _is_furniture(self, section: Section, before: Line | None) -> bool:
        """A heading that every strategy has, a subtitle, or the name under a quotation."""
        label = fold(section.label)
        if _GENERIC.match(label) or _SUBTITLE.search(label):
            return True
        words = self.source.document.words(before.block.span) if before is not None else ""
        return words.startswith(_OPENS_QUOTE) or words.endswith(_CLOSES_QUOTE)

    def of_row(self, cell: Block | None, caption: Span | None) -> str | None:
        """The priority that a row's own cell names, else the one whose heading stands above its table."""
        document = self.source.document
        if cell is not None:
            label = label_of(document, cell.span)[0]
            return None if fold(label) in _EVERY else self.add(cell.span, label)
        if caption is None:
            return None
        return self._keys.get(fold(label_of(document, caption)[0]))

    def take(self, line: Line) -> bool:
        """Adds what a line says of priorities or aims; False when it says nothing of them."""
        block, document = line.block, self.source.document
        ambition = (
            _AMBITION.match(document.text, *block.span) if block.kind == "paragraph" or line.zone == "lead" else None
        )
        if block.kind == "item" and line.zone == "priorities":
            self.add(block.span, label_of(document, block.span)[0], self.above(line.section))
        elif block.kind == "item" and line.zone == "aims":
            self.add(block.span, document.words(block.span).rstrip("."), self.above(line.section))
        elif ambition is not None:
            own = trim(document.text, Span(ambition.end(), block.span.end), ". ")
            self.add(own, document.words(own), self.above(line.section))
        elif block.kind == "paragraph" and line.zone == "aims":
            self._aims(line)
        else:
            return False
        return True

    def _aims(self, line: Line) -> None:
        """Outcome statements told one a line or one a sentence; quotations are not."""
        document = self.source.document
        for sentence in sentences(document.text, line.block.span):
            words = document.words(sentence).rstrip(".")
            if _SHORTEST < len(words) < _LONGEST and not words.startswith(("“", '"', "‘")):
                self.add(sentence, words, self.above(line.section))
