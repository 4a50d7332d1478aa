"""Those who can act and have no name of their own: sectors, collectives, and teams and groups in small letters.

The phrases are data (`data/parties.yaml`), found in one pass like the names of the gazetteer; what stands beside them
decides whether they name somebody ("in hospitals", "school meals" do not).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from graphkit.language.gazetteer import is_whole
from graphkit.language.groups import singular
from graphkit.language.mentions import Mention
from graphkit.language.party_words import JOIN, either, party_words, word_set

_WORD = re.compile(r"[\w'-]+|&")
_SETTING = re.compile(
    r"\b(?:in|at|into|across|within|attend|attending|visit|of|near|from|leave|between) "
    r"(?:the |all |our |every |[\d,]+ |local |\w+ )?$"
)


class _Finder(NamedTuple):
    automaton: Any
    kinds: tuple[str, ...]


# "every PSB member", "each priority sponsor", "all of the statutory agencies": whoever they are, together.
_EVERY = re.compile(
    r"\b(?:each|every|all)(?: of)?(?: the| our)? (?:[\w’'-]+ ){0,2}"
    r"(?:members?|partners?|organisations?|agency|agencies|bodies|sponsors?|signatories|leads)\b"
)


class _Patterns(NamedTuple):
    thing: "re.Pattern[str]"
    simply_nhs: "re.Pattern[str]"
    capitals: "re.Pattern[str]"


def find_phrases(text: str, low: str) -> Iterator[Mention]:
    """Sectors, collectives, teams and groups named by ordinary words, longest first at each place."""
    last = -1
    for start, end, kind in _found(low):
        if start >= last:
            last = end
            mention = _mention(text, low, start, end, kind)
            if mention is not None:
                yield mention
    for match in _EVERY.finditer(low):
        yield Mention(match.start(), match.end(), "collective", "every-one-of-them", quiet=True)
    for match in _patterns().capitals.finditer(text):
        if match.group() != "NHS" or simply_nhs(low, match.end()):
            yield Mention(match.start(), match.end(), "sector", "sector-phrase")


def simply_nhs(low: str, end: int) -> bool:
    """Whether "NHS" ending here stands for itself, and not before a noun ("NHS dentistry", "NHS Health Checks")."""
    return _patterns().simply_nhs.match(low, end) is not None


def _found(low: str) -> list[tuple[int, int, str]]:
    finder = _finder()
    found = [
        (start, end, finder.kinds[pattern])
        for pattern, start, end in finder.automaton.find_matches_as_indexes(low, overlapping=True)
        if is_whole(low, start, end)
    ]
    return sorted(found, key=lambda one: (one[0], -one[1]))


def _mention(text: str, low: str, start: int, end: int, kind: str) -> Mention | None:
    if kind == "team":
        first = _team_start(low, start, low[start:end])
        return Mention(first, end, "team", "team-phrase") if first < start else None
    if _patterns().thing.match(low, end):
        return None
    if kind == "sector":
        setting = low[start:end] in word_set("where") and _SETTING.search(low[max(0, start - 30) : start])
        return None if setting else Mention(start, end, "sector", "sector-phrase")
    if kind == "each":
        return _one_of_a_sector(text, low, low.index(" ", start) + 1, end, _each()[low[start:end]])
    if kind == "collective":
        return Mention(start, end, "collective", "collective-phrase", quiet=True)
    if kind == "group":
        return Mention(_group_start(text, low, start), end, "team", "group-phrase")
    return Mention(start, end, "organisation", "body-phrase", generic=True)


def _words_before(low: str, start: int) -> list["re.Match[str]"]:
    line = max(low.rfind("\n", 0, start) + 1, start - 80)
    return list(_WORD.finditer(low, line, start))


def _group_start(text: str, low: str, start: int) -> int:
    """One plain word more before "working group" and the like ("officer working group")."""
    words = _words_before(low, start)
    if not words or words[-1].end() + 1 != start or words[-1].group() in word_set("small"):
        return start
    return words[-1].start() if words[-1].group().isalpha() and text[words[-1].start()].islower() else start


def _team_start(low: str, start: int, noun: str) -> int:
    """Where a team's name begins, if the words before the noun say which ("early help and childcare service")."""
    known, pieces = party_words().team_words, _words_before(low, start)
    first, i = start, len(pieces)
    while i:
        sizes = (n for n in (3, 2, 1) if n <= i and low[pieces[i - n].start() : pieces[i - 1].end()] in known)
        size = next(sizes, 0)
        if not size:
            break
        i -= size
        first = pieces[i].start()
        i -= i > 1 and pieces[i - 1].group() in JOIN
    return _definite(pieces, start) if first == start and noun in ("team", "panel") else first


def _definite(pieces: Sequence["re.Match[str]"], start: int) -> int:
    """Back over one to four plain words to "the": "the non-fatal overdose team"."""
    follow = start
    for i in range(len(pieces) - 1, max(0, len(pieces) - 5), -1):
        word = pieces[i].group()
        if word in word_set("small") or word in word_set("whole") or pieces[i].end() + 1 != follow:
            return start
        follow = pieces[i].start()
        if pieces[i - 1].group() == "the" and pieces[i - 1].end() + 1 == follow:
            return follow
    return start


@cache
def _finder() -> _Finder:
    from ahocorasick_rs import AhoCorasick, MatchKind

    words = party_words()
    kinds: dict[str, str] = {}
    for kind, phrases in (
        ("sector", words.sectors),
        ("each", _each()),
        ("collective", words.collectives),
        ("group", words.groups),
        ("body", words.bodies),
        ("team", words.team_nouns),
    ):
        for phrase in sorted(phrases):
            kinds.setdefault(phrase, kind)
    return _Finder(AhoCorasick(list(kinds), matchkind=MatchKind.Standard), tuple(kinds.values()))


def _one_of_a_sector(text: str, low: str, start: int, end: int, plural: str) -> Mention:
    """A sector named in the singular: a mention of the plural, as the paper writes its words."""
    printed = text[start:end]
    pairs = enumerate(zip(low[start:end], plural, strict=False))
    same = next((i for i, (one, other) in pairs if one != other), end - start)
    return Mention(start, end, "sector", "each-of-a-sector", name=printed[:same] + plural[same:], also=(printed,))


@cache
def _each() -> dict[str, str]:
    """Sectors in the singular ("every secondary school", "each housing association"), with the plural."""
    ones = {plural: singular(plural) for plural in party_words().sectors}
    return {f"{each} {one}": plural for plural, one in ones.items() if one != plural for each in ("each", "every")}


@cache
def _patterns() -> _Patterns:
    capitals = sorted(party_words().capital_sectors, key=lambda one: (-len(one), one))
    return _Patterns(
        thing=re.compile(rf"'?s? {either('sector_things')}\b"),
        simply_nhs=re.compile(rf"(?:'s)?(?:$|\n|[.,;:)/]| {either('nhs_goes_on')}\b)"),
        capitals=re.compile(rf"(?<![\w&/-])(?:{'|'.join(map(re.escape, capitals))})(?![\w&-])(?! [A-Z]\w)"),
    )
