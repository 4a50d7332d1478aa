"""What the pages show, as plain records: read once from the store, then only looked at.

Keys are the stable ends of IRIs, so that a link into a page (`actions.html#topic=...`) survives a rebuild.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a paper: `exact` stands at characters `start` to `end` of its text, between `prefix` and `suffix`."""

    paper: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One source file; `date` is as printed or found ("2024", "2024-06", "2024-06-30"), `board` a label."""

    key: str
    title: str
    kind: str
    path: str
    date: str | None = None
    url: str | None = None
    board: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who can act; `type` is the word of the findings ("organisation", "post", "sector", ...)."""

    key: str
    label: str
    type: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A topic or population group; `broader` holds the keys directly above it."""

    key: str
    label: str
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """A concept on an action, and whether its own words say so ("explicit") or its heading ("inherited")."""

    concept: str
    basis: str


@dataclass(frozen=True, slots=True)
class Part:
    """A party's part in an action: role, on what basis, by which rule, how sure (0 to 1), the words that show it."""

    party: str
    role: str
    basis: str
    rule: str
    confidence: float | None
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Link:
    """An action stands under a priority in its paper (`stated`), or a rule found that it serves one."""

    priority: str
    stated: bool
    rule: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Priority:
    """An aim of a strategy; `parent` is the key of the one above it."""

    key: str
    label: str
    paper: str
    order: int
    parent: str | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: its words, and the date they come to where that is known."""

    words: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """An undertaking with everything that the graph says about it."""

    key: str
    text: str
    paper: str
    order: int
    status: str
    ref: str | None = None
    rule: str = ""
    confidence: float | None = None
    progress: str | None = None
    recurrence: str | None = None
    due: Due | None = None
    topics: tuple[Tag, ...] = ()
    populations: tuple[Tag, ...] = ()
    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    quote: Quote | None = None

    @property
    def owners(self) -> tuple[Part, ...]:
        """The parts of those who own it; empty when nobody does."""
        return tuple(part for part in self.parts if part.role == "owner")


@dataclass(frozen=True, slots=True)
class Unread:
    """A passage that no rule understood, and why."""

    reason: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class ViewData:
    """Everything on the pages. Mappings are by key; sequences are in the order of papers, then of their text."""

    papers: dict[str, Paper] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    topics: dict[str, Concept] = field(default_factory=dict)
    populations: dict[str, Concept] = field(default_factory=dict)
    priorities: dict[str, Priority] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    unread: tuple[Unread, ...] = ()
    decisions: int = 0
