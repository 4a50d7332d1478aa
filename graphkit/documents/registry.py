"""The kinds of file that can be read: one row a kind, with its reader."""

from dataclasses import dataclass
from pathlib import Path

from graphkit.documents.delimited import read_delimited
from graphkit.documents.html import read_html
from graphkit.documents.markdown import read_markdown
from graphkit.documents.source import Reader
from graphkit.documents.text import read_text
from graphkit.errors import UnknownFormat


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name, its suffixes (lower case, with the dot), media type and reader."""

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    reader: Reader
    markup: bool = False


_FORMATS = (
    Format("plain text", (".txt", ".text"), "text/plain", read_text),
    Format("Markdown", (".md", ".markdown"), "text/markdown", read_markdown),
    Format("HTML", (".html", ".htm", ".xhtml"), "text/html", read_html, markup=True),
    Format("comma-separated values", (".csv",), "text/csv", read_delimited),
    Format("tab-separated values", (".tsv",), "text/tab-separated-values", read_delimited),
)
_BY_SUFFIX = {suffix: kind for kind in _FORMATS for suffix in kind.suffixes}


def formats() -> tuple[Format, ...]:
    """The kinds of file that can be read."""
    return _FORMATS


def format_of(path: Path) -> Format:
    """The format that a file's suffix names.

    Raises:
        UnknownFormat: no reader knows the suffix.
    """
    try:
        return _BY_SUFFIX[path.suffix.lower()]
    except KeyError:
        known = " ".join(sorted(_BY_SUFFIX))
        what = f'the suffix "{path.suffix}" is not one we read' if path.suffix else "the name has no suffix"
        raise UnknownFormat(f"{path}: {what} (known: {known}): save the paper in one of these") from None
