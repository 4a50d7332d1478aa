"""HTML: the visible text of a page with its blocks, and the map back to the source."""

import re
from dataclasses import dataclass, field

from graphkit.documents.furniture import size_at
from graphkit.documents.headings import is_bare_label, is_label, is_named_title, is_theme, is_title
from graphkit.documents.html_lists import Counter, Number, counter_of
from graphkit.documents.html_tables import Cell, Table, place_cells
from graphkit.documents.html_tags import (
    BLOCKS,
    CELLS,
    HEADINGS,
    LISTS,
    SCOPE,
    TABLE_PARTS,
    VOID,
    closed_by,
    is_hidden,
    is_site_part,
)
from graphkit.documents.judgement import judge
from graphkit.documents.markers import MAX_LEVEL
from graphkit.documents.marking import mark
from graphkit.documents.markup import Attributes, tokenise
from graphkit.documents.pieces import Piece, blocks_of
from graphkit.documents.shown import Shown
from graphkit.documents.source import Reading, Source

MAX_DEPTH = 512
_SAVED_FROM = re.compile(r"\s*saved from url=\(\d+\)(\S{1,2000})")
_URL = re.compile(r"https?://[^\s\"'<>\\^`{|}\x00-\x1f]{1,2000}", re.IGNORECASE)
_TITLE_CLASS = re.compile(r"title|heading|headline", re.IGNORECASE)
_BOLD = frozenset({"b", "strong"})


def read_html(source: Source) -> Reading:
    """The visible text of a page, its blocks, its address if it names it, and the map back to the source.

    Raises:
        UnreadableFile: the mark-up is absurdly deep, long or broken.
    """
    page = _Page(source)
    tokenise(source, page)
    pieces, text = page.finish()
    pieces = mark(text, pieces)
    judge(text, pieces, loose=False)
    return Reading(text, blocks_of(pieces), page.url, page.shown.source_map)


@dataclass(slots=True)
class _Open:
    """An open element: what it means for the text inside it."""

    tag: str
    hidden: bool = False
    furniture: bool = False
    counter: Counter | None = None
    number: Number | None = None
    title: bool = False
    table: Table | None = None
    cell: Cell | None = None
    bold_outside: int = 0


@dataclass(slots=True)
class _Page:
    source: Source
    shown: Shown = field(default_factory=Shown)
    url: str | None = None
    _stack: list[_Open] = field(default_factory=lambda: [_Open("html")])
    _pieces: list[Piece | Table] = field(default_factory=list)
    _open_tags: dict[str, int] = field(default_factory=dict)
    _bold: int = 0
    _bold_length: int = 0
    _length: int = 0
    _lists: int = 0

    def open(self, tag: str, attributes: Attributes) -> None:
        """A start tag."""
        if tag == "link" and "canonical" in attributes.get("rel", "").lower():
            self._found_url(attributes.get("href", ""))
        if tag == "br":
            self._break()
            return
        if tag in _BOLD:
            self._bold += 1
        if tag not in BLOCKS and not (is_hidden(tag, attributes) and tag not in VOID):
            if tag == "hr":
                self._end_piece()
            return
        self._end_piece()
        implied = closed_by(tag)
        if implied is not None:
            self._close_implied(*implied)
        if tag not in VOID:
            self._push(tag, attributes)

    def close(self, tag: str) -> None:
        """An end tag."""
        if tag in _BOLD:
            self._bold = max(0, self._bold - 1)
        if not self._open_tags.get(tag):
            if tag == "p" or tag in TABLE_PARTS:
                self._end_piece()
            return
        for depth in range(len(self._stack) - 1, 0, -1):
            if self._stack[depth].tag == tag:
                self._pop_to(depth)
                return
            if self._stack[depth].tag in SCOPE and tag not in TABLE_PARTS:
                return

    def text(self, shown: str, offset: int, *, verbatim: bool) -> None:
        """A run of text."""
        if self._stack[-1].hidden:
            return
        added = self.shown.write(shown, offset, verbatim=verbatim)
        self._length += added
        if self._bold:
            self._bold_length += added

    def comment(self, words: str) -> None:
        """A comment: browsers note there where a page was saved from."""
        found = _SAVED_FROM.match(words)
        if found:
            self._found_url(found[1])

    def finish(self) -> tuple[list[Piece], str]:
        """All pieces in the order of the page, tables resolved, and the text."""
        self._end_piece()
        self._pop_to(1)
        text = self.shown.text
        result: list[Piece] = []
        number = 0
        taken: set[int] = set()
        for piece in self._pieces:
            if isinstance(piece, Table):
                if piece.is_layout():
                    piece.set_head_aside()
                else:
                    taken.update(id(p) for row in piece.rows for cell in row for p in cell.pieces)
                    result += place_cells(piece, number, text)
                    number += 1
            elif id(piece) not in taken:
                result.append(piece)
        return result, text

    def _found_url(self, address: str) -> None:
        if self.url is None and _URL.fullmatch(address.strip()):
            self.url = address.strip()

    def _break(self) -> None:
        if self._stack[-1].hidden:
            return
        self.shown.line_end()

    def _push(self, tag: str, attributes: Attributes) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise self.source.unreadable(
                f"elements nested more than {MAX_DEPTH:,} deep: open it in a browser, save it again"
            )
        above = self._stack[-1]
        new = _Open(tag, above.hidden or is_hidden(tag, attributes), bold_outside=self._bold)
        new.furniture = above.furniture or is_site_part(tag, attributes)
        new.title = tag not in BLOCKS - {"p", "div"} and bool(_TITLE_CLASS.search(attributes.get("class", "")[:200]))
        self._stack.append(new)
        self._open_tags[tag] = self._open_tags.get(tag, 0) + 1
        if new.hidden:
            return
        if tag in LISTS:
            self._lists += 1
            new.counter = counter_of(tag, attributes, self._lists)
        elif tag == "li":
            new.number = self._counter().next(attributes)
        elif tag in TABLE_PARTS:
            self._table_part(tag, attributes, new)

    def _table_part(self, tag: str, attributes: Attributes, new: _Open) -> None:
        table = self._table()
        if tag == "table":
            if table is not None:
                table.layout = True
            new.table = Table(layout=attributes.get("role", "") == "presentation")
            self._pieces.append(new.table)
        elif table is not None and tag == "tr":
            table.rows.append([])
            table.in_head.append(any(entry.tag == "thead" for entry in self._stack[-4:]))
        elif table is not None and tag in CELLS:
            if not table.rows:
                table.rows.append([])
                table.in_head.append(False)
            new.cell = Cell.of(tag, attributes)
            table.rows[-1].append(new.cell)

    def _table(self) -> Table | None:
        return next((entry.table for entry in reversed(self._stack) if entry.table is not None), None)

    def _counter(self) -> Counter:
        for entry in reversed(self._stack):
            if entry.counter is not None:
                return entry.counter
            if entry.tag in SCOPE:
                break
        return Counter("•", 0)

    def _close_implied(self, closes: frozenset[str], barriers: frozenset[str]) -> None:
        if not any(self._open_tags.get(tag) for tag in closes):
            return
        for depth in range(len(self._stack) - 1, 0, -1):
            tag = self._stack[depth].tag
            if tag in closes:
                self._pop_to(depth)
                return
            if tag in barriers:
                return

    def _pop_to(self, depth: int) -> None:
        """Close the element at `depth` and all inside it."""
        self._end_piece()
        for entry in self._stack[depth:]:
            self._open_tags[entry.tag] -= 1
            if entry.counter is not None:
                entry.counter.close()
                self._lists -= 1
        self._bold = min(self._bold, self._stack[depth].bold_outside) if depth < len(self._stack) else self._bold
        del self._stack[depth:]

    def _end_piece(self) -> None:
        """Finish the text written since the last boundary as a piece of the kind that its elements say."""
        found = self.shown.end_block()
        bold = self._length > 0 and self._bold_length == self._length
        self._length = self._bold_length = 0
        if found is None:
            return
        start, end, lines = found
        piece = Piece(start, end, lines=lines)
        self._name(piece)
        if piece.kind == "paragraph" and not piece.boilerplate and not piece.sure:
            self._title(piece, bold=bold)
        self._pieces.append(piece)
        cell = next((entry.cell for entry in reversed(self._stack) if entry.cell is not None), None)
        if cell is not None:
            cell.pieces.append(piece)

    def _name(self, piece: Piece) -> None:
        """The kind that the innermost telling element gives."""
        piece.boilerplate = self._stack[-1].furniture
        for entry in reversed(self._stack):
            if entry.tag in HEADINGS:
                piece.kind, piece.level, piece.sure = "heading", HEADINGS[entry.tag], True
            elif entry.tag == "li":
                if entry.number is not None:
                    piece.kind, piece.level, piece.sure = "item", min(self._lists, MAX_LEVEL), True
                    entry.number.give(piece)
                    entry.number = None
            elif entry.tag in {"dt", "caption"}:
                piece.kind, piece.sure = "label", True
            elif entry.tag not in CELLS | {"dd", "table"}:
                continue
            return

    def _title(self, piece: Piece, *, bold: bool) -> None:
        """A paragraph that its class or its bold print makes a label or a heading."""
        line = " ".join(self.shown.last.split())
        line = line[: size_at(line)]
        named = any(entry.title for entry in self._stack[-3:])
        in_cell = any(entry.cell is not None for entry in self._stack[-3:])
        if is_label(line) and not (in_cell and is_bare_label(line)):
            piece.kind, piece.sure = "label", True
        elif bold and is_theme(line):
            piece.kind, piece.level, piece.sure = "heading", 3, True
        elif (named and is_named_title(line)) or (bold and is_title(line)):
            piece.kind, piece.level, piece.sure = "heading", 3 if named else 4, True
