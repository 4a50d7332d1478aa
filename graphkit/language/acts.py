"""What a clause does: the acts of an outcome, a commitment or an undertaking, and which of them can be "done yet?".

The classes follow the annotation guide, "Action" and "Status": noting, receiving, approving, appointing and thanking
are decisions only; asking, recommending, delegating and undertaking are actions; a report brought back at a later
time is one without an owner unless a bringer is named.
"""

import re
from collections.abc import Iterator

from graphkit.documents.model import Span
from graphkit.language.act import ACTIONS, Act, Governing, Kind, Lead
from graphkit.language.act_kinds import kind_of
from graphkit.language.act_pieces import pieces
from graphkit.language.doers import doer_of
from graphkit.language.formulas import aside_end, formula_of
from graphkit.language.heads import find_head, find_loose_head
from graphkit.language.prose import Prose
from graphkit.language.tokens import trim

__all__ = ["ACTIONS", "Act", "Governing", "Kind", "Lead", "actions_in", "parse_acts"]

_MEANS = r"(?:funding|funds|money|resources?|finance|grant|capacity|budget)"
# What is subject to these is agreed all the same.
_AMENDED = (
    r"(?:the |any |some |these |those |minor |final |further |a few |following |above |agreed |certain )*"
    r"(?:amend|chang|comment|correct|inclu|addition|delet|edit|refine|revis|typ|wording|call-in|confidential|exempt"
    r"|(?:[\w'-]+ ){0,4}approval (?:as|where|when) (?:required|necessary|appropriate|needed))"
)
_CONDITION = re.compile(
    rf"\b(?:if|subject to|should|provided|dependent on|where) (?:[\w'’-]+ ){{0,5}}?{_MEANS}\b"
    r"|\b(?:if|where) (?:it is )?(?:possible|feasible|needed|required)\b"
    r"|\b(?:funding|money|resources?) permit(?:s|ting)\b|\bas resources allow\b"
    rf"|\bsubject to (?!{_AMENDED})|\b(?:conditional|contingent|dependent) (?:up)?on\b"
    r"|\bpending (?:the |a |an )?(?:outcome|result|agreement|approval|confirmation|decision|consent|funding)s?\b"
    r"|,\s*should (?:the |a |an |this |such |these |funding )(?!be\b)[^,;.]{2,80}?"
    r"\b(?:be|become|allow|permit|prove|agree)\b"
    # "find out if", "ask if" tell what is asked, "if not," what has not been done yet.
    r"|(?:^|[,;(–—-]\s?|\bbut |\bonly )(?:only )?(?:if|unless|provid(?:ed|ing) that|so long as|as long as)"
    r" (?!not\b|so\b|any\b|necessary|appropriate|applicable|at all)"
)
_TO = re.compile(r"to\s+")
_ADDITION = re.compile(
    r"\b(?:with|subject to|following) "
    r"(?P<own>(?:the |an? )?(?:addition|inclusion|insertion|evaluation|amendment|review|removal)s? "
    r"(?:of|to|being|that)\b[^;.]*?)(?=,|;|\.|$)"
)
# When or how something already told is to be done: "this should take place within six weeks".
_ONLY_WHEN = re.compile(
    r"(?:this|it|these|that) (?:work )?(?:should|would|will|to|must)(?: be)?"
    r" (?:take place|happen|done|completed|start|begin)\b"
)
_EXTENDING = frozenset({"extend", "continue", "agree"})


def parse_acts(prose: Prose, span: Span, lead: Lead, *, loose: bool = False) -> list[Act]:
    """The acts of one clause or sentence in order; empty when nothing in it is understood.

    `loose` where the place alone tells that something is decided: a subject may then be one that we do not know.
    """
    acts: list[Act] = []
    for piece in pieces(prose, trim(prose.text, prose.clause(span), ";,.:")):
        act = _act(prose, piece, lead, loose=loose)
        if act is not None:
            acts += [act, *_additions(prose, act)]
    return acts


def actions_in(prose: Prose, span: Span, lead: Lead) -> list[Act]:
    """Those acts of which one may later ask "done yet?"."""
    return [act for act in parse_acts(prose, span, lead) if act.is_action]


def _act(prose: Prose, span: Span, lead: Lead, *, loose: bool) -> Act | None:
    formula = formula_of(prose, span, lead.governing)
    own = trim(prose.text, Span(formula.end, span.end))
    clause = Span(aside_end(prose, own), own.end)
    head = find_head(prose, clause) or (find_loose_head(prose, clause) if loose else None)
    if head is None:
        return None
    if head.mood == "infinitive":
        own = Span(_past_to(prose, own), own.end)
    folded = prose.low(own)
    if _ONLY_WHEN.match(folded):
        return None
    kind = kind_of(head, formula.governing, folded)
    return Act(
        kind=kind,
        span=own,
        verb=head.verb.base,
        verb_span=head.verb_span,
        governing=formula.governing,
        doer=doer_of(prose, own, head, kind, lead),
        passive=head.passive,
        conditional=bool(_CONDITION.search(folded)),
        by_board=formula.by_board and head.subject is None,
        mood=head.mood,
    )


def _past_to(prose: Prose, own: Span) -> int:
    to = _TO.match(prose.low(own))
    return own.start + to.end() if to else own.start


def _additions(prose: Prose, act: Act) -> Iterator[Act]:
    """What an approval asks for beside: "approved, with the addition of a section on ..."."""
    extends = act.kind == "undertake" and act.verb in _EXTENDING
    found = _ADDITION.search(prose.low(act.span)) if act.kind in ("approve", "note") or extends else None
    if found is not None:
        start = act.span.start + found.start("own")
        own = Span(start, act.span.start + found.end("own"))
        yield Act("undertake", own, "add", Span(start, start), "agree", passive=True)
