"""The area of the board whose paper it is: what "the Council" and "Healthwatch" mean there.

A board's own name decides by itself. Every other hint (the title, the address, the councils and local bodies named, the
places named) counts for some points, and two kinds of hint must agree. What is named in the text counts by itself only
where no other place is named more than once: a board may well speak more of its neighbour than of its own place.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from graphkit.documents.model import Document
from graphkit.identity.forms import acronym_form, plain, shape
from graphkit.identity.phrases import Phrases, acronym_places, council_words
from graphkit.identity.reference import Organisation, Reference
from graphkit.language.fold import even
from graphkit.loaders.findings import Findings

_LOCAL_TYPES = frozenset({"local-authority", "health-and-wellbeing-board", "healthwatch", "hscp", "ijb"})
_ONE_PLACE = frozenset({"ccg", "pct"})
# Words of a health and care system, whose area may be wider than the place it is called after.
_SYSTEM = frozenset({"integrated", "icb", "ics", "icp", "stp", "sustainability"})
# "The Northmere Boards" are not the board whose paper it is.
_SEVERAL = ("boards", "partnerships", "committees", "groups", "councils")
_ENOUGH = 3
_PROPER = re.compile(r"[A-Z][\w'’&-]*(?:[ ,]+(?:(?:and|upon|on|the|of|with|le|under|in)[ ]+)*[A-Z][\w'’&-]*)*")
_JOINED = re.compile(r", | and ")
_WIDE_KINDS = frozenset({"trust", "ambulance", "icb", "police", "pcc", "fire", "university", "college", "health board"})
_Codes = tuple[str, ...]
_SITE = re.compile(r"([a-z0-9-]+)\.(?:gov\.uk|gov\.wales|gov\.scot|llyw\.cymru)$")


@dataclass(frozen=True, slots=True)
class Area:
    """Where a board works: place codes (sorted), a name for readers, and how it is known."""

    codes: tuple[str, ...]
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class _Hint:
    codes: tuple[str, ...]
    points: int
    why: str


class AreaFinder:
    """Finds the area of a paper's board; one object serves any number of papers."""

    def __init__(self, reference: Reference, phrases: Phrases) -> None:
        self._reference = reference
        self._phrases = phrases
        self._sites = _council_sites(reference)
        self._acronyms = acronym_places(reference, reference.by_type.get("local-authority", ()))

    def find(self, findings: Findings, document: Document, on: str | None) -> Area | None:
        """The area, or None when the paper does not show it by its board's name or by two hints that agree."""
        board = next((party for party in findings.parties if party.key == findings.body or party.body), None)
        if board is not None:
            for name in board.names:
                if not name.lower().endswith(_SEVERAL) and (codes := self.of_name(name, on)):
                    return self._area(codes, f"the board's name: {name}")
        return self._weigh(self._hints(findings, document, on))

    def of_name(self, name: str, on: str | None) -> tuple[str, ...]:
        """The places in a board's own name: those of the body of that name, else the places it names."""
        bodies = [body for body in self._reference.by_name.get(plain(name), ()) if body.valid(on)]
        if len(bodies) == 1 and bodies[0].type in _LOCAL_TYPES | {"icb", "health-board", "combined-authority"}:
            return tuple(sorted(bodies[0].places))
        words = tuple(plain(name).split())
        if not _SYSTEM.isdisjoint(words) and (codes := self._phrases.area(words)):
            return tuple(sorted(codes))
        hits = list(self._phrases.find(words, on))
        if hits and not any(hit.qualified for hit in hits):
            return tuple(sorted({code for hit in hits for code in hit.codes}))
        return tuple(sorted(self._phrases.area(words)))

    def _hints(self, findings: Findings, document: Document, on: str | None) -> list[_Hint]:
        hints = []
        if findings.title and (codes := self.of_name(findings.title, on)):
            hints.append(_Hint(codes, 2, "the title"))
        if document.url and (council := self._site(document.url, on)):
            hints.append(_Hint(council.places, 2, "the web address"))
        bodies, different, places = self._named(document, on)
        if not hints and self._rivals(bodies + places):
            return []
        if len(different) == 1 and different.total() > 1:
            hints.append(_Hint(next(iter(different)), 1, "several bodies of no other place"))
        hints += self._leader(bodies, "local bodies named", alone=2)
        hints += self._leader(places, "places named", alone=1) or self._beside(bodies, places)
        return hints

    @staticmethod
    def _beside(bodies: Counter[_Codes], places: Counter[_Codes]) -> list[_Hint]:
        """A point for the only place whose bodies are named, if with these it is named far more than any other."""
        if len(bodies) != 1:
            return []
        codes = next(iter(bodies))
        second = max((count for other, count in places.items() if other != codes), default=0)
        enough = places[codes] > 0 and bodies[codes] + places[codes] >= 3 * max(1, second)
        return [_Hint(codes, 1, "the place named beside them")] if enough else []

    def _rivals(self, counts: Counter[_Codes]) -> bool:
        """Whether another place than the one named most, neither in it nor around it, is named more than once."""
        ranked = sorted(counts, key=lambda codes: (-counts[codes], len(codes), codes))
        return any(counts[codes] > 1 and not self._agree(codes, ranked[0]) for codes in ranked[1:])

    def _site(self, url: str, on: str | None) -> Organisation | None:
        try:
            host = urlsplit(url).hostname or ""
        except ValueError:  # an address is data: a broken one is no hint
            return None
        found = _SITE.search(host.lower())
        councils = [each for each in self._sites.get(found[1], ()) if each.valid(on)] if found else []
        return councils[0] if len(councils) == 1 else None

    def _named(self, document: Document, on: str | None) -> tuple[Counter[_Codes], Counter[_Codes], Counter[_Codes]]:
        """How often bodies of one place are named, how many different ones, and how often places are named.

        A place inside the name of a wider body counts for neither: a police force or a hospital serves many places.
        """
        bodies: Counter[_Codes] = Counter()
        places: Counter[_Codes] = Counter()
        different: set[tuple[str, _Codes]] = set()
        for name in self._names(document, on):
            if body := self._local(name, on):
                codes = tuple(sorted(body.places))
                bodies[codes] += 1
                different.add((body.id, codes))
            elif not self._wide(name):
                words = tuple(plain(name).split())
                places.update(hit.codes for hit in self._phrases.find(words, on) if not hit.qualified)
                acronyms = (self._acronyms.get(word) for word in name.split())
                places.update(self._phrases.codes(tuple(place.split()), on) for place in acronyms if place)
        places.pop((), None)
        return bodies, Counter(codes for _, codes in different), places

    def _names(self, document: Document, on: str | None) -> Iterator[str]:
        """Capitalised names in the paper; what "," and "and" join is one name only where it is a body's."""
        for block in document.body():
            for found in _PROPER.finditer(even(document.quote(block.span))):
                whole = found[0]
                yield from (whole,) if self._local(whole, on) or self._wide(whole) else _JOINED.split(whole)

    def _wide(self, name: str) -> bool:
        """Whether a name is that of a body that serves many places, such as a police force or a hospital trust."""
        taken = shape(name)
        if taken and taken.words and taken.kind in _WIDE_KINDS:
            return True
        key = plain(name)
        found = [*self._reference.by_name.get(key, ()), *self._reference.by_alias.get(key, ())]
        return any(not isinstance(each, Organisation) or not _is_local(each) for each in found)

    def _local(self, name: str, on: str | None) -> Organisation | None:
        """The body of one place that a name belongs to everywhere, or None."""
        key = plain(name)
        bodies = {body.id: body for body in self._reference.by_name.get(key, ())}
        for alias in self._reference.by_alias.get(key, ()):
            body = self._reference.organisations.get(alias.target)
            # "NC Council" says that it is a council, "NC" by itself may be anything.
            if body and (alias.national or (body.type == "local-authority" and acronym_form(alias.text) is None)):
                bodies[body.id] = body
        local = [body for body in bodies.values() if _is_local(body) and body.valid(on)]
        return local[0] if len(local) == 1 else None

    def _weigh(self, hints: list[_Hint]) -> Area | None:
        best: tuple[int, tuple[str, ...], str] | None = None
        for codes in sorted({hint.codes for hint in hints}):
            agreeing = [hint for hint in hints if hint.codes == codes]
            points = sum(hint.points for hint in agreeing)
            others = max((hint.points for hint in hints if not self._agree(hint.codes, codes)), default=0)
            if len(agreeing) > 1 and points >= _ENOUGH and points > 2 * others and (best is None or points > best[0]):
                best = points, codes, " and ".join(hint.why for hint in agreeing)
        return self._area(best[1], best[2]) if best else None

    def _agree(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        return bool(self._reference.expand(one) & self._reference.expand(other))

    def _leader(self, counts: Counter[_Codes], why: str, alone: int) -> list[_Hint]:
        """The place named most, if it leads clearly: two points with three mentions, else `alone` when it has no rival.

        What holds the leading place (its county, its health system) is no rival.
        """
        if not counts:
            return []
        codes, first = min(counts.items(), key=lambda pair: (-pair[1], len(pair[0]), pair[0]))
        inside = self._reference.expand(codes)
        rivals = (count for other, count in counts.items() if not inside <= self._reference.expand(other))
        second = max(rivals, default=0)
        if first >= 3 and first >= 2 * second:
            return [_Hint(codes, 2, why)]
        return [_Hint(codes, alone, why)] if not second else []

    def _area(self, codes: tuple[str, ...], why: str) -> Area:
        names = [self._reference.places[code].name for code in codes]
        name = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
        return Area(tuple(sorted(codes)), name, why)


def _is_local(body: Organisation) -> bool:
    return body.type in _LOCAL_TYPES or (body.type in _ONE_PLACE and len(body.places) == 1)


def _council_sites(reference: Reference) -> dict[str, list[Organisation]]:
    sites: dict[str, list[Organisation]] = {}
    for council in reference.by_type.get("local-authority", ()):
        if council.places_basis == "own area":
            for words in council_words(reference, council):
                for label in {"".join(words), "-".join(words)}:
                    if council not in sites.setdefault(label, []):
                        sites[label].append(council)
    return sites
