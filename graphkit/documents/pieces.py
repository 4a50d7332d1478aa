"""Pieces: blocks in the making, common to every reader."""

from dataclasses import dataclass

from graphkit.documents.markers import Marker
from graphkit.documents.model import Block, BlockKind, Span, TablePlace


@dataclass(slots=True)
class Piece:
    """A Block that is still being judged.

    `apart` is true where a blank line (or a mark-up boundary) stands before it, `lines` counts its lines, `sure` says
    that its kind is settled, so that no rule of thumb may change it. `column` is the indent of its first character.
    A piece that began with a marker keeps it, and in `whole` the place where the marker starts; `alone` says that the
    marker has its own line or cell.
    """

    start: int
    end: int
    kind: BlockKind = "paragraph"
    level: int = 0
    number: str | None = None
    place: TablePlace | None = None
    boilerplate: bool = False
    apart: bool = True
    lines: int = 1
    sure: bool = False
    column: int = 0
    marker: Marker | None = None
    whole: int = -1
    alone: bool = False

    def block(self) -> Block:
        """The finished Block."""
        level = self.level if self.kind in {"heading", "item"} or self.number is not None else 0
        return Block(self.kind, Span(self.start, self.end), level, self.number, self.place, self.boilerplate)


def blocks_of(pieces: list[Piece]) -> tuple[Block, ...]:
    """The finished blocks; a piece without characters is no block."""
    return tuple(piece.block() for piece in pieces if piece.end > piece.start)
