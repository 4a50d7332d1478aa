"""How often an action recurs, as an ISO 8601 repeating interval without limit ("R/P3M")."""

import re
from collections.abc import Callable

from graphkit.documents.model import Span
from graphkit.language.calendar_words import MONTH, NUMBER, UNIT, duration, number, unit
from graphkit.language.fold import even, fold
from graphkit.language.time_rules import pattern

Interval = Callable[[re.Match[str]], str | None]

_EVERY = {
    "P1D": "daily",
    "P7D": "weekly",
    "P14D": "fortnightly",
    "P1M": "monthly",
    "P2M": "bi-monthly two-monthly",
    "P3M": "quarterly three-monthly 3-monthly",
    "P4M": "termly four-monthly",
    "P6M": "half-yearly half-year six-monthly 6-monthly biannually bi-annually biannual bi-annual",
    "P1Y": "annually yearly",
    "P2Y": "biennially biennial two-yearly",
    "P3Y": "triennially three-yearly",
    "P5Y": "five-yearly",
}
_ADVERBS = {word: interval for interval, listed in _EVERY.items() for word in listed.split()}
_COUNTS = {"once": 1, "twice": 2, "two times": 2, "three times": 3, "four times": 4, "six times": 6}
_MONTHS_IN = {"quarter": 3, "year": 12}
_OCCASION = (
    r"(?:spring|summer|autumn|winter|christmas|easter)"
    r"|(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_REPORTS = r"(?:reports|updates|reviews|returns|audits|surveys|basis|progress reports)"


def find_recurrence(text: str) -> tuple[str, Span] | None:
    """The first recurrence that the words state, with its place in `text`; None when they state none.

    An adjective in a name ("the Annual Report", "annual general meeting") is no recurrence, nor is "at each meeting",
    which has no interval.
    """
    folded, shaped = fold(text), even(text)
    found = [
        (match.start(), match.end(), interval)
        for rule, reader in _RULES
        for match in rule.finditer(folded)
        if not _is_name(match, shaped) and (interval := reader(match)) is not None
    ]
    if not found:
        return None
    start, end, interval = min(found)
    return "R/" + interval, Span(start, end)


def _adverb(match: re.Match[str]) -> str | None:
    return _ADVERBS["-".join(match["w"].split())]


def _every(match: re.Match[str]) -> str | None:
    count = number(match["n"]) if match["n"] else 2 if match["other"] else 1
    if match["u"].startswith("term"):
        return f"P{4 * count}M" if count else None
    return duration(count, unit(match["u"])) if count else None


def _named(match: re.Match[str]) -> str | None:
    return "P7D" if match["day"] else "P1Y"


def _times(match: re.Match[str]) -> str | None:
    """The interval between some events a unit: twice a year is six months."""
    times, of = _COUNTS[" ".join(match["n"].split())], match["u"]
    if times == 1:
        return duration(1, unit(of))
    months = _MONTHS_IN.get(of)
    return f"P{months // times}M" if months is not None and months % times == 0 else None


def _yearly(_: re.Match[str]) -> str | None:
    return "P1Y"


_RULES: tuple[tuple[re.Pattern[str], Interval], ...] = (
    (
        pattern(r"\b(?P<w>" + "|".join(sorted(_ADVERBS, key=len, reverse=True)).replace("-", "(?:-| )") + r")\b"),
        _adverb,
    ),
    (
        pattern(
            rf"\b(?:every|each|once every|once in every) (?:(?P<n>{NUMBER}) |(?P<other>other|second|alternate) )?"
            rf"(?:(?:financial|calendar|school|academic) )?(?P<u>{UNIT}|terms?)\b(?! of (?:the|a)\b)"
        ),
        _every,
    ),
    (pattern(rf"\b(?:every|each) (?:{MONTH}|{_OCCASION})"), _named),
    (
        pattern(
            rf"\b(?P<n>{'|'.join(_COUNTS)}) (?:a|per|each|every|in each) (?P<u>week|month|quarter|year)\b",
        ),
        _times,
    ),
    # So many a year, unless it is money or a rate that is to rise "from 12 to 40 a year".
    (pattern(r"(?<!to\x20)(?<![£\d,.])\b\d[\d,]* (?:[a-z]+ ){1,4}?(?:a|per|each|every) year\b"), _yearly),
    (
        pattern(
            r"\b(?!(?:its|their) annual (?:report|plan|accounts)\b)"
            r"(?:an|a|their|its|of|regular|on an) (?P<w>annual|yearly)\b"
            r"(?! (?:meeting|general|conference|leave|public health report))"
        ),
        _yearly,
    ),
    (pattern(rf"\b(?P<w>annual|yearly) {_REPORTS}\b"), _yearly),
)


def _is_name(match: re.Match[str], shaped: str) -> bool:
    """Whether a capital shows the word to be part of a name, as in "the Annual Report"."""
    if match.groupdict().get("w") is None or match.start("w") == 0:
        return False
    return shaped[match.start("w")].isupper() and shaped[match.end("w") :].lstrip()[:1].isupper()
