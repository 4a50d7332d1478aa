"""The word lists of `language/data`."""

from functools import cache
from typing import Any

import yaml

from graphkit import resources

# The parser in C is ten times as fast, but not built everywhere. Both are the safe ones.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def data_file(name: str) -> dict[str, Any]:
    """The table of `data/NAME`."""
    table: dict[str, Any] = yaml.load((resources.LANGUAGE / name).read_bytes(), Loader=_LOADER)  # noqa: S506 - see above
    return table


def word_set(name: str) -> frozenset[str]:
    """The words of one use in `data/clause-words.yaml`."""
    return frozenset(data_file("clause-words.yaml")[name])
