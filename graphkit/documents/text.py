"""Plain text: lines to blocks. Document.text is the file, decoded and otherwise unchanged."""

from graphkit.documents.furniture import is_furniture, is_page_number, is_rule, is_running_head
from graphkit.documents.headings import is_capital_heading, is_label, is_reference, is_theme, run_in_heading
from graphkit.documents.judgement import judge
from graphkit.documents.lines import Line, lines_of
from graphkit.documents.margins import margin_notes
from graphkit.documents.markers import Marker, marker_of
from graphkit.documents.pieces import Piece, blocks_of
from graphkit.documents.run_in import split_run_in
from graphkit.documents.source import Reading, Source
from graphkit.documents.tables import find_tables
from graphkit.documents.wrapping import Wrapping

_FARTHEST = 3  # blank lines between a number alone on its line and its words


def read_text(source: Source) -> Reading:
    """The blocks of a plain text file.

    Raises:
        UnreadableFile: more lines than a paper has.
    """
    pieces = pieces_of(lines_of(source), source.text, {})
    judge(source.text, pieces)
    return Reading(source.text, blocks_of(pieces))


def pieces_of(lines: list[Line], text: str, named: dict[int, list[Piece]]) -> list[Piece]:
    """The pieces that lines make, not yet judged: every printed character but markers is in one of them.

    `named` holds, by line number, the pieces of lines whose meaning is already known; those lines are marked as used.
    """
    return list(split_run_in(text, _Builder(lines, text, named).build()))


def _is_furniture(line: str) -> bool:
    return is_rule(line) or is_running_head(line) or is_furniture(line)


class _Builder:
    def __init__(self, lines: list[Line], text: str, named: dict[int, list[Piece]]) -> None:
        self._text = text
        self._lines = lines
        tables, count = find_tables(lines, text)
        self._known = named | tables
        self._notes = margin_notes(lines, count)
        self._wrapping = Wrapping([line for line in lines if not line.used])
        self._pieces: list[Piece] = []
        self._last: Line | None = None
        self._pending: tuple[Marker | str, int, Line] | None = None

    def build(self) -> list[Piece]:
        for line in self._lines:
            if line.used:
                self._settle()
                self._pieces += self._known.get(line.number, [])
                self._last = None
            elif line.blank:
                self._last = None
            else:
                self._line(line)
            if line.number in self._notes:
                self._settle()
                self._pieces.append(self._notes[line.number])
                self._last = None
        self._settle()
        return self._pieces

    def _line(self, line: Line) -> None:
        if self._continues(line):
            self._pieces[-1].end = line.end
            self._pieces[-1].lines += 1
            self._last = line
            return
        if is_page_number(line.text) or (marker_of(line.text) is None and _is_furniture(line.text)):
            self._settle()
            self._add(line, line.start, boilerplate=True)
            self._last = None
            return
        self._start(line)

    def _continues(self, line: Line) -> bool:
        last = self._last
        if last is None or self._pending is not None:
            return False
        marker = marker_of(line.text)
        if marker is not None and not self._wrapping.cites(last, marker):
            return False
        if self._is_label(line, last) or is_furniture(line.text) or is_rule(line.text):
            return False
        if is_label(last.text) or is_capital_heading(last.text) or is_capital_heading(line.text):
            return False
        if is_theme(last.text) and not self._wrapping.cut(last, line):
            return False
        return self._wrapping.joins(last, line)

    def _is_label(self, line: Line, last: Line) -> bool:
        """Whether a line names what follows; "Action" under a full line ends a name ("Voluntary Action")."""
        if not is_label(line.text):
            return False
        return line.text.endswith(":") or not line.indent or not self._wrapping.full(last, line)

    def _start(self, line: Line) -> None:
        marker = marker_of(line.text)
        if marker is not None and marker.end >= len(line.text):
            self._settle()
            self._pending = (marker, line.start, line)
            return
        if marker is None and is_reference(line.text):
            self._settle()
            self._pending = (line.text, line.start, line)
            return
        if marker is not None:
            self._settle()
            self._body(line, marker, line.start + marker.end, line.start)
        else:
            self._body(line, None, line.start, -1)
        self._last = line

    def _body(self, line: Line, marker: Marker | None, start: int, whole: int) -> None:
        """A new piece, with a heading that runs into its paragraph set apart."""
        piece = self._add(line, start)
        piece.marker, piece.whole = marker, whole
        if marker is not None:
            piece.kind, piece.number = "item", marker.text
        self._take_pending(piece)
        length = run_in_heading(self._text[start : line.end])
        if length:
            piece.kind, piece.level, piece.sure = "heading", 2, True
            piece.end = start + len(self._text[start : start + length].rstrip(" –—-\u00a0"))
            self._add(line, start + length)

    def _take_pending(self, piece: Piece) -> None:
        if self._pending is None:
            return
        mark, whole, _ = self._pending
        self._pending = None
        piece.whole = whole
        if isinstance(mark, str):
            piece.kind, piece.number, piece.level, piece.sure = "heading", mark, 2, True
        elif piece.marker is None:
            piece.kind, piece.number, piece.marker, piece.alone = "item", mark.text, mark, True

    def _settle(self) -> None:
        """A number or reference without words is still what the paper prints, so it is kept as a paragraph."""
        if self._pending is None:
            return
        mark, _, line = self._pending
        self._pending = None
        if isinstance(mark, str) or mark.family != "bullet":
            self._add(line, line.start)

    def _add(self, line: Line, start: int, *, boilerplate: bool = False) -> Piece:
        piece = Piece(start, line.end, boilerplate=boilerplate, sure=boilerplate, column=line.indent)
        piece.apart = self._last is None
        self._pieces.append(piece)
        return piece
