"""What a stem lends to the items nested under it: "(c) that the Trust be invited to -", "To instruct the Clerk:"."""

import re

from graphkit.documents.model import Span
from graphkit.language.act import Act, Lead
from graphkit.language.acts import parse_acts
from graphkit.language.formulas import formula_of
from graphkit.language.tokens import trim
from graphkit.loaders.source import Source

# A lead-in without an act of its own.
_STEM = re.compile(
    r"(?:^(?:to |that )?(?:[\w ]{0,40}?)\b(?:request|ask|agree|recommend|note|resolve|instruct|direct)\w*\b.{0,100}?"
    r"|\bbe (?:invited|asked|requested|recommended|instructed|encouraged) )(?:\bthat|\bto)?\s*(?::|:-|[-–—])$"
    r"|\bbe (?:invited|asked|requested|instructed|encouraged) to$"
)
# An act whose last word leaves open what the group is to do.
_SETS_UP_TO = re.compile(
    r"^(?:that )?(?:set(?:ting)? up|establish\w*|creat\w+|form(?:ing)?|conven\w+|appoint\w*)\b.*"
    r"\bto\W*$",
    re.DOTALL,
)
_A_NEW = re.compile(r"(?:\s+up)?\s+(?:an? |the )?(?:new |small |joint |further |multi-?agency |time-limited )*")
_GROUPS = frozenset({"team", "board"})
_ASKS = re.compile(r"\b(?:request|ask|instruct|direct|invite)\w*\b")


def is_stem(source: Source, span: Span) -> bool:
    """Whether an item is but a lead-in to the items nested under it."""
    return bool(_STEM.search(source.low(span).strip()))


def lead_under(source: Source, stem: Span, above: Lead) -> Lead:
    """What a stem without an act of its own lends; `above` is what its own lead-in lends to it."""
    acts = parse_acts(source.prose, stem, above)
    if acts and acts[-1].kind == "ask":
        return Lead("ask", acts[-1].doer)
    doer = (acts[-1].doer if acts else None) or _doer_of_stem(source, stem)
    if _ASKS.search(source.low(stem)):
        return Lead("ask", doer)
    return Lead(above.governing, doer if acts or doer else above.addressee)


def lead_of_group(source: Source, act: Act, above: Lead) -> Lead:
    """What an act that sets up a group lends to the items under it ("set up a working group to:"): the group acts."""
    if not _SETS_UP_TO.search(source.low(act.span)):
        return above
    groups = (hit.span for hit in source.parties.within(act.span) if hit.type in _GROUPS)
    group = next((span for span in groups if _A_NEW.fullmatch(source.low(Span(act.verb_span.end, span.start)))), None)
    return Lead(above.governing, group) if group is not None else above


def _doer_of_stem(source: Source, stem: Span) -> Span | None:
    """The parties with whose names a stem ends: "agrees that the Director of Public Health and the ICB:"."""
    own = trim(source.document.text, stem, ":-–— ")
    hits = source.parties.within(Span(formula_of(source.prose, own, "agree").end, own.end))
    return Span(hits[0].span.start, own.end) if hits and hits[-1].span.end == own.end else None
