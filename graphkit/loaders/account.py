"""An account of a paper: in which zone each of its passages stands, and why nothing was taken from some.

Actions are expected of list items, table rows and outcomes where boards record them. One that gave no fact is told as
Unread with its reason, and so is a list item elsewhere that reads like something to do: its lead-in is one that no rule
knows. Background, attendance, lists of documents and the like are zones in which nothing is expected, so they are not
told; `graphkit extract --explain` shows them with the rest.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graphkit.documents.model import Document, Span
from graphkit.language.act import Lead
from graphkit.loaders.findings import Findings, Unread
from graphkit.loaders.lost_tables import lost_headers
from graphkit.loaders.passages import MinutesWalk, Passage
from graphkit.loaders.row_accounts import rows_of
from graphkit.loaders.sections import Line, lines
from graphkit.loaders.silence import may_be_action, why_silent
from graphkit.loaders.source import Source

EXPECTED = frozenset({"outcome", "steps", "action-line", "log", "commitments", "row"})
# Where a list item may be an action whose lead-in we do not know.
_OPEN = frozenset({"open", "narrative"})
_NO_LEAD = Lead()
_LEADS_ON = (":", ":-", "–", "—")


@dataclass(frozen=True, slots=True)
class Account:
    """A passage in its zone: a stretch of text, or a table row with its cells.

    `listed` tells an item of a list; `opens` one that only opens those nested in it; `lead` and `lead_span` are what
    the words above it lend; `why` says what is known beforehand of a row that gives nothing.
    """

    span: Span
    zone: str
    listed: bool = False
    opens: bool = False
    lead: Lead = _NO_LEAD
    lead_span: Span | None = None
    cells: tuple[Span, ...] = ()
    why: str = ""

    @property
    def expected(self) -> bool:
        """Whether boards record actions in passages like this one."""
        return self.zone in EXPECTED and not self.opens

    @property
    def places(self) -> tuple[Span, ...]:
        """Where its words stand."""
        return self.cells or (self.span,)


def accounts_of(document: Document, kind: str) -> list[Account]:
    """The passages, lines and rows of a paper of this kind of findings, in the order of the text."""
    found = of_minutes(document, MinutesWalk(document).passages()) if kind == "minutes" else of_plan(lines(document))
    return sorted([*found, *of_rows(document)], key=lambda one: one.span)


def of_minutes(document: Document, passages: Iterable[Passage]) -> list[Account]:
    """The passages of minutes."""
    every = list(passages)
    above = {id(one.parent) for one in every if one.parent is not None}
    return [
        Account(
            one.span, one.zone, one.block.kind == "item",
            id(one) in above or document.quote(one.span).rstrip().endswith(_LEADS_ON), one.lead, one.lead_span,
        )
        for one in every
    ]  # fmt: skip


def of_plan(every: Iterable[Line]) -> list[Account]:
    """The lines of a plan; paragraphs among commitments explain them, so only items are expected to be some."""
    return [
        Account(
            line.block.span, line.zone, line.block.kind == "item", line.block.kind != "item",
            Lead(line.governing), line.lead,
        )
        for line in every
    ]  # fmt: skip


def of_rows(document: Document) -> list[Account]:
    """The rows of a paper's tables."""
    return [
        Account(row.span, row.zone, cells=tuple(span for _, span in row.cells), why=row.why)
        for row in rows_of(document)
    ]


class Taken:
    """The places of a paper's facts, to be asked which passages gave some."""

    def __init__(self, places: Iterable[Span]) -> None:
        self._places = sorted(places)

    def meets(self, account: Account) -> bool:
        """Whether a fact stands in the passage."""
        return any(self._meets(place) for place in account.places)

    def _meets(self, span: Span) -> bool:
        i = bisect_left(self._places, (span.end,))
        return any(place.meets(span) for place in self._places[max(0, i - 3) : i])


def facts_of(findings: Findings) -> Taken:
    """The places of decisions, priorities and actions, and of the words that name partners and times."""
    parts = (part.span for one in findings.actions for part in one.participations if part.basis == "explicit")
    dues = (one.due.span for one in findings.actions if one.due is not None)
    own = (one.span for several in (findings.actions, findings.decisions, findings.priorities) for one in several)
    return Taken([*own, *parts, *dues])


def accounted(source: Source, findings: Findings, accounts: Iterable[Account]) -> Findings:
    """The findings with how many passages actions are expected of, and those of them that gave no fact."""
    taken = facts_of(findings)
    expected, unread = 0, list(lost_headers(source.document))
    for account in (*accounts, *of_rows(source.document)):
        if not taken.meets(account) and (account.expected or _reads_like_one(source, account)):
            unread.append(Unread(account.span, why_silent(source, account)))
        elif account.expected:
            expected += 1
    unread.sort(key=lambda one: one.span)
    return replace(findings, passages=expected + len(unread), unread=tuple(unread))


def _reads_like_one(source: Source, account: Account) -> bool:
    """Whether a list item or line outside the zones of actions may be one, whose lead-in or table we do not know."""
    return account.zone in _OPEN and may_be_action(source, account)
