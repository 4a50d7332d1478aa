"""Markdown (CommonMark 0.31, with the tables of GitHub): plain text whose marks name headings, quotes and emphasis.

Document.text is the file, decoded and otherwise unchanged. Spans leave out the marks around a heading, a quoted line or
a line that is emphasised as a whole; emphasis inside a line stays.
"""

import re

from graphkit.documents.furniture import is_furniture
from graphkit.documents.headings import is_label, is_theme, is_title
from graphkit.documents.judgement import judge
from graphkit.documents.lines import Line, lines_of
from graphkit.documents.markers import marker_of
from graphkit.documents.pieces import Piece, blocks_of
from graphkit.documents.source import Reading, Source
from graphkit.documents.text import pieces_of

_HEADING = re.compile(r"(#{1,6})[ \t]+")
_HEADING_END = re.compile(r"[ \t]+#+$")
_UNDERLINE = re.compile(r"=+|-{2,}")
_QUOTE = re.compile(r"(?:>[ \t]?)+[ \t]*")
# What Pandoc leaves of a bookmark; an image alone; a link's mark-up.
_ANCHOR = re.compile(r"\[\]\{[^}\n]{0,100}\}")
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)(?:\{[^}\n]{0,200}\})?")
_LINK = re.compile(r"\[([^\]\n]{0,300})\]\([^)\n]{0,1000}\)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(?P<words>(?:(?!\1).)+?)\1(?P<after>[:.]?)")
_TASK = re.compile(r"(?:\[[ xX]\][ \t]+)?(?:\*\*(?P<code>[A-Z]{1,4}\d{1,3}[a-z]?)[.:]?\*\*:?[ \t]+)?")
_LONGEST = 2_000
_LONGEST_FRONT = 60


def read_markdown(source: Source) -> Reading:
    """The blocks of a Markdown file.

    Raises:
        UnreadableFile: more lines than a paper has.
    """
    lines = lines_of(source)
    named: dict[int, list[Piece]] = {}
    _front_matter(lines, named)
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        if not line.blank and not line.used and len(line.text) <= _LONGEST:
            _strip_quote(line)
            if line.blank:
                continue
            piece = _heading(line, after) or _image_or_links(line) or _bold_title(line)
            if piece is not None:
                line.used = True
                named[line.number] = [piece]
            else:
                _strip_emphasis(line)
    pieces = pieces_of(lines, source.text, named)
    for piece in pieces:
        _task(source.text, piece)
    judge(source.text, pieces, loose=not any(piece.kind == "heading" for found in named.values() for piece in found))
    return Reading(source.text, blocks_of(pieces))


def _front_matter(lines: list[Line], named: dict[int, list[Piece]]) -> None:
    """The settings between two rulers at the top of a file are furniture."""
    if not lines or lines[0].text != "---":
        return
    end = next((line.number for line in lines[1:_LONGEST_FRONT] if line.text in {"---", "..."}), 0)
    for line in lines[: end + 1] if end else []:
        if not line.blank:
            line.used = True
            named[line.number] = [Piece(line.start, line.end, boilerplate=True, sure=True)]


def _task(text: str, piece: Piece) -> None:
    """An item of a task list, one whose bold code ("**SW1**") is its number, one emphasised as a whole."""
    whole = _EMPHASIS.fullmatch(text, piece.start, piece.end) if piece.kind == "item" else None
    if whole is not None:
        piece.start, piece.end = whole.span("words")
    found = _TASK.match(text, piece.start, piece.end) if piece.kind == "item" else None
    if found is not None and found.end() < piece.end:
        piece.start = found.end()
        piece.number = found["code"] or piece.number


def _strip_quote(line: Line) -> None:
    found = _QUOTE.match(line.text)
    if found:
        line.cut(found.end(), len(line.text))


def _heading(line: Line, after: Line | None) -> Piece | None:
    """A heading marked with hashes, or underlined."""
    found = _HEADING.match(line.text)
    if found is not None:
        end = _HEADING_END.search(line.text)
        line.cut(found.end(), end.start() if end else len(line.text))
        level = len(found[1])
    elif after is not None and line.text[0].isalnum() and _UNDERLINE.fullmatch(after.text):
        after.used = True
        level = 1 if after.text[0] == "=" else 2
    else:
        return None
    anchor = _ANCHOR.match(line.text)
    if anchor:
        line.cut(anchor.end(), len(line.text))
    _strip_emphasis(line)
    piece = Piece(line.start, line.end, "heading", level, sure=True)
    marker = marker_of(line.text)
    if marker is not None and marker.family not in {"bullet", "letter"} and marker.end < len(line.text):
        piece.number, piece.start = marker.text, line.start + marker.end
    return piece


def _image_or_links(line: Line) -> Piece | None:
    if _IMAGE.fullmatch(line.text) or is_furniture(_LINK.sub(r"\1", line.text)):
        return Piece(line.start, line.end, boilerplate=True, sure=True)
    return None


def _bold_title(line: Line) -> Piece | None:
    """A title set in bold or italics on a line of its own."""
    found = _EMPHASIS.fullmatch(line.text)
    if found is None or found["after"] or is_label(found["words"]):
        return None
    if not (is_title(found["words"]) or is_theme(found["words"])):
        return None
    line.cut(found.start("words"), found.end("words"))
    return Piece(line.start, line.end, "heading", 3 if is_theme(line.text) else 4, sure=True)


def _strip_emphasis(line: Line) -> None:
    """A line that is emphasised as a whole loses the marks around it."""
    found = _EMPHASIS.fullmatch(line.text)
    if found is not None and not found["after"]:
        line.cut(found.start("words"), found.end("words"))
