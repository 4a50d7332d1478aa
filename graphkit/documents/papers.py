"""Finding the papers under the paths that a person gives."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphkit.documents.registry import format_of
from graphkit.errors import UnknownFormat, UsageError


@dataclass(frozen=True, slots=True, order=True)
class Paper:
    """A file to read, and the key that names it: its path below the folder given, in POSIX form, without the suffix."""

    key: str
    path: Path


@dataclass(frozen=True, slots=True, order=True)
class Refused:
    """A file that no reader knows, and why, in one line."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What stands under the paths given: papers sorted by key, refused files sorted by path."""

    papers: tuple[Paper, ...]
    refused: tuple[Refused, ...]


def find_papers(paths: Sequence[Path]) -> Found:
    """All readable files among `paths` and below the folders among them.

    Hidden files and folders are passed over, and so are links that lead out of the folder given. Files whose keys would
    be the same keep their suffix, and then as many of the folders above as it takes to tell them apart.

    Raises:
        UsageError: a path does not exist, or no paper was found at all.
        UnknownFormat: the only file given is of a kind no reader knows.
    """
    found: dict[Path, tuple[Path, Path]] = {}
    refused: dict[Path, Refused] = {}
    for given in paths:
        if not given.exists():
            raise UsageError(f"{given}: no such file or folder: check the path")
        root = given if given.is_dir() else given.parent
        for path in _files(given):
            try:
                format_of(path)
            except UnknownFormat as error:
                refused.setdefault(path.resolve(), Refused(path, str(error)))
            else:
                found.setdefault(path.resolve(), (path, root))
    if not found:
        _complain(paths, sorted(refused.values()))
    keys = _keys(list(found.values()))
    papers = (Paper(key, path) for key, (path, _) in zip(keys, found.values(), strict=True))
    return Found(tuple(sorted(papers)), tuple(sorted(refused.values())))


def _complain(paths: Sequence[Path], refused: list[Refused]) -> None:
    if len(refused) == 1 and [refused[0].path] == list(paths):
        raise UnknownFormat(refused[0].reason)
    where = ", ".join(str(path) for path in paths) or "no path given"
    rest = f" ({len(refused)} files of kinds we do not read)" if refused else ""
    raise UsageError(f"{where}: no paper found{rest}: give a folder that holds papers as text, HTML or CSV")


def _files(given: Path) -> Iterator[Path]:
    if not given.is_dir():
        yield given
        return
    home = given.resolve()
    for folder, below, names in os.walk(given):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            if not name.startswith(".") and path.is_file() and path.resolve().is_relative_to(home):
                yield path


def _keys(files: list[tuple[Path, Path]]) -> list[str]:
    """A key for each (file, folder given): the shortest of its forms that no other file has."""
    forms = [_forms(path, root) for path, root in files]
    depth = [0] * len(files)
    while True:
        keys = [form[min(rank, len(form) - 1)] for form, rank in zip(forms, depth, strict=True)]
        many = Counter(keys)
        clashing = [i for i, key in enumerate(keys) if many[key] > 1 and depth[i] < len(forms[i]) - 1]
        if not clashing:
            return keys
        for i in clashing:
            depth[i] += 1


def _forms(path: Path, root: Path) -> list[str]:
    """The names a file may take, shortest first; the last is its whole resolved path, which nothing else has."""
    below = path.relative_to(root)
    forms = [below.with_suffix("").as_posix(), below.as_posix()]
    above = root.resolve().parts[1:]
    forms += ["/".join((*above[len(above) - n :], *below.parts)) for n in range(1, len(above) + 1)]
    return forms
