"""Documents: from a file to one text with its blocks."""

from pathlib import Path

from graphkit.documents.model import Block, Document, Span, TablePlace
from graphkit.documents.papers import Found, Paper, Refused, find_papers
from graphkit.documents.registry import Format, format_of, formats
from graphkit.documents.source import MAX_BLOCKS, Source, load
from graphkit.errors import UnreadableFile, UsageError

__all__ = [
    "Block",
    "Document",
    "Format",
    "Found",
    "Paper",
    "Refused",
    "Span",
    "TablePlace",
    "find_papers",
    "format_of",
    "formats",
    "load",
    "of_text",
    "read",
]


def read(path: Path, key: str | None = None) -> Document:
    """Read one file; `key` names it in the graph (default: its name without the suffix).

    Raises:
        UsageError: there is no such file.
        UnknownFormat: no reader knows its suffix.
        UnreadableFile: it is empty, too large, not text, or broken.
    """
    if not path.exists():
        raise UsageError(f"{path}: no such file: check the path")
    kind = format_of(path)
    return _document(load(path, markup=kind.markup), kind, path.stem if key is None else key)


def of_text(text: str, name: str = "text.txt") -> Document:
    """A text read as the file that it would be under this name, without a file; its digest is empty.

    Raises:
        UnknownFormat: no reader knows the name's suffix.
        UnreadableFile: it is broken.
    """
    path = Path(name)
    return _document(Source(path, text, ""), format_of(path), path.stem)


def _document(source: Source, kind: Format, key: str) -> Document:
    path, reading = source.path, kind.reader(source)
    if len(reading.blocks) > MAX_BLOCKS:
        raise UnreadableFile(f"{path}: more than {MAX_BLOCKS:,} blocks: split it into its papers")
    if not reading.text.strip():
        raise UnreadableFile(f"{path}: the page shows no text: save it again, with its content, from a browser")
    return Document(
        key=key,
        path=path.as_posix(),
        media_type=kind.media_type,
        text=reading.text,
        blocks=reading.blocks,
        digest=source.digest,
        url=reading.url,
        source_map=reading.source_map,
    )
