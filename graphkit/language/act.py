"""An act, and what a lead-in lends to it: what `acts.py` reads and the loaders build on."""

from dataclasses import dataclass
from typing import Literal

from graphkit.documents.model import Span
from graphkit.language.heads import Mood

Governing = Literal["agree", "ask", "encourage", "recommend", "note", "commit", "plan", "propose"]
Kind = Literal[
    "undertake", "ask", "recommend", "delegate", "report-back", "defer",
    "note", "receive", "consider", "approve", "appoint", "thank", "close", "say",
]  # fmt: skip

# Those of which one may later ask "done yet?"; the others are decisions, or mere talk.
ACTIONS: frozenset[Kind] = frozenset({"undertake", "ask", "recommend", "delegate", "report-back", "defer"})


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead-in lends to the clauses under it: the governing act, and the party who is to act, if it names one."""

    governing: Governing = "agree"
    addressee: Span | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One act: `span` from its first verb or doer to its end; `doer` the party who acts or is asked, as printed.

    `by_board` tells that the deciding body stands as subject of the words before it; `mood` is None where the words
    hold no verb that we know.
    """

    kind: Kind
    span: Span
    verb: str
    verb_span: Span
    governing: Governing
    doer: Span | None = None
    passive: bool = False
    conditional: bool = False
    by_board: bool = False
    mood: Mood | None = None

    @classmethod
    def of_words(cls, span: Span, lead: Lead) -> "Act":
        """An undertaking of which only the place tells that it is one: no verb in it is known."""
        return cls("undertake", span, "", Span(span.start, span.start), lead.governing, lead.addressee)

    @property
    def is_action(self) -> bool:
        """Whether one may later ask of it "done yet?"."""
        return self.kind in ACTIONS
