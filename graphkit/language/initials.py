"""Initials that nobody spells out, in a column of those who lead: "KA", "DHo/AP", "MW & CHt"."""

import re
from collections import defaultdict
from collections.abc import Iterator

from graphkit.language.mentions import Cover, Mention
from graphkit.language.page import Page

_HEADS = re.compile(
    r"\b(?:leads?|owners?|who|whom|responsib\w+|officers?|person|action(?:ed)? by|assigned)\b", re.IGNORECASE
)
_ONE = r"[A-Z]{1,2}[a-z]{0,2}[A-Z]{0,2}"
_CELL = re.compile(rf"(?:{_ONE}|All)(?:\s*(?:/|,|&|\+|;|\band\b)\s*(?:{_ONE}|[Aa]ll))*\W*")
_EACH = re.compile(rf"\b{_ONE}\b")
_LONGEST = 40
# Of the cells of a column, this share must be initials: "CCG" and "ICB" may stand in any.
_MOSTLY = 0.6


def find_initial_columns(page: Page, cover: Cover) -> Iterator[Mention]:
    """The initials in columns of leads that hold little else, each a person, but those that are known already."""
    columns: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for start, end, block in page.lines():
        place = block.place
        if place is not None and not place.is_header and _HEADS.search(place.header):
            columns[place.table, place.column].append((start, end))
    for cells in columns.values():
        named = [cell for cell in cells if cell[1] - cell[0] <= _LONGEST and _CELL.fullmatch(page.text, *cell)]
        found = [match for cell in named for match in _EACH.finditer(page.text, *cell)]
        shortest = min((len(match[0]) for match in found), default=0)
        if len(named) < _MOSTLY * len(cells) or shortest > 2:
            continue
        for match in found:
            if match[0] not in ("All", "NA", "TBC") and len(match[0]) > 1 and cover.at(match.start()) is None:
                yield Mention(match.start(), match.end(), "person", "initials-column", quiet=True)
