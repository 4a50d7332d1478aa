"""Rules that are data: words to look for, with one line that says what they mean and examples that a check reads.

A table of rules is a list in a file of `data/`. A rule of it:

    - rule: led-by                     its name, which facts and explanations give
      means: The words before the name say who leads.
      cue: ['(?:led|chaired) by']      alternatives: regular expressions on folded text (lower case, plain quotes)
      examples: [a hub led by the Trust]       each must show the rule
      but_not: [a road led by the river]       each must not: a near miss (may be left out)

A rule that code alone knows has no cue. Other keys belong to the table (role, zone ...). `{name}` in a cue
stands for the alternatives that the file gives under `words: {name: [...]}`. Which tables there are, and how their
examples are read, says `loaders/rulebook.py`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graphkit.errors import UsageError
from graphkit.language.data_file import data_file

_WORDS = re.compile(r"\{([a-z_]+)\}")
_OWN = ("rule", "means", "cue", "examples", "but_not")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its own keys; `more` holds those of its table."""

    name: str
    means: str
    cue: tuple[str, ...]
    examples: tuple[str, ...]
    but_not: tuple[str, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def either(self) -> str:
        """The alternatives as one group of a regular expression."""
        return f"(?:{'|'.join(self.cue)})"


@cache
def rule_table(file: str, table: str) -> tuple[Rule, ...]:
    """The rules of one table ("before") of a file ("roles.yaml"), in the order in which they are tried.

    Raises:
        UsageError: a rule lacks a key, or its cue is no regular expression.
    """
    read = data_file(file)
    words: dict[str, str] = {}
    for name, alternatives in read.get("words", {}).items():
        words[name] = "(?:" + "|".join(_filled(alternatives, words, f"{file}: {name}")) + ")"
    return tuple(_rule(row, words, f"{file}: {table}") for row in read[table])


def _rule(row: Mapping[str, Any], words: Mapping[str, str], place: str) -> Rule:
    name = row.get("rule", "?")
    for key in ("cue", "examples", "but_not"):
        if not isinstance(row.get(key, []), list) or not all(isinstance(one, str) for one in row.get(key, [])):
            raise UsageError(f"{place}: rule {name!r}: {key} must be a list of texts: put each in quotes, in [ ]")
    missing = [key for key in ("rule", "means", "examples") if not row.get(key)]
    if missing:
        raise UsageError(f"{place}: rule {name!r} has no {' and no '.join(missing)}")
    return Rule(
        name=name,
        means=row["means"],
        cue=tuple(_filled(row.get("cue", ()), words, f"{place}: rule {name!r}")),
        examples=tuple(row["examples"]),
        but_not=tuple(row.get("but_not", ())),
        more={key: value for key, value in row.items() if key not in _OWN},
    )


def _filled(cues: Iterable[str], words: Mapping[str, str], place: str) -> list[str]:
    """The alternatives with words for their names; each must be a regular expression by itself."""
    found: list[str] = []
    for cue in cues:
        try:
            whole = _WORDS.sub(lambda match: words[match[1]], cue)
            re.compile(whole)
        except KeyError as error:
            raise UsageError(f"{place}: {{{error.args[0]}}} is not under `words`") from None
        except re.error as error:
            raise UsageError(f"{place}: {cue!r} is no regular expression: {error}") from None
        found.append(whole)
    return found
