"""Lead-ins and labels of minutes: the words that say what the lines after them are.

A lead-in is a line (or the end of a paragraph) that opens a list: "RESOLVED that the Board:", "The key actions
proposed were as follows:". A label names a zone: "Minutes:", "Reason for decision". What they open is in
`Opens`.
"""

import re
from typing import Literal, NamedTuple

from graphkit.language.act import Governing
from graphkit.language.fold import fold, unmarked
from graphkit.language.leadin_words import lead_in

Zone = Literal["preamble", "narrative", "outcome", "steps", "attendance", "reasons", "log", "actions"]

_ENDS_OPEN = (":", ":-", "-", "–")
_WORDY_HEADS = frozenset({"agreed", "decision", "decisions", "decided"})
_BARE = frozenset({"received", "noted", "approved", "remitted"})
# A line longer than these is a paragraph, in which the words of a label are ordinary words.
_SHORT, _SHORT_LIST = 90, 200


class Opens(NamedTuple):
    """What a line opens: the zone, the governing act of the lines after it, and where its own words go on (or None)."""

    zone: Zone
    governing: Governing
    rest: int | None = None


def opens(line: str) -> Opens | None:
    """What a line of minutes opens, or None when it is ordinary text."""
    line = unmarked(line)
    folded = fold(line)
    text = folded.strip()
    if lead_in("discussion").find(text) or line.strip().startswith("IN RESPONSE"):
        return Opens("narrative", "agree")
    if len(text) < _SHORT_LIST and lead_in("attendance").find(text):
        return Opens("attendance", "agree")
    if lead_in("reasons").find(text):
        return Opens("reasons", "agree")
    outcome = _outcome(line.strip(), text)
    if outcome == -1 and lead_in("actions").find(text):
        return Opens("actions", "agree")
    if outcome is not None:
        rest = outcome + len(folded) - len(folded.lstrip()) if outcome >= 0 else None
        return Opens("outcome", "agree", rest)
    if lead_in("recommends").find(text):
        return Opens("outcome", "recommend")
    return _opens_list(text)


def _outcome(own: str, text: str) -> int | None:
    """Where the words of an outcome start in a line (-1: it is all heading), or None where the line opens none."""
    before = lead_in("before-outcome").find(text)
    at = before.end() if before else 0
    headed = lead_in("outcome").find(text, at)
    found = headed or lead_in("outcome-of-a-body").find(text, at) or lead_in("outcome-in-a-word").find(text, at)
    if found is None or not _is_heading(own, found):
        return None
    if not lead_in("empty-after-outcome").pattern.sub("", text[found.end() :]):
        return -1
    return found.start() if headed else 0


def _is_heading(own: str, found: re.Match[str]) -> bool:
    """Whether the words are a heading: a bare word only in capitals ("NOTED ...") or alone on its line."""
    word = found.groupdict().get("word")
    if word in _BARE:
        set_off = own[found.end() :].lstrip().startswith((",", ":", "-", "–", ";"))
        return set_off or bool(lead_in("capital-lead").find(own)) or own.rstrip(":.-– ").lower() == word
    if word and found.group() in _WORDY_HEADS:
        after = own[found.end() :].lstrip()
        return own[:2].isupper() or not after or after.lower().startswith((":", "-", "–", "that", "to"))
    return True


def _opens_list(text: str) -> Opens | None:
    """A list of next steps, of the actions of earlier meetings, or of what the board is asked to do."""
    steps = not text.endswith(".") and (len(text) < _SHORT or text.endswith(_ENDS_OPEN))
    if steps and lead_in("steps").find(text):
        return Opens("steps", "note")
    if len(text) < _SHORT_LIST and lead_in("log").find(text):
        return Opens("log", "agree")
    asks = text.endswith(_ENDS_OPEN) or (len(text) < _SHORT and text.endswith("to"))
    if asks and lead_in("asked").find(text):
        return Opens("preamble", "agree")
    return None
