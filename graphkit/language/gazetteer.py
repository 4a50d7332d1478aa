"""The names that reference data knows, found in one pass over a page.

Rows come from the reference folder's CSVs (see its README): organisations, aliases, and roles and sectors. Names
match in any case, "&" as "and"; acronyms and one-word names only as printed. Longest first, whole words only.
Matching is Aho-Corasick over all names at once (ahocorasick-rs, overlapping): leftmost-longest matching would lose a
short name whose longer neighbour fails the check for word boundaries.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from graphkit.language.fold import fold
from graphkit.language.party import PartyType
from graphkit.language.party_words import party_words

_BOARDS = frozenset({"health-and-wellbeing-board", "ijb", "board-kind"})
_KINDS: dict[str, PartyType] = {"post": "post", "team": "team", "sector": "sector", "board-kind": "board"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A surface form: what it leads to, and how it may match.

    `target` is a reference id, `type:x` for "the body of that type here", or `kind:label` for a post, team, sector or
    kind of board. `scope` "area" means that the form is only good inside the body's own area.
    """

    form: str
    target: str
    type: PartyType
    scope: Literal["national", "area"]
    cased: bool


@dataclass(frozen=True, slots=True)
class Match:
    """An Entry where it was found: start and end in the text that was searched."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True)
class Gazetteer:
    """All surface forms, with their matchers (built when first used), folded names of places, and each id's kind."""

    entries: tuple[Entry, ...]
    places: frozenset[str]
    kinds: dict[str, str]

    @classmethod
    def load(cls, folder: Path) -> "Gazetteer":
        """The gazetteer of a reference folder; the same folder is read once.

        Raises:
            OSError: a CSV file is missing or cannot be read.
        """
        return _load(folder.resolve())

    def find(self, text: str, low: str) -> list[Match]:
        """Every name in the text, those inside a longer one left out, in order. `low` is the folded text."""
        found = [*self._matches(self._folded, low), *self._matches(self._cased, text)]
        found.sort(key=lambda match: (match.start, -match.end))
        kept: list[Match] = []
        for match in found:
            if not kept or match.end > kept[-1].end:
                kept.append(match)
        return kept

    def _matches(self, machine: "_Machine", text: str) -> Iterator[Match]:
        for pattern, start, end in machine.automaton.find_matches_as_indexes(text, overlapping=True):
            if is_whole(text, start, end):
                yield Match(start, end, machine.entries[pattern])

    @cached_property
    def _folded(self) -> "_Machine":
        return _machine((entry for entry in self.entries if not entry.cased), folded=True)

    @cached_property
    def _cased(self) -> "_Machine":
        return _machine((entry for entry in self.entries if entry.cased), folded=False)


@dataclass(frozen=True, slots=True)
class _Machine:
    automaton: Any
    entries: tuple[Entry, ...]


def _machine(entries: Iterable[Entry], *, folded: bool) -> _Machine:
    from ahocorasick_rs import AhoCorasick, MatchKind

    patterns: dict[str, Entry] = {}
    for entry in entries:
        form = fold(entry.form) if folded else entry.form
        patterns.setdefault(form, entry)
        if " and " in form:
            patterns.setdefault(form.replace(" and ", " & "), entry)
        if " & " in form:
            patterns.setdefault(form.replace(" & ", " and "), entry)
    return _Machine(AhoCorasick(list(patterns), matchkind=MatchKind.Standard), tuple(patterns.values()))


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a match is made of whole words: no letter, and no joining hyphen, "&" or apostrophe, on either side."""
    if start and (text[start - 1].isalnum() or (text[start - 1] in "-&'" and text[max(0, start - 2)].isalnum())):
        return False
    after = text[end : end + 2]
    return not after[:1].isalnum() and not (after[:1] in ("-", "&") and after[1:].isalnum())


@cache
def _load(folder: Path) -> Gazetteer:
    places = frozenset(fold(row["name"]) for row in _rows(folder / "places.csv"))
    types: dict[str, PartyType] = {}
    kinds: dict[str, str] = {}
    entries: list[Entry] = []
    for row in _rows(folder / "organisations.csv"):
        kinds[row["id"]] = row["type"]
        types[row["id"]] = "board" if row["type"] in _BOARDS else "organisation"
        entries.append(Entry(row["name"], row["id"], types[row["id"]], "national", cased=False))
    words = party_words()
    for row in _rows(folder / "aliases.csv"):
        alias, target = row["alias"], row["target"]
        if (
            "{" in alias
            or _too_short(alias, row["kind"])
            or _only_places(alias, places)
            or alias in words.not_acronyms
            or fold(alias) in words.bare
        ):
            continue
        rule = target.removeprefix("type:") if target.startswith("type:") else None
        party: PartyType = (
            ("board" if rule in _BOARDS else "organisation") if rule else types.get(target, "organisation")
        )
        cased = rule is not None or " " not in alias or row["scope"] == "area" or row["kind"] == "acronym"
        scope: Literal["national", "area"] = "area" if row["scope"] == "area" else "national"
        entries.append(Entry(alias, target, party, scope, cased))
        if cased and alias.startswith("the "):
            entries.append(Entry("The " + alias.removeprefix("the "), target, party, scope, cased))
    entries += [
        Entry(form, f"name:{fold(form)}", "organisation", "national", cased=True)
        for form in sorted(words.organisations)
    ]
    for row in _rows(folder / "roles-and-sectors.csv"):
        entries += _roles(row, words.bare)
    return Gazetteer(tuple(entries), places, kinds)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _too_short(alias: str, kind: str) -> bool:
    """A name of one or two letters, or a one-word nickname of a place or body, is too often something else."""
    capitals = sum(letter.isupper() for letter in alias)
    return " " not in alias and (len(alias) < 3 or (kind == "acronym" and capitals < 2))


def _only_places(alias: str, places: frozenset[str]) -> bool:
    parts = fold(alias).replace(",", " and ").replace("&", "and").split(" and ")
    return all(part.strip() in places or not part.strip() for part in parts)


def _roles(row: dict[str, str], bare: frozenset[str]) -> Iterator[Entry]:
    kind = row["type"]
    for form in (row["label"], *row["aliases"].split(";")):
        if form and "{" not in form and fold(form) not in bare:
            cased = kind != "sector" or form.isupper()
            yield Entry(form, f"{kind}:{row['label']}", _KINDS[kind], "area", cased)
