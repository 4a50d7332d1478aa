import hashlib
from pathlib import Path

import pytest

from graphkit.documents import read
from graphkit.documents import source as source_module
from graphkit.documents.source import load
from graphkit.errors import UnreadableFile, UsageError


def written(folder: Path, data: bytes, name: str = "paper.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfCaf\xc3\xa9", "Café"),
        ("Café".encode("utf-16"), "Café"),
        (b"\xfe\xff" + "Café".encode("utf-16-be"), "Café"),
        ("Café".encode("utf-32"), "Café"),
        (b"Caf\xc3\xa9", "Café"),
        (b"\x93Caf\xe9\x94 \x80 5", "“Café” € 5"),
    ],
)
def test_encoding_is_bom_then_utf8_then_windows_1252(tmp_path: Path, data: bytes, text: str) -> None:
    assert load(written(tmp_path, data)).text == text


def test_a_page_is_believed_about_its_charset_only_where_utf8_does_not_fit(tmp_path: Path) -> None:
    polish = '<meta charset="iso-8859-2"><p>Wałbrzych</p>'
    assert "Wałbrzych" in load(written(tmp_path, polish.encode("iso-8859-2")), markup=True).text
    assert "Wałbrzych" in load(written(tmp_path, polish.encode("utf-8")), markup=True).text
    assert "Wałbrzych" not in load(written(tmp_path, polish.encode("iso-8859-2"))).text


@pytest.mark.parametrize("name", ["latin1", "us-ascii", "klingon", "utf-16", "base64"])
def test_a_charset_that_is_unknown_or_means_windows_1252_is_windows_1252(tmp_path: Path, name: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={name}"><p>'.encode() + b"\x92tis</p>"
    assert "’tis" in load(written(tmp_path, page), markup=True).text


def test_line_ends_and_everything_else_stay_as_they_are(tmp_path: Path) -> None:
    text = "a\r\nb\rc\n\u00a0d\u200be  \n"
    assert load(written(tmp_path, text.encode())).text == text


def test_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfwords"
    assert load(written(tmp_path, data)).digest == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", "\u00a0\n".encode()])
def test_an_empty_file_says_so(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"paper\.txt: the file holds no text"):
        load(written(tmp_path, data))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"Minutes\x00\x00of", "NUL or control bytes"),
        (b"\x01\x02\x03\x04 some words", "NUL or control bytes"),
        (b"%PDF-1.7 words", "a PDF"),
        (b"PK\x03\x04 words", "zip archive"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"{\\rtf1 words}", "rich text"),
        (b"words \x81\x8d\x8f words", "not text in UTF-8 or cp1252"),
        (b"\xff\xfeA", "not text in UTF-8 or utf-16-le"),
    ],
)
def test_what_is_not_text_says_so_in_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says) as caught:
        load(written(tmp_path, data))
    assert "\n" not in str(caught.value)
    assert "paper.txt" in str(caught.value)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "MAX_BYTES", 8)
    assert load(written(tmp_path, b"12345678")).text == "12345678"
    with pytest.raises(UnreadableFile, match="larger than"):
        load(written(tmp_path, b"123456789"))


def test_a_missing_file_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.txt: no such file"):
        read(tmp_path / "gone.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnreadableFile, match="not a regular file"):
        read(tmp_path / "folder.txt")


def test_too_many_lines_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphkit.documents.lines.MAX_LINES", 3)
    with pytest.raises(UnreadableFile, match="more than 3 lines"):
        read(written(tmp_path, b"a\nb\nc\nd\ne"))


def test_too_many_blocks_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphkit.documents.MAX_BLOCKS", 2)
    with pytest.raises(UnreadableFile, match="more than 2 blocks"):
        read(written(tmp_path, b"One.\n\nTwo.\n\nThree."))
