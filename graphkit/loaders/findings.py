"""What a loader finds in one paper: as read, with the place of every part, not yet identified.

Keys tie the parts of one paper together. They are made from what is printed (numbers, words), never from a counter over
the whole or a clock, so the same paper gives the same keys.
"""

from dataclasses import dataclass
from typing import Literal

from graphkit.documents.model import Span
from graphkit.language.participation import Basis, Participation, Role
from graphkit.language.party import Party, PartyType
from graphkit.language.tag import Tag

__all__ = [
    "Action",
    "Basis",
    "Decision",
    "Due",
    "Findings",
    "Kind",
    "Participation",
    "Party",
    "PartyType",
    "Priority",
    "Role",
    "Status",
    "Tag",
    "Unread",
]

Kind = Literal["minutes", "strategy", "action-plan"]
Status = Literal["agreed", "recommended", "requested", "committed", "proposed", "planned", "noted", "deferred"]


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: its words, an ISO 8601 duration (`offset`, "P12M") and a date ("2024", "2024-06", "2024-06-30")."""

    text: str
    offset: str | None
    date: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Action:
    """An undertaking of which one could later ask "done yet?" (annotation guide, "Action").

    `span` covers the action's own words; `stem` those of a lead-in that it completes; `parent` is the key of the
    action it is nested in; `priority` the key of the priority it stands under. `progress` is a status column's word,
    lower case.
    """

    key: str
    span: Span
    text: str
    status: Status
    rule: str
    confidence: float
    ref: str | None = None
    parent: str | None = None
    stem: Span | None = None
    participations: tuple[Participation, ...] = ()
    topics: tuple[Tag, ...] = ()
    populations: tuple[Tag, ...] = ()
    due: Due | None = None
    recurrence: str | None = None
    priority: str | None = None
    progress: str | None = None


@dataclass(frozen=True, slots=True)
class Priority:
    """A numbered or headed aim of a strategy; `parent` is the key of the one above it."""

    key: str
    label: str
    span: Span
    parent: str | None = None
    topics: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a board was asked to decide (stage "asked") or did decide (stage "resolved").

    `act` is the governing verb's class ("note", "approve", "undertake", "ask", ...); `adopted_as` the key of the
    resolved decision that carries an ask, where its words show it.
    """

    key: str
    span: Span
    text: str
    stage: Literal["asked", "resolved"]
    act: str
    ref: str | None = None
    adopted_as: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that no rule understood: reported, counted and queryable, never dropped in silence."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one paper says; `why_kind` tells how its kind was known, `body` is the key of the deciding party.

    `passages` counts the list items, table rows and outcomes that stand where actions are recorded, and the list items
    elsewhere that read like actions; `unread` are those of them that gave no fact.
    """

    kind: Kind
    why_kind: str
    title: str | None = None
    title_span: Span | None = None
    date: str | None = None
    date_span: Span | None = None
    body: str | None = None
    parties: tuple[Party, ...] = ()
    priorities: tuple[Priority, ...] = ()
    actions: tuple[Action, ...] = ()
    decisions: tuple[Decision, ...] = ()
    passages: int = 0
    unread: tuple[Unread, ...] = ()
