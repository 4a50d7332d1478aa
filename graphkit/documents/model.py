"""The Document: a source file as one text with its blocks.

Offsets count code points of `Document.text`. For plain text and CSV that text is the file's own, decoded and otherwise
unchanged (a quote can be found again by any tool); for HTML it is the visible text, with `source_map` leading back.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "item", "label", "cell"]


class Span(NamedTuple):
    """Start (inclusive) and end (exclusive), in code points of a Document's text."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where a cell stands: numbers from 0; `header` is the text of its column's header cell, "" where there is none."""

    table: int
    row: int
    column: int
    header: str = ""
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a Document that stands on its own line or lines.

    heading: `level` 1 to 6. item: a list item; `number` is its marker as printed ("10.", "(2)", "a)", "•"), `level` its
    nesting depth from 1; the span leaves the marker out. label: a line such as "Minutes:" or "Supporting documents:"
    that names what follows; the span covers it all. cell: see `place`. `boilerplate` marks site furniture, which is
    kept but never read for facts.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    number: str | None = None
    place: TablePlace | None = None
    boilerplate: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One source file.

    `key` is the path relative to the folder that was given, with "/" and without the suffix; `digest` the SHA-256 of
    the bytes, in hexadecimal; `source_map` pairs (offset in text, offset in the decoded source), sorted, for formats
    whose text is not the source itself.
    """

    key: str
    path: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    digest: str
    url: str | None = None
    source_map: tuple[tuple[int, int], ...] = field(default=(), repr=False)

    def quote(self, span: Span) -> str:
        """The exact characters of a span."""
        return self.text[span.start : span.end]

    def words(self, span: Span) -> str:
        """The characters of a span with white space folded to single blanks."""
        return " ".join(self.quote(span).split())

    def body(self) -> Iterator[Block]:
        """The blocks that are not boilerplate."""
        return (block for block in self.blocks if not block.boilerplate)
