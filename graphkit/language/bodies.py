"""The deciding body: whose minutes, decisions or strategy a paper is.

Every board named in full gathers points: in a title line, beside the meeting's date, behind "Decision Maker:", as the one
that resolves. A bare name ("Health and Wellbeing Board", "the Board") lends its points to the best board it can mean.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from graphkit.language.mentions import Mention
from graphkit.language.page import Page

_DECIDES = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:resolved|agreed|noted|approved|considered|received|is asked|was asked|is recommended|was recommended|is invited|members\b)",
    re.IGNORECASE,
)
_MAKER = re.compile(
    r"(?:decision maker|committee|decision made by|name of (?:meeting|committee)|board|meeting|minutes)\s*:\s*(?:the )?$",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?:meeting of (?:the )?|minutes? of (?:the |a meeting of the |meeting of (?:the )?)?|notes? of (?:the )?|agenda for (?:the )?|strategy of (?:the )?|on behalf of (?:the )?)$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\s*(?:[-,:|(]|meeting|minutes|held on)*\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)? [a-z]+,? 20\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})",
    re.IGNORECASE,
)
_RESOLVED = re.compile(
    r"(?:(?:resolved|agreed|recommended)\W{1,4}(?:that )?(?:the )?|^\W*that (?:the )?)$", re.IGNORECASE
)
_DATE_BEFORE = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s*[-–]\s*$")
# Papers that only one kind of board writes.
_PAPERS = (
    (
        re.compile(r"health (?:and|&) well-?being (?:strategy|vision|plan|action plan|delivery plan)", re.IGNORECASE),
        re.compile(r"(?:health and well ?being board|hwbb?)$"),
    ),
    (
        re.compile(r"local outcomes? improvement plan|community plan\b", re.IGNORECASE),
        re.compile(r"community planning"),
    ),
    (re.compile(r"(?<!and )well-?being plan", re.IGNORECASE), re.compile(r"(?:public services board|psb)$")),
    (re.compile(r"integrated care strategy", re.IGNORECASE), re.compile(r"integrated care partnership$")),
)
_AT_MEETING = re.compile(r"\b(?:meeting|at its|sitting)\b[^.]{0,60}$", re.IGNORECASE)
_HEADS = frozenset(
    {
        "board",
        "committee",
        "partnership",
        "commission",
        "cabinet",
        "panel",
        "forum",
        "psb",
        "assembly",
        "osc",
        "ijb",
        "hwb",
        "cpp",
    }
)


def detect_body(
    page: Page, mentions: Sequence[Mention], keys: dict[Mention, str], group: Callable[[str], str]
) -> str | None:
    """The normal form of the board whose paper this is, or None when nothing says so."""
    points: dict[str, float] = defaultdict(float)
    longest: dict[str, str] = {}
    places: dict[str, int] = {}
    bare: dict[str, float] = defaultdict(float)
    for mention in mentions:
        key = keys[mention]
        last = key.rpartition(" ")[2]
        if mention.type != "board" and (last not in _HEADS or mention.target is not None):
            continue
        root = group(key)
        if last == key and root == key:
            bare[key] += 0.4
            continue
        longest[root] = max(longest.get(root, key), key, key=len)
        places.setdefault(root, mention.start)
        points[root] += _evidence(page, mention)
    for root in sorted(points, key=lambda one: len(longest[one])):
        heirs = [
            other
            for other in points
            if other != root and longest[other].endswith(" " + longest[root]) and points[other] >= 1.5
        ]
        if heirs:
            points[max(heirs, key=lambda one: points[one])] += points[root]
    for pattern, ending in _PAPERS:
        if pattern.search(page.text[:600]):
            for root, key in longest.items():
                points[root] += 1.5 if ending.search(key) else 0
    for root, key in longest.items():
        if points[root] >= 1:
            points[root] += min(4.0, bare.get(key.rpartition(" ")[2], 0.0))
    best = max(points, key=lambda root: (points[root], len(longest[root]), -places[root]), default=None)
    if best is not None and (points[best] >= 1 or not bare):
        return longest[best] if points[best] >= 1 or len(points) == 1 else None
    return max(bare, key=lambda one: (bare[one], one), default=None)


def _evidence(page: Page, mention: Mention) -> float:
    line = page.text.rfind("\n", 0, mention.start) + 1
    stop = page.text.find("\n", mention.end)
    stop = len(page.text) if stop < 0 else stop
    before, after = page.text[line : mention.start], page.text[mention.end : stop]
    found = 0.3
    if _MAKER.search(before):
        found += 10
    if (_DATED.match(after) and len(before) < 12) or _DATE_BEFORE.search(before):
        found += 5
    if _MEETING.search(before):
        found += 2
    early = max(0.0, 1 - mention.start / max(1200, len(page.text) / 4))
    title = 1 - min(1.0, (len(before) + len(after)) / 60)
    found += early * (0.7 + 3 * title)
    if _DECIDES.match(after) or _RESOLVED.search(before):
        found += 2.5 if _AT_MEETING.search(before) else 0.7
    return found
