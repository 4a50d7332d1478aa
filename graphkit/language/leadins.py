"""Lead-ins and labels: the words that say what the lines after them are.

A lead-in is a line (or the end of a paragraph) that opens a list: "RESOLVED that the Board:", "We will:", "The key
actions proposed were as follows:". A label names a zone: "Minutes:", "Reason for decision". What they open is in
`Opens`.
"""

import re
from typing import Literal, NamedTuple

from graphkit.language import leadin_words as words_of
from graphkit.language.act import Governing
from graphkit.language.fold import fold

Zone = Literal[
    "preamble", "narrative", "outcome", "steps", "commitments", "aims", "priorities", "background", "attendance",
    "reasons",
]  # fmt: skip

_ENDS_OPEN = (":", ":-", "-", "–")
_WORDY_HEADS = frozenset({"agreed", "decision", "decisions", "decided"})
# A line longer than these is a paragraph, in which the words of a label are ordinary words.
_SHORT, _SHORT_HEADING, _SHORT_LIST = 90, 110, 200


class Opens(NamedTuple):
    """What a line opens: the zone, the governing act of the lines after it, and where its own words go on (or None)."""

    zone: Zone
    governing: Governing
    rest: int | None = None


def opens(line: str) -> Opens | None:
    """What a line of minutes opens, or None when it is ordinary text."""
    folded = fold(line)
    text = folded.strip()
    if words_of.MINUTES.match(text) or line.strip().startswith("IN RESPONSE"):
        return Opens("narrative", "agree")
    if words_of.ATTENDANCE.match(text) and len(text) < _SHORT_LIST:
        return Opens("attendance", "agree")
    if words_of.REASONS.match(text):
        return Opens("reasons", "agree")
    outcome = words_of.OUTCOME.match(folded, len(folded) - len(folded.lstrip()))
    if outcome is not None and _is_outcome(line, outcome):
        rest = outcome.start("head") if outcome["head"] else outcome.start()
        return Opens("outcome", "agree", rest if words_of.EMPTY.sub("", folded[outcome.end() :]) else None)
    if words_of.RECOMMENDS.search(text):
        return Opens("outcome", "recommend")
    return _opens_list(text)


def _opens_list(text: str) -> Opens | None:
    """A list of next steps, or of what the board is asked to do."""
    if words_of.STEPS.search(text) and not text.endswith(".") and (len(text) < _SHORT or text.endswith(_ENDS_OPEN)):
        return Opens("steps", "note")
    if words_of.ASKED.search(text) and (text.endswith(_ENDS_OPEN) or (len(text) < _SHORT and text.endswith("to"))):
        return Opens("preamble", "agree")
    return None


def _is_outcome(line: str, match: re.Match[str]) -> bool:
    """Whether the words are a heading: a bare word only in capitals ("NOTED ...") or alone on its line."""
    own = line.strip()
    if match["bare"]:
        return bool(words_of.CAPITAL_LEAD.match(own)) or own.rstrip(":.-– ").lower() == match["bare"]
    if match["head"] and match["head"].strip() in _WORDY_HEADS:
        after = line[match.end() :].lstrip()
        return own[:2].isupper() or not after or after.lower().startswith((":", "-", "–", "that", "to"))
    return True


def names_priorities(line: str) -> bool:
    """Whether a line opens a list of priorities ("The three priorities of the strategy remained as:")."""
    text = fold(line).strip()
    return bool(words_of.PRIORITIES.search(text)) and bool(words_of.OF_A_STRATEGY.search(text))


def strategy_opens(line: str, *, heading: bool) -> Opens | None:
    """What a line of a strategy opens, or None."""
    text = fold(line).strip()
    short = len(text) < _SHORT_HEADING
    found = _short_heading(text) if short else None
    if found is None and text.endswith(":") and words_of.COMMITMENTS.search(text):
        found = Opens("commitments", "commit")
    if found is None and (text.endswith(":") or (heading and short)):
        found = _opens_strategy_list(text)
    return found


def _short_heading(text: str) -> Opens | None:
    if words_of.RECOMMENDED.match(text):
        return Opens("commitments", "recommend")
    if words_of.PROPOSED.match(text):
        return Opens("commitments", "propose")
    if words_of.MEASURES.match(text):
        return Opens("background", "commit")
    if words_of.COMMITMENTS.search(text):
        return Opens("commitments", "commit")
    if words_of.BACKGROUND.match(text):
        return Opens("background", "commit")
    if not text.endswith(".") and text.startswith(("what ", "how ")) and words_of.AIMS.match(text):
        return Opens("aims", "commit")
    return None


def _opens_strategy_list(text: str) -> Opens | None:
    if words_of.PRIORITIES.search(text):
        return Opens("priorities", "commit")
    if words_of.AIMS.match(text):
        return Opens("aims", "commit")
    if words_of.STEPS.search(text):
        return Opens("commitments", "commit")
    return Opens("background", "commit") if words_of.ASKED.search(text) else None
