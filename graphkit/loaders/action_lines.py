"""Action lines: "ACTION: Clerk", "Action - the Clerk to write", "Action: Clerk: write to schools by May".

A line that only names somebody gives owners to what stands before it; any other is an act of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from graphkit.documents.model import Span
from graphkit.language.act import Act, Lead
from graphkit.language.acts import actions_in, parse_acts
from graphkit.language.fold import fold
from graphkit.language.parties import PartyHit
from graphkit.language.prose import Prose
from graphkit.language.tokens import sentences, trim
from graphkit.language.verbs import reading

# Between the names of a line that only names somebody.
_JOINS = re.compile(r"[\s,;/&+().:\-]|\b(?:and|with|the|all|by|to action|lead|leads|for|supported)\b|\b[a-z]{2,3}\b")
_INITIALS = re.compile(r"\b[A-Z]{2,4}\b|\([a-z0-9]{1,3}\)")
_LETTER = re.compile(r"\s*\(([a-z]|\d{1,2}|[ivx]{1,4})\)")
_NAME_FIRST = re.compile(r"\s*[:–—-]\s*(?=\w)")
_TO = re.compile(r"(?:\s*\([^()]*\))?[^.;:]{0,90}?\bto\s+(?P<verb>[\w-]+)")
_BY_WHEN = re.compile(r"\bby (?:the )?(?:end of )?[\w ]{2,20}$")
# "Action: Complete" says how things stand, and asks for nothing.
_STANDS = re.compile(
    r"(?:all |now )?(?:completed?|closed|ongoing|done|none|nil|n/a|open|outstanding|noted|in progress|not started"
    r"|on track)"
    r"(?: (?:required|needed|arising|identified))?[\s.]*"
    r"|no (?:further )?actions?(?: (?:is |was |were )?(?:required|needed|arising|identified))?[\s.]*"
)
_PRESSED = re.compile(
    r"\b(?:pressed|asked|called|pushed) for\b\s*|\b(?:suggested|proposed|asked|requested|felt) that\b\s*"
    r"|\b(?:wanted|would like|wished)\s+(?=\w)"
)


class Line(NamedTuple):
    """What an action line holds: acts of its own with the doers named apart from them, or only doers."""

    acts: Sequence[Act]
    named: Sequence[PartyHit]
    letters: dict[str, PartyHit]


def read_line(prose: Prose, span: Span) -> Line:
    """Reads the words behind "Action:"."""
    span = trim(prose.text, span, "*")
    if _STANDS.fullmatch(prose.low(span)):
        return Line((), (), {})
    hits = prose.named(span)
    if _only_names(prose, span, hits):
        return Line((), hits, _letters(prose, span, hits))
    leading = [hit for hit in hits if hit.span.start - span.start < 5][:1]
    rest = _after_name(prose, span, hits) if leading else None
    if rest is not None:
        before = [hit for hit in hits if hit.span.end <= rest.start]
        return Line(_acts(prose, rest), before, {})
    return Line(_acts(prose, span), (), {})


def _only_names(prose: Prose, span: Span, hits: Sequence[PartyHit]) -> bool:
    folded, kept, at = prose.low(span), "", span.start
    printed = prose.quote(span)
    if not _JOINS.sub("", fold(_INITIALS.sub(" ", printed))):
        return True
    for hit in hits:
        kept += folded[at - span.start : hit.span.start - span.start] + " "
        at = hit.span.end
    return not _JOINS.sub("", _BY_WHEN.sub("", kept + folded[at - span.start :]))


def _letters(prose: Prose, span: Span, hits: Sequence[PartyHit]) -> dict[str, PartyHit]:
    """The items that names in front of bracketed letters take: "LB (b), NC (c)"."""
    found: dict[str, PartyHit] = {}
    for hit in hits:
        letter = _LETTER.match(prose.low(Span(hit.span.end, span.end)))
        if letter:
            found[letter[1]] = hit
    return found


def _after_name(prose: Prose, span: Span, hits: Sequence[PartyHit]) -> Span | None:
    """Where the act starts behind names and a colon or dash: "Clerk / Lena Brook – write to schools"."""
    for hit in hits:
        colon = _NAME_FIRST.match(prose.text, hit.span.end, span.end)
        if colon:
            return Span(colon.end(), span.end)
    return None


def _acts(prose: Prose, span: Span) -> list[Act]:
    acts = actions_in(prose, span, Lead())
    if acts and (acts[0].doer is not None or acts[0].span.start - span.start < 8):
        return acts
    whole = (sentences(prose.text, span) or [span])[0]
    own = trim(prose.text, whole, " .;")
    doing = _TO.match(prose.low(own))
    verb = reading(doing["verb"], "base") if doing else None
    if doing is None or verb is None:
        return [Act.of_words(own, Lead())] if len(own) and own.end - own.start > 3 else []
    verb_span = Span(own.start + doing.start("verb"), own.start + doing.end("verb"))
    doer = Span(own.start, own.start + prose.low(own)[: doing.end()].rindex(" to ", 0, doing.start("verb")))
    return [replace(Act.of_words(own, Lead()), verb=verb.base, verb_span=verb_span, doer=doer)]


def pressed_for(prose: Prose, span: Span) -> Act | None:
    """What a paragraph of the discussion presses for, to which an action line behind it gives an owner."""
    every = sentences(prose.text, span)
    for sentence in reversed(every):
        for act in reversed(parse_acts(prose, sentence, Lead())):
            if act.is_action or act.kind == "consider":
                return replace(act, governing="agree")
    for sentence in reversed(every):
        pressed = _PRESSED.search(prose.low(sentence))
        if pressed:
            own = trim(prose.text, Span(sentence.start + pressed.end(), sentence.end), " .")
            return Act.of_words(own, Lead())
    return None
