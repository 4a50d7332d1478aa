"""Clauses in which the parties are marked by hand: the form of the examples that stand beside rules of parties."""

import re
from dataclasses import dataclass
from typing import cast

from graphkit.documents.model import Span
from graphkit.language.parties import Parties, PartyHit
from graphkit.language.party import PartyType
from graphkit.language.prose import Prose

_MARK = re.compile(r"\[(?:(?P<type>[a-z]+): )?(?P<name>[^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A clause without its marks, as prose in which the marked parties are named; a party's key is its name."""

    prose: Prose
    hits: tuple[PartyHit, ...]

    @property
    def span(self) -> Span:
        """The whole clause."""
        return Span(0, len(self.prose.text))

    def words(self, span: Span | None) -> str | None:
        """The words of a span of it."""
        return None if span is None else self.prose.quote(span)


def marked(text: str, default: PartyType = "organisation") -> Marked:
    """Reads a clause such as "ask [Northmere Police] and the [post: Chair] to ..."; bare ones are of type `default`."""
    plain, hits, at = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        span = Span(len(plain), len(plain) + len(match["name"]))
        hits.append(PartyHit(span, match["name"], cast("PartyType", match["type"] or default)))
        plain, at = plain + match["name"], match.end()
    return Marked(Prose(plain + text[at:], Parties((), tuple(hits)).within), tuple(hits))
