"""What a loader reads: a document, who is named in it, and what it is about."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graphkit.documents.model import Block, Document, Span
from graphkit.language.act import Act
from graphkit.language.concepts import ConceptHit, find_concepts, topics_of
from graphkit.language.names import find_parties
from graphkit.language.parties import Parties
from graphkit.language.prose import Prose
from graphkit.language.topic_clues import TopicSetting
from graphkit.loaders.findings import Tag
from graphkit.loaders.registry import Context

# What was said longer ago in an item says little of what is now to be done.
_FARTHEST = 1600
_BODIES = frozenset({"organisation", "board", "team", "post"})


@dataclass(frozen=True)
class Source:
    """A document with its parties, and its words as `Prose`."""

    document: Document
    parties: Parties
    prose: Prose

    @classmethod
    def of(cls, document: Document, context: Context) -> "Source":
        """The document with everybody who is named in it."""
        parties = find_parties(document, context.gazetteer)
        return cls(document, parties, Prose(document.text, parties.within))

    def low(self, span: Span) -> str:
        """The characters of a span folded for matching."""
        return self.prose.low(span)

    def concepts(self, span: Span | None) -> Sequence[ConceptHit]:
        """Concepts in a span; those in names of bodies are marked: "Children's Trust" is not about children."""
        if span is None:
            return ()
        # A title or a lead-in is no longer than a clause; the paragraph of a hostile file that stands for one may be.
        span = self.prose.clause(span)
        hits = self._concepts
        low = bisect_left(hits, span.start, key=lambda hit: hit.span.start)
        high = bisect_left(hits, span.end, key=lambda hit: hit.span.start)
        return [hit for hit in hits[low:high] if hit.span.end <= span.end]

    @cached_property
    def _concepts(self) -> Sequence[ConceptHit]:
        """All concepts of the paper, found in one pass."""
        whole = Span(0, len(self.document.text))
        masks = [hit.span for hit in self.parties.within(whole) if hit.type in _BODIES]
        return find_concepts(self.document.text, whole, masks)

    @cached_property
    def _rows(self) -> Mapping[tuple[int, int], Sequence[Block]]:
        """The cells of every table row."""
        rows: dict[tuple[int, int], list[Block]] = {}
        for block in self.document.blocks:
            if block.place is not None:
                rows.setdefault((block.place.table, block.place.row), []).append(block)
        return rows

    @cached_property
    def _cells(self) -> Sequence[Block]:
        return sorted((cell for row in self._rows.values() for cell in row), key=lambda cell: cell.span)

    def topics(self, span: Span) -> tuple[Tag, ...]:
        """The topics that a heading states by itself."""
        return topics_of(self.concepts(span))

    def topic_setting(self, act: Act, stem: Span | None, heading: Span | None, title: Span | None) -> TopicSetting:
        """An act's clause and what its place lends to it, as the concepts found there."""
        row = self._row_of(act.span)
        return TopicSetting(
            self.document.text,
            act,
            self.concepts(act.span),
            stem=self.concepts(stem),
            heading=self.concepts(heading),
            title=self.concepts(title),
            before=() if row else self.concepts(_before(act.span, (heading, title))),
            row=[hit for cell in row for hit in self.concepts(cell.span)],
        )

    def _row_of(self, span: Span) -> Sequence[Block]:
        """The other cells of the table row in which a span lies."""
        cells = self._cells
        at = bisect_right(cells, span.start, key=lambda cell: cell.span.start) - 1
        place = cells[at].place if at >= 0 and cells[at].span.end > span.start else None
        if place is None:
            return ()
        return [cell for cell in self._rows[place.table, place.row] if cell is not cells[at]]


def _before(span: Span, opening: Iterable[Span | None]) -> Span:
    """The text before a span, back to the heading or title above it, though not far."""
    ends = [above.end for above in opening if above is not None and above.end <= span.start]
    return Span(max([*ends, span.start - _FARTHEST, 0]), span.start)
