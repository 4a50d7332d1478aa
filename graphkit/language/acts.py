"""What a clause does: the acts of an outcome, a commitment or an undertaking, and which of them can be "done yet?".

The classes follow the annotation guide, "Action" and "Status": noting, receiving, approving, appointing and thanking are
decisions only; asking, recommending, delegating and undertaking are actions; a report brought back at a later time is
one without an owner unless a bringer is named.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import re

from graphkit.documents.model import Span
from graphkit.language.fold import fold
from graphkit.language.heads import Head, Hit, find_head
from graphkit.language.tokens import trim

Governing = Literal["agree", "ask", "encourage", "recommend", "note", "commit", "plan", "propose"]
Kind = Literal[
    "undertake", "ask", "recommend", "delegate", "report-back", "defer",
    "note", "receive", "consider", "approve", "appoint", "thank", "close", "say",
]  # fmt: skip
ACTIONS: frozenset[str] = frozenset({"undertake", "ask", "recommend", "delegate", "report-back", "defer"})


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead-in lends to the clauses under it: the governing act, and the party who is to act, if it names one."""

    governing: Governing = "agree"
    addressee: Span | None = None
    subject: Span | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One act: `span` from its first verb or doer to its end; `doer` the party who acts or is asked, as printed."""

    kind: Kind
    span: Span
    verb: str
    verb_span: Span
    governing: Governing
    doer: Span | None = None
    passive: bool = False
    conditional: bool = False
    by_board: bool = False
    mood: str = ""


_GAP = re.compile(
    r"(?:[\s:;,.\-–—•*]|\b(?:and|also|further|furthermore|additionally|in addition|unanimously|accordingly|therefore|that|then|"
    r"in principle|as follows|the following)\b)*"
)
_BOARD = re.compile(
    r"(?:the |this )?(?:(?!(?:to|of|by|be|been|was|were|is|that|with|from|for|given|on|remit\w*|ask\w*|request\w*|agree\w*|direct\w*|instruct\w*)\b)[\w&'-]+ ){0,8}?"
    r"(?:board|committee|members|partnership|panel|cabinet|executive|forum|commission|meeting|group|body)\b(?:'s)?\s*"
    r"(?:\([^)]{1,12}\)\s*)?[,:;\-–]*\s*(?=(?:also |further |then |therefore |unanimously |formally )*"
    r"(?:agree|resolve|decide|note|approve|request|ask|recommend|receive|endorse|support|delegate|thank|welcome|instruct|"
    r"direct|remit|encourage|invite|accept|adopt|confirm|consider|defer|acknowledge|record|authorise|commend|ratif|urge|"
    r"require|nominate|appoint|undertake|would|is |was |are )\w*\b)|it\s+(?=agree|resolve|ask|request|was|further)"
)
_PERFORMED = re.compile(
    r"(?:it (?:was|is) |were |was |is )?(?:further |also |unanimously |then |hereby )*"
    r"(?:agree[ds]?|resolve[ds]?|decide[ds]?|determine[ds]?|resolution|decisions?|undertook|undertakes?|approve[ds]?|action)\b"
    r"(?=[\s,:;\-–—]*(?:in principle|unanimously)?[\s,:;\-–—]*(?:that\b|to\b|:|[-–—]\s|\(|$))"
)
_ASKED = re.compile(
    r"(?:it (?:was|is) |i |we )?(?:further |also |therefore )*(?P<verb>request|ask|recommend|require|suggest|propose|encourage|note|instruct|direct)(?:ed|s|d)?"
    r"[\s,:;\-–—]*(?:that\b|:(?=\s*$)|(?=$))"
)
_CONDITION = re.compile(
    r"\b(?:if|subject to|should|provided|dependent on|where) (?:[\w'’-]+ ){0,5}?"
    r"(?:funding|funds|money|resources?|finance|grant|capacity|budget)\b|\b(?:if|where) (?:it is )?(?:possible|feasible|needed|required)\b"
    r"|\b(?:funding|money|resources?) permit(?:s|ting)\b|\bas resources allow\b"
)
_LATER = re.compile(
    r"\b(?:in|within|every|after|over) (?:the next )?(?:\w+|\d+)(?:[ -]\w+)? (?:weeks?|months?|years?)\b|\b(?:next|future|further|subsequent|"
    r"an annual|annually|quarterly|six[- ]monthly|monthly|bi-?annual|regular|yearly|twice|once|ongoing|progress)\b|"
    r"\b(?:in|by|at|to|for|during|before) (?:the |its |their )?(?:january|february|march|april|june|july|august|september|october|november|december|spring|"
    r"summer|autumn|winter|20\d\d)\b"
)
_REPORT = re.compile(
    r"\b(?:report|update|paper|briefing|presentation|item|evaluation|progress|feedback|review|results?|findings|position)s?\b"
)
_BRING = frozenset(
    "bring submit present provide give report take feed return receive come produce table circulate share".split()
)
# A condition or an occasion before the clause: "subject to a business case, the ICB and the Council fund ...".
_ASIDE = re.compile(
    r"(?:subject to|following|given|in (?:the )?light of|in view of|if|once|where|should|as part of|as a result of|in addition to|after|before)\b[^,]{3,160},\s*"
)
_THANKS = re.compile(r"\b(?:thanks|appreciation|congratulations|gratitude|condolences)\b")
_MEETING_DATE = re.compile(r"\bmeetings?\b")
_MINUTES = re.compile(r"\bminutes\b|\bproceedings\b")
_ASK_PATTERN = re.compile(r"\bto\b|\bfor\b|\bthat\b|\bfrom\b")


def parse_acts(text: str, span: Span, lead: Lead, within: Callable[[Span], Sequence[Hit]]) -> list[Act]:
    """The acts of one clause or sentence in order; empty when nothing in it is understood.

    `within` gives the parties named in a span. Several acts in one item ("noted the update, agreed that ..., and asked X
    to ...") come apart only where their governing verbs or their doers differ (guide, "Action").
    """
    acts: list[Act] = []
    for piece in _pieces(text, trim(text, span, ";,.:"), within):
        act = _parse(text, piece, lead, within)
        if act is not None:
            acts.append(act)
            acts += _additions(text, act)
    return acts


_ADDITION = re.compile(
    r"\b(?:with|subject to|following) (?P<own>(?:the |an? )?(?:addition|inclusion|insertion|evaluation|amendment|review|removal)s? (?:of|to|being|that)\b[^;.]*?)(?=,|;|\.|$)"
)


def _additions(text: str, act: Act) -> list[Act]:
    """What an approval asks for beside: "approved, with the addition of a section on ..."."""
    if act.kind != "approve" and not (act.kind == "undertake" and act.verb in ("extend", "continue", "agree")):
        return []
    found = _ADDITION.search(fold(text[act.span.start : act.span.end]))
    if found is None:
        return []
    own = Span(act.span.start + found.start("own"), act.span.start + found.end("own"))
    return [Act("undertake", own, "add", Span(own.start, own.start), "agree", None, passive=True)]


def _parse(text: str, span: Span, lead: Lead, within: Callable[[Span], Sequence[Hit]]) -> Act | None:
    start, governing, board = _peel(text, span, lead)
    start = trim(text, Span(start, span.end)).start
    if start >= span.end:
        return None
    own = Span(start, span.end)
    hits = within(own)
    aside = _ASIDE.match(fold(text[own.start : own.end]))
    head = find_head(text, Span(own.start + aside.end(), own.end) if aside else own, hits)
    if head is None:
        return None
    folded = fold(text[own.start : own.end])
    kind = _kind(head, governing, folded)
    conditional = bool(_CONDITION.search(folded))
    act = Act(
        kind,
        own,
        head.verb.base,
        head.verb_span,
        governing,
        _doer(text, own, head, kind, lead),
        head.passive,
        conditional,
        mood=head.mood,
    )
    return replace(act, by_board=board and head.subject is None)


def _peel(text: str, span: Span, lead: Lead) -> tuple[int, Governing, bool]:
    """Past "RESOLVED that the Board agreed to": where the act starts, what governs it, whether the board is its subject."""
    folded = fold(text[span.start : span.end])
    at, governing, board = 0, lead.governing, False
    for _ in range(6):
        gap = _GAP.match(folded, at)
        at = gap.end() if gap else at
        subject = _BOARD.match(folded, at) if not board else None
        if subject and subject.end() > at:
            at, board = subject.end(), True
            continue
        asked = _ASKED.match(folded, at)
        if asked:
            governing = _GOVERNING[asked["verb"]]
            at = asked.end()
            continue
        performed = _PERFORMED.match(folded, at)
        if performed is None:
            break
        at = performed.end()
    gap = _GAP.match(folded, at)
    return span.start + (gap.end() if gap else at), governing, board


_GOVERNING: dict[str, Governing] = {
    "request": "ask", "ask": "ask", "require": "ask", "instruct": "ask", "direct": "ask", "encourage": "encourage",
    "recommend": "recommend", "suggest": "propose", "propose": "propose", "note": "note",
}  # fmt: skip


def _kind(head: Head, governing: Governing, folded: str) -> Kind:
    verb = head.verb
    if _THANKS.search(folded[:90]):
        return "thank"
    committed = governing in ("commit", "plan", "propose")
    others = head.subject is not None and not head.passive
    if head.passive:
        return _passive_kind(head, folded)
    if others and not verb.does("delegate", "defer"):
        return "undertake"
    if verb.does("ask") and _ASK_PATTERN.search(folded) and not (committed and verb.does("undertake")):
        return "ask"
    if verb.does("encourage") and re.search(r"\bto\b", folded):
        return "ask" if not committed or verb.base == "invite" else "undertake"
    if verb.does("recommend") and not committed:
        return "recommend"
    if verb.does("delegate") or (
        verb.base in ("authorise", "give", "grant") and " to " in folded and "authorit" in folded + verb.base
    ):
        return "delegate"
    if verb.base in ("defer", "postpone"):
        return "defer"
    if committed:
        return "undertake"
    if verb.does("receive"):
        return "report-back" if head.mood != "past" and _LATER.search(folded) else "receive"
    return _own_kind(head, folded)


def _own_kind(head: Head, folded: str) -> Kind:
    """The board's own act: a decision when its verb says so, unless the verb also undertakes and no document follows."""
    verb = head.verb
    for kind in ("note", "thank", "appoint", "close", "consider", "approve"):
        if verb.does(kind):
            if verb.does("undertake") and kind not in ("approve", "consider", "note", "appoint"):
                return "undertake"
            return "undertake" if kind == "consider" and _LATER.search(folded) else kind  # type: ignore[return-value]
    if verb.does("undertake"):
        return "undertake"
    return "say"


def _passive_kind(head: Head, folded: str) -> Kind:
    verb = head.verb
    if verb.base == "hold" and _MEETING_DATE.search(folded[:60]):
        return "close"
    if verb.base in ("sign", "take") and _MINUTES.search(folded[:60]):
        return "approve"
    if verb.does("ask"):
        return "ask" if verb.base != "commission" else "undertake"
    if verb.does("encourage"):
        return (
            "ask"
            if re.search(r"\bto (?!(?:a|the|its|our|attend|join|become|present|speak)\b)", folded)
            else "undertake"
        )
    if verb.does("recommend"):
        return "recommend"
    if verb.does("delegate") or (verb.base in ("give", "grant") and "authorit" in folded):
        return "delegate"
    if verb.base in ("defer", "postpone"):
        return "defer"
    if verb.does("receive") or (verb.base in _BRING and _REPORT.search(folded[:80])):
        return "report-back" if verb.base != "receive" or _LATER.search(folded) else "receive"
    for kind in ("note", "thank", "appoint", "close", "consider", "approve"):
        if verb.does(kind):
            return "undertake" if kind == "consider" and _LATER.search(folded) else kind  # type: ignore[return-value]
    return "undertake" if verb.does("undertake") else "say"


def _doer(text: str, own: Span, head: Head, kind: Kind, lead: Lead) -> Span | None:
    """Who acts: the subject, or the one who is asked, or the one to whom it is delegated, or who the lead-in names."""
    if kind in ("ask", "delegate") and not head.passive and head.subject is None:
        return _addressee(text, head, own)
    if kind in ("ask", "delegate") and head.passive and kind == "delegate":
        return _addressee(text, head, own)
    if head.subject is not None and (not head.passive or kind == "ask"):
        return head.subject
    return lead.addressee


def _addressee(text: str, head: Head, own: Span) -> Span | None:
    """ "ask X to", "remit to X to", "delegate authority to X", "request Y from X"."""
    after = fold(text[head.verb_span.end : own.end])
    delegated = head.verb.base in ("delegate", "remit", "give", "grant", "authorise")
    match = re.match(
        r"(?:\W*(?:the )?(?:authority|power|responsibility|decision|approval|final sign[- ]off)?[^,;]{0,40}?\bto )?(?P<who>.+?)"
        r"(?=\s+(?:to|for|that)\s|\s*(?:,|;)\s*in consultation|$)"
        if delegated
        else r"\W*(?P<who>.+?)(?=\s+(?:to|for|that)\s|$)",
        after,
        flags=re.S,
    )
    source = (
        re.search(r"\bfrom (?P<who>.+?)(?=\s+(?:on|about|by|in|at|for|to)\s|$)", after) if not delegated else None
    )
    if source and not re.match(r"\W*[^,;]{0,80}?\s+to\s", after):
        match = source
    if match is None:
        return None
    return trim(text, Span(head.verb_span.end + match.start("who"), head.verb_span.end + match.end("who")))


_SPLIT = re.compile(
    r"(?:[;,]\s*(?:and\s+)?|\s+and\s+)(?:also\s+|further\s+|it\s+|that\s+(?=the board|it was agreed))*"
    r"(?=(?:agreed|asked|requested|recommended|delegated|noted|approved|endorsed|instructed|directed|remitted|resolved|"
    r"agrees|asks|requests|recommends|delegates|notes|approves|endorses|instructs|directs|encourages|resolves|"
    r"thanked|welcomed|invited|encouraged|supported|received|ask|request|delegate|endorse)\b)"
)
_NEW_DOER = re.compile(r"(?:[;,]\s*(?:and\s+)?(?:that\s+)?|\s+and\s+(?:that\s+)?)")


def _pieces(text: str, span: Span, within: Callable[[Span], Sequence[Hit]]) -> list[Span]:
    folded = fold(text[span.start : span.end])
    cuts = [match.end() for match in _SPLIT.finditer(folded) if match.start() > 3]
    cuts += [
        match.end()
        for match in _NEW_DOER.finditer(folded)
        if match.start() > 15 and _starts_anew(text, span, match.end(), within)
    ]
    edges = [0, *sorted(set(cuts)), len(folded)]
    spans = (Span(span.start + a, span.start + b) for a, b in zip(edges, edges[1:], strict=False) if b - a > 3)
    return [_without_and(text, trim(text, piece, ",; ")) for piece in spans]


def _without_and(text: str, span: Span) -> Span:
    """The span without an "and" that led to the next act."""
    match = re.search(r"[\s,;]+and\s*$", text[span.start : span.end])
    return Span(span.start, span.start + match.start()) if match else span


def _in_coordination(text: str, span: Span, at: int, within: Callable[[Span], Sequence[Hit]]) -> bool:
    """Whether the words before belong to the same list of parties: "asked X and Y to ..."."""
    before = within(Span(span.start, span.start + at))
    return bool(before) and bool(
        re.fullmatch(r"[\s,]*(?:and|or)?\s*(?:the )?", fold(text[before[-1].span.end : span.start + at]))
    )


def _starts_anew(text: str, span: Span, at: int, within: Callable[[Span], Sequence[Hit]]) -> bool:
    """Whether a clause with its own doer starts here: "..., and every member organisation submit ..."."""
    rest = Span(span.start + at, span.end)
    hits = [hit for hit in within(rest) if hit.span.start <= trim(text, rest).start + 4]
    if (
        not hits
        or _in_coordination(text, span, at, within)
        or fold(text[rest.start : rest.start + 8]).lstrip(" ,").startswith("as ")
    ):
        return False
    head = find_head(text, rest, within(rest))
    if head is None or head.subject is None or head.mood in ("gerund", "past", "be", "third"):
        return False
    comma = (
        fold(text[span.start : span.start + at])
        .rstrip()
        .removesuffix("that")
        .rstrip()
        .removesuffix("and")
        .rstrip()
        .endswith((",", ";"))
    )
    if not comma and (
        head.passive
        or find_head(text, Span(span.start, span.start + at), within(Span(span.start, span.start + at))) is None
    ):
        return False
    return head.subject.end - head.subject.start < 120 and head.verb_span.start - rest.start < 160
