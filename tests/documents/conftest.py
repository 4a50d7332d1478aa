"""Fixtures for reading small papers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.documents import Document, read

Reader = Callable[..., Document]


@pytest.fixture
def paper(tmp_path: Path) -> Reader:
    """Write a paper and read it: paper("words", ".md")."""

    def write(content: str | bytes, suffix: str = ".txt") -> Document:
        path = tmp_path / f"paper{suffix}"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(path)

    return write
