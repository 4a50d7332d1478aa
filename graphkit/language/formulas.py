"""The formula that opens an outcome: "RESOLVED that the Board unanimously agreed to request that ...".

It says what governs the act and whether the deciding body is its subject, and is no part of the act's own words.
"""

import re
from typing import NamedTuple

from graphkit.documents.model import Span
from graphkit.language.act import Governing
from graphkit.language.prose import Prose

BODY = r"(?:board|committee|members|partnership|panel|cabinet|executive|forum|commission|meeting|group|body)"

_ADVERBS = r"(?:also|further|then|therefore|unanimously|formally|hereby) "
_GAP = re.compile(
    r"(?:[\s:;,.\-–—•*]"
    r"|\b(?:and|also|further|furthermore|additionally|in addition|unanimously|accordingly|therefore|that|then"
    r"|in principle|as follows|the following)\b)*"
)
# A word that a body's name does not hold, so that "asked X to attend the meeting" is not read as one name.
_NOT_IN_NAME = (
    r"(?!(?:to|of|by|be|been|was|were|is|that|with|from|for|given|on|remit\w*|ask\w*|request\w*|agree\w*|direct\w*"
    r"|instruct\w*)\b)"
)
_DECIDES = (
    r"(?:agree|resolve|decide|note|approve|request|ask|recommend|receive|endorse|delegate|thank|welcome|instruct"
    # "the Executive Director", "the Board Support Officer" decide nothing.
    r"|direct(?!or)|support(?! (?:officer|manager|team|assistant|staff|service|worker|unit|group)s?\b)"
    r"|remit|encourage|invite|accept|adopt|confirm|consider|defer|acknowledge|record|authorise|commend|ratif|urge"
    r"|require|nominate|appoint|undertake|would|is |was |are )"
)
_SUBJECT = re.compile(
    rf"(?:the |this )?(?:{_NOT_IN_NAME}[\w&'-]+ ){{0,8}}?{BODY}\b(?:'s)?\s*(?:\([^)]{{1,12}}\)\s*)?[,:;\-–]*\s*"
    rf"(?=(?:{_ADVERBS})*{_DECIDES}\w*\b)"
    r"|it\s+(?=agree|resolve|ask|request|was|further|remit|recommend|instruct|direct|delegat|decid|endorse|approve"
    r"|invite|note)"
)
# Words before the subject: "In view of the figures, the Board agreed ...", "On carers the Committee resolved ...".
_OPENING = re.compile(
    r"(?:in|on|after|following|given|having|with|arising|as|at|for|under|noting|while|whilst|due|because)\b[^;.]{2,200}?"
    r"[,\s]\s*(?=(?:(?:the|this) (?:[\w&'-]+ ){0,6}?" + BODY + r"\b(?: members)?|members|partners|it was|it)"
    rf"\s+(?:{_ADVERBS})*(?:agreed|resolved|decided|requested|asked|recommended|directed|instructed|remitted"
    r"|delegated|approved|endorsed|noted|invited)\b)"
)
_PERFORMED = re.compile(
    rf"(?:it (?:was|is) |were |was |is |to (?=agree that\b))?(?:{_ADVERBS})*"
    r"(?:agree[ds]?|resolve[ds]?|decide[ds]?|determine[ds]?|resolution|decisions?|undertook|undertakes?|approve[ds]?"
    r"|action)(?:\b|(?=that\b))"
    r"(?=[\s,:;\-–—]*(?:in principle|unanimously)?[\s,:;\-–—]*(?:that\b|to\b|:|[-–—]\s|\(|$))"
)
_MOVED = re.compile(
    r"(?:(?:it )?(?:was|is) |i |we |to (?!note))?(?:further |also |therefore )*"
    r"(?P<verb>request|ask|recommend|require|suggest|propose|encourage|note|instruct|direct)(?:ed|s|d)?"
    r"[\s,:;\-–—]*(?:that\b|:(?=\s*$)|(?=$))"
)
_GOVERNING: dict[str, Governing] = {
    "request": "ask", "ask": "ask", "require": "ask", "instruct": "ask", "direct": "ask", "encourage": "encourage",
    "recommend": "recommend", "suggest": "propose", "propose": "propose", "note": "note",
}  # fmt: skip
# A condition or an occasion before the clause: "subject to a business case, the ICB and the Council fund ...".
_ASIDE = re.compile(
    r"(?:subject to|following|given|in (?:the )?light of|in view of|if|once|where|should|as part of|as a result of"
    r"|in addition to|after|before|by|within|during|no later than|not later than|prior to"
    r"|(?:working |together |jointly |in partnership )?with|alongside)\b[^,]{3,160},\s*"
    r"|no[t]? later than [\w ]{3,25}? (?=(?:the|an?|each|every|all)\s)"
)
# No formula that we have seen has more layers than this.
_LAYERS = 6


class Formula(NamedTuple):
    """Where the act's own words start, what governs it, and whether the formula names the deciding body as subject."""

    end: int
    governing: Governing
    by_board: bool


def formula_of(prose: Prose, span: Span, governing: Governing) -> Formula:
    """The formula at the start of `span`; `governing` is what the lead-in lends where the formula says nothing else."""
    folded = prose.low(span)
    opening = _OPENING.match(folded)
    at, by_board = _past_gap(folded, opening.end() if opening else 0), False
    for _ in range(_LAYERS):
        subject = None if by_board else _SUBJECT.match(folded, at)
        by_board = by_board or subject is not None
        moved = _MOVED.match(folded, at) if subject is None else None
        if moved is not None:
            # What it moves others to has a subject of its own: "recommend that the Cabinet approve ...".
            at, governing = _past_gap(folded, moved.end()), _GOVERNING[moved["verb"]]
            break
        found = subject or _PERFORMED.match(folded, at)
        if found is None:
            break
        at = _past_gap(folded, found.end())
    return Formula(span.start + at, governing, by_board)


def aside_end(prose: Prose, own: Span) -> int:
    """Where the clause itself starts, after a condition or an occasion: "following the inspection, the Trust ..."."""
    aside = _ASIDE.match(prose.low(own))
    return own.start + (aside.end() if aside else 0)


def _past_gap(folded: str, at: int) -> int:
    gap = _GAP.match(folded, at)
    return gap.end() if gap else at
