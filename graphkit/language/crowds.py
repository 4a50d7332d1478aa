"""Groups of people who go by what they are: "front line staff", "people living with dementia", "midwives".

They are found only where an act names them, and take a part only by rules that are for them (`crowds: true` in
`data/roles.yaml`), since the same words tell more often what an act is about.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from graphkit.documents.model import Span
from graphkit.language.data_file import data_file
from graphkit.language.fold import slug
from graphkit.language.parties import PartyHit
from graphkit.language.prose import Prose
from graphkit.language.tokens import trim
from graphkit.language.verbs import reading

# Keys that start so are those of no Party of the paper yet: the phrase itself is the name.
CROWD = "people-"

_NUMBER = r"(?:(?:more than|at least|up to|over|around|about|a further|another)\s+)?(?:\d[\d,]*%?|[a-z]+ hundred)\s+"
_PIECE = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\b|\bor\b|/|&)\s*")
_ARTICLE = re.compile(rf"(?:(?:all|both|its|their|our|the|every|each|more|new|other|of)\s+|{_NUMBER})*")
_WORD = re.compile(r"[\w’'-]+")
_DOUBLE = re.compile(r"\b[A-Z][\w’'-]+(?:, [A-Z][\w’'-]+)* (?:and|or) $")
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
    for own in sorted({*_trained(prose, span), *_headed(prose, span, known)}, key=lambda one: (one.start, -one.end)):
        # "everyone who works for the Council" is more than the Council.
        if any(own.meets(hit.span) and not own.start < hit.span.start for hit in (*known, *found)):
            continue
        if any(own.meets(hit.span) and own.end <= hit.span.end for hit in known):
            continue
        found.append(PartyHit(own, f"{CROWD}{slug(prose.quote(own))}", "collective"))
    return [hit for hit in found if hit.key != CROWD]


def is_crowd(key: str) -> bool:
    """Whether a party's key is that of a group of people which has no name."""
    return key.startswith(CROWD)


def _headed(prose: Prose, span: Span, known: Collection[PartyHit]) -> Iterator[Span]:
    """Phrases that end in a noun for people, with what is said of them where the noun alone says too little."""
    words, low = _patterns(), prose.low(span)
    text = prose.quote(span)
    for match in words.head.finditer(low):
        if match.start() and text[match.start()].isupper():
            # A word of a name: "Wolden Carers".
            continue
        own = Span(span.start + _left(low, text, match.start()), span.start + match.end())
        # "Wolden Hospice volunteers": the volunteers are not the hospice.
        named = max((hit.span.end for hit in known if own.start <= hit.span.start < hit.span.end < own.end), default=0)
        own = trim(prose.text, Span(named, own.end)) if named else own
        if match.group() not in words.open:
            yield own
            continue
        said = words.behind.match(low, match.end())
        whole = Span(own.start, span.start + said.end()) if said is not None else own
        # "data on people with the Trust": the Trust has the data.
        if said is not None and said["how"] != "who" and any(whole.meets(hit.span) for hit in known):
            whole = own
        if whole != own or (own.start < span.start + match.start() and match.group() == "people"):
            yield whole


def _left(low: str, text: str, start: int) -> int:
    """Where the phrase begins, over the plain words before its noun."""
    outside = _patterns().outside
    for _ in range(_MODIFIERS):
        before = low[max(0, start - 30) : start]
        if not before.endswith(" "):
            break
        words = _WORD.findall(before)
        if not words or not before.rstrip().endswith(words[-1]) or words[-1] in outside or words[-1][0].isdigit():
            break
        if _is_command(words[-1], words[-2] if len(words) > 1 else None):
            break
        start -= len(before) - before.rindex(words[-1])
    # "Polish and Roma families": both words tell which.
    double = _DOUBLE.search(text, max(0, start - 30), start) if text[start].isupper() else None
    return double.start() if double else start


def _is_command(word: str, before: str | None) -> bool:
    """Whether a word before the phrase is the verb of it: "update members", but not "the support workers"."""
    verb = reading(word, "base") if not _patterns().head.fullmatch(word) else None
    return verb is not None and (not verb.noun or before is None or before in ("to", "and"))


def _trained(prose: Prose, span: Span) -> Iterator[Span]:
    """Whoever stands as the object of "train", whatever they are called: "train barbers and taxi drivers to listen"."""
    low = prose.low(span)
    for match in _patterns().trained.finditer(low):
        at, end = match.start("who"), match.end("who")
        edges = [(at, at), *((cut.start(), cut.end()) for cut in _PIECE.finditer(low, at, end)), (end, end)]
        for (_, after), (stop, _) in pairwise(edges):
            article = _ARTICLE.match(low, after, stop)
            start = article.end() if article else after
            if 2 < stop - start <= _LONGEST:
                yield Span(span.start + start, span.start + stop)


@cache
def _patterns() -> _Patterns:
    table = data_file("crowds.yaml")
    either = "|".join(sorted({*table["heads"], *table["open"], *table["whole"]}, key=lambda one: (-len(one), one)))
    behind = "|".join(table["behind"])
    return _Patterns(
        # Not the "staff" of "staff networks".
        head=re.compile(rf"(?<![\w-])(?:{either})(?![\w-])(?!['’])(?! (?:{either})\b)"),
        # "who work in debt advice": to the second preposition, or a comma.
        behind=re.compile(
            rf"\s+(?P<how>{behind})\b(?:(?!\s(?:on|to|about|as|so|and)\b)[^,;.()]){{0,60}}?(?=\s(?:on|to|about|as|so|and)\b|[,;.()]|$)"
        ),
        trained=re.compile(
            r"\btrain(?:ing|s)?\s+(?!(?:for|of|to|in|on|and|or|needs|course|programme|session|package|offer|plan|is|be)\b)"
            rf"(?:up\s+)?(?:{_NUMBER})?(?P<who>[^;.:()]{{3,90}}?)(?=,?\s(?:to|in|on|as|so|about|using|by|who|from|through|with)\b"
            r"|[;.:()]|$)"
        ),
        outside=frozenset(table["outside"]),
        open=frozenset(table["open"]),
    )
