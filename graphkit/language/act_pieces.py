"""Where one item holds several acts: "noted the update, agreed that ..., and asked X to ...".

They come apart only where their governing verbs or their doers differ (annotation guide, "Action").
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from graphkit.documents.model import Span
from graphkit.language.formulas import aside_end, formula_of
from graphkit.language.heads import Head, find_head
from graphkit.language.prose import Prose
from graphkit.language.tokens import trim

_JOIN = r"(?:[;,]\s*(?:and\s+)?|\s+and\s+)"
_NEW_VERB = re.compile(
    rf"{_JOIN}(?:also\s+|further\s+|it\s+|that\s+(?=the board|it was agreed))*"
    r"(?=(?:agreed|asked|requested|recommended|delegated|noted|approved|endorsed|instructed|directed|remitted|resolved"
    r"|agrees|asks|requests|recommends|delegates|notes|approves|endorses|instructs|directs|encourages|resolves"
    r"|thanked|welcomed|invited|encouraged|supported|received|ask|request|delegate|endorse)\b(?! by\b))"
)
_NEW_DOER = re.compile(r"(?:[;,]\s*(?:and\s+)?(?:that\s+)?|\s+and\s+(?:that\s+)?)")
# "..., and that a decision be deferred": a second resolution; "and that this be brought back" tells more of the first.
_NEW_THAT = re.compile(
    r"[,;]?\s+and that\s+(?=(?!(?:it|this|these|they|those|such|he|she|the latter)\b)"
    r"(?:(?!\b(?:would|will|should|could|may|might|to)\b)[^,;:]){3,80}? be (?:\w+ly )?\w{3,}(?:ed|en|ught|de|nt)\b)"
)
# "... be noted and a session be organised": what follows what was only noted or approved is something to do.
_AND_BE = re.compile(
    r"[,;]?\s+and\s+(?=(?:an?|the|any|all|further|regular|another|two|three)\s"
    r"(?:(?!\b(?:would|will|should|could|may|might|to|which|who|and)\b)[^,;:.]){3,60}? be (?:\w+ly )?\w+)"
)
_ONLY_DECIDES = ("note", "approve", "receive", "thank")
_NEW_CLAUSE = re.compile(r"(?:[,;]|\band|\bthat)\s*(?:that\s+)?(?:the\s+)?$")
# A second resolution behind a semicolon, whoever acts: "that the plan be adopted; and that officers report".
_SEMICOLON = re.compile(r";\s*(?:and\s+)?that\s+(?=\w)")
_TOOK_ON = frozenset({"undertake", "agree", "promise", "pledge"})
_CONJUNCTION = re.compile(r"(?:[\s,;]+and(?:\s+that)?|;\s*that)\s*$")
_COMMA = re.compile(r"[,;]\s*(?:and\s*)?(?:that\s*)?$")
_SAME_LIST = re.compile(r"(?:\s*\([^()]*\)|\))?[\s,]*(?:and|or)?\s*(?:the )?")
# The first act needs room for a doer or a verb; a subject does not run on for ever.
_FIRST_VERB, _FIRST_DOER = 3, 15
_LONGEST_SUBJECT, _FURTHEST_VERB = 120, 160


def pieces(prose: Prose, span: Span) -> list[Span]:
    """The spans of the acts in an item, in order."""
    folded = prose.low(span)
    cuts = {*_verb_cuts(folded), *_that_cuts(prose, span, folded), *_doer_cuts(prose, span, folded)}
    edges = [0, *sorted(cuts), len(folded)]
    found = (Span(span.start + a, span.start + b) for a, b in pairwise(edges) if b - a > _FIRST_VERB)
    return [_without_and(prose, trim(prose.text, piece, ",; ")) for piece in found]


def _verb_cuts(folded: str) -> Iterator[int]:
    for cue in (_NEW_VERB, _SEMICOLON):
        yield from (match.end() for match in cue.finditer(folded) if match.start() > _FIRST_VERB)


def _that_cuts(prose: Prose, span: Span, folded: str) -> Iterator[int]:
    for match in _NEW_THAT.finditer(folded):
        if match.start() > _FIRST_DOER and find_head(prose, Span(span.start, span.start + match.start())) is not None:
            yield match.end()
    for match in _AND_BE.finditer(folded):
        before = Span(span.start, span.start + match.start())
        first = find_head(prose, Span(formula_of(prose, before, "agree").end, before.end))
        second = find_head(prose, Span(span.start + match.end(), span.end))
        if first is None or second is None or not (first.passive and second.passive):
            continue
        if first.verb.does(*_ONLY_DECIDES) and not second.verb.does(*_ONLY_DECIDES):
            yield match.end()


def _doer_cuts(prose: Prose, span: Span, folded: str) -> Iterator[int]:
    for match in _NEW_DOER.finditer(folded):
        if match.start() > _FIRST_DOER and _starts_anew(prose, span, span.start + match.end()):
            yield match.end()


def _without_and(prose: Prose, span: Span) -> Span:
    """The span without an "and" that led to the next act."""
    match = _CONJUNCTION.search(prose.quote(span))
    return Span(span.start, span.start + match.start()) if match else span


def _starts_anew(prose: Prose, span: Span, at: int) -> bool:
    """Whether a clause with its own doer starts at `at`: "..., and every member organisation submit ..."."""
    before, rest = Span(span.start, at), Span(at, span.end)
    opening = trim(prose.text, rest).start
    if aside_end(prose, Span(formula_of(prose, before, "agree").end, span.end)) >= at:
        return False
    named = any(hit.span.start <= opening + 4 for hit in prose.named(rest))
    if not named or prose.low(rest)[:8].lstrip(" ,").startswith("as "):
        return False
    head = find_head(prose, rest)
    took_on = head is not None and head.mood == "past" and head.verb.base in _TOOK_ON
    if head is None or head.subject is None or (head.mood in ("gerund", "past", "be", "third") and not took_on):
        return False
    if _in_coordination(prose, before) and not (
        _is_second(prose, before, head) or (head.mood == "subjunctive" and _ends_a_clause(prose, before))
    ):
        return False
    # Without a comma, "X write to Y and Z report" may be one list of parties.
    if not _COMMA.search(prose.low(before)) and (not _moves(head) or find_head(prose, before) is None):
        return False
    return head.subject.end - head.subject.start < _LONGEST_SUBJECT and head.verb_span.start - at < _FURTHEST_VERB


def _is_second(prose: Prose, before: Span, head: Head) -> bool:
    """Whether a clause after a name is no part of a list: "a plan be drawn up, led by X, and Y report on it"."""
    passive = head.mood in ("subjunctive", "passive") and bool(_COMMA.search(prose.low(before)))
    first = find_head(prose, before) if passive else None
    return first is not None and first.passive


def _ends_a_clause(prose: Prose, before: Span) -> bool:
    """Whether the parties at the end of the words before end a clause: "work be led by X, and", not "that X and"."""
    hits = prose.named(before)
    first = len(hits) - 1
    while first and _SAME_LIST.fullmatch(prose.low(Span(hits[first - 1].span.end, hits[first].span.start))):
        first -= 1
    opening = prose.low(Span(before.start, hits[first].span.start))
    if not opening.strip() or _NEW_CLAUSE.search(opening):
        return False
    head = find_head(prose, Span(formula_of(prose, before, "agree").end, before.end))
    return head is not None and head.subject is not None and not head.verb.does("ask", "encourage", "delegate")


def _moves(head: Head) -> bool:
    """Whether the subject acts or is moved to act: "Y report", "Y be asked to report", but not "Y be thanked"."""
    return not head.passive or head.verb.does("ask", "encourage", "delegate")


def _in_coordination(prose: Prose, before: Span) -> bool:
    """Whether the words before belong to the same list of parties: "asked X and Y to ..."."""
    hits = prose.named(before)
    return bool(hits) and bool(_SAME_LIST.fullmatch(prose.low(Span(hits[-1].span.end, before.end))))
