"""Names of places and of areas in running words: what "Conwy and Denbighshire" or "Cheshire and Merseyside" covers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from graphkit.identity.forms import plain, shape
from graphkit.identity.reference import Organisation, Place, Reference

# Wider than a board's area, so never the area that a name points to.
_WIDE = frozenset({"nation", "region", "combined authority"})
# Bodies that are known by the name of an area which is not a single place.
_AREA_BODIES = ("icb", "ics", "ijb", "hscp", "health-board")
_STP = ("sustainability", "and", "transformation", "partnership")
COMPASS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "mid", "central", "greater"}
)


class Hit(NamedTuple):
    """A place phrase among words: its codes, where it begins and ends, and whether a compass word stands before it."""

    codes: tuple[str, ...]
    start: int
    end: int
    qualified: bool


class Phrases:
    """The names of places, in plain words, with the codes they stand for at a date."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._places: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for place in reference.places.values():
            if place.type not in _WIDE:
                self._add(plain(place.name).split(), [place.code])
        for body in reference.by_type.get("local-authority", ()):
            if body.places_basis == "own area":
                for words in council_words(reference, body):
                    self._add(words, body.places)
        self._areas: dict[tuple[str, ...], tuple[str, ...]] = {}
        for kind in _AREA_BODIES:
            for body in reference.by_type.get(kind, ()):
                self._areas.setdefault(_area_words(body.name), tuple(sorted(body.places)))
        self._longest = max(map(len, (*self._places, *self._areas)))

    def _add(self, words: Iterable[str], codes: Iterable[str]) -> None:
        key = tuple(words)
        if key:
            self._places[key] += [code for code in codes if code not in self._places[key]]

    @property
    def words(self) -> frozenset[str]:
        """Every word that is part of a place's name, small words left out."""
        return frozenset(word for phrase in self._places for word in phrase if len(word) > 3)

    def codes(self, phrase: tuple[str, ...], on: str | None) -> tuple[str, ...]:
        """The codes that a phrase stands for: those valid at the date, or without a date the current ones first."""
        found = self._places.get(phrase, ())
        places = [self._reference.places[code] for code in found if code in self._reference.places]
        if on is None:
            chosen = [place for place in places if not place.valid_to] or places
        else:
            chosen = [place for place in places if place.valid(on)]
        if chosen and all(place.valid_to for place in chosen):
            chosen = self._today(chosen) if on is None else chosen
        # A district may bear the name of the county it lies in: the county is the board's.
        upper = [place for place in chosen if "district" not in place.type]
        return tuple(sorted(place.code for place in upper or chosen))

    def _today(self, places: list[Place]) -> list[Place]:
        """What became of places that have ended, where the list says so."""
        later = [self._reference.places[code] for place in places for code in place.successors]
        return [place for place in later if not place.valid_to] or places

    def find(self, words: tuple[str, ...], on: str | None) -> Iterator[Hit]:
        """Every place phrase among the words, longest first at each word, none inside another."""
        at = 0
        while at < len(words):
            for end in range(min(len(words), at + self._longest), at, -1):
                phrase = words[at:end]
                if codes := self.codes(phrase, on) or (self._areas.get(phrase, ()) if len(phrase) > 1 else ()):
                    yield Hit(codes, at, end, at > 0 and words[at - 1] in COMPASS)
                    at = end
                    break
            else:
                at += 1

    def area(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The codes of the area phrase ("cheshire and merseyside") that the words begin with, or ()."""
        for end in range(len(words), 0, -1):
            if words[:end] in self._areas:
                return self._areas[words[:end]]
        return ()


def council_words(reference: Reference, council: Organisation) -> Iterator[tuple[str, ...]]:
    """The words for a council's place, from its names: "Bristol City Council" gives ("bristol",)."""
    yield from dict.fromkeys(
        taken.words
        for name in (council.name, *(alias.text for alias in reference.by_target.get(council.id, ())))
        if (taken := shape(name)) and taken.kind == "council" and taken.words
    )


def _area_words(name: str) -> tuple[str, ...]:
    """The words for the area in the name of a body that is called after it."""
    taken = shape(name)
    words = taken.words if taken else tuple(word for word in plain(name).split() if word != "nhs")
    return words[: -len(_STP)] if words[-len(_STP) :] == _STP else words


def acronym_places(reference: Reference, councils: Iterable[Organisation]) -> Mapping[str, str]:
    """Acronyms that councils use for their place ("BCP"), with the place's name in plain words."""
    found: dict[str, str] = {}
    for council in councils:
        place = shape(council.name)
        for alias in reference.by_target.get(council.id, ()):
            if alias.kind == "acronym" and place:
                short = alias.text.removesuffix(" Council").strip()
                found[short] = " ".join(place.words)
    return found
