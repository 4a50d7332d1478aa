"""A paper's words with the parties named in them: what every reader of clauses works on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from graphkit.documents.model import Span
from graphkit.language.fold import fold, unmarked
from graphkit.language.parties import PartyHit

# No clause is longer than this many characters; a hostile file's may be, and is read no further.
LONGEST = 3000

Within = Callable[[Span], Sequence[PartyHit]]


@dataclass(frozen=True, slots=True)
class Prose:
    """The text as printed, and `named`, which gives the parties named in a span in text order."""

    text: str
    named: Within
    _folded: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_folded", unmarked(fold(self.text)))

    def low(self, span: Span) -> str:
        """The characters of a span folded for matching; as many as the span is long."""
        return self._folded[span.start : span.end]

    def quote(self, span: Span) -> str:
        """The exact characters of a span."""
        return self.text[span.start : span.end]

    def clause(self, span: Span) -> Span:
        """The span, cut to what may be one clause."""
        return Span(span.start, min(span.end, span.start + LONGEST))

    def starting(self, span: Span, reach: int) -> list[PartyHit]:
        """The parties named in a span that start within its first `reach` characters."""
        return [hit for hit in self.named(span) if hit.span.start - span.start < reach]
