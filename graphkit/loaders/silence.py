"""Why a passage gave no fact, in words for the reader of the paper."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from graphkit.documents.model import Span
from graphkit.language.act import Act, Kind
from graphkit.language.acts import parse_acts
from graphkit.language.rules import rule_table
from graphkit.language.tokens import sentences
from graphkit.language.undertakings import outcome_in, undertakings_in
from graphkit.language.verbs import readings
from graphkit.loaders.source import Source

if TYPE_CHECKING:
    from graphkit.loaders.account import Account

ZONES: Final[Mapping[str, str]] = {
    "preamble": "what the board is asked",
    "narrative": "discussion",
    "outcome": "decisions",
    "actions": "list of actions",
    "log": "actions of earlier meetings",
    "steps": "next steps",
    "action-line": "action line",
    "commitments": "commitments",
    "aims": "aims",
    "priorities": "priorities",
    "background": "background",
    "measures": "measures and money",
    "story": "what was done, said or happened to somebody",
    "attendance": "attendance",
    "reasons": "reasons and notices",
    "open": "text under no known lead-in",
    "heading": "heading",
    "lead": "lead-in",
    "row": "row of an action table",
    "other-row": "row of another table",
}
"""The zones in words."""

_NOTHING_EXPECTED: Final[Mapping[str, str]] = {
    "preamble": "the board is asked for it; what it decided stands elsewhere",
    "background": "background: it tells how things are or were, and opens no list of actions",
    "measures": "measures and money tell how success is seen or paid for",
    "story": "it tells what was done, said or happened to somebody",
    "attendance": "a list of those who were there",
    "reasons": "reasons, options and notices decide nothing",
    "aims": "an aim that is no sentence of its own",
    "priorities": "words among the priorities that name none",
    "heading": "a heading that says of nothing under it that it is actions, aims or background",
    "lead": "it opens what follows",
}
_UNKNOWN_LEAD_IN = "it reads like something to do, but stands under no lead-in that opens a list of actions"
_ONLY_TOLD = "told in the discussion: the board decides nothing in it, and nobody named takes something on"
_PROMISED = frozenset({"command", "infinitive", "gerund", "modal", "to", "subjunctive", "passive"})
_MAY_ASK = re.compile(r"that\b|.{0,100}?\bto\b", re.DOTALL)
_TO_BE = re.compile(r"[^.;]{0,100}?\bto be\b|that [^.;]{0,100}?\bbe\b")
# A subject with one of these before "to" tells something: "the team had met with them to ...".
_TELLS = re.compile(r"\b(?:is|are|was|were|has|have|had|did|(?:ask|invit|agre|resolv|recommend|want|us|mov|offer)ed)\b")
_PLAIN_ORDERS = frozenset({"command", "to"})
_OBJECT = re.compile(r"\S+ (?:the|a|an|all|our|every|each|more|up|out|on|\d)")
_DONE = re.compile(r"\s*(?:\[x\]|~~)")
_LONGEST_LINE = 400
_TICKED, _BOX = re.compile(r"\[x\]\s*$"), 5
# What explains a passage stands in its first sentences.
_SENTENCES = 3


def why_silent(source: Source, account: "Account") -> str:
    """Why no fact was taken from a passage: its zone, its act, or that no verb in it is known."""
    if account.why or account.zone in _NOTHING_EXPECTED:
        return account.why or _NOTHING_EXPECTED[account.zone]
    words = source.low(account.span).rstrip()
    if _is_done(source, account):
        return "it is marked as done"
    if "?" in words:
        return "it asks a question"
    if account.zone == "open" and not account.listed and not may_be_action(source, account):
        return "told in prose: no body named in it will do something, and no “we” does by a time"
    acts = _acts(source, account)
    if account.zone == "narrative" and not any(act.is_action for act in acts):
        return _ONLY_TOLD
    if not acts:
        named = account.zone == "action-line"
        return "no verb understood, and no name known" if named else "no verb understood"
    to_do = [act for act in acts if act.is_action]
    return _why_no_action(source, account, to_do) if to_do else _leaves_nothing(acts[0].kind)


def _leaves_nothing(kind: Kind) -> str:
    """What an act does that is none of those of which one could ask "done yet?"."""
    means = next(rule.means for rule in rule_table("fact-rules.yaml", "acts") if rule.name == kind).rstrip(".")
    return f"it {means[0].lower()}{means[1:]}, which leaves nothing to do"


def may_be_action(source: Source, account: "Account") -> bool:
    """Whether a list item reads like something to do: an order, "to do ...", "X to do ..." or "X to be done".

    So may a line that is no item, when the cells of a table were lost in capture: an order, or "X to do ...".
    """
    if not account.listed and account.span.end - account.span.start > _LONGEST_LINE:
        return False
    words = source.low(account.span).rstrip()
    # Only what opens with a verb, or holds "to" or "that" near its start, is worth a closer look.
    if not (_MAY_ASK.match(words) or readings(words.partition(" ")[0])) or "?" in words or _is_done(source, account):
        return False
    acts = _acts(source, account, 1)[:1]
    return any(
        act.is_action
        and act.verb != "thank"
        and (account.listed or act.mood in _PLAIN_ORDERS)
        and _is_order(source, act, words)
        for act in acts
    )


def _is_done(source: Source, account: "Account") -> bool:
    """Whether an item is struck out or its box is ticked; a list marker may take the box in."""
    start = account.span.start
    before = source.low(Span(max(0, start - _BOX), start))
    return bool(_DONE.match(source.low(account.span)) or _TICKED.search(before))


def _is_order(source: Source, act: Act, words: str) -> bool:
    if act.mood == "command":
        # A verb that may be a noun is one before an object: "Double the number", but not "Work to ...".
        return all(not verb.noun for verb in readings(words.partition(" ")[0])) or _OBJECT.match(words) is not None
    if act.mood == "to":
        return act.doer is not None and _TELLS.search(source.low(act.doer)) is None
    return act.mood == "infinitive" or (act.mood == "passive" and _TO_BE.match(words) is not None)


def _acts(source: Source, account: "Account", most: int = _SENTENCES) -> list[Act]:
    """The acts in the first sentences of a passage."""
    prose = source.prose
    spans = sentences(prose.text, account.span)[:most]
    return [act for span in spans for act in parse_acts(prose, span, account.lead)]


def _why_no_action(source: Source, account: "Account", acts: list[Act]) -> str:
    """Why acts of which one could ask "done yet?" are no actions here."""
    if account.zone == "narrative":
        return _why_only_told(source, account)
    if account.zone == "open":
        return _UNKNOWN_LEAD_IN
    if account.zone == "commitments" and not any(act.mood in _PROMISED for act in acts):
        return "it tells what is or was done, and promises nothing"
    return "it is said elsewhere in the paper"


def _why_only_told(source: Source, account: "Account") -> str:
    prose = source.prose
    for span in sentences(prose.text, account.span):
        if outcome_in(prose, span) or undertakings_in(prose, span):
            return "it is told here and said again in a decision"
    if may_be_action(source, account):
        return _UNKNOWN_LEAD_IN
    return _ONLY_TOLD
