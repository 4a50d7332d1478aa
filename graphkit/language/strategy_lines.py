"""What a line of a strategy opens, by the cues of `data/strategy-lines.yaml`.

A heading ("What we will do", "Next steps") is matched whole; a lead-in ("Over the next year partners will:") opens its
list with its last words.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from graphkit.language.act import Governing
from graphkit.language.fold import fold
from graphkit.language.rules import rule_table

Zone = Literal["commitments", "aims", "priorities", "measures", "background", "story", "open"]
Place = Literal["headings", "leads"]

# A line longer than these is a paragraph, in which the words of a label are ordinary words.
_LONGEST_HEADING, _LONGEST_LEAD = 110, 300
_COUNTER = re.compile(
    r"[\s*_#>]*(?:(?:chapter|section|part) [\w]{1,6}\s*[:.–-]?\s+|\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?[*_]*"
)
_ASIDE = re.compile(r"\s*\([^()]{3,80}\)?$")
_CLOSING = " *_.:?–—-"
_ENDS_OPEN = re.compile(r"(?::\s*[-–—]?|\s[-–—]|\b(?:we|partners) (?:will|'ll))[\s*_]*$")


class Opens(NamedTuple):
    """The zone and the governing act of the lines after it; `whole` when it speaks of the whole plan."""

    rule: str
    zone: Zone
    governing: Governing
    whole: bool


@cache
def _opening(place: Place) -> tuple[tuple[re.Pattern[str], Opens], ...]:
    """The rules in the order in which they are tried."""
    return tuple(
        (
            re.compile(rule.either),
            Opens(rule.name, rule.more["opens"], rule.more.get("governing", "commit"), rule.more.get("whole", False)),
        )
        for rule in rule_table("strategy-lines.yaml", place)
    )


def heading_opens(line: str) -> Opens | None:
    """What a heading, a label or a short line that stands alone opens, or None."""
    text = fold(line).strip()
    if not text or len(text) > _LONGEST_HEADING:
        return None
    start = _COUNTER.match(text)
    words = text[start.end() if start else 0 :].strip(_CLOSING)
    # "Outcomes (what will change?)" says in brackets what it means.
    forms = dict.fromkeys((words, _ASIDE.sub("", words)))
    return next((opens for form in forms for pattern, opens in _opening("headings") if pattern.fullmatch(form)), None)


def lead_opens(line: str) -> Opens | None:
    """What a sentence that ends in a colon or a dash opens, or None."""
    text = fold(line[-_LONGEST_LEAD:]).strip()
    if not _ENDS_OPEN.search(text):
        return None
    words = text.strip(_CLOSING)
    return next((opens for pattern, opens in _opening("leads") if pattern.search(words)), None)


def asks_reader(line: str) -> bool:
    """Whether a line opens with what a page asks of its reader ("Visit our website") or a meeting decides."""
    folded = fold(line).strip()
    return any(pattern.match(folded) for pattern in _to_readers())


@cache
def _to_readers() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.either) for rule in rule_table("strategy-lines.yaml", "to-readers"))
