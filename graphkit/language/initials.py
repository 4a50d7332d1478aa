"""Initials that nobody spells out: in a column of leads ("KA", "DHo/AP"), or of one who acts ("NC to go")."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graphkit.language.mentions import Cover, Mention, find_forms
from graphkit.language.page import Page
from graphkit.language.verbs import reading

_HEADS = re.compile(
    r"\b(?:leads?|owners?|who|whom|responsib\w+|officers?|person|action(?:ed)? by|assigned)\b", re.IGNORECASE
)
_ONE = r"[A-Z]{1,2}[a-z]{0,2}[A-Z]{0,2}"
_CELL = re.compile(rf"(?:{_ONE}|All)(?:\s*(?:/|,|&|\+|;|\band\b)\s*(?:{_ONE}|[Aa]ll))*\W*")
_EACH = re.compile(rf"\b{_ONE}\b")
_LONGEST = 40
# Of the cells of a column, this share must be initials: "CCG" and "ICB" may stand in any.
_MOSTLY = 0.6

# Somebody who is to act, at the start of a line, of a sentence or of what stands behind "Action:".
_ACTS = re.compile(
    r"(?:^[^\w\n]*|[.;] |\b(?:ACTIONS?|Actions?)(?: \d+| points?)?\s*[:–—-]\s*)(?:\(?[\divx]{1,3}[.)] )?"
    r"(?P<who>[A-Z]{2,3}(?:(?:,? (?:and|&) |/|, )[A-Z]{2,3})*) (?:to|will|agreed to|undertook to) (?P<verb>[a-z]+)\b",
    re.MULTILINE,
)
_CAPITALS = re.compile(r"[A-Z]{2,3}")
_NO_PERSON = frozenset({"UK", "EU", "UN", "US", "NI", "GP", "IT", "HR", "AI", "PR", "QA", "OK", "TV", "ALL"})


def find_acting_initials(page: Page, kept: Sequence[Mention]) -> Iterator[Mention]:
    """Every place of two capitals that are to act and name nothing else we know.

    They stand for the one person of the paper whose names open with them; three capitals count only with such a person,
    as bodies have three letters as well.
    """
    cover = Cover(kept)
    people = _by_initials(page, kept)
    names: dict[str, str] = {}
    for match in _ACTS.finditer(page.text):
        if reading(match["verb"], "base") is None:
            continue
        for letters in _CAPITALS.finditer(page.text, *match.span("who")):
            short, held = letters[0], people.get(letters[0], set())
            if short in _NO_PERSON or cover.at(letters.start()) is not None:
                continue
            if len(held) == 1 or len(short) == 2:
                names[short] = next(iter(held)) if len(held) == 1 else short
    for place in find_forms(names, page.text):
        if cover.at(place.start(1)) is None:
            short = place.group(1)
            yield Mention(*place.span(1), "person", "initials", name=names[short], quiet=True, also=(short,))


def _by_initials(page: Page, kept: Sequence[Mention]) -> dict[str, set[str]]:
    """The persons of a paper by the first letters of their names: "CF" for "Clare Field"."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in kept:
        name = person.also[0] if person.also else page.text[person.start : person.end]
        if person.type == "person" and name.count(" ") in (1, 2):
            found["".join(part[0] for part in name.split())].add(name)
    return found


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
