"""Where a name says nothing about who takes part: a venue, a contact, a list of sources, a note on languages."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from graphkit.language.mentions import Mention
from graphkit.language.page import Page
from graphkit.language.party_words import either

_SOURCE = re.compile(r"^\W*(?:\d+\W+)?[A-Z][^\n()]{2,120} \((?:19|20)\d\d[a-z]?\)[.,:]", re.MULTILINE)
_REACH, _SHORT = 90, 30


def beside_the_point(page: Page, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions; those in such a place are quiet."""
    asides = _aside_lines(page)
    for mention in mentions:
        named = not mention.quiet and mention.type in ("organisation", "team", "post")
        aside = named and _is_aside(page, mention, asides)
        yield replace(mention, quiet=True) if aside else mention


def _aside_lines(page: Page) -> frozenset[int]:
    """The starts of lines that say in which languages a paper is to be had, or name a source."""
    notes = (match.start() for match in _patterns()[1].finditer(page.low))
    sources = (match.start() for match in _SOURCE.finditer(page.text))
    return frozenset(page.starts[page.line_at(place)] for place in (*notes, *sources))


def _is_aside(page: Page, mention: Mention, asides: frozenset[int]) -> bool:
    before = _patterns()[0]
    line = page.line_at(mention.start)
    start = page.starts[line]
    if start in asides or before.search(page.low[max(start, mention.start - _REACH) : mention.start]):
        return True
    above = page.low[page.starts[line - 1] : start - 1] if line and start - page.starts[line - 1] < _SHORT else ""
    return bool(above and before.search(above))


@cache
def _patterns() -> tuple["re.Pattern[str]", "re.Pattern[str]"]:
    return (
        re.compile(rf"(?:^|[^\w'])(?:{either('place_labels')}\W{{0,3}}:|{either('held_at')})[^.\n]*$"),
        re.compile(rf"\b{either('language_notes')}\b"),
    )
