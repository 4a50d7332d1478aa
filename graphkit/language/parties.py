"""The parties of one paper, and where each is named."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graphkit.documents.model import Span
from graphkit.language.party import Party, PartyType

__all__ = ["Parties", "Party", "PartyHit", "PartyType"]


class PartyHit(NamedTuple):
    """A place where a party is named: where, whose key, the party's type, and the rule that saw the name there."""

    span: Span
    key: str
    type: PartyType
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Parties:
    """All who can act in one paper.

    `parties` in order of first mention; `hits` every place, in text order, nested ones too ("Northmere Council" inside
    "Northmere Council's Housing team"); `partners` the keys of those that belong in a list of the paper's partners:
    bodies, teams, posts and sectors, a chair only where the chair is to act, no persons and no collectives.
    """

    parties: tuple[Party, ...]
    hits: tuple[PartyHit, ...]
    body: str | None = None
    partners: frozenset[str] = frozenset()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(hit.span.start for hit in self.hits))

    def within(self, span: Span) -> list[PartyHit]:
        """The hits that lie wholly inside a span, in text order; of overlapping ones the longest."""
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return _longest([hit for hit in self.hits[low:high] if hit.span.end <= span.end])

    def party(self, key: str) -> Party | None:
        """The party of a key, or None."""
        return next((party for party in self.parties if party.key == key), None)


def _longest(hits: Sequence[PartyHit]) -> list[PartyHit]:
    kept: list[PartyHit] = []
    for hit in hits:
        while kept and hit.span.meets(kept[-1].span) and _length(hit) > _length(kept[-1]):
            kept.pop()
        if not kept or not hit.span.meets(kept[-1].span):
            kept.append(hit)
    return kept


def _length(hit: PartyHit) -> int:
    return hit.span.end - hit.span.start
