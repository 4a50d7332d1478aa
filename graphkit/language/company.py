"""What around a capitalised phrase shows that it names somebody who can act."""

import re
from functools import cache
from typing import NamedTuple

from graphkit.language.deeds import does_something, is_spoken_to
from graphkit.language.mentions import Cover, Mention
from graphkit.language.page import Page
from graphkit.language.party_words import either, party_words, word_set
from graphkit.language.verbs import readings

_BODIES = frozenset({"organisation", "board", "team", "sector"})
_BEFORE = re.compile(r"(?:, | and | & |/| / |; |, and | or | with | between )(?:the )?$")
_AFTER = re.compile(r"(?:, | and | & |/| / |; |, and | or )(?:the )?")
_SUBJECT = re.compile(
    r" (?:(?:also|already|now) )?(?:has|have|had|will|would|is to|are to|to|was to|offered|agreed|undertook)"
    r"(?: (?:now|also|already|not|since|been))? (\w+)"
)
_GAPS = (", ", " (", " - ", " / ", "/")


class _Patterns(NamedTuple):
    closed: "re.Pattern[str]"
    apposition: "re.Pattern[str]"
    doer: "re.Pattern[str]"
    team: "re.Pattern[str]"
    local: "re.Pattern[str]"
    listed: "re.Pattern[str]"


def reason(page: Page, cover: Cover, start: int, end: int) -> str | None:
    """Which company shows that the phrase is a body (a short word for the rule), or None."""
    text, cues = page.text, _patterns()
    line = text.rfind("\n", 0, start) + 1
    name, before = text[start:end], text[max(line, start - 70) : start]
    team = name in party_words().teams
    if cues.apposition.match(text, end):
        return None if common(page, name) else "apposition"
    first = start == line or text[start - 2 : start] in (". ", "? ", "! ", "- ")
    if does_something(page, cover, start, end, first=first):
        return "subject"
    if not cues.closed.match(text, end):
        return None
    if team and start == line and text[end : end + 1] in ("", "\n"):
        return "line"
    if first and " " not in name and name[1:].islower():
        return None
    if cues.doer.search(before) or (team and cues.team.search(before)):
        return "cue"
    if _affiliated(text, cover, start, end, line):
        return "affiliation"
    if _heads_names(text, cover, end):
        return "attendance"
    verb = _SUBJECT.match(text, end)
    if local(cover, page.low[start:end]) and (
        cues.local.search(before) or (verb is not None and readings(verb.group(1)))
    ):
        return "local"
    return "spoken-to" if is_spoken_to(page, cover, start, end) else None


def in_list(page: Page, names: Cover, start: int, end: int) -> bool:
    """Whether a list surely holds the phrase: bodies on both sides, two before it, or one behind a preposition.

    A phrase with a place in it needs only one body beside it, and so does one parted from it by a slash.
    """
    text, cues = page.text, _patterns()
    if not cues.closed.match(text, end) or (" " not in text[start:end] and common(page, text[start:end])):
        return False
    line = text.rfind("\n", 0, start) + 1
    before, follow = _BEFORE.search(text[max(line, start - 12) : start]), _AFTER.match(text, end)
    left = _body(names.ending(start - len(before.group()))) if before else None
    right = _body(names.at(follow.end())) if follow else None
    right = right if right is not None and follow is not None and right.start == follow.end() else None
    if left is None and right is None:
        return False
    slash = (before is not None and left is not None and "/" in before.group()) or (
        follow is not None and right is not None and "/" in follow.group()
    )
    if slash or (left is not None and right is not None) or local(names, page.low[start:end]):
        return True
    if left is None:
        return bool(cues.listed.search(text[max(line, start - 25) : start]))
    earlier = _BEFORE.search(text[max(line, left.start - 12) : left.start])
    two = earlier is not None and _body(names.ending(left.start - len(earlier.group()))) is not None
    return two or bool(cues.listed.search(text[max(line, left.start - 25) : left.start]))


def common(page: Page, name: str) -> bool:
    """Whether the paper uses the word in small letters as well."""
    return name[1:].islower() and name.lower() in page.plain


def local(cover: Cover, low: str) -> bool:
    """Whether a phrase of two words or more has a place in it: places lend their name to bodies."""
    parts = low.split()
    return 1 < len(parts) <= 4 and any(part in cover.places for part in parts) and word_set("ground").isdisjoint(parts)


def _body(mention: Mention | None) -> Mention | None:
    return mention if mention is not None and mention.type in _BODIES and not mention.generic else None


def _affiliated(text: str, cover: Cover, start: int, end: int, line: int) -> bool:
    """Behind a person's name: "Jane Smith, Amity", "Jane Smith (Amity)"; a councillor's bracket holds party or ward."""
    gap = next((gap for gap in _GAPS if text.startswith(gap, max(line, start - len(gap)))), None)
    person = cover.ending(start - len(gap)) if gap is not None else None
    if person is None or person.type != "person":
        return False
    if gap == " (" and text.startswith(("Cllr", "Councillor"), person.start):
        return False
    name = text[start:end]
    initials = "".join(part[0] for part in text[person.start : person.end].split())
    if name.isupper() and len(name) <= 3 and name in initials:
        return False
    return text[end : end + 1] in ("", ")", "\n", ";", ".", ",", "/") or text.startswith(" -", end)


def _heads_names(text: str, cover: Cover, end: int) -> bool:
    """A line "Amity:" above a line that begins with a person."""
    person = cover.at(end + 2) if text.startswith(":\n", end) else None
    return person is not None and person.type == "person"


@cache
def _patterns() -> _Patterns:
    apposition = (
        rf"(?:, (?:the|a|an|our|its) (?:[\w'-]+ ){{0,6}}?{either('is_a')}\b| (?:charity|staff|workers?)\b"
        rf"|(?: and [A-Z][\w ]{{1,60}})? (?:were|was|are|is) (?:among|one of|some of) the {either('bodies')}\b)"
    )
    return _Patterns(
        closed=re.compile(rf"(?:$|\n|[.,;:)/]|'s? | \(| [-|] |  | {either('goes_on')}(?!\w))"),
        apposition=re.compile(apposition),
        doer=re.compile(rf"(?<!\w){either('doer_cues')}(?: the)? $", re.IGNORECASE),
        team=re.compile(rf"(?:\b{either('team_cues')}(?: the)?|'s?) $"),
        local=re.compile(rf"\b{either('local_cues')}(?: the)? $"),
        listed=re.compile(rf"(?:\b{either('list_cues')}|:)(?: both)?(?: the)? $"),
    )
