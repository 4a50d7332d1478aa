"""A Mention: a stretch of a page that names somebody who can act, before mentions are tied together to parties."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from graphkit.language.party import PartyType

_TOKEN = re.compile(r"[^\W_]+(?:[&'.-][^\W_]+)*(?:\+\+?)?|&")


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """Start and end on the page, the kind of party and the rule that saw it. Each is one of its own, as a key too.

    `name` is the full name where the printed words are only a part of it ("Wolden" in "Northmere and Wolden PSBs").
    `target` is the reference row it matched. `generic` marks words that point to a body named elsewhere ("the Board"),
    `quiet` those that do not make the party a partner (a chair who only speaks, a person, a collective).
    """

    start: int
    end: int
    type: PartyType
    rule: str
    name: str | None = None
    target: str | None = None
    generic: bool = False
    quiet: bool = False
    also: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """Characters covered."""
        return self.end - self.start


class Token(NamedTuple):
    """A word of a line: as printed, folded, its place, the characters before it, whether it owns what follows ("'s").

    `cap` is whether it is written like a name, with a capital anywhere.
    """

    text: str
    low: str
    start: int
    end: int
    gap: str
    owner: bool = False
    cap: bool = False


_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


def tokens_of(text: str, folded: str, start: int, end: int) -> list[Token]:
    """The words of a line, possessive endings cut off; `folded` is the whole text in lower case."""
    found: list[Token] = []
    last = start
    loud = text[start:end].isupper()
    new = tuple.__new__
    for match in _TOKEN.finditer(text, start, end):
        place, stop = match.span()
        close = stop
        owner = False
        if text[stop - 1] == "s":
            if text[stop - 2] == "'" and stop - place > 2:
                owner, close = True, stop - 2
            else:
                owner = text.startswith("' ", stop)
        low = folded[place:close]
        word = text[place:close]
        cap = word != low and not (loud and low in _SMALL)
        found.append(new(Token, (word, low, place, close, text[last:place], owner, cap)))
        last = stop
    return found


def find_forms(forms: Iterable[str], text: str) -> Iterator["re.Match[str]"]:
    """Every place of some printed forms (group 1) as whole words, or with a plural "s"."""
    choice = "|".join(re.escape(form) for form in sorted(forms, key=lambda one: (-len(one), one)))
    return re.finditer(rf"(?<![\w&-])({choice})s?(?![\w&-])", text) if choice else iter(())


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions that do not overlap: where two do, the longer stays, then the earlier."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (-one.length, one.start, one.target is None, one.quiet, one.rule)):
        place = bisect_left(kept, mention.start, key=lambda one: one.start)
        before = kept[place - 1] if place else None
        after = kept[place] if place < len(kept) else None
        if (before is None or before.end <= mention.start) and (after is None or after.start >= mention.end):
            kept.insert(place, mention)
    return kept


class Cover:
    """Sorted mentions, to ask what lies at a place."""

    def __init__(self, mentions: Iterable[Mention], places: frozenset[str] = frozenset()) -> None:
        self.places = places
        self._mentions = sorted(mentions, key=lambda one: one.start)
        self._starts = [one.start for one in self._mentions]

    def at(self, place: int) -> Mention | None:
        """The mention that covers a place, the later one if two do."""
        last = bisect_right(self._starts, place) - 1
        for i in range(last, max(-1, last - 3), -1):
            if self._mentions[i].end > place:
                return self._mentions[i]
        return None

    def ending(self, place: int) -> Mention | None:
        """The mention that ends at a place."""
        found = self.at(place - 1) if place else None
        return found if found is not None and found.end == place else None
