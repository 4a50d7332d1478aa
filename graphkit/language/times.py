"""Expressions of time in running text, each with what it stands for.

What an expression means for an action is for `deadlines.py` to say.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from graphkit.language.calendar_words import day_of
from graphkit.language.fold import even, fold
from graphkit.language.time_rules import RULES

_AHEAD = re.compile(r"\b(?:next|coming|following|time|from|hence)\b")


class Moment(NamedTuple):
    """An expression at [start, end): kind, ISO date ("2024", "2024-06", "2024-06-30") and ISO duration where known.

    `ahead` says that the words themselves point forward ("the next six months", "six months' time").
    """

    start: int
    end: int
    kind: str
    date: str | None = None
    offset: str | None = None
    ahead: bool = False


def moments(text: str, start: int, end: int, anchor: str | None) -> list[Moment]:
    """The expressions of time in text[start:end], in order, the longest where they overlap.

    `anchor` ("2024-06-12") is the day from which relative times and months without a year count; None leaves them open.
    """
    shaped = even(text[start:end])
    found = sorted(_all(shaped, day_of(anchor)), key=lambda moment: (moment.start - moment.end, moment.start))
    kept: list[Moment] = []
    for moment in found:
        if all(moment.end <= other.start or other.end <= moment.start for other in kept):
            kept.append(moment)
    return sorted(moment._replace(start=moment.start + start, end=moment.end + start) for moment in kept)


def _all(shaped: str, anchor: dt.date | None) -> Iterator[Moment]:
    folded = fold(shaped)
    for kind, rule, reader in RULES:
        for match in rule.finditer(folded):
            # "may" is a month, and "march" no verb, only with a capital.
            if match.groupdict().get("m") is not None and not shaped[match.start("m")].isupper():
                continue
            meaning = reader(match, anchor)
            if meaning is not None:
                ahead = _AHEAD.search(match[0]) is not None
                yield Moment(match.start(), match.end(), kind, *meaning, ahead)
