"""What one paper says, in the form in which a reading and gold can be compared; both are made into it.

Nothing here knows which of the two it came from, so two people's gold can be compared as well.
"""

from dataclasses import dataclass
from typing import Literal

from graphkit.documents.model import Span

Kind = Literal[
    "actions", "owners", "other roles", "topics", "populations", "due", "action-priority", "priorities", "partners",
    "named owners", "status", "kind", "board", "date",
]  # fmt: skip

# These are counted together as "ALL FACTS"; those beside them look at the same facts in another way.
FACTS: tuple[Kind, ...] = (
    "actions", "owners", "other roles", "topics", "populations", "due", "action-priority", "priorities", "partners",
)  # fmt: skip
BESIDE: tuple[Kind, ...] = ("named owners", "status", "kind", "board", "date")
KINDS: tuple[Kind, ...] = FACTS + BESIDE


@dataclass(frozen=True, slots=True)
class PartyFact:
    """A party, with its part in an action (`role`) or as a partner of the paper (role "").

    `names` are its names as `plain_name` gives them, `shown` the first as printed. `rule` and `confidence` are a
    reading's.
    """

    names: frozenset[str]
    type: str
    shown: str
    role: str = ""
    span: Span | None = None
    rule: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class TagFact:
    """A topic or population group of an action; `rule` is a reading's basis for it, `span` the words that state it."""

    slug: str
    rule: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class DueFact:
    """A deadline: its words, an ISO 8601 duration and a date of ten, seven or four characters, each where known."""

    text: str | None
    offset: str | None
    date: str | None
    span: Span | None = None

    def __str__(self) -> str:
        known = [value for value in (self.date, self.offset) if value]
        return f"{self.text or 'no words'} ({', '.join(known) or 'no date'})"


@dataclass(frozen=True, slots=True)
class ActionFact:
    """An action; `text` is its own words, `priority` the label it stands under or ""."""

    text: str
    ref: str = ""
    status: str = ""
    parties: tuple[PartyFact, ...] = ()
    topics: tuple[TagFact, ...] = ()
    populations: tuple[TagFact, ...] = ()
    due: DueFact | None = None
    priority: str = ""
    span: Span | None = None
    rule: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PriorityFact:
    """A priority by its label."""

    label: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """All that is compared of one paper; `board` holds the deciding body's names as `plain_name` gives them."""

    kind: str = ""
    board: frozenset[str] = frozenset()
    date: str = ""
    actions: tuple[ActionFact, ...] = ()
    priorities: tuple[PriorityFact, ...] = ()
    partners: tuple[PartyFact, ...] = ()
