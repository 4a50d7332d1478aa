"""The sections of a strategy: its headings as a tree, with what each opens and what it is called."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.documents.model import Block, Document, Span
from graphkit.language.fold import fold
from graphkit.language.strategy_lines import Opens, heading_opens

_NUMBERED = re.compile(
    r"\W*(?:(?:strategic |key |our |core |supporting |headline |well-?being )*"
    r"(?:priority (?:theme|area|outcome|aim)|priority|theme|aim|goal|outcome|objective|ambition|focus area"
    r"|area of focus|pillar)s?"
    r"\s*(?:area\s*)?"
    r"(?:(?:[A-Z]?\d+|(?<=\s)[A-Z]\b|one|two|three|four|five|six|seven|eight|nine|ten)\s*[:.–—-]*|\s*[:–—])\s*)(?P<label>.+)",
    re.IGNORECASE | re.DOTALL,
)
_CHAPTER = re.compile(r"\W*(?:chapter|part|section) \w{1,6}\s*[:.–—-]\s*(?P<label>.+)", re.IGNORECASE | re.DOTALL)
_COUNTER = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2})?[.)]?|[A-Z]{1,3}\d{1,2}\s*[:.–-])\s+(?:\W{1,3} )?(?P<label>.+)", re.DOTALL
)
# "SO2: By 2031 fewer people fall" is an outcome by its code and its year.
_CODED = re.compile(r"\W*[A-Z]{1,4} ?\d{1,3}\s*[:.–-]\s*(?P<label>.+)", re.DOTALL)
_BY_YEAR = re.compile(r"(?:by|in) 20\d\d\b")
_DIGITS = re.compile(r"^\d+\s*[:.)–-]+\s*")
_SHORT_LABEL = re.compile(r"(?P<label>[^–—:]{3,60}?)\s*(?:\s[–—-]\s|:\s)")
_SHORT_NAME, _LONG_NAME = 10, 12
_EXAMPLES = re.compile(r",? (?:such as|including|for example|e\.g\.)\s.+", re.DOTALL)
_EDGES = " .;,*_"


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A heading with the lines under it; `numbered` when it says which priority it is ("Priority 2: ...").

    `opens` is what the heading opens by its words ("What we will do"), and `whole` tells that the section speaks of the
    whole plan ("Next steps"), whichever priority stands above it.
    """

    heading: Block | None = None
    label: str = ""
    level: int = 0
    numbered: bool = False
    parent: "Section | None" = None
    opens: Opens | None = None
    whole: bool = False

    def chain(self) -> Iterator["Section"]:
        """The section and those it stands in, the nearest first."""
        one: Section | None = self
        while one is not None:
            yield one
            one = one.parent

    @property
    def subject(self) -> "Section | None":
        """The nearest section that has a name of its own: that of a "What we will do" is the one above it."""
        return next((one for one in self.chain() if one.opens is None), None)


class SectionTree:
    """Places each heading of one paper under those before it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.current = Section()
        headings = [block for block in document.body() if block.kind == "heading"]
        # "Next steps" under each of the priorities belongs to each; one that stands once belongs to the whole.
        self._times = Counter(fold(label_of(document, block.span)[0]) for block in headings)
        numbered = [block.span.start for block in headings if label_of(document, block.span)[1]]
        self._inside: set[str] = set()
        self._last_numbered = max(numbered, default=0)
        # "Recommendation 1" and its fellows belong to the chapters before them, though printed on their level.
        opened = [(heading_opens(document.words(block.span)), block.level) for block in headings]
        self._alike = Counter((opens.rule, level) for opens, level in opened if opens is not None)

    def enter(self, block: Block, *, numbered: bool = False) -> Section:
        """The section of the next heading; `numbered` when its place shows that it is a priority."""
        label, says_so = label_of(self.document, block.span)
        numbered = numbered or says_so
        opens = None if numbered else heading_opens(self.document.words(block.span))
        whole = opens is not None and opens.whole and self._times[fold(label)] == 1 and not self._within(block, opens)
        parent = self._parent(block.level, opens, whole=whole)
        under_priority = parent is not None and any(one.numbered for one in parent.chain())
        beside_whole = opens is None and self.current.whole and self.current.level == block.level and under_priority
        self.current = Section(
            block, label, block.level, numbered, parent, opens, whole or (beside_whole and not numbered)
        )
        return self.current

    def _within(self, block: Block, opens: Opens) -> bool:
        """Whether a heading stands inside one of several numbered priorities.

        It is deeper, and another one is to come; or its like stood inside those before.
        """
        above = next((one for one in self.current.chain() if one.numbered), None)
        if above is None or block.level <= above.level:
            return False
        if block.span.start < self._last_numbered:
            self._inside.add(opens.rule)
        return opens.rule in self._inside

    def _parent(self, level: int, opens: Opens | None, *, whole: bool) -> Section | None:
        """The section that a heading stands in."""
        if opens is not None and opens.rule == "case-study" and self.current.level:
            return self.current.subject
        repeats = opens is not None and not whole and self._alike[opens.rule, level] > 1
        for one in self.current.chain():
            if one.level < level or (repeats and one.level == level and one.opens is None):
                return one
        return None


def label_of(document: Document, span: Span) -> tuple[str, bool]:
    """A heading's label without its counter ("Priority 2: Ageing well" is "Ageing well"), and whether it had one."""
    words = document.words(span).strip(" .:–-*_")
    match = _NUMBERED.fullmatch(words)
    if match:
        return _DIGITS.sub("", match["label"].strip()), True
    coded = _CODED.fullmatch(words)
    if coded is not None and _BY_YEAR.match(fold(coded["label"])):
        return coded["label"].strip(), True
    counter = _CHAPTER.fullmatch(words) or _COUNTER.fullmatch(words)
    return (counter["label"].strip() if counter else words), False


def item_label(document: Document, span: Span) -> str:
    """A listed priority's label: "Thriving communities - people who feel safe ..." is "Thriving communities"."""
    return split_label(document, span)[0]


def split_label(document: Document, span: Span) -> tuple[str, str]:
    """A listed priority's label and what is said of it after a dash or a colon, "" where nothing is."""
    label = label_of(document, span)[0]
    if len(label.split()) > _LONG_NAME:
        label = _EXAMPLES.sub("", label)
    short = _SHORT_LABEL.match(label)
    # "Climate: adapt to it" is one short name, colon and all.
    if short is None or (":" in short.group() and len(label.split()) < _SHORT_NAME):
        return label.strip(_EDGES), ""
    return short["label"].strip(_EDGES), label[short.end() :].strip(_EDGES)
