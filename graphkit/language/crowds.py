"""Groups of people who go by what they are: "front line staff", "people living with dementia", "midwives".

They are found only where an act names them, and take a part only by rules that are for them (`crowds: true` in
`data/roles.yaml`), since the same words tell more often what an act is about.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from graphkit.documents.model import Span
from graphkit.language.data_file import data_file
from graphkit.language.fold import slug
from graphkit.language.parties import PartyHit
from graphkit.language.prose import Prose

# Keys that start so are those of no Party of the paper yet: the phrase itself is the name.
CROWD = "people-"

_NUMBER = r"(?:(?:more than|at least|up to|over|around|about|a further|another)\s+)?(?:\d[\d,]*%?|[a-z]+ hundred)\s+"
_PIECE = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\b|\bor\b|/|&)\s*")
_ARTICLE = re.compile(rf"(?:(?:all|both|its|their|our|the|every|each|more|new|other|of)\s+|{_NUMBER})*")
_WORD = re.compile(r"[\w’'-]+")
_MODIFIERS = 4
_LONGEST = 60


class _Patterns(NamedTuple):
    head: "re.Pattern[str]"
    behind: "re.Pattern[str]"
    trained: "re.Pattern[str]"
    outside: Collection[str]
    open: Collection[str]


def crowds_in(prose: Prose, span: Span, known: Collection[PartyHit]) -> list[PartyHit]:
    """The groups of people named in a span, in text order, but for those that a party's name (`known`) covers."""
    found: list[PartyHit] = []
    for own in sorted({*_trained(prose, span), *_headed(prose, span)}, key=lambda one: (one.start, -one.end)):
        if any(own.meets(hit.span) for hit in (*known, *found)):
            continue
        found.append(PartyHit(own, f"{CROWD}{slug(prose.quote(own))}", "collective"))
    return [hit for hit in found if hit.key != CROWD]


def is_crowd(key: str) -> bool:
    """Whether a party's key is that of a group of people which has no name."""
    return key.startswith(CROWD)


def _headed(prose: Prose, span: Span) -> Iterator[Span]:
    """Phrases that end in a noun for people, with what is said of them where the noun alone says too little."""
    words, low = _patterns(), prose.low(span)
    for match in words.head.finditer(low):
        if match.start() and prose.text[span.start + match.start()].isupper():
            # A word of a name: "Wolden Carers".
            continue
        start = _left(low, match.start())
        said = words.behind.match(low, match.end())
        if match.group() in words.open and start == match.start() and said is None:
            continue
        if match.group() in ("those", "all", "everyone", "everybody", "anyone", "anybody") and said is None:
            continue
        end = said.end() if said is not None and match.group() in words.open else match.end()
        yield Span(span.start + start, span.start + end)


def _left(low: str, start: int) -> int:
    """Where the phrase begins, over the plain words before its noun."""
    outside = _patterns().outside
    for _ in range(_MODIFIERS):
        before = low[max(0, start - 30) : start]
        if not before.endswith(" "):
            break
        words = _WORD.findall(before)
        if not words or not before.rstrip().endswith(words[-1]) or words[-1] in outside or words[-1][0].isdigit():
            break
        start -= len(before) - before.rindex(words[-1])
    return start


def _trained(prose: Prose, span: Span) -> Iterator[Span]:
    """Whoever stands as the object of "train", whatever they are called: "train barbers and taxi drivers to listen"."""
    low = prose.low(span)
    for match in _patterns().trained.finditer(low):
        at, end = match.start("who"), match.end("who")
        edges = [(at, at), *((cut.start(), cut.end()) for cut in _PIECE.finditer(low, at, end)), (end, end)]
        for (_, start), (stop, _) in zip(edges, edges[1:], strict=False):
            article = _ARTICLE.match(low, start, stop)
            start = article.end() if article else start
            if 2 < stop - start <= _LONGEST:
                yield Span(span.start + start, span.start + stop)


@cache
def _patterns() -> _Patterns:
    table = data_file("crowds.yaml")
    either = "|".join(sorted({*table["heads"], *table["open"], *table["whole"]}, key=lambda one: (-len(one), one)))
    behind = "|".join(table["behind"])
    return _Patterns(
        head=re.compile(rf"(?<![\w-])(?:{either})(?![\w-])(?!['’]s?\b)"),
        # "who work in debt advice": to the second preposition, or a comma.
        behind=re.compile(
            rf"\s+(?:{behind})\b(?:(?!\s(?:on|to|about|as|so|and)\b)[^,;.()]){{0,60}}?(?=\s(?:on|to|about|as|so|and)\b|[,;.()]|$)"
        ),
        trained=re.compile(
            r"\btrain(?:ing|s)?\s+(?!(?:for|of|to|in|on|and|or|needs|course|programme|session|package|offer|plan|is|be)\b)"
            rf"(?:up\s+)?(?:{_NUMBER})?(?P<who>[^;.:()]{{3,90}}?)(?=,?\s(?:to|in|on|as|so|about|using|by|who|from|through|with)\b"
            r"|[;.:()]|$)"
        ),
        outside=frozenset(table["outside"]),
        open=frozenset(table["open"]),
    )
