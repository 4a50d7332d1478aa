"""Who is to do an act: its subject, whom the board asks or empowers, or whom the lead-in names."""

import re

from graphkit.documents.model import Span
from graphkit.language.act import Kind, Lead
from graphkit.language.act_kinds import EMPOWER
from graphkit.language.heads import Head
from graphkit.language.prose import Prose
from graphkit.language.tokens import trim

_DELEGATES = frozenset({"delegate", "remit", "give", "grant"})
# "delegate authority to X to ...", "remit to X to ...", "... be delegated to X, in consultation with ..."
_DELEGATED = re.compile(
    r"(?:\W*(?:the )?(?:authority|power|responsibility|decision|approval|final sign[- ]off)?[^,;]{0,100}?\bto )?"
    r"(?P<who>.+?)"
    r"(?=\s+(?:to|for|that)\s|\s*(?:,|;)\s*in consultation|$)",
    re.DOTALL,
)
# "ask X to ...", "request that X ..."
_ASKED = re.compile(r"\W*(?!(?:to|for|that)\s)(?P<who>.+?)(?=\s+(?:to|for|that)\s|$)", re.DOTALL)
# "request a report from X on ..."
_FROM = re.compile(r"\bfrom (?P<who>.+?)(?=\s+(?:on|about|by|in|at|for|to)\s|$)")
_OBJECT = re.compile(r"\s+(?:the|an?|full|final|responsibility|authority|approval)\s")
_TO_ACT = re.compile(r"\s+to (?!(?:the|an?|its|our|their|all|each|every|those|any)\b)[a-z]")
_GIVES = frozenset({"give", "grant"})
_POWER = re.compile(r"\W*(?:full |the )?(?:delegated )?(?:authority|powers?)\b")
_AND = re.compile(r"(?:\s*,)?\s*(?:\band\b|&)\s*(?:to )?(?:the )?(?:relevant )?")
_SOMEBODY_TO = re.compile(r"\W*[^,;]{0,80}?\s+to\s")


def doer_of(prose: Prose, own: Span, head: Head, kind: Kind, lead: Lead) -> Span | None:
    """The words that name who is to do an act whose own words are `own`; None when none do."""
    if kind == "delegate" and (head.passive or head.subject is None) and not _is_empowered(prose, head, own):
        return _addressee(prose, head, own)
    if kind == "ask" and not head.passive:
        # "We will ask X to ...": X is to do it.
        return _addressee(prose, head, own)
    moved = kind in ("ask", "delegate") or (kind == "recommend" and _is_recommended_to_act(prose, head, own))
    if head.subject is not None and (not head.passive or moved):
        return head.subject
    return lead.addressee


def _is_empowered(prose: Prose, head: Head, own: Span) -> bool:
    """Whether the subject is the one who may act: "the Director be authorised to sign", "be given authority"."""
    if not head.passive or head.subject is None:
        return False
    after = prose.low(Span(head.verb_span.end, own.end))
    return head.verb.base in EMPOWER or (head.verb.base in _GIVES and bool(_POWER.match(after)))


def _is_recommended_to_act(prose: Prose, head: Head, own: Span) -> bool:
    """Whether it is somebody who is recommended to do something, and not a thing that is recommended to somebody."""
    named = head.subject is not None and bool(prose.named(head.subject))
    return named and bool(_TO_ACT.match(prose.low(Span(head.verb_span.end, own.end))))


def _addressee(prose: Prose, head: Head, own: Span) -> Span | None:
    start = head.verb_span.end
    after = prose.low(Span(start, own.end))
    if head.verb.base in _DELEGATES:
        match = _DELEGATED.match(after)
    else:
        source = None if _SOMEBODY_TO.match(after) else _FROM.search(after)
        match = source or _ASKED.match(after)
    if match is None:
        return None
    who = Span(start + match.start("who"), start + match.end("who"))
    # "for" and "to" may belong to a name: "the Director for People".
    whole = max((hit.span.end for hit in prose.named(own) if who.start <= hit.span.start < who.end), default=who.end)
    whole = _with_others(prose, own, whole)
    return _before_object(prose, trim(prose.text, Span(who.start, max(who.end, whole))))


def _with_others(prose: Prose, own: Span, end: int) -> int:
    """The end of the list of names that goes on at `end`: "to the Director for People and the Clerk"."""
    for hit in prose.named(Span(end, own.end)):
        if not _AND.fullmatch(prose.low(Span(end, hit.span.start))):
            break
        end = hit.span.end
    return end


def _before_object(prose: Prose, who: Span) -> Span:
    """The names without the object behind them: "to the Clerk the setting up of a group with ..."."""
    hits = prose.starting(who, 6)
    rest = _OBJECT.match(prose.low(Span(hits[-1].span.end, who.end))) if hits else None
    return Span(who.start, hits[-1].span.end) if rest else who
