"""An act where a loader found it, with all that its place lends to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.documents.model import Span
from graphkit.language.act import Act
from graphkit.language.due import DueHit
from graphkit.language.participation import Participation
from graphkit.language.parties import PartyHit
from graphkit.loaders.findings import Status


@dataclass(slots=True, eq=False)
class Raw:
    """An act and its setting, filled while a paper is read.

    `heading` and `title` lend topics; `stem` is the lead-in that the act completes and `tail` the words after it that
    name partners. `named` are owners that a lead cell or action line gives, `others` parts that columns or labels
    give; `we` is the "we" of a commitment. `due` and `recurrence` are what a timescale cell or label says, and
    `due_known` that there is one, so that the act's own words are not asked.
    """

    act: Act
    ref: str | None = None
    parent: "Raw | None" = None
    stem: Span | None = None
    tail: Span | None = None
    title: Span | None = None
    heading: Span | None = None
    priority: str | None = None
    named: Sequence[PartyHit] = ()
    others: tuple[Participation, ...] = ()
    we: Span | None = None
    status: Status | None = None
    due: DueHit | None = None
    due_known: bool = False
    recurrence: str | None = None
    progress: str | None = None
    rule: str = ""
