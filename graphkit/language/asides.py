"""Where a name says nothing about who takes part: a venue, a contact, a list of sources, a note on languages."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from graphkit.language.mentions import Mention
from graphkit.language.page import Page
from graphkit.language.party_words import either

_SOURCE = re.compile(r"^\W*(?:\d+\W+)?[A-Z][^\n()]{2,120} \((?:19|20)\d\d[a-z]?\)[.,:]", re.MULTILINE)
# How far behind a label a name may stand, and how long a label may be.
_REACH, _LABEL = 90, 40


def beside_the_point(page: Page, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions; those in such a place are quiet."""
    lines, labels = _aside_lines(page), _labels(page)
    for mention in mentions:
        named = not mention.quiet and mention.type in ("organisation", "team", "post")
        aside = named and (page.line_at(mention.start) in lines or _is_labelled(page, mention, labels))
        yield replace(mention, quiet=True) if aside else mention


def _aside_lines(page: Page) -> frozenset[int]:
    """The lines that say in which languages a paper is to be had, or name a source."""
    notes = (match.start() for match in _patterns()[1].finditer(page.low))
    sources = (match.start() for match in _SOURCE.finditer(page.text))
    return frozenset(page.line_at(place) for place in (*notes, *sources))


def _labels(page: Page) -> list[int]:
    """Where labels of venues and contacts end, in order."""
    label, _, held = _patterns()
    found = [match.end() for match in held.finditer(page.low)]
    colon = page.low.find(":")
    while colon >= 0:
        if label.search(page.low[max(0, colon - _LABEL) : colon]):
            found.append(colon + 1)
        colon = page.low.find(":", colon + 1)
    return sorted(found)


def _is_labelled(page: Page, mention: Mention, labels: Sequence[int]) -> bool:
    """Whether a label stands before a mention on its line, or fills the line above."""
    i = bisect_right(labels, mention.start) - 1
    if i < 0 or mention.start - labels[i] > _REACH:
        return False
    between = page.low[labels[i] : mention.start]
    return "." not in between and (between.count("\n") == 0 or not between[: between.index("\n")].strip())


@cache
def _patterns() -> tuple["re.Pattern[str]", "re.Pattern[str]", "re.Pattern[str]"]:
    return (
        re.compile(rf"(?<![\w']){either('place_labels')}\W{{0,3}}$"),
        re.compile(rf"\b{either('language_notes')}\b"),
        re.compile(rf"\b{either('held_at')}"),
    )
