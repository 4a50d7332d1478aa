"""What a loader reads: a document, who is named in it, and what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkit.documents.model import Document, Span
from graphkit.language.concepts import ConceptHit, find_concepts, topics_of
from graphkit.language.names import find_parties
from graphkit.language.parties import Parties
from graphkit.language.prose import Prose
from graphkit.loaders.findings import Tag
from graphkit.loaders.registry import Context

_BODIES = frozenset({"organisation", "board", "team", "post"})


@dataclass(frozen=True, slots=True)
class Source:
    """A document with its parties, and its words as `Prose`."""

    document: Document
    parties: Parties
    prose: Prose
    _concepts: dict[Span, Sequence[ConceptHit]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, document: Document, context: Context) -> "Source":
        """The document with everybody who is named in it."""
        parties = find_parties(document, context.gazetteer)
        return cls(document, parties, Prose(document.text, parties.within))

    def low(self, span: Span) -> str:
        """The characters of a span folded for matching."""
        return self.prose.low(span)

    def concepts(self, span: Span | None) -> Sequence[ConceptHit]:
        """Concepts in a span, names of bodies masked: "Children's Trust" is not about children."""
        if span is None:
            return ()
        # A title or a lead-in is no longer than a clause; the paragraph of a hostile file that stands for one may be.
        span = self.prose.clause(span)
        if span not in self._concepts:
            # Titles and lead-ins are asked for once for every act under them.
            masks = [hit.span for hit in self.parties.within(span) if hit.type in _BODIES]
            self._concepts[span] = find_concepts(self.document.text, span, masks)
        return self._concepts[span]

    def topics(self, span: Span) -> tuple[Tag, ...]:
        """The topics that a heading states by itself."""
        return tuple(topics_of(self.concepts(span), (), (), ()))
