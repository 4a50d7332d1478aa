"""Those who can act and have no name of their own: sectors, collectives, and teams and groups in small letters.

The phrases are data (`data/parties.yaml`), found in one pass like the names of the gazetteer; what stands beside them
decides whether they name somebody ("in schools", "school meals" do not).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from graphkit.language.gazetteer import is_whole
from graphkit.language.mentions import Mention
from graphkit.language.party_words import party_words

_THINGS = re.compile(
    r"'?s? (?:reports?|plans?|strategy|strategies|meetings?|agenda|data|sites?|grounds?|meals?|years?|days?|terms?|uniforms?|readiness|nursing|places?|age|admissions?|appointments?|stays?|"
    r"beds?|discharges?|representatives?|members?|nominees?|route|transport|streets?|leavers|network|networks|forum|collaborative)\b"
)
_SETTING = re.compile(
    r"\b(?:in|at|into|across|within|attend|attending|visit|of|near|from|leave|between) (?:the |all |our |every |[\d,]+ |local |\w+ )?$"
)
_PLACES = frozenset(
    {
        "hospitals",
        "nursing homes",
        "pharmacies",
        "workplaces",
        "churches",
        "mosques",
        "youth clubs",
        "sports clubs",
        "supermarkets",
        "hospices",
    }
)
_SIMPLY_NHS = re.compile(
    r"(?:'s)?(?:$|\n|[.,;:)/]| (?:and|or|to|will|would|has|have|is|are|was|were|in|with|on|at|for|as|that|which|who|can|could|should|must|may|locally|bodies|colleagues|partners)\b)"
)
_BEFORE = re.compile(r"(?<![\w'&/-])([a-z][a-z-]+) $")
_SMALL = frozenset(
    "the a an this that each every its their our new small local joint of to into by for with and or as in on at from any all both these those some other another existing relevant through via which who "
    "set up establish form create convene be is are was were two three four five six further current proposed own no under smaller larger appropriate dedicated separate special has had have will would should said asked".split()
)


class _Finder(NamedTuple):
    automaton: Any
    kinds: tuple[str, ...]


def find_phrases(text: str, low: str) -> Iterator[Mention]:
    """Sectors, collectives, teams and groups named by ordinary words, longest first at each place."""
    last = -1
    for start, end, kind in _found(low):
        if start < last:
            continue
        last = end
        mention = _read(text, low, start, end, kind)
        if mention is not None:
            yield mention
    for match in _capitals().finditer(text):
        if match.group() != "NHS" or simply_nhs(low, match.end()):
            yield Mention(match.start(), match.end(), "sector", "sector-phrase")


def simply_nhs(low: str, end: int) -> bool:
    """Whether "NHS" ending here stands for itself, and not before a noun ("NHS dentistry", "NHS Health Checks")."""
    return _SIMPLY_NHS.match(low, end) is not None


def _found(low: str) -> list[tuple[int, int, str]]:
    finder = _finder()
    found = [
        (start, end, finder.kinds[pattern])
        for pattern, start, end in finder.automaton.find_matches_as_indexes(low, overlapping=True)
        if is_whole(low, start, end)
    ]
    return sorted(found, key=lambda one: (one[0], -one[1]))


def _read(text: str, low: str, start: int, end: int, kind: str) -> Mention | None:
    if kind == "team":
        return _team(low, start, end)
    if _THINGS.match(low, end):
        return None
    if kind == "sector":
        phrase = low[start:end]
        if phrase in _PLACES and _SETTING.search(low[max(0, start - 30) : start]):
            return None
        return Mention(start, end, "sector", "sector-phrase")
    if kind == "collective":
        return Mention(start, end, "collective", "collective-phrase", quiet=True)
    if kind == "group":
        before = _BEFORE.search(low[max(0, start - 30) : start])
        if before is not None and before.group(1) not in _SMALL and text[start - len(before.group(1)) - 1].islower():
            start -= len(before.group(1)) + 1
        return Mention(start, end, "team", "group-phrase")
    return Mention(start, end, "organisation", "body-phrase", generic=True)


def _team(low: str, start: int, end: int) -> Mention | None:
    """A team's noun, if the words before it say which ("early help and childcare service")."""
    words = party_words().team_words
    line = max(low.rfind("\n", 0, start) + 1, start - 80)
    pieces = list(_WORD.finditer(low, line, start))
    first, i = start, len(pieces)
    while i:
        size = next((n for n in (3, 2, 1) if n <= i and low[pieces[i - n].start() : pieces[i - 1].end()] in words), 0)
        if not size:
            break
        i -= size
        first = pieces[i].start()
        if i > 1 and pieces[i - 1].group() in ("and", "&"):
            i -= 1
    if first == start and low[start:end] in ("team", "panel"):
        first = _definite(low, pieces, start)
    return Mention(first, end, "team", "team-phrase") if first < start else None


def _definite(low: str, pieces: list["re.Match[str]"], start: int) -> int:
    """ "The non-fatal overdose team": one to four plain words between "the" and the noun."""
    for count in range(1, min(5, len(pieces))):
        word = pieces[-count].group()
        if (
            word in _SMALL
            or word in _WHOLE
            or pieces[-count].end() + 1 != (pieces[-count + 1].start() if count > 1 else start)
        ):
            return start
        if pieces[-count - 1].group() == "the" and pieces[-count - 1].end() + 1 == pieces[-count].start():
            return pieces[-count].start()
    return start


_WHOLE = frozenset(
    {
        "whole",
        "same",
        "wider",
        "entire",
        "right",
        "best",
        "home",
        "winning",
        "football",
        "england",
        "national",
        "management",
        "project",
        "programme",
        "staff",
        "core",
        "wards",
        "ward",
    }
)


_WORD = re.compile(r"[\w'-]+|&")


@cache
def _finder() -> _Finder:
    from ahocorasick_rs import AhoCorasick, MatchKind

    words = party_words()
    kinds: dict[str, str] = {}
    for kind, phrases in (
        ("sector", words.sectors),
        ("collective", words.collectives),
        ("group", words.groups),
        ("body", words.bodies),
        ("team", words.team_nouns),
    ):
        for phrase in sorted(phrases):
            kinds.setdefault(phrase, kind)
    return _Finder(AhoCorasick(list(kinds), matchkind=MatchKind.Standard), tuple(kinds.values()))


@cache
def _capitals() -> "re.Pattern[str]":
    phrases = sorted(party_words().capital_sectors, key=lambda one: (-len(one), one))
    return re.compile(rf"(?<![\w&/-])(?:{'|'.join(map(re.escape, phrases))})(?![\w&-])(?! [A-Z]\w)")
