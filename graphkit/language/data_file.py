"""The word lists of `language/data`, with what a user adds to them.

A process reads papers by one set of rules: many words are compiled once, when they are first asked for. So a user's own
are named before anything is read, and never changed after.
"""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graphkit import resources
from graphkit.errors import UsageError
from graphkit.language.own_rules import added

# The parser in C is ten times as fast, but not built everywhere. Both are the safe ones.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What a user adds, by file name, and the files already asked for.
_OWN: dict[str, dict[str, Any]] = {}
_ASKED: set[str] = set()


@cache
def data_file(name: str) -> dict[str, Any]:
    """The table of `data/NAME`, with what a user's own file of that name adds.

    Raises:
        UsageError: what it adds does not fit.
    """
    _ASKED.add(name)
    table = _load(resources.LANGUAGE / name)
    return added(table, _OWN[name], f"rules/{name}") if name in _OWN else table


def use_rules(folder: Path | None) -> None:
    """Adds the files of a folder to those of `language/data` of the same names, for as long as the process lives.

    Raises:
        UsageError: a file is no YAML, or has a name that no list of ours has, or papers were already read by other
            rules in this process.
    """
    own = {path.name: _load(path) for path in sorted(folder.glob("*.y*ml"))} if folder is not None else {}
    known = {path.name for path in resources.LANGUAGE.glob("*.yaml")}
    for name in own.keys() - known:
        raise UsageError(f"{folder}/{name}: no list of rules has this name; known are {', '.join(sorted(known))}")
    changed = {name for name in own.keys() | _OWN.keys() if own.get(name) != _OWN.get(name)}
    if changed & _ASKED:
        raise UsageError(
            f"{folder}: papers were already read by other rules in this process: start a new one (restart the notebook)"
        )
    _OWN.clear()
    _OWN.update(own)


def word_set(name: str) -> frozenset[str]:
    """The words of one use in `data/clause-words.yaml`."""
    return frozenset(data_file("clause-words.yaml")[name])


def _load(path: Path) -> dict[str, Any]:
    try:
        table: Any = yaml.load(path.read_bytes(), Loader=_LOADER)  # noqa: S506 - see above
    except (OSError, yaml.YAMLError) as error:
        raise UsageError(f"{path}: cannot be read as YAML: {' '.join(str(error).split())}") from None
    if not isinstance(table, dict):
        raise UsageError(f"{path}: expected names with lists under them, as in graphkit/language/data/{path.name}")
    return table
