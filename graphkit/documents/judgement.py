"""What each piece is, seen beside its neighbours: label, heading, item or paragraph; and what is furniture."""

import re

from graphkit.documents.headings import (
    LONGEST_TITLE,
    is_capital_heading,
    is_capitals,
    is_label,
    is_post,
    is_theme,
    is_title,
    is_unfinished,
    numbered_title,
)
from graphkit.documents.markers import Marker, Nesting
from graphkit.documents.pieces import Piece
from graphkit.documents.regions import (
    find_bare_lists,
    mark_contents,
    mark_document_lists,
    mark_furniture,
    set_sizes_apart,
    words_of,
)

_LONGEST_RUN = 3  # more short lines than this in a row are a list of names or links, not headings
_LONGEST_OPENING_RUN = 6
_LONGEST_OPENING = 24  # words
_DASHED = re.compile(r"\s[–—-]\s")
_DASH_REACH = 80
_ITEM_NAMED = re.compile(r"\(Item (\d{1,4})\)")
_NEAR = 12
_LEVELS = {"title": 1, "section": 2, "part": 3, "minor": 4}


def judge(text: str, pieces: list[Piece], *, loose: bool = True) -> None:
    """Settle the kind, level and standing of every piece, in place; `loose` where only form can show a heading."""
    set_sizes_apart(text, pieces)
    mark_furniture(text, pieces)
    _doubtful(text, pieces)
    mark_document_lists(text, pieces)
    _labels(text, pieces)
    _named_headings(text, pieces)
    if loose:
        _weak_headings(text, pieces)
    find_bare_lists(text, pieces)
    _levels(pieces)
    mark_contents(text, pieces)


def _doubtful(text: str, pieces: list[Piece]) -> None:
    """A doubtful marker ("A.", "12  ") counts only where the one before or after it in the same list stands near."""
    marked = [i for i, piece in enumerate(pieces) if piece.marker is not None]
    for at, index in enumerate(marked):
        piece = pieces[index]
        if piece.marker is None or not piece.marker.doubtful or piece.sure:
            continue
        family, shape, value = piece.marker.readings[0]
        near = [pieces[i] for i in marked[max(0, at - 2) : at + 3] if i != index and abs(i - index) <= _NEAR]
        others = [reading for other in near if other.marker is not None for reading in other.marker.readings]
        if not any(other[:2] == (family, shape) and abs(other.value - value) == 1 for other in others):
            piece.kind, piece.number, piece.marker, piece.start = "paragraph", None, None, piece.whole


def _labels(text: str, pieces: list[Piece]) -> None:
    for piece in pieces:
        if not piece.sure and piece.number is None and is_label(words_of(text, piece)):
            piece.kind, piece.sure = "label", True


def _named_headings(text: str, pieces: list[Piece]) -> None:
    """Headings that their own form gives away: capitals, "Priority 1", a number before a title."""
    bare = {int(number) for number in _ITEM_NAMED.findall(text)}
    bare |= {number + 1 for number in bare}
    bare |= {
        mark for piece in pieces if (not piece.sure or piece.kind == "heading") and (mark := _bare_number(text, piece))
    }
    decimals = [piece for piece in pieces if piece.marker is not None and piece.marker.family == "decimal"]
    prose = 2 * sum(is_title(words_of(text, piece)) for piece in decimals) < len(decimals)
    for index, piece in enumerate(pieces):
        if piece.boilerplate or (piece.sure and (piece.kind != "heading" or piece.number is not None)):
            continue
        line = words_of(text, piece)
        if piece.sure:
            if (number := _bare_number(text, piece)) and bare & {number - 1, number + 1}:
                _take_prefix(piece, numbered_title(text[piece.start : piece.end]))
            continue
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if piece.marker is not None:
            numbers_prose = prose and piece.marker.family == "decimal" and not is_capital_heading(line)
            if not numbers_prose and _numbered_heading(line, pieces, index, after):
                _head(piece, "part" if piece.marker.family == "decimal" else "section")
            continue
        if (prefix := _prefix(text, piece, bare)) is not None:
            _take_prefix(piece, prefix)
            _head(piece, "section")
        elif is_theme(line) and (piece.apart or piece.lines == 1):
            _head(piece, "part")
        elif is_capital_heading(line) and piece.lines < 3:
            _head(piece, "section")


def _take_prefix(piece: Piece, prefix: tuple[str, int] | None) -> None:
    if prefix is not None:
        piece.number, length = prefix
        piece.whole, piece.start = piece.start, piece.start + length


def _head(piece: Piece, rank: str) -> None:
    piece.kind, piece.level, piece.sure = "heading", _LEVELS[rank], True


def _numbered_heading(line: str, pieces: list[Piece], index: int, after: Piece | None) -> bool:
    """A number before a title that is followed by something else than the next of its list, and did not follow one."""
    marker = pieces[index].marker
    if marker is None or marker.family == "bullet" or pieces[index].lines > 2:
        return False
    if pieces[index].alone and marker.family == "number" and len(line.split()) <= LONGEST_TITLE and is_unfinished(line):
        return True
    capital = is_capital_heading(line) and len(line.split()) > 1
    if not capital and (
        not (is_title(line, numbered=True) or is_theme(line)) or line[0].isdigit() or marker.family == "letter"
    ):
        return False
    if after is None or (after.marker is not None and not capital and not after.apart and not _is_below(after, marker)):
        return False
    before = pieces[index - 1] if index else None
    if capital and after.marker is None:
        return True
    return not (_in_list(before, pieces[index], 1) or _in_list(after, pieces[index], -1))


def _is_below(piece: Piece, marker: Marker) -> bool:
    """Whether a piece is numbered as a part of the marker's section ("2.1" below "2.")."""
    return piece.marker is not None and piece.marker.text.startswith(f"{marker.readings[0].value}.")


def _in_list(other: Piece | None, piece: Piece, step: int) -> bool:
    """Whether another piece is the one `step` before this one in the same list."""
    if other is None or other.marker is None or piece.marker is None or other.kind == "heading":
        return False
    return any(
        a[:2] == b[:2] and b.value - a.value == step for a in other.marker.readings for b in piece.marker.readings
    )


def _bare_number(text: str, piece: Piece) -> int:
    """The number of a title such as "5 Our commitments"; 0 for anything else."""
    line = text[piece.start : piece.end]
    prefix = numbered_title(line) if piece.marker is None and piece.lines == 1 else None
    if prefix is None or not prefix[0].isdigit() or not is_title(line[prefix[1] :]):
        return 0
    return int(prefix[0])


def _prefix(text: str, piece: Piece, bare: set[int]) -> tuple[str, int] | None:
    """The printed number before a title, if the rest is one."""
    line = text[piece.start : piece.end]
    prefix = numbered_title(line)
    if prefix is None or piece.lines > 2:
        return None
    mark, length = prefix
    rest = line[length:]
    if mark.isdigit():
        number = _bare_number(text, piece)
        return prefix if number and bare & {number - 1, number + 1} else None
    return prefix if is_title(rest) or (is_capitals(mark) and is_capital_heading(rest)) else None


def _weak_headings(text: str, pieces: list[Piece]) -> None:
    """Short lines that stand alone as titles do, where no long row of such lines shows them to be something else."""
    opening = _open_with_title(text, pieces)
    run: list[int] = []
    for index in range(opening, len(pieces) + 1):
        piece = pieces[index] if index < len(pieces) else None
        if piece and not piece.sure and piece.number is None and is_title(words_of(text, piece)):
            run.append(index)
        elif run:
            _judge_run(text, pieces, run)
            run = []


def _open_with_title(text: str, pieces: list[Piece]) -> int:
    """The lines that open a paper are its titles, even long ones; gives the index of the first piece after them."""
    shown = [index for index, piece in enumerate(pieces[: 4 * _NEAR]) if not piece.boilerplate]
    titles: list[int] = []
    for index in shown:
        piece = pieces[index]
        if piece.number is not None or (piece.sure and piece.kind != "heading"):
            break
        if not piece.sure and not is_title(words_of(text, piece), longest=_LONGEST_OPENING):
            break
        titles.append(index)
    taken = titles[:_LONGEST_RUN]
    if len(titles) == len(shown) == 1 or (len(titles) > _LONGEST_OPENING_RUN):
        return 0
    for rank, index in enumerate(taken):
        if not pieces[index].sure or (rank == 0 and pieces[index].number is None):
            _head(pieces[index], "section" if rank else "title")
    return taken[-1] + 1 if taken else 0


def _judge_run(text: str, pieces: list[Piece], run: list[int]) -> None:
    before = pieces[run[0] - 1] if run[0] else None
    if len(run) > _LONGEST_RUN:
        return
    if before is not None and not pieces[run[0]].apart and not _closes(text, before):
        # The rest of something above: the run may start anew behind a blank line.
        later = next((i for i, index in enumerate(run) if pieces[index].apart), len(run))
        if run[later:]:
            _judge_run(text, pieces, run[later:])
        return
    if before is not None and len(run) > 1 and before.kind == "paragraph" and text[before.end - 1] == ":":
        return
    for index in run:
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if after is None or (after.boilerplate and index == run[-1]) or _of_a_kind(text, pieces, index):
            continue
        if is_post(words_of(text, after)):
            continue
        if not _notes_item(pieces, run, index):
            _head(pieces[index], "minor")


def _of_a_kind(text: str, pieces: list[Piece], index: int) -> bool:
    """Whether a line with a dash stands among other such lines ("Name – Body"): a list of people, not titles."""
    if not _DASHED.search(text[pieces[index].start : pieces[index].end]):
        return False
    beside = [piece for piece in pieces[max(0, index - 1) : index + 2] if piece is not pieces[index]]
    return any(
        p.kind == "paragraph" and p.lines == 1 and _DASHED.search(text[p.start : p.end][:_DASH_REACH]) for p in beside
    )


def _notes_item(pieces: list[Piece], run: list[int], index: int) -> bool:
    """Whether short lines stand between one numbered item and the next: the item's owner or progress, not titles."""
    before = next((pieces[i] for i in range(run[0] - 1, -1, -1) if not pieces[i].boilerplate), None)
    after = next((pieces[i] for i in range(run[-1] + 1, len(pieces)) if not pieces[i].boilerplate), None)
    if before is None or after is None or before.marker is None or after.marker is None or pieces[index].apart:
        return False
    return before.marker.family != "bullet" and before.kind == "item"


def _closes(text: str, piece: Piece) -> bool:
    """Whether a piece is finished, so that a title may stand right below it."""
    if piece.kind != "paragraph":
        return True
    return piece.boilerplate or text[piece.end - 1 : piece.end] in ".!?”\"’')"


def _levels(pieces: list[Piece]) -> None:
    nesting = Nesting()
    interrupted = True
    last_apart = True
    for piece in pieces:
        if piece.kind == "heading":
            nesting.clear()
            interrupted = True
        elif piece.kind == "item":
            if not (piece.level and piece.marker is None):
                set_off = piece.apart and not last_apart
                piece.level = nesting.place(piece.marker, piece.column, interrupted=interrupted or set_off)
            interrupted = False
            last_apart = piece.apart
        else:
            interrupted = True
