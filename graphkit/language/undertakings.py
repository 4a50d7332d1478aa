"""Acts told in prose: outcomes inside the discussion ("The Board noted ... and agreed that ...") and what somebody undertook.

A sentence counts only when a body that decides is the subject of an outcome's verb, or a named doer takes something on
("X undertook to", "X said she would write"). Wishes, views, offers, reports of plans and questions do not.
"""

from collections.abc import Callable, Sequence

import re

from graphkit.documents.model import Span
from graphkit.language.acts import ACTIONS, Act, Lead, parse_acts
from graphkit.language.fold import fold
from graphkit.language.heads import Hit
from graphkit.language.tokens import trim
from graphkit.language.verbs import reading

Within = Callable[[Span], Sequence[Hit]]

_DECIDED = re.compile(
    r"(?:(?:^|[,;.]\s+(?:and\s+)?|\band\s+(?:that\s+)?)(?:it was|they|members|(?:the )?(?:[\w&'-]+ ){0,8}?(?:board|committee|members|partnership|panel|forum|group|meeting))"
    r"(?: members)?,?\s+(?:also |further |then |therefore |unanimously |subsequently |formally )*(?:agreed|resolved|decided|noted|asked|requested|approved|endorsed|"
    r"directed|instructed|remitted|delegated|supported|thanked)\b|(?:^|[,;]\s+(?:and\s+)?)(?:the )?(?:[\w&'-]+ ){0,8}?(?:board|committee|partnership) recommended\b|^(?:AGREED|RESOLVED|NOTED)\b)"
)
_OUTCOME_VERB = re.compile(
    r"\b(?:agreed|resolved|decided|asked|requested|directed|instructed|remitted|delegated|recommended|invited)\b"
)
_UNDERTOOK = re.compile(
    r"\b(?:undertook|agreed|promised|committed (?:himself|herself|themselves)?|pledged|took an action|was asked|were asked|offered|was requested|were requested|was tasked|were tasked) to (?P<verb>[\w-]+)"
)
_GAVE = re.compile(
    r"\bgave (?:a commitment|an assurance|an undertaking|his word|her word|their word|a promise) that\b"
)
_WOULD = re.compile(
    r"\b(?:said|confirmed|advised|stated|replied|reported|answered|responded|explained|added|assured [^,.]{2,40}|told [^,.]{2,40}|indicated|noted|agreed)(?: that)?,?\s+"
    r"(?P<doer>she|he|they|[^,.;]{2,80}?)\s+(?:would|will)\s+(?:also\s+|then\s+|now\s+|\w+ly\s+)?(?P<verb>[\w-]+)"
)
_PLAIN = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s*)?,?\s*(?:would|will|is to|are to|was to)\s+(?:also\s+|then\s+|now\s+|\w+ly\s+)?(?P<verb>[\w-]+)"
)
_GIVEN = re.compile(
    r"\b(?:that |; |, )(?P<what>[^,;.]{3,80}?) (?:would|will|to) be (?P<verb>\w+)(?: \w+){0,6}? by (?:the )?"
)
# What somebody would do, in words that promise nothing.
_IDLE = frozenset(
    "like be have need welcome help allow enable mean take want love prefer expect appreciate benefit hope continue depend include".split()
)
_VIEW = re.compile(
    r"\b(?:hoped|suggested|wondered|felt that|thought that|might|could|if (?:they|it|there)|should they|proposed that it|questioned|would like)\b"
)


def outcome_in(text: str, sentence: Span, within: Within) -> list[Act]:
    """The acts of a sentence in which a deciding body decides; empty when it does not."""
    folded = fold(text[sentence.start : sentence.end])
    match = _DECIDED.search(folded)
    if match is None or not _OUTCOME_VERB.search(folded[match.start() :]):
        return []
    start = sentence.start + match.start()
    acts = parse_acts(text, trim(text, Span(start, sentence.end), ",;. "), Lead(), within)
    return [act for act in acts if act.kind in ACTIONS]


def undertaking_in(text: str, sentence: Span, within: Within) -> list[Act]:
    """What a named doer takes on in a sentence of the discussion; at most one act."""
    folded = fold(text[sentence.start : sentence.end])
    hits = within(sentence)
    match = _UNDERTOOK.search(folded)
    if match and match.group().startswith("offered"):
        match = None
    if match and reading(match["verb"], "base"):
        return _act(
            sentence,
            match.start(),
            match["verb"],
            match.start("verb"),
            _before(hits, sentence.start + match.start()),
            hits,
        )
    gave = _GAVE.search(folded)
    if gave:
        acts = parse_acts(text, Span(sentence.start + gave.end(), sentence.end), Lead(), within)
        return [act for act in acts if act.kind in ACTIONS and act.doer is not None][:1]
    start = [
        hit
        for hit in hits
        if hit.span.start - sentence.start < 5 and hit.type in ("post", "person", "organisation", "team")
    ]
    plain = _PLAIN.match(folded, start[0].span.end - sentence.start) if start else None
    if plain and _takes_on(plain["verb"]) and not _VIEW.search(folded):
        return _act(sentence, start[0].span.start - sentence.start, plain["verb"], plain.start("verb"), start[:1], hits)
    given = _GIVEN.search(folded)
    if given and reading(given["verb"], "participle") and not _VIEW.search(folded):
        doers = [hit for hit in hits if abs(hit.span.start - (sentence.start + given.end())) < 6]
        if doers and given["verb"] not in _IDLE:
            start = sentence.start + given.start("what")
            return _passive(sentence, start, given, doers)
    would = _WOULD.search(folded)
    if would is None or would["verb"] in _IDLE or _VIEW.search(folded) or not _takes_on(would["verb"]):
        return []
    doer = Span(sentence.start + would.start("doer"), sentence.start + would.end("doer"))
    named = [hit for hit in hits if doer.holds(hit.span)]
    if not named and would["doer"] in ("she", "he", "they"):
        named = _before(hits, sentence.start + would.start())
    return _act(sentence, would.start("doer"), would["verb"], would.start("verb"), named, hits)


def _passive(sentence: Span, start: int, match: "re.Match[str]", doers: Sequence[Hit]) -> list[Act]:
    verb_span = Span(sentence.start + match.start("verb"), sentence.start + match.end("verb"))
    return [Act("undertake", Span(start, sentence.end), match["verb"], verb_span, "agree", doers[0].span, passive=True)]


def _takes_on(word: str) -> bool:
    verb = reading(word, "base")
    return verb is not None and verb.does("undertake", "ask", "encourage") and word not in _IDLE


def _before(hits: Sequence[Hit], at: int) -> list[Hit]:
    before = [
        hit for hit in hits if hit.span.end <= at and hit.type in ("post", "person", "organisation", "team", "board")
    ]
    return before[-1:]


def _act(sentence: Span, start: int, verb: str, verb_at: int, doers: Sequence[Hit], hits: Sequence[Hit]) -> list[Act]:
    del hits
    if not doers:
        return []
    first = min(sentence.start + start, *(hit.span.start for hit in doers), sentence.end)
    verb_span = Span(sentence.start + verb_at, sentence.start + verb_at + len(verb))
    doer = Span(min(hit.span.start for hit in doers), max(hit.span.end for hit in doers))
    return [Act("undertake", Span(first, sentence.end), verb, verb_span, "agree", doer)]
