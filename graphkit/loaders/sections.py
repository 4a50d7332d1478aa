"""The walk through a strategy: sections, their headings, and the zone that each line stands in.

A strategy has a vision, priorities, why they matter (background), what we want to see (aims) and what we will do
(commitments). A lead-in or a heading opens a zone; the next heading of the same or a higher level closes it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import re

from graphkit.documents.model import Block, Document, Span
from graphkit.language.acts import Governing
from graphkit.language.fold import fold
from graphkit.language.leadins import Zone, strategy_opens
from graphkit.language.tokens import sentences
from graphkit.language.verbs import readings

_NUMBERED = re.compile(
    r"\W*(?:(?:strategic |key |our )?(?:priority (?:theme|area|outcome|aim)|priority|theme|aim|goal|outcome|objective|ambition|focus area|area of focus)s?\s*(?:area\s*)?"
    r"(?:(?:[A-Z]?\d+|[A-Z]\b|one|two|three|four|five|six|seven|eight|nine|ten)\s*[:.–—-]*|\s*[:–—])\s*)(?P<label>.+)",
    re.I | re.S,
)
_COUNTER = re.compile(r"\W*(?:\d{1,2}[.)]?|[A-Z]{1,3}\d{1,2}\s*[:.–-])\s+(?P<label>.+)", re.S)


@dataclass(slots=True)
class Section:
    """A heading with the zones of the lines under it; `priority` is filled by the loader."""

    heading: Block | None
    label: str
    level: int
    numbered: bool
    parent: "Section | None" = None


@dataclass(slots=True)
class Line:
    """A block of a strategy with its zone, the lead-in above it, and its section."""

    block: Block
    zone: Zone | str
    section: Section
    lead: Span | None
    lead_words: str
    opens: Zone | None = None
    governing: Governing = "commit"


def label_of(document: Document, span: Span) -> tuple[str, bool]:
    """A heading's label without its counter ("Priority 2: Ageing well" is "Ageing well"), and whether it had one."""
    words = document.words(span).strip(" .:–-")
    match = _NUMBERED.fullmatch(words)
    if match:
        return re.sub(r"^\d+\s*[:.)–-]+\s*", "", match["label"].strip()), True
    counter = _COUNTER.fullmatch(words)
    return (counter["label"].strip() if counter else words), False


def item_label(document: Document, span: Span) -> str:
    """A listed priority's label: "Thriving communities - people who feel safe ..." is "Thriving communities"."""
    label = label_of(document, span)[0]
    short = re.match(r"(?P<label>[^–—:]{3,60}?)\s*(?:\s[–—-]\s|:\s)", label)
    return (short["label"] if short else label).strip(" .;,*_")


def lines(document: Document) -> Iterator[Line]:
    """The blocks in order, each with zone, lead-in and section; cells are left to the tables."""
    root = Section(None, "", 0, numbered=False)
    section, lead, words = root, None, ""
    zone: Zone | str = "background"
    governing: Governing = "commit"
    blocks = [block for block in document.body() if block.kind != "cell"]
    for i, block in enumerate(blocks):
        text = document.quote(block.span)
        opened = strategy_opens(
            text if block.kind in ("heading", "label") else _last(document, block), heading=block.kind == "heading"
        )
        if block.kind == "heading" and label_of(document, block.span)[1]:
            opened = None
        if block.kind == "heading" and not (opened and opened.zone in ("commitments", "aims", "background")):
            section = _under(document, block, section)
            zone, lead, words = (opened.zone if opened else "open"), None, ""
            governing = opened.governing if opened else "commit"
            yield Line(block, "heading", section, None, "", opened.zone if opened else None)
            continue
        if opened is not None and block.kind != "item":
            zone = opened.zone
            if not (opened.zone == "commitments" and governing == "recommend" and block.kind != "heading"):
                governing = opened.governing
            lead = _last_span(document, block)
            words = document.words(lead)
            yield Line(block, "lead", section, lead, words, opened.zone)
            continue
        if block.kind == "paragraph" and zone in ("commitments", "aims", "priorities") and _closes(text):
            zone, lead, words = "open", None, ""
        if (
            block.kind == "item"
            and zone == "open"
            and (i == 0 or blocks[i - 1].kind == "heading")
            and _commands(document, blocks[i:])
        ):
            zone, lead, words = "commitments", None, ""
        yield Line(block, zone, section, lead, words, governing=governing)


def _commands(document: Document, blocks: Sequence[Block]) -> bool:
    """Whether a list that stands right under a heading is one of things to do: nearly every item is a command or "X to ..."."""
    items = list(takewhile(lambda block: block.kind == "item", blocks))
    if len(items) < 2:
        return False
    firsts = [fold(document.quote(item.span)).lstrip(" *[]x").split() for item in items]
    commands = sum(
        bool(words)
        and any(verb.form == "base" and not verb.noun for verb in readings(words[0]))
        or " to " in " ".join(words[:9])
        for words in firsts
    )
    return commands >= 0.7 * len(items)


def _under(document: Document, block: Block, current: Section) -> Section:
    parent: Section | None = current
    while parent is not None and parent.level >= block.level:
        parent = parent.parent
    label, numbered = label_of(document, block.span)
    return Section(block, label, block.level, numbered, parent)


def _closes(text: str) -> bool:
    """Ordinary prose after a list ends it: a paragraph of some length that ends like a sentence."""
    words = " ".join(text.split())
    return len(words) > 140 or (
        len(words) > 50
        and words.endswith((".", "?", "!"))
        and fold(words).split()[0] in ("the", "this", "our", "these", "it", "there", "in", "we")
    )


def _last(document: Document, block: Block) -> str:
    return document.quote(_last_span(document, block))


def _last_span(document: Document, block: Block) -> Span:
    """The last sentence of a paragraph: the part that may be a lead-in."""
    found = sentences(document.text, block.span)
    return found[-1] if found else block.span
