"""The words beside a name that say which part the party takes: `data/roles.yaml`, compiled."""

import re
from functools import cache
from typing import Literal, NamedTuple

from graphkit.language.crowds import is_crowd
from graphkit.language.participation import Role
from graphkit.language.parties import PartyHit
from graphkit.language.rules import rule_table

# What may stand between a cue and the name: "led by the area's two [hospital trusts]".
FILLER = (
    r"(?:\s*(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten"
    r"|the|a|an|all|its|their|our|his|her|local|both|each|every|other|key|relevant|wider|existing|any|of|new|more"
    r"|front-?line|area's)\b)*\s*[\"“(]?\s*"
)
_PERSONAL: frozenset[Role] = frozenset({"owner", "recipient", "consulted"})


class Cue(NamedTuple):
    """A rule of `roles.yaml`.

    `needs` must stand in the clause before the name, `unless` must not; `types` are the only ones it is for, and
    `crowds` tells that it is for groups of people without a name as well, `nearest` that words after a list of names
    are said of the last one alone.
    """

    rule: str
    role: Role
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    types: frozenset[str]
    crowds: bool | Literal["only"]
    nearest: bool
    examples: tuple[str, ...]

    def fits(self, clause: str) -> bool:
        """Whether the words of the clause so far allow the rule."""
        if self.needs is not None and not self.needs.search(clause):
            return False
        return self.unless is None or not self.unless.search(clause)

    def suits(self, hit: PartyHit) -> bool:
        """Whether a party of this type can take the part; a person owns, receives or is consulted, no more."""
        if not self.crowds if is_crowd(hit.key) else self.crowds == "only":
            return False
        if self.types and hit.type not in self.types:
            return False
        return hit.type != "person" or self.role in _PERSONAL


@cache
def cues(place: Literal["before", "after"]) -> tuple[Cue, ...]:
    """The rules for the words right before or right after a name, in the order in which they are tried."""
    return tuple(
        Cue(
            rule=rule.name,
            role=rule.more["role"],
            pattern=_pattern(place, rule.either),
            needs=_words(rule.more.get("needs")),
            unless=_words(rule.more.get("unless")),
            types=frozenset(rule.more.get("types", ())),
            crowds=rule.more.get("crowds", False),
            nearest=rule.more.get("nearest", False),
            examples=rule.examples,
        )
        for rule in rule_table("roles.yaml", place)
    )


def _words(row: list[str] | None) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(row)})") if row else None


def _pattern(place: str, cue: str) -> re.Pattern[str]:
    # A cue may begin with a comma or a bracket, right behind a word or not.
    return re.compile(rf"(?:(?<!\w)|(?=\W)){cue}{FILLER}$" if place == "before" else cue)
