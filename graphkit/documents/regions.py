"""Stretches of pieces that are read alike: furniture, lists of linked documents, contents, lists that lost bullets."""

from collections import Counter

from graphkit.documents.furniture import (
    CONTENTS,
    DOCUMENT_LIST,
    is_address,
    is_contents,
    is_contents_line,
    is_document_entry,
    is_furniture,
    size_at,
)
from graphkit.documents.headings import is_label, is_title
from graphkit.documents.pieces import Piece

_BEFORE_SIZE = " ,(\u00a0\t"


def words_of(text: str, piece: Piece) -> str:
    """A piece's words, white space folded."""
    return " ".join(text[piece.start : piece.end].split())


def set_sizes_apart(text: str, pieces: list[Piece]) -> None:
    """The size of a linked file at the end of a title is furniture by itself."""
    result: list[Piece] = []
    for piece in pieces:
        result.append(piece)
        length = piece.end - piece.start
        cut = size_at(text[piece.start : piece.end]) if not piece.boilerplate and piece.kind != "cell" else length
        if 0 < cut < length:
            tail = text[piece.start + cut : piece.end]
            start = piece.end - len(tail.lstrip(_BEFORE_SIZE))
            result.append(Piece(start, piece.end, boilerplate=True, apart=False, sure=True))
            piece.end = piece.start + len(text[piece.start : piece.start + cut].rstrip())
    pieces[:] = result


def mark_furniture(text: str, pieces: list[Piece]) -> None:
    """Lines that are furniture by their words."""
    for piece in pieces:
        if not piece.boilerplate and piece.lines == 1 and piece.kind in {"paragraph", "item"}:
            line = words_of(text, piece)
            piece.boilerplate = is_furniture(line) or is_contents(line) or is_address(line)
            piece.sure = piece.sure or piece.boilerplate


def mark_document_lists(text: str, pieces: list[Piece]) -> None:
    """A list of "Supporting documents:" and the linked files below it."""
    swallowing = False
    for index, piece in enumerate(pieces):
        line = words_of(text, piece)
        if DOCUMENT_LIST.fullmatch(line):
            swallowing = piece.boilerplate = piece.sure = True
        elif swallowing and _is_linked(line, pieces, index):
            piece.boilerplate = piece.sure = True
        elif not piece.boilerplate:
            swallowing = False


def _is_linked(line: str, pieces: list[Piece], index: int) -> bool:
    """Whether a piece in a list of documents names one of them: the next agenda item, or minutes, may follow."""
    piece = pieces[index]
    if piece.kind not in {"paragraph", "item"} or piece.alone or is_label(line):
        return False
    if index + 1 < len(pieces) and pieces[index + 1].boilerplate and not pieces[index + 1].apart:
        return True  # its size stands behind it
    if piece.number is not None and (piece.marker is None or piece.marker.family == "bullet"):
        return True
    return is_document_entry(line)


def mark_contents(text: str, pieces: list[Piece]) -> None:
    """A table of contents: the entries below its heading that carry page numbers or come again as headings."""
    for index, piece in enumerate(pieces):
        if not CONTENTS.fullmatch(words_of(text, piece)):
            continue
        entries = pieces[index + 1 :]
        times = Counter(words_of(text, entry).lower() for entry in entries)
        taken = 0
        for at, entry in enumerate(entries):
            line = words_of(text, entry)
            paged = at + 1 < len(entries) and words_of(text, entries[at + 1]).isdigit()
            again = times[line.lower()] > 1
            times[line.lower()] -= 1
            plain_cell = entry.place is not None and not entry.place.header
            if not (entry.boilerplate or again or paged or plain_cell or is_contents_line(line) or line.isdigit()):
                break
            taken = at + 1
        for entry in [piece, *entries[:taken]] if taken > 1 else []:
            entry.boilerplate = True
        return


def find_bare_lists(text: str, pieces: list[Piece]) -> None:
    """Items whose bullets were lost: two or more short or lower-case lines below a line that ends with a colon."""
    index = 0
    while index < len(pieces):
        lead = pieces[index]
        index += 1
        if (
            lead.kind == "label"
            or lead.boilerplate
            or not text[lead.start : lead.end].endswith((":", ":-", ": -", "to:"))
        ):
            continue
        run: list[Piece] = []
        while index + len(run) < len(pieces) and _bare_item(text, pieces[index + len(run)], run):
            run.append(pieces[index + len(run)])
        if len(run) > 1:
            for piece in run:
                piece.kind = "item"
        index += len(run)


def _bare_item(text: str, piece: Piece, run: list[Piece]) -> bool:
    if piece.sure or piece.kind != "paragraph" or piece.number is not None:
        return False
    line = words_of(text, piece)
    if CONTENTS.fullmatch(line):
        return False
    small = line[0].islower()
    if run and text[run[0].start].islower() != small:
        return False
    if run and run[0].column != piece.column:
        return False
    return small or (is_title(line) and not line.endswith("?")) or (piece.column > 0 and not line.endswith(":"))
