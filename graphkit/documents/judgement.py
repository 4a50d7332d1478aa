"""What each piece is, seen beside its neighbours: label, heading, item or paragraph; and what is furniture."""

import re
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
from graphkit.documents.headings import (
    LONGEST_TITLE,
    is_capital_heading,
    is_capitals,
    is_label,
    is_theme,
    is_title,
    is_unfinished,
    numbered_title,
)
from graphkit.documents.markers import Marker, Nesting
from graphkit.documents.pieces import Piece

_LONGEST_RUN = 3  # more short lines than this in a row are a list of names or links, not headings
_LONGEST_OPENING_RUN = 6
_LONGEST_OPENING = 24  # words
_DASHED = re.compile(r"\s[–—-]\s")
_DASH_REACH = 80
_ITEM_NAMED = re.compile(r"\(Item (\d{1,4})\)")
_BEFORE_SIZE = " ,(\u00a0\t"
_NEAR = 12
_LEVELS = {"title": 1, "section": 2, "part": 3, "minor": 4}


def judge(text: str, pieces: list[Piece], *, loose: bool = True) -> None:
    """Settle the kind, level and standing of every piece, in place; `loose` where only form can show a heading."""
    _file_sizes(text, pieces)
    _furniture(text, pieces)
    _doubtful(text, pieces)
    _labels(text, pieces)
    _named_headings(text, pieces)
    if loose:
        _weak_headings(text, pieces)
    _bare_lists(text, pieces)
    _levels(pieces)
    _document_lists(text, pieces)
    _contents(text, pieces)


def _words(text: str, piece: Piece) -> str:
    return " ".join(text[piece.start : piece.end].split())


def _file_sizes(text: str, pieces: list[Piece]) -> None:
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


def _furniture(text: str, pieces: list[Piece]) -> None:
    for piece in pieces:
        if not piece.boilerplate and piece.lines == 1 and piece.kind in {"paragraph", "item"}:
            line = _words(text, piece)
            piece.boilerplate = is_furniture(line) or is_contents(line)
            piece.sure = piece.sure or piece.boilerplate


def _doubtful(text: str, pieces: list[Piece]) -> None:
    """A doubtful marker ("A.", "12  ") counts only where the one before or after it in the same list stands near."""
    marked = [i for i, piece in enumerate(pieces) if piece.marker is not None]
    for at, index in enumerate(marked):
        piece = pieces[index]
        if piece.marker is None or not piece.marker.doubtful or piece.sure:
            continue
        family, shape, value = piece.marker.readings[0]
        around = [pieces[i].marker for i in marked[max(0, at - 2) : at + 3] if i != index and abs(i - index) <= _NEAR]
        if not any(m and r[:2] == (family, shape) and abs(r.value - value) == 1 for m in around for r in m.readings):
            piece.kind, piece.number, piece.marker, piece.start = "paragraph", None, None, piece.whole


def _labels(text: str, pieces: list[Piece]) -> None:
    for piece in pieces:
        if not piece.sure and piece.number is None and is_label(_words(text, piece)):
            piece.kind, piece.sure = "label", True


def _named_headings(text: str, pieces: list[Piece]) -> None:
    """Headings that their own form gives away: capitals, "Priority 1", a number before a title."""
    bare = {int(number) for number in _ITEM_NAMED.findall(text)}
    bare |= {number + 1 for number in bare}
    bare |= {
        mark for piece in pieces if (not piece.sure or piece.kind == "heading") and (mark := _bare_number(text, piece))
    }
    decimals = [piece for piece in pieces if piece.marker is not None and piece.marker.family == "decimal"]
    prose = 2 * sum(is_title(_words(text, piece)) for piece in decimals) < len(decimals)
    for index, piece in enumerate(pieces):
        if piece.boilerplate or (piece.sure and (piece.kind != "heading" or piece.number is not None)):
            continue
        line = _words(text, piece)
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
        if piece and not piece.sure and piece.number is None and is_title(_words(text, piece)):
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
        if not piece.sure and not is_title(_words(text, piece), longest=_LONGEST_OPENING):
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
    if len(run) > _LONGEST_RUN or (before is not None and not pieces[run[0]].apart and not _closes(text, before)):
        return
    if before is not None and len(run) > 1 and before.kind == "paragraph" and text[before.end - 1] == ":":
        return
    for index in run:
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if after is None or (after.boilerplate and index == run[-1]) or _of_a_kind(text, pieces, index):
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
    before = next((piece for piece in reversed(pieces[: run[0]]) if not piece.boilerplate), None)
    after = next((piece for piece in pieces[run[-1] + 1 :] if not piece.boilerplate), None)
    if before is None or after is None or before.marker is None or after.marker is None or pieces[index].apart:
        return False
    return before.marker.family != "bullet" and before.kind == "item"


def _closes(text: str, piece: Piece) -> bool:
    """Whether a piece is finished, so that a title may stand right below it."""
    if piece.kind != "paragraph":
        return True
    return piece.boilerplate or text[piece.end - 1 : piece.end] in ".!?”\"’')"


def _bare_lists(text: str, pieces: list[Piece]) -> None:
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
        run = []
        while index + len(run) < len(pieces) and _bare_item(text, pieces[index + len(run)], run):
            run.append(pieces[index + len(run)])
        if len(run) > 1:
            for piece in run:
                piece.kind = "item"
        index += len(run)


def _bare_item(text: str, piece: Piece, run: list[Piece]) -> bool:
    if piece.sure or piece.kind != "paragraph" or piece.number is not None:
        return False
    line = _words(text, piece)
    if CONTENTS.fullmatch(line):
        return False
    small = line[0].islower()
    if run and text[run[0].start].islower() != small:
        return False
    if run and run[0].column != piece.column:
        return False
    return small or (is_title(line) and not line.endswith("?")) or (piece.column > 0 and not line.endswith(":"))


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


def _document_lists(text: str, pieces: list[Piece]) -> None:
    """A list of "Supporting documents:" and the linked files below it."""
    swallowing = False
    for piece in pieces:
        line = _words(text, piece)
        if DOCUMENT_LIST.fullmatch(line):
            swallowing = piece.boilerplate = True
        elif swallowing and (piece.kind == "item" or (piece.kind == "paragraph" and is_document_entry(line))):
            piece.boilerplate = True
        elif not piece.boilerplate:
            swallowing = False
            piece.boilerplate = not piece.sure and piece.kind == "paragraph" and is_address(line)


def _contents(text: str, pieces: list[Piece]) -> None:
    """A table of contents: the entries below its heading that carry page numbers or come again as headings."""
    for index, piece in enumerate(pieces):
        if not CONTENTS.fullmatch(_words(text, piece)):
            continue
        entries = pieces[index + 1 :]
        times = Counter(_words(text, entry).lower() for entry in entries)
        taken = 0
        for at, entry in enumerate(entries):
            line = _words(text, entry)
            paged = at + 1 < len(entries) and _words(text, entries[at + 1]).isdigit()
            again = times[line.lower()] > 1
            times[line.lower()] -= 1
            plain_cell = entry.place is not None and not entry.place.header
            if not (entry.boilerplate or again or paged or plain_cell or is_contents_line(line) or line.isdigit()):
                break
            taken = at + 1
        for entry in [piece, *entries[:taken]] if taken > 1 else []:
            entry.boilerplate = True
        return
