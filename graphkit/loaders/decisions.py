"""What a board was asked to decide and what it decided, and which of the second adopts which of the first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from graphkit.documents.model import Document
from graphkit.language.act import Act
from graphkit.language.tokens import trim
from graphkit.loaders.findings import Decision
from graphkit.loaders.keys import digest_of, distinct
from graphkit.loaders.likeness import alike

# The same kind of act with this share of its words in common.
_ADOPTED = 0.6


class Decided(NamedTuple):
    """An act with its printed number, and whether the board was asked for it or resolved it."""

    act: Act
    ref: str | None
    stage: Literal["asked", "resolved"]


def decisions_of(document: Document, decided: Iterable[Decided]) -> tuple[Decision, ...]:
    """The decisions in order; an ask that a resolution carries points to it."""
    spans = [(one, trim(document.text, one.act.span)) for one in decided]
    keys = distinct(f"{one.stage}-{digest_of(document.words(span))}" for one, span in spans)
    made = [
        Decision(key, one.act.span, document.words(span), one.stage, one.act.kind, one.ref)
        for key, (one, span) in zip(keys, spans, strict=True)
    ]
    resolved = [decision for decision in made if decision.stage == "resolved"]
    return tuple(_with_adoption(decision, resolved) if decision.stage == "asked" else decision for decision in made)


def _with_adoption(asked: Decision, resolved: Sequence[Decision]) -> Decision:
    best = max(resolved, key=lambda one: (alike(asked.text, one.text), one.key), default=None)
    if best is None or best.act != asked.act or alike(asked.text, best.text) < _ADOPTED:
        return asked
    return replace(asked, adopted_as=best.key)
