from pathlib import Path

import pytest

import graphkit.documents
from graphkit.documents import formats, read
from graphkit.documents.registry import format_of
from graphkit.errors import UnknownFormat, UsageError


def test_every_format_has_its_own_suffixes_a_media_type_and_a_reader() -> None:
    suffixes = [suffix for kind in formats() for suffix in kind.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert {".txt", ".text", ".md", ".html", ".htm", ".csv", ".tsv"} <= set(suffixes)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
    assert all("/" in kind.media_type and callable(kind.reader) for kind in formats())


def test_the_suffix_is_read_without_regard_to_case() -> None:
    assert format_of(Path("MINUTES.HTM")).media_type == "text/html"


@pytest.mark.parametrize("name", ["paper.docx", "paper", "paper.txt.bak"])
def test_an_unknown_format_names_the_file_and_what_is_known(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("words")
    with pytest.raises(UnknownFormat) as caught:
        read(tmp_path / name)
    message = str(caught.value)
    assert name in message
    assert ".csv .htm .html" in message
    assert "\n" not in message


def test_a_missing_file_is_that_whatever_its_suffix(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.docx: no such file"):
        read(tmp_path / "gone.docx")


def test_read_fills_the_document(tmp_path: Path) -> None:
    path = tmp_path / "june.txt"
    path.write_text("Minutes of the Northmere Board\n\nThe Board met.")
    document = read(path)
    assert (document.key, document.path, document.media_type) == ("june", path.as_posix(), "text/plain")
    assert read(path, key="2024/june").key == "2024/june"
    assert document.url is None
    assert document.source_map == ()


def test_what_is_exported_is_there() -> None:
    assert all(hasattr(graphkit.documents, name) for name in graphkit.documents.__all__)
