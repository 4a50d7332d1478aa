"""Bodies named through another name: one of a kind that the paper abbreviates, a board of a body, a body's own team.

"Integrated neighbourhood teams (INTs)" make "Mere INT" one of them. "The Board of Wolden Trust" is a board, and "Wolden
Trust reablement team" a team, beside the body itself.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphkit.language.mentions import Mention
from graphkit.language.party_words import either, party_words
from graphkit.language.verbs import readings

_BOARD_OF = re.compile(r"(?<![\w-])(?:Board|Governing Body|Cabinet) of (?:the )?$")
_PLURAL = re.compile(r"([A-Za-z]+) \(([A-Z]{2,6})s\)")
_REACH = 24


def find_instances(text: str) -> Iterator[Mention]:
    """One of several bodies that an acronym in the plural stands for, by the words before it ("Mere East INT")."""
    heads = party_words().heads
    plural = {match.group(2) for match in _PLURAL.finditer(text) if match.group(1).lower() in heads}
    if not plural:
        return
    forms = "|".join(map(re.escape, sorted(plural)))
    for match in re.finditer(rf"(?<![\w'-])((?:[A-Z][\w'-]* ){{1,4}})(?:{forms})(?![\w'-])", text):
        words = match.group(1).split()
        begins = match.start() == 0 or text[match.start() - 1] == "\n" or text[match.start() - 2] in ".!?:"
        verb = len(words) > 1 and begins and bool(readings(words[0].lower()))
        if words[verb].lower() not in party_words().leading:
            yield Mention(match.start() + verb * (len(words[0]) + 1), match.end(), "team", "instance")


_THEIR_TEAM = re.compile(r"'s (?:own |wider )?(?:[a-z][\w-]* )?(?:team|office)\b")


def find_boards_of(text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    """Boards by the body they head ("the Board of Wolden Hospitals NHS Trust")."""
    for body in known:
        if body.type == "organisation" and not body.generic:
            match = _BOARD_OF.search(text, max(0, body.start - _REACH), body.start)
            if match is not None:
                yield Mention(match.start(), body.end, "board", "board-of")


def find_own_teams(text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    """A body's team in small letters right behind its name; the body stays a party of its own."""
    for body in known:
        if body.type not in ("organisation", "board") or text[body.start : body.end].islower():
            continue
        match = _team().match(text, body.end)
        if match is not None:
            yield Mention(body.start, match.end(), "team", "own-team", also=(match.group("team"),))


def find_teams_of_people(text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    """A person's team: "Ann Reed's team", "AR's team"; the person is not the one who acts."""
    for person in known:
        match = _THEIR_TEAM.match(text, person.end) if person.type == "person" else None
        if match is not None:
            yield Mention(person.start, match.end(), "team", "team-of-person")


@cache
def _team() -> "re.Pattern[str]":
    return re.compile(
        rf"(?:'s)? (?P<team>(?!{either('no_team_of')}\b)(?:[a-z][\w-]* ){{1,3}}(?:team|unit|panel|officers)\b)"
    )
