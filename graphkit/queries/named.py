"""The named questions: files in `queries/`, each in SPARQL (NAME.rq) and in Cypher (NAME.cypher).

The SPARQL file starts with YAML in comments: title, question, parameters, columns and says_not.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graphkit.errors import RunError, UnknownQuery
from graphkit.queries.parameters import Given, Parameter
from graphkit.resources import QUERIES

_MARKED = re.compile(r"[?$]_(\w+)")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One question: what it asks, what may be set, what its columns mean, and what the answer does not say."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, str]
    says_not: str
    sparql: str
    cypher: str

    def bound(self, values: Mapping[str, Given]) -> dict[str, Given]:
        """The values by the names of their SPARQL variables: `_board` where the query has that, else `board`."""
        marked = set(_MARKED.findall(self.sparql))
        return {f"_{name}" if name in marked else name: value for name, value in values.items()}


def catalogue() -> tuple[NamedQuery, ...]:
    """All named queries, by name."""
    return tuple(_read(path) for path in sorted(QUERIES.glob("*.rq")))


def get(name: str) -> NamedQuery:
    """The query of this name.

    Raises:
        UnknownQuery: there is none; the message names those that come close.
    """
    names = sorted(path.stem for path in QUERIES.glob("*.rq"))
    if name not in names:
        near = get_close_matches(name, names, cutoff=0.4) or names
        raise UnknownQuery(f"no query {name!r}: did you mean {', '.join(near)}?")
    return _read(QUERIES / f"{name}.rq")


@cache
def _read(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    try:
        header = yaml.safe_load("\n".join(_header(text)))
        parameters = tuple(Parameter.read(name, facts) for name, facts in (header.get("parameters") or {}).items())
        return NamedQuery(
            name=path.stem,
            title=_words(header["title"]),
            question=_words(header["question"]),
            parameters=parameters,
            columns={str(name): _words(meaning) for name, meaning in header["columns"].items()},
            says_not=_words(header["says_not"]),
            sparql=text,
            cypher=path.with_suffix(".cypher").read_text(encoding="utf-8"),
        )
    except (OSError, yaml.YAMLError, KeyError, AttributeError, TypeError, ValueError) as error:
        raise RunError(
            f"{path}: no named query: {' '.join(str(error).split())}: start it like its neighbours"
        ) from error


def _header(text: str) -> Iterator[str]:
    for line in itertools.takewhile(lambda line: line.startswith("#"), text.splitlines()):
        yield line[1:].removeprefix(" ")


def _words(value: Any) -> str:  # noqa: ANN401  # YAML
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} where words should be")
    return " ".join(value.split())
