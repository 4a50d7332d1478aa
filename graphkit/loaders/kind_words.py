"""How much a paper's words speak for one kind of paper: `data/kind-signs.yaml`."""

import re
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple

from graphkit.documents.model import Document
from graphkit.language.fold import fold
from graphkit.language.rules import rule_table

Kind = Literal["minutes", "strategy", "action-plan"]
_HEAD, _MOST = 12, 3
_LONGEST_LINE = 160


class Words(NamedTuple):
    """A rule of the table: its pattern, its weight, how often it counts at most, and whether only at the head."""

    pattern: re.Pattern[str]
    weight: float
    most: int
    top: bool


@cache
def _table(kind: Kind) -> tuple[Words, ...]:
    return tuple(
        Words(
            re.compile(rule.either, re.MULTILINE),
            rule.more["weight"],
            rule.more.get("most", _MOST),
            rule.more.get("at") == "top",
        )
        for rule in rule_table("kind-signs.yaml", kind)
    )


def spoken_for(document: Document, kind: Kind) -> tuple[float, int]:
    """The weight of the words that speak for a kind, and how many of its rules do."""
    text, head = fold(document.text), _head(document)
    weight, seen = 0.0, 0
    for words in _table(kind):
        found = _at_head(words, head) if words.top else sum(1 for _ in islice(words.pattern.finditer(text), words.most))
        weight += words.weight * min(found, words.most)
        seen += found > 0
    return weight, seen


def calls_itself(document: Document, kind: Kind) -> bool:
    """Whether the paper's first lines say that it is one."""
    return any(words.top and _at_head(words, _head(document)) for words in _table(kind))


def _at_head(words: Words, head: list[str]) -> int:
    return sum(len(line) <= _LONGEST_LINE and bool(words.pattern.fullmatch(line)) for line in head)


def _head(document: Document) -> list[str]:
    first = (block for block in document.body() if block.kind != "cell")
    return [fold(document.words(block.span)).strip(" :") for block in islice(first, _HEAD)]
