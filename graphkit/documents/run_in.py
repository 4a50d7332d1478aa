"""Bullets that run on inside a paragraph, as copying a table leaves them: "... by 2033 • Open a hub • ..."."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graphkit.documents.markers import marker_of
from graphkit.documents.pieces import Piece

_BULLET = re.compile(r"(?<=\s)[•▪●][ \t\u00a0]+(?=\w)")
# "Home • News • Contact" is a line of links; items have this many words on average.
_FEWEST_WORDS, _FEWEST_BULLETS = 5, 2


def split_run_in(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, with each paragraph or item that holds two bullets or more cut before every one of them."""
    for piece in pieces:
        inner = list(_BULLET.finditer(text, piece.start, piece.end)) if piece.kind in ("paragraph", "item") else []
        words = len(text[piece.start : piece.end].split())
        if piece.boilerplate or len(inner) < _FEWEST_BULLETS or words < _FEWEST_WORDS * (len(inner) + 1):
            yield piece
            continue
        yield replace(piece, end=piece.start + len(text[piece.start : inner[0].start()].rstrip()))
        for match, end in zip(inner, [*(one.start() for one in inner[1:]), piece.end], strict=True):
            marker = marker_of(text[match.start() : end])
            stop = match.end() + len(text[match.end() : end].rstrip())
            part = replace(piece, start=match.end(), end=stop, kind="item", whole=match.start(), marker=marker)
            part.number = marker.text if marker is not None else None
            yield part
