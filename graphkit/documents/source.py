"""From a file's bytes to its characters: limits, sniffing and encoding.

The encoding is found by byte-order mark, then strict UTF-8, then what an HTML page declares of itself, then
Windows-1252, which is how the WHATWG Encoding Standard reads a page that declares nothing. Guessing libraries were
tried and called Windows-1252 papers Central European.
"""

import codecs
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graphkit.documents.model import Block
from graphkit.errors import UnreadableFile

MAX_BYTES = 50 * 1024 * 1024
MAX_BLOCKS = 200_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (as Word and Excel files are)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
)
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_META_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_META_WINDOW = 4096
_SHARE_OF_CONTROLS = 0.01


@dataclass(frozen=True, slots=True)
class Source:
    """A file's decoded characters; `text` has no byte-order mark and its line ends are as they were."""

    path: Path
    text: str
    digest: str

    def unreadable(self, why: str) -> UnreadableFile:
        """The error to raise when a reader cannot read this file; `why` says what and what to do."""
        return UnreadableFile(f"{self.path}: {why}")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a Source: see Document for the fields."""

    text: str
    blocks: tuple[Block, ...]
    url: str | None = None
    source_map: tuple[tuple[int, int], ...] = ()


Reader = Callable[[Source], Reading]


def load(path: Path, *, markup: bool = False) -> Source:
    """The characters of a file; with `markup`, a charset declared in the page is believed if UTF-8 does not fit.

    Raises:
        UnreadableFile: it is not a regular file, too large, empty, or not text.
    """
    data = _bytes(path)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFile(f"{path}: this is {what}, whatever its name says: save its text in a format we read")
    text = _decode(data, path, markup=markup)
    if not text.strip():
        raise UnreadableFile(f"{path}: the file holds no text: check that it was saved or downloaded whole")
    if "\x00" in text or len(_CONTROLS.findall(text)) > _SHARE_OF_CONTROLS * len(text):
        raise UnreadableFile(
            f"{path}: this is not text (it holds NUL or control bytes): give the text, not a binary file"
        )
    return Source(path, text, hashlib.sha256(data).hexdigest())


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise UnreadableFile(f"{path}: this is not a regular file: give a file")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(f"{path}: cannot be opened ({error.strerror}): check its permissions") from error
    if len(data) > MAX_BYTES:
        raise UnreadableFile(f"{path}: larger than {MAX_BYTES // 1024 // 1024} MB: split it into its papers")
    return data


def _decode(data: bytes, path: Path, *, markup: bool) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, (markup and _declared(data)) or "cp1252", path)


def _strict(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        where = f"byte {error.start}"
        raise UnreadableFile(f"{path}: this is not text in UTF-8 or {encoding} ({where}): save it as UTF-8") from error


def _declared(data: bytes) -> str | None:
    """The declared charset, with Latin-1 and ASCII read as Windows-1252 as browsers do."""
    found = _META_CHARSET.search(data[:_META_WINDOW])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        " ".encode(name)
    except LookupError:
        return None
    return None if name in {"utf-8", "ascii", "iso8859-1"} or name.startswith(("utf-16", "utf-32")) else name
