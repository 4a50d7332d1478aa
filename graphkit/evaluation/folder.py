"""Which paper goes with which gold in a folder: docs/ and gold/, or each paper with its NAME.json beside it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graphkit.documents import format_of
from graphkit.errors import UnknownFormat, UsageError

_REMEDY = "write one NAME.json for each paper as docs/evaluate.md shows"


@dataclass(frozen=True, slots=True)
class Work:
    """Papers with their gold, sorted by name; gold without a paper, with what to do; papers without gold."""

    pairs: tuple[tuple[Path, Path], ...]
    strays: tuple[str, ...]
    without: tuple[Path, ...]


def find_work(folder: Path, gold: Path | None = None, only: str = "") -> Work:
    """The papers of a folder and their gold; `only` keeps the names that start with it.

    Gold is in `gold`, else in folder/gold, else beside the papers; papers are in folder/docs, else in the folder.

    Raises:
        UsageError: a folder is missing, or there is no gold, or none for a name that starts with `only`.
    """
    for given in (folder, gold):
        if given is not None and not given.is_dir():
            raise UsageError(f"{given}: no such folder: check the path")
    where = gold or (folder / "gold" if (folder / "gold").is_dir() else folder)
    home = folder / "docs" if (folder / "docs").is_dir() else folder
    golds = {_key(path, where): path for path in _files(where) if path.suffix.lower() == ".json"}
    if not golds:
        raise UsageError(f"{where}: there is no gold here: {_REMEDY}, or say --gold DIR")
    papers = _papers(home)
    chosen = {key: path for key, path in golds.items() if key.startswith(only)}
    if not chosen:
        raise UsageError(f"{where}: no gold has a name that starts with {only!r}: leave --only out to see all")
    return _matched(chosen, {key: files for key, files in papers.items() if key.startswith(only)}, home)


def _key(path: Path, home: Path) -> str:
    return path.relative_to(home).with_suffix("").as_posix()


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _papers(home: Path) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in _files(home):
        try:
            format_of(path)
        except UnknownFormat:
            continue
        found.setdefault(_key(path, home), []).append(path)
    return found


def _matched(golds: Mapping[str, Path], papers: Mapping[str, list[Path]], home: Path) -> Work:
    pairs, strays = [], []
    for key, gold in golds.items():
        files = papers.get(key, [])
        if len(files) == 1:
            pairs.append((files[0], gold))
        elif files:
            strays.append(f"{gold}: more than one paper has this name ({_names(files)}): give each its own")
        else:
            strays.append(f"{gold}: there is no paper {key}.* in {home}: put it there or take this file away")
    without = [path for key, files in papers.items() if key not in golds for path in files]
    return Work(tuple(pairs), tuple(strays), tuple(without))


def _names(files: Iterable[Path]) -> str:
    return ", ".join(path.name for path in files)
