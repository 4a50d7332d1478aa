"""The rows of an action table as acts: a lead cell owns, partner cells take part, a timescale cell is the deadline."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graphkit.documents.model import Block, Document, Span
from graphkit.language.act import Act, Lead
from graphkit.language.acts import actions_in
from graphkit.language.deadlines import choose, find_dues
from graphkit.language.due import DueHit
from graphkit.language.fold import fold
from graphkit.language.participation import Role
from graphkit.language.recurrence import find_recurrence
from graphkit.language.tokens import trim
from graphkit.loaders.column_words import Meaning
from graphkit.loaders.findings import Status
from graphkit.loaders.name_cells import Named, names_in
from graphkit.loaders.raw import Raw
from graphkit.loaders.source import Source
from graphkit.loaders.tables import Row
from graphkit.loaders.timing import due_in

# What a row's own verb says of its standing, whatever the table's.
_OWN_STATUS: dict[str, Status] = {"ask": "requested", "recommend": "recommended", "defer": "deferred"}
_ROLES: tuple[tuple[Meaning, Role], ...] = (
    ("lead", "owner"), ("deliver", "deliverer"), ("support", "supporter"), ("fund", "funder"),
)  # fmt: skip
_NOT_TAKEN = re.compile(r"\b(?:withdrawn|not taken forward|dropped|no longer required|superseded|cancelled)\b")
_ON_HOLD = re.compile(r"(?:on hold|deferred|paused|postponed|suspended)\b.*")
# A heading over the rows of what is over and done with; a log's "Closed actions" are still its actions.
_OVER = re.compile(
    r"(?:\w+ )?(?:done|dropped|achieved|delivered|withdrawn|not taken forward|(?:projects?|schemes?|work)"
    r" (?:ended|closed)|what (?:we have|we.ve|was) (?:done|achieved|delivered))"
)
_NOTHING = re.compile(r"\W*(?:n/?a|none)?\W*")
_SAME = re.compile(r"(?:as above|ditto|same(?: as above)?|\"|”|''|do\.?)\W*")
_LETTER = re.compile(r"(?:^|[\s:;])\(?([a-h]|[ivx]{1,4})\)\s+(?=\S)")
_BRACKETS = re.compile(
    r"\s*\((?P<inside>(?:lead(?:s|ing|er)?|led by|owners?|responsible)\b[^()]{3,120})\)\s*\Z", re.IGNORECASE
)
_WE = re.compile(r"\b[Ww]e\b")
_TO_COME = re.compile(r"\b(?:to|will|due|expected|planned|scheduled)\b")
# A status cell longer than this tells a story.
_LONGEST_STATUS = 60


def _no_priority(_cell: Block | None, _caption: Span | None) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class RowSetting:
    """What a loader knows of rows: their status, the meeting's date, and the key of a priority's cell or caption."""

    status: Status
    anchor: str | None = None
    priority_of: Callable[[Block | None, Span | None], str | None] = _no_priority


def raws_of_table(source: Source, rows: Iterable[Row], setting: RowSetting) -> list[Raw]:
    """The acts of a table's rows, in order; rows that were dropped, and notes below the table, give none."""
    raws: list[Raw] = []
    leads: list[Named] = []
    for row in rows:
        cell = row.first("action")
        if cell is None or row.is_note or _is_over(source.document, row):
            continue
        # A cell that spans rows stands in each of them; an empty one says that nobody leads.
        if not _leads_as_above(source.document, row):
            leads = [one for lead in row.all("lead") for one in names_in(source, lead.span, "owner")]
        raws += _Row(source, row, setting).raws(cell, leads)
    return raws


@dataclass(frozen=True, slots=True)
class _Row:
    source: Source
    row: Row
    setting: RowSetting

    def raws(self, cell: Block, leads: Sequence[Named]) -> list[Raw]:
        document, heading = self.source.document, self.row.first("priority")
        own, bracketed = self._lead_in_words(cell.span)
        named = [*leads, *bracketed, *self._others()]
        number = self.row.first("ref")
        ref = document.words(number.span).rstrip(".") if number else cell.number
        priority = self.setting.priority_of(heading, self.row.caption)
        raws: list[Raw] = []
        for letter, span in _pieces(document.text, own):
            act = self._act(span)
            about = heading or self.row.first("item")
            raw = Raw(
                act,
                ref=f"{ref}.{letter}" if letter and ref else ref,
                parent=raws[0] if letter and raws else None,
                heading=about.span if about else self.row.caption,
                priority=priority,
                named=[one.hit for one in named if one.role == "owner"],
                others=tuple(one.part() for one in named if one.role != "owner"),
                status=self._status(act),
                progress=self._progress(),
                we=self._we(span),
                rule="table-row",
            )
            self._set_time(raw, letter)
            raws.append(raw)
        return raws

    def _lead_in_words(self, cell: Span) -> tuple[Span, list[Named]]:
        """An act's cell without the brackets at its end that say who leads, in a table without a column for it."""
        match = _BRACKETS.search(self.source.document.text, *cell) if "lead" not in self.row.columns else None
        if match is None or match.start() == cell.start:
            return cell, []
        named = names_in(self.source, Span(*match.span("inside")), "owner")
        return (Span(cell.start, match.start()), named) if named else (cell, [])

    def _we(self, span: Span) -> Span | None:
        """The words for all partners, in a table of what "we will do" that has no column for who leads."""
        if "committed" not in self.row.columns or "lead" in self.row.columns:
            return None
        said = _WE.search(self.source.document.text, *span)
        return Span(*said.span()) if said else span

    def _act(self, span: Span) -> Act:
        """The cell's own act; a cell of an action column is an action however it is worded."""
        lead = Lead("agree" if self.setting.status == "agreed" else "plan")
        acts = actions_in(self.source.prose, span, lead)
        if not acts:
            return Act.of_words(span, lead)
        return replace(acts[0], span=span, governing=lead.governing, conditional=any(act.conditional for act in acts))

    def _status(self, act: Act) -> Status:
        """The standing by the row's own verb or its status cell, else by the table's columns, else by its paper."""
        own = _OWN_STATUS.get(act.verb if act.verb == "recommend" and act.doer is None else act.kind)
        cell = self.row.first("status")
        if own is None and cell is not None and _ON_HOLD.fullmatch(fold(self.source.document.words(cell.span))):
            own = "deferred"
        if own is not None:
            return own
        if act.conditional:
            return "proposed"
        if "committed" in self.row.columns:
            return "committed"
        # What stands under an agenda item of a meeting was agreed there.
        return "agreed" if {"meeting", "item"} <= self.row.columns else self.setting.status

    def _others(self) -> Iterator[Named]:
        """Who else the row names, in columns of their own."""
        for meaning, role in _ROLES[1:]:
            for cell in self.row.all(meaning):
                yield from names_in(self.source, cell.span, role)

    def _set_time(self, raw: Raw, letter: str | None) -> None:
        """The deadline and the recurrence of the timescale cells, or of the part that has the act's letter."""
        document = self.source.document
        for cell in self.row.all("due"):
            span = trim(document.text, cell.span)
            lettered = {mark: own for mark, own in _pieces(document.text, span) if mark}
            if lettered and letter not in lettered:
                raw.due_known = True
                return
            span = lettered.get(letter or "", span)
            raw.due = due_in(document, span, self.setting.anchor) or raw.due
            recurrence = find_recurrence(document.quote(span))
            raw.recurrence = recurrence[0] if recurrence else raw.recurrence
            raw.due_known = raw.due_known or not _NOTHING.fullmatch(fold(document.quote(span)))
        if "due" not in self.row.columns and not find_dues(document.text, *raw.act.span, self.setting.anchor):
            raw.due = self._due_in_update()

    def _due_in_update(self) -> DueHit | None:
        """The time that an update still sets ("letter to go out by May"); what it tells of the past sets none."""
        anchor = self.setting.anchor
        for cell in self.row.all("update"):
            hit = choose(find_dues(self.source.document.text, *cell.span, anchor))
            ahead = hit is not None and hit.date is not None and hit.date >= (anchor or "")[: len(hit.date)]
            if hit is not None and ahead and hit.strength == "binding" and _TO_COME.search(self.source.low(cell.span)):
                return hit
        return None

    def _progress(self) -> str | None:
        cell = self.row.first("status")
        words = fold(self.source.document.words(cell.span)) if cell else ""
        return words if 0 < len(words) < _LONGEST_STATUS else None


def _pieces(text: str, span: Span) -> list[tuple[str | None, Span]]:
    """The cell whole, or its stem and lettered parts ("Apply for status: a) appoint ...; b) hold ...")."""
    marks = list(_LETTER.finditer(text[span.start : span.end]))
    if len(marks) < 2:
        return [(None, trim(text, span))]
    edges = [*(span.start + mark.start() for mark in marks), span.end]
    found: list[tuple[str | None, Span]] = [(None, trim(text, Span(span.start, edges[0]), ":;, "))]
    for mark, end in zip(marks, edges[1:], strict=True):
        found.append((mark[1], trim(text, Span(span.start + mark.end(), end), ";, ")))
    return [(letter, own) for letter, own in found if own.end > own.start]


def _leads_as_above(document: Document, row: Row) -> bool:
    lead = row.first("lead")
    return lead is not None and _SAME.fullmatch(fold(document.words(lead.span))) is not None


def _is_over(document: Document, row: Row) -> bool:
    """Whether the row tells of what was dropped, or stands under a heading of what is done."""
    if row.caption is not None and _OVER.fullmatch(fold(document.words(row.caption)).strip(" :.")):
        return True
    cells = (*row.all("status"), *row.all("update"))
    return any(_NOT_TAKEN.search(fold(document.quote(cell.span))) for cell in cells)
