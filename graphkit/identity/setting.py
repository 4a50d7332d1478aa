"""What surrounds a name in a paper: the board's area, the date, and the bodies near by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graphkit.identity.area import Area
from graphkit.identity.forms import initials, plain
from graphkit.identity.phrases import acronym_places, council_words
from graphkit.identity.reference import Organisation, Reference
from graphkit.identity.when import begins_after, ended_by, shifted

# Bodies whose area is known from a register, not from where they sit or who oversees them.
_UNSURE = (
    "area of parent ICB",
    "main campus",
    "name match",
    "name",
    "approximate",
    "region only",
    "area of successor",
    "",
)
# Bodies that share their area with the board's neighbours.
_WIDER = ("icb", "ics", "police-force", "health-board", "hsc-trust")
# Kinds that were new when their bodies began, so that their names, used before, can mean only those to come.
_NEW_KINDS = frozenset({"ccg", "icb", "healthwatch", "health-and-wellbeing-board", "ijb", "hscp"})
# How many years a general name ("the CCG") may come before or after the body it stands for.
GRACE = 2


@dataclass(frozen=True)
class Setting:
    """The area and date in which the names of one paper are read; without an area no general name means anything.

    `on` is the paper's date, or None; `since` a date before which an undated paper was not written, if one is known.
    """

    reference: Reference
    area: Area | None
    on: str | None
    since: str | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the board's area, or ()."""
        return self.area.codes if self.area else ()

    @cached_property
    def inside(self) -> frozenset[str]:
        """The board's area and all places in it."""
        return self.reference.expand(self.codes)

    @cached_property
    def near(self) -> frozenset[str]:
        """The board's area and the places that share an integrated care board, police force or the like with it."""
        codes = set(self.codes)
        for kind in _WIDER:
            for body in self.reference.by_type.get(kind, ()):
                if self.reference.meets(body, self.codes):
                    codes.update(body.places)
        return self.reference.expand(codes)

    def is_near(self, body: Organisation) -> bool:
        """Whether a body works in the board's area or next to it."""
        return not self.near.isdisjoint(self.reference.expand(body.places))

    def is_here(self, body: Organisation) -> bool:
        """Whether a body works in the board's area."""
        return bool(self.codes) and self.reference.meets(body, self.codes)

    @cached_property
    def own_councils(self) -> tuple[Organisation, ...]:
        """The councils whose own code is the board's area, in force at the date."""
        found = [body for code in self.codes for body in self._councils(code) if body.places == (code,)]
        if self.on is None:
            # Of two councils of one name, one of which ended, an undated paper may mean either.
            found += [each for body in found for each in self._namesakes(body) if each not in found]
        return tuple(self.in_time(found))

    def _councils(self, code: str) -> Iterable[Organisation]:
        return (body for body in self.reference.by_place.get(code, ()) if body.type == "local-authority")

    def _namesakes(self, body: Organisation) -> list[Organisation]:
        words = set(council_words(self.reference, body))
        councils = self.reference.by_type["local-authority"]
        return [
            each for each in councils if body.id in each.successors and words & set(council_words(self.reference, each))
        ]

    @cached_property
    def inner_councils(self) -> tuple[Organisation, ...]:
        """The councils of the area's districts, and the county council around it, in force at the date."""
        codes = self.inside | self.reference.around(self.codes)
        found = [body for code in sorted(codes) for body in self._councils(code) if body.places == (code,)]
        return tuple(self.in_time(found))

    @cached_property
    def area_names(self) -> tuple[str, ...]:
        """What the area's places are called, as plain words."""
        names = [plain(self.reference.places[code].name) for code in self.codes]
        names += [" ".join(words) for body in self.own_councils for words in council_words(self.reference, body)]
        return tuple(dict.fromkeys(names))

    def is_namesake(self, body: Organisation) -> bool:
        """Whether a body's name holds the name of one of the area's places."""
        words = set(plain(body.name).split())
        return any(set(name.split()) <= words for name in self.area_names)

    @cached_property
    def council_initials(self) -> Mapping[str, tuple[Organisation, ...]]:
        """The initials of the area's own councils ("NCC")."""
        found: dict[str, tuple[Organisation, ...]] = {}
        for body in self.own_councils:
            short = initials(body.name)
            found[short] = (*found.get(short, ()), body)
        return found

    @cached_property
    def place_acronyms(self) -> Mapping[str, str]:
        """Acronyms of places near by, with the place's name in plain words."""
        councils = self.reference.by_type.get("local-authority", ())
        return acronym_places(self.reference, (body for body in councils if self.is_near(body)))

    def in_time(self, bodies: Iterable[Organisation]) -> list[Organisation]:
        """Those in force at the date; if none is, the one nearest to it within two years, when there is just one."""
        all_bodies = list(bodies)
        if self.on is None:
            since = self.since
            return [body for body in all_bodies if not since or not ended_by(body.valid_to, since)]
        valid = [body for body in all_bodies if body.valid(self.on)]
        if valid:
            return valid
        ended = [body for body in all_bodies if ended_by(body.valid_to, self.on)]
        coming = [body for body in all_bodies if body.type in _NEW_KINDS and begins_after(body.valid_from, self.on)]
        last = max((body.valid_to for body in ended), default="")
        first = min((body.valid_from for body in coming), default="")
        close = [body for body in ended if body.valid_to == last and self._just_ended(body)]
        return close or [
            body for body in coming if body.valid_from == first and not begins_after(shifted(first, -GRACE), self.on)
        ]

    def _just_ended(self, body: Organisation) -> bool:
        # A system outlived its partnership under the same words, so they no longer mean the partnership.
        return body.type != "ics" and not ended_by(shifted(body.valid_to, GRACE), self.on or body.valid_to)

    def covering(self, kind: str) -> tuple[list[Organisation], list[Organisation]]:
        """The bodies of a type for the area: those known to cover it (whole, else in part), and those that may."""
        local = (body for body in self.reference.by_type.get(kind, ()) if not _too_wide(body) and self.is_here(body))
        here = self.in_time(local)
        sure = [body for body in here if not body.places_basis.startswith(_UNSURE[:-1]) and body.places_basis]
        whole = [body for body in sure if self._covers_all(body)]
        return whole or sure, [body for body in here if body not in sure]

    def _covers_all(self, body: Organisation) -> bool:
        places = [self.reference.places[code] for code in self.inside]
        districts = [place for place in places if place.valid(self.on) and not self._has_parts(place.code)]
        return self.reference.covers(body, [place.code for place in districts] or self.codes)

    def _has_parts(self, code: str) -> bool:
        parts = self.reference.expand([code]) - {code}
        return any(self.reference.places[part].valid(self.on) for part in parts)


def _too_wide(body: Organisation) -> bool:
    """Whether a body is the national one of a type that a local name cannot mean."""
    return body.type == "vcs-umbrella" and body.places_basis == "nation"
