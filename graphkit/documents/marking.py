"""Markers that a page's author typed by hand inside paragraphs, items, headings and cells."""

from collections.abc import Iterator
from dataclasses import replace

from graphkit.documents.headings import LONGEST_TITLE
from graphkit.documents.lines import lines_between
from graphkit.documents.markers import Marker, marker_of
from graphkit.documents.pieces import Piece

_SHORTEST_CELL = 20  # characters: "1.5 FTE" is an amount, "2.1 Open a hub in ..." a numbered action


def mark(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with their typed markers recognised, and split where a line break stands before a marker.

    A number alone (as in the first column of an agenda set out as a table) becomes the number of the piece after it.
    """
    result: list[Piece] = []
    pending: Piece | None = None
    for piece in (part for whole in pieces for part in _at_breaks(text, whole)):
        marker = None if piece.boilerplate else marker_of(text[piece.start : piece.end])
        if pending is not None and pending.marker is not None:
            if _takes_number(text, piece, marker):
                piece.number, piece.marker, piece.whole = pending.marker.text, pending.marker, pending.start
                piece.alone = True
                piece.kind = "item" if piece.kind == "paragraph" else piece.kind
                marker = None
            else:
                pending.marker = None
                result.append(pending)
        pending = None
        if marker is not None and marker.end >= piece.end - piece.start:
            if piece.kind == "paragraph" and marker.family != "bullet":
                piece.marker = marker
                pending = piece
                continue
        elif marker is not None:
            _apply(text, piece, marker)
        result.append(piece)
    if pending is not None:
        pending.marker = None
        result.append(pending)
    return result


def _takes_number(text: str, piece: Piece, marker: Marker | None) -> bool:
    if marker is not None or piece.boilerplate or piece.number is not None:
        return False
    if piece.kind == "heading":
        return True
    return piece.kind == "paragraph" and len(text[piece.start : piece.end].split()) <= LONGEST_TITLE


def _apply(text: str, piece: Piece, marker: Marker) -> None:
    if piece.kind == "paragraph":
        piece.kind, piece.number, piece.marker, piece.whole = "item", marker.text, marker, piece.start
    elif piece.kind == "item" and piece.number is not None:
        if marker.family != "bullet":
            if marker.doubtful:
                return
            piece.number = marker.text
    elif piece.kind == "heading":
        if marker.family in {"bullet", "letter"} or marker.doubtful:
            return
        piece.number = marker.text
    elif piece.kind == "cell" and not marker.doubtful and not _is_amount(piece, marker):
        piece.number, piece.level = (
            piece.number if marker.family == "bullet" and piece.number else marker.text,
            piece.level or 1,
        )
    else:
        return
    rest = text[piece.start + marker.end : piece.end]
    piece.start = piece.end - len(rest.lstrip())


def _is_amount(piece: Piece, marker: Marker) -> bool:
    """Whether a cell's marker may be a figure ("1.5 FTE")."""
    return marker.family in {"decimal", "number"} and piece.end - piece.start < _SHORTEST_CELL and piece.number is None


def _at_breaks(text: str, piece: Piece) -> Iterator[Piece]:
    """The parts of a piece, begun anew at each line break (br) that a marker follows."""
    if piece.lines == 1 or piece.kind == "heading":
        yield piece
        return
    lines = [line for line in lines_between(text, piece.start, piece.end) if not line.blank]
    cuts = {line.start for line in lines[1:] if (m := marker_of(line.text)) is not None and not m.doubtful}
    part = replace(piece, end=lines[0].end)
    for line in lines[1:]:
        if line.start in cuts:
            yield part
            part = replace(piece, start=line.start, end=line.end, lines=1)
            if piece.kind == "item":
                part.kind, part.number, part.sure = "paragraph", None, False
        else:
            part.end = line.end
    yield part
