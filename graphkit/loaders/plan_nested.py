"""An item that holds a list of its own: "Put children first: (i) halve the wait; (ii) give every school a contact"."""

import re
from typing import NamedTuple

from graphkit.documents.model import Span
from graphkit.language.act import Governing, Lead
from graphkit.language.acts import actions_in
from graphkit.language.tokens import trim
from graphkit.loaders.source import Source

_MARK = re.compile(r"(?:^|(?<=[\s:;,]))(?P<mark>\((?:[a-h]|[ivx]{1,4})\))\s+(?=\S)")
_COLON = re.compile(r":\s+(?=\S)")
_ENDS = ";, \n"
_JOIN = re.compile(r"[;,]?\s+and\s*$")
_SHORTEST = 8


class Nested(NamedTuple):
    """The words before the inner list, and its items, each with its mark ("(i)", "" where it has none)."""

    stem: Span
    items: tuple[tuple[str, Span], ...]


def nested(source: Source, own: Span, governing: Governing) -> Nested | None:
    """The inner list of an item, marked or told by clauses with doers of their own; None where it has none."""
    text = source.document.text
    marks = list(_MARK.finditer(text, *own))
    if len(marks) > 1:
        stem = trim(text, Span(own.start, marks[0].start()), ":;, ")
        ends = [*(mark.start() for mark in marks[1:]), own.end]
        items = ((mark["mark"], _item(text, Span(mark.end(), end))) for mark, end in zip(marks, ends, strict=True))
        return Nested(stem, tuple(items)) if stem.end - stem.start > _SHORTEST else None
    return _by_doers(source, own, governing)


def _by_doers(source: Source, own: Span, governing: Governing) -> Nested | None:
    """As in "make discharge simpler: Wolden Hospitals will run one hub, and the council will second staff to it"."""
    text = source.document.text
    colon = _COLON.search(text, *own)
    if colon is None or colon.start() - own.start < _SHORTEST:
        return None
    stem, rest = Span(own.start, colon.start()), Span(colon.end(), own.end)
    acts = actions_in(source.prose, rest, Lead(governing))
    if not acts or not all(act.doer is not None and act.mood in ("modal", "to") for act in acts):
        return None
    starts = acts[0].doer is not None and acts[0].doer.start - rest.start < _SHORTEST
    if not starts or not actions_in(source.prose, stem, Lead(governing)):
        return None
    return Nested(stem, tuple(("", act.span) for act in acts))


def _item(text: str, span: Span) -> Span:
    own = trim(text, span, _ENDS)
    join = _JOIN.search(text, *own)
    return Span(own.start, join.start()) if join else own
