"""Acts told in prose: outcomes inside the discussion, and what somebody undertook.

A sentence counts only when a body that decides is the subject of an outcome's verb ("The Board noted ... and agreed
that ..."), or a named doer takes something on ("X undertook to", "X said she would write"). Wishes, views, offers,
reports of plans and questions do not.
"""

import re
from collections.abc import Sequence

from graphkit.documents.model import Span
from graphkit.language.act import Act, Lead
from graphkit.language.acts import actions_in
from graphkit.language.data_file import word_set
from graphkit.language.parties import PartyHit
from graphkit.language.prose import Prose
from graphkit.language.tokens import trim
from graphkit.language.verbs import reading

_DECIDER = r"(?:the )?(?:[\w&'-]+ ){0,8}?"
_DECIDED = re.compile(
    r"(?:^|[,;.]\s+(?:and\s+)?|\band\s+(?:that\s+)?)"
    rf"(?:it was|they|members|{_DECIDER}(?:board|committee|members|partnership|panel|forum|group|meeting))"
    r"(?: members)?,?\s+"
    r"(?:also |further |then |therefore |unanimously |subsequently |formally )*"
    r"(?:agreed|resolved|decided|noted|asked|requested|approved|endorsed|directed|instructed|remitted|delegated|supported"
    r"|thanked)\b"
    rf"|(?:^|[,;]\s+(?:and\s+)?){_DECIDER}(?:board|committee|partnership) recommended\b"
)
_OUTCOME_VERB = re.compile(
    r"\b(?:agreed|resolved|decided|asked|requested|directed|instructed|remitted|delegated|recommended|invited)\b"
)
_ADVERB = r"(?:also\s+|then\s+|now\s+|\w+ly\s+)?"
_UNDERTOOK = re.compile(
    r"\b(?:undertook|agreed|promised|committed (?:himself|herself|themselves)?|pledged|took an action"
    r"|(?:was|were) (?:asked|requested|tasked)) to (?P<verb>[\w-]+)"
)
_GAVE = re.compile(r"\bgave (?:a commitment|an assurance|an undertaking|his word|her word|their word|a promise) that\b")
_SAID = re.compile(
    r"\b(?:said|confirmed|advised|stated|replied|reported|answered|responded|explained|added|assured [^,.]{2,40}"
    r"|told [^,.]{2,40}|indicated|agreed)(?: that)?,?\s+"
    rf"(?P<doer>she|he|they|[^,.;]{{2,80}}?)\s+(?:would|will)\s+{_ADVERB}(?P<verb>[\w-]+)"
)
_WILL = re.compile(rf"\s*(?:\([^)]{{1,40}}\)\s*)?,?\s*(?:would|will|is to|are to|was to)\s+{_ADVERB}(?P<verb>[\w-]+)")
_DONE_BY = re.compile(
    r"\b(?:that |; |, )(?P<what>[^,;.]{3,80}?) (?:would|will|to) be (?P<verb>\w+)(?: \w+){0,6}? by (?:the )?"
)
_VIEW = re.compile(
    r"\b(?:hoped|suggested|wondered|felt that|thought that|might|could|if (?:they|it|there)|should they"
    r"|proposed that it|questioned|would like)\b"
)
_IDLE = word_set("idle")
_PRONOUNS = frozenset({"she", "he", "they"})
_SINGLE = frozenset({"post", "person", "organisation", "team"})


def outcome_in(prose: Prose, sentence: Span) -> list[Act]:
    """The acts of a sentence in which a deciding body decides; empty when it does not."""
    sentence = prose.clause(sentence)
    folded = prose.low(sentence)
    match = _DECIDED.search(folded)
    if match is None or not _OUTCOME_VERB.search(folded, match.start()):
        return []
    own = trim(prose.text, Span(sentence.start + match.start(), sentence.end), ",;. ")
    return actions_in(prose, own, Lead())


def undertaking_in(prose: Prose, sentence: Span) -> list[Act]:
    """What a named doer takes on in a sentence of the discussion; at most one act."""
    sentence = prose.clause(sentence)
    folded = prose.low(sentence)
    undertook = _UNDERTOOK.search(folded)
    if undertook is not None and reading(undertook["verb"], "base"):
        return _act(sentence, undertook, _last_before(prose, sentence, undertook.start()))
    gave = _GAVE.search(folded)
    if gave is not None:
        acts = actions_in(prose, Span(sentence.start + gave.end(), sentence.end), Lead())
        return [act for act in acts if act.doer is not None][:1]
    if _VIEW.search(folded):
        return []
    return _will(prose, sentence) or _done_by(prose, sentence) or _said(prose, sentence)


def _will(prose: Prose, sentence: Span) -> list[Act]:
    """As in "the Director (Public Health) will circulate ..."."""
    doers = [hit for hit in prose.starting(sentence, 5) if hit.type in _SINGLE][:1]
    match = _WILL.match(prose.low(sentence), doers[0].span.end - sentence.start) if doers else None
    return _act(sentence, match, doers) if match is not None and _takes_on(match["verb"]) else []


def _done_by(prose: Prose, sentence: Span) -> list[Act]:
    """As in "... that a note would be sent by the Director"."""
    match = _DONE_BY.search(prose.low(sentence))
    verb = reading(match["verb"], "participle") if match else None
    if match is None or verb is None or verb.base in _IDLE:
        return []
    by = sentence.start + match.end()
    doer = next((hit.span for hit in prose.named(sentence) if abs(hit.span.start - by) < 6), None)
    own = Span(sentence.start + match.start("what"), sentence.end)
    verb_span = _group(sentence, match, "verb")
    return [Act("undertake", own, verb.base, verb_span, "agree", doer, passive=True)] if doer is not None else []


def _said(prose: Prose, sentence: Span) -> list[Act]:
    """As in "she confirmed that the Trust would also publish ..."."""
    match = _SAID.search(prose.low(sentence))
    if match is None or not _takes_on(match["verb"]):
        return []
    doer = _group(sentence, match, "doer")
    named = [hit for hit in prose.named(sentence) if doer.holds(hit.span)]
    if not named and match["doer"] in _PRONOUNS:
        named = _last_before(prose, sentence, match.start())
    return _act(sentence, match, named, doer.start)


def _takes_on(word: str) -> bool:
    verb = reading(word, "base")
    return verb is not None and verb.does("undertake", "ask", "encourage") and word not in _IDLE


def _last_before(prose: Prose, sentence: Span, at: int) -> list[PartyHit]:
    before = prose.named(Span(sentence.start, sentence.start + at))
    return [hit for hit in before if hit.type in _SINGLE or hit.type == "board"][-1:]


def _act(sentence: Span, match: re.Match[str], doers: Sequence[PartyHit], start: int | None = None) -> list[Act]:
    """The act of a match's verb, from its doer (or `start`) to the end of the sentence; none without a named doer."""
    if not doers:
        return []
    doer = Span(min(hit.span.start for hit in doers), max(hit.span.end for hit in doers))
    own = Span(doer.start if start is None else min(start, doer.start), sentence.end)
    return [Act("undertake", own, match["verb"], _group(sentence, match, "verb"), "agree", doer)]


def _group(sentence: Span, match: re.Match[str], name: str) -> Span:
    return Span(sentence.start + match.start(name), sentence.start + match.end(name))
