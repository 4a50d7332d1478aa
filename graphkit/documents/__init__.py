"""Documents: from a file to one text with its blocks."""

from pathlib import Path

from graphkit.documents.model import Block, Document, Span, TablePlace
from graphkit.documents.papers import Found, Paper, Refused, find_papers
from graphkit.documents.registry import Format, format_of, formats
from graphkit.documents.source import MAX_BLOCKS, load
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
    "formats",
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
    source = load(path, markup=kind.markup)
    reading = kind.reader(source)
    if len(reading.blocks) > MAX_BLOCKS:
        raise UnreadableFile(f"{path}: more than {MAX_BLOCKS:,} blocks: split it into its papers")
    if not reading.text.strip():
        raise UnreadableFile(f"{path}: the page shows no text: save it again, with its content, from a browser")
    return Document(
        key=path.stem if key is None else key,
        path=path.as_posix(),
        media_type=kind.media_type,
        text=reading.text,
        blocks=reading.blocks,
        digest=source.digest,
        url=reading.url,
        source_map=reading.source_map,
    )
