"""The words around a time that say whether it binds an act, and the events that stand in for a date (`due.yaml`)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from graphkit.language.calendar_words import MONTH
from graphkit.language.data_file import data_file
from graphkit.language.due import Strength
from graphkit.language.rules import Rule, rule_table
from graphkit.language.time_rules import pattern

_FILE = "due.yaml"
_DETERMINER = r"(?:the|its|their|our|a|an|my|this|his|her|that)"
_WHOSE = rf"(?: {_DETERMINER}(?: \w+'s?)?)?(?: about| around| approximately)?"
_ALL = r"(?:every|each|any|all|everyone|everybody|anyone|no ?one|nobody)"

# "see every household within ten days": a standard of service, unless "every" opens the clause and names the doers.
STANDARD = pattern(rf"(?!{_ALL}\b)\w+.*(?<!that)\s{_ALL}\b")
MEETING = f"(?:{'|'.join(data_file(_FILE)['words']['meeting'])})"
BRACKETED = pattern(rf"\bnext (?:\w+ ){{0,4}}{MEETING} ?(?:\(|,|-|on) ?$")
# "the July Board", but not "March 2031 to the Board".
MEETING_AFTER = pattern(rf"(?: (?!(?:to|at|for|by|before|from|of|in|on|with|the|and)\b)\w+){{0,3}}? {MEETING}\b")
WINDOW = pattern(rf"\b(?P<words>from|between) [\w ]{{0,12}}?(?:\d|{MONTH})[^,;:.]{{0,25}} (?:to|until|and|-) ?$")


class Before(NamedTuple):
    """Words that bind the time behind them: the group "words" of the pattern opens the deadline's own words.

    `loose` words bind only where nothing firmer stands beside them; `kinds` are the only kinds of time that they bind.
    """

    rule: str
    pattern: re.Pattern[str]
    strength: Strength
    loose: bool
    kinds: frozenset[str]


class Event(NamedTuple):
    """Words that stand in for a date."""

    rule: str
    pattern: re.Pattern[str]
    kind: Literal["meeting", "event"]
    strength: Strength


@cache
def binding() -> tuple[Before, ...]:
    """What binds the time behind it."""
    return tuple(_before("binding"))


@cache
def weak() -> tuple[Before, ...]:
    """What may bind the time behind it."""
    return tuple(_before("weak"))


def _before(table: str) -> Iterator[Before]:
    for rule in rule_table(_FILE, table):
        after = f"(?:{'|'.join(rule.more['after'])}) " if "after" in rule.more else ""
        own = pattern(rf"\b{after}(?P<words>{rule.either}){_WHOSE} ?$")
        strength = rule.more.get("strength")
        kinds = frozenset(rule.more.get("kinds", ()))
        yield Before(rule.name, own, "binding" if strength is None else "weak", strength == "loose", kinds)


@cache
def never() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What never binds the time behind it: a start, the past, money that lasts until then."""
    start, past, paid = (_closing(rule) for rule in rule_table(_FILE, "never"))
    return start, past, paid


@cache
def ahead() -> re.Pattern[str]:
    """What shows, right before a time, that the act is yet to be done."""
    return _closing(rule_table(_FILE, "ahead")[0])


def _closing(rule: Rule) -> re.Pattern[str]:
    return pattern(rf"\b{rule.either}(?: {_DETERMINER})? ?$")


@cache
def condition() -> re.Pattern[str]:
    """What makes a time behind it part of a condition."""
    return pattern(rf"{rule_table(_FILE, 'condition')[0].either}[^,;:.]*$")


@cache
def not_ahead() -> re.Pattern[str]:
    """What shows, right behind a number of years or months, that no time to come is meant."""
    return pattern(f"^{rule_table(_FILE, 'behind')[0].either}")


@cache
def events() -> tuple[Event, ...]:
    """The events that stand in for a date."""
    return tuple(
        Event(rule.name, pattern(rf"\b{rule.either}"), rule.more["kind"], rule.more.get("strength", "binding"))
        for rule in rule_table(_FILE, "events")
    )
