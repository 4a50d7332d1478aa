"""The reference lists: public bodies, places, other names, posts and sectors (`data/`; sources in its LICENCES.md)."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from graphkit.identity.forms import acronym_form, plain
from graphkit.identity.when import in_force
from graphkit.resources import REFERENCE

AliasKind = Literal["acronym", "short name", "former name", "misspelling"]

_KINDS: Mapping[str, AliasKind] = {
    "acronym": "acronym",
    "short name": "short name",
    "former name": "former name",
    "misspelling": "misspelling",
}


@dataclass(frozen=True, slots=True)
class Place:
    """An area with a code of the Office for National Statistics (or a former code of Northern Ireland)."""

    code: str
    name: str
    type: str
    parents: tuple[str, ...]
    valid_from: str
    valid_to: str
    successors: tuple[str, ...]

    def valid(self, on: str | None) -> bool:
        """Whether the area existed at an ISO date; None means that the date is not known."""
        return in_force(self.valid_from, self.valid_to, on)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A public body.

    `places` holds the codes it covers, `places_basis` how sure that is; `derived`: its name was formed by a pattern;
    `other_ids` pairs a scheme with a value, as the list prints them.
    """

    id: str
    name: str
    type: str
    places: tuple[str, ...]
    places_basis: str
    ods_code: str
    other_ids: tuple[tuple[str, str], ...]
    valid_from: str
    valid_to: str
    successors: tuple[str, ...]
    part_of: tuple[str, ...]
    derived: bool
    source: str

    def valid(self, on: str | None) -> bool:
        """Whether the body existed at an ISO date; None means that the date is not known."""
        return in_force(self.valid_from, self.valid_to, on)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a body: `target` is its id, or "type:x" for the body of that type in the board's own area."""

    text: str
    target: str
    national: bool
    kind: AliasKind
    source: str

    @property
    def rule(self) -> str | None:
        """The type of body that the name stands for inside an area, or None when it names one body."""
        return self.target[5:] if self.target.startswith("type:") else None


@dataclass(frozen=True, slots=True)
class RoleName:
    """A post, team, sector or kind of board, with the other words for it and the normal name that covers them."""

    label: str
    type: str
    aliases: tuple[str, ...]
    normal: str


class Reference:
    """The lists of one folder, each read when first asked for."""

    def __init__(self, folder: Path = REFERENCE) -> None:
        self._folder = folder

    def _rows(self, name: str) -> Iterator[list[str]]:
        with (self._folder / name).open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            yield from rows

    @cached_property
    def organisations(self) -> Mapping[str, Organisation]:
        """Every body by its id, in the order of the list."""
        found: dict[str, Organisation] = {}
        for row in self._rows("organisations.csv"):
            pairs = tuple((scheme, value) for scheme, _, value in (each.partition(":") for each in _parts(row[6])))
            found[row[0]] = Organisation(
                row[0],
                row[1],
                row[2],
                _parts(row[3]),
                row[4],
                row[5],
                pairs,
                row[7],
                row[8],
                _parts(row[9]),
                _parts(row[10]),
                row[11] == "yes",
                row[12],
            )
        return found

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Every place by its code."""
        rows = self._rows("places.csv")
        return {r[0]: Place(r[0], r[1], r[2], _parts(r[3]), r[4], r[5], _parts(r[6])) for r in rows}

    @cached_property
    def aliases(self) -> tuple[Alias, ...]:
        """Every other name, in the order of the list."""
        return tuple(Alias(r[0], r[1], r[2] == "national", _kind(r[3]), r[4]) for r in self._rows("aliases.csv"))

    @cached_property
    def roles(self) -> tuple[RoleName, ...]:
        """Every post, team, sector and kind of board, in the order of the list."""
        return tuple(RoleName(r[0], r[1], _parts(r[2]), r[3]) for r in self._rows("roles-and-sectors.csv"))

    @cached_property
    def by_type(self) -> Mapping[str, tuple[Organisation, ...]]:
        """The bodies of each type."""
        groups: dict[str, list[Organisation]] = defaultdict(list)
        for body in self.organisations.values():
            groups[body.type].append(body)
        return {kind: tuple(bodies) for kind, bodies in groups.items()}

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Organisation, ...]]:
        """The bodies by the plain form of their official name (`forms.plain`)."""
        groups: dict[str, list[Organisation]] = defaultdict(list)
        for body in self.organisations.values():
            groups[plain(body.name)].append(body)
        return {key: tuple(bodies) for key, bodies in groups.items()}

    @cached_property
    def by_alias(self) -> Mapping[str, tuple[Alias, ...]]:
        """The other names: acronyms by their cased form (`forms.acronym_form`), all others by their plain form."""
        groups: dict[str, list[Alias]] = defaultdict(list)
        for alias in self.aliases:
            groups[acronym_form(alias.text) or plain(alias.text)].append(alias)
        return {key: tuple(aliases) for key, aliases in groups.items()}

    @cached_property
    def by_target(self) -> Mapping[str, tuple[Alias, ...]]:
        """The other names of each body."""
        groups: dict[str, list[Alias]] = defaultdict(list)
        for alias in self.aliases:
            groups[alias.target].append(alias)
        return {target: tuple(aliases) for target, aliases in groups.items()}

    @cached_property
    def by_place(self) -> Mapping[str, tuple[Organisation, ...]]:
        """The bodies that name a place code among those they cover, as printed in the list (not expanded)."""
        groups: dict[str, list[Organisation]] = defaultdict(list)
        for body in self.organisations.values():
            for code in body.places:
                groups[code].append(body)
        return {code: tuple(bodies) for code, bodies in groups.items()}

    @cached_property
    def successors(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the bodies that directly followed each body."""
        return {body.id: body.successors for body in self.organisations.values()}

    @cached_property
    def predecessors(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the bodies that each body directly followed, in the order of the list."""
        groups: dict[str, list[str]] = defaultdict(list)
        for body in self.organisations.values():
            for later in body.successors:
                groups[later].append(body.id)
        return {later: tuple(earlier) for later, earlier in groups.items()}

    @cached_property
    def _children(self) -> Mapping[str, tuple[str, ...]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for place in self.places.values():
            for parent in place.parents:
                groups[parent].append(place.code)
        return {code: tuple(codes) for code, codes in groups.items()}

    def expand(self, codes: Iterable[str]) -> frozenset[str]:
        """The places and all that lie inside them: a county gives its districts, a nation all its parts."""
        return self._reach(codes, self._children)

    def around(self, codes: Iterable[str]) -> frozenset[str]:
        """The places and all that they lie in: county, region, combined authority, nation."""
        return self._reach(codes, self._parents)

    @cached_property
    def _parents(self) -> Mapping[str, tuple[str, ...]]:
        return {place.code: place.parents for place in self.places.values()}

    @staticmethod
    def _reach(codes: Iterable[str], steps: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
        seen: set[str] = set()
        waiting = list(codes)
        while waiting:
            code = waiting.pop()
            if code not in seen:
                seen.add(code)
                waiting += steps.get(code, ())
        return frozenset(seen)

    def covers(self, body: Organisation, codes: Iterable[str]) -> bool:
        """Whether the body's places reach into each of the given places."""
        covered = frozenset(body.places)
        return bool(covered) and all(covered & self.around([code]) or covered & self.expand([code]) for code in codes)

    def meets(self, body: Organisation, codes: Iterable[str]) -> bool:
        """Whether the body's places reach into at least one of the given places."""
        return any(self.covers(body, [code]) for code in codes)


@lru_cache(maxsize=1)
def reference() -> Reference:
    """The lists that graphkit brings along."""
    return Reference()


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for each in cell.split(";") if (part := each.strip())) if cell else ()


def _kind(cell: str) -> AliasKind:
    kind = _KINDS.get(cell)
    if kind is None:
        raise ValueError(f"aliases.csv: unknown kind {cell!r}; use one of {', '.join(_KINDS)}")
    return kind
