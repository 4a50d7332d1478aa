"""The rows of an action table as acts: the lead cell owns, the partner cells take part, the timescale cell is the deadline."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import re

from graphkit.documents.model import Block, Document, Span
from graphkit.language.acts import ACTIONS, Act, Lead, parse_acts
from graphkit.language.fold import fold
from graphkit.language.parties import Parties, PartyHit
from graphkit.language.recurrence import find_recurrence
from graphkit.language.roles import Part
from graphkit.language.timescales import due_of_cell
from graphkit.language.tokens import trim
from graphkit.loaders.assemble import Raw
from graphkit.loaders.findings import Status
from graphkit.loaders.tables import ActionTable, Meaning, Row, caption_span

_ROLES: tuple[tuple[Meaning, str], ...] = (("deliver", "deliverer"), ("support", "supporter"), ("fund", "funder"))
_SUPPORTED = re.compile(r"\b(?:supported by|with support from|with|support:)\b", re.I)
_NOT_TAKEN = re.compile(r"\b(?:withdrawn|not taken forward|dropped|no longer required|superseded|cancelled)\b")
_NOTHING = re.compile(r"\W*(?:n/?a|none|tbc|-)?\W*")
_INLINE = re.compile(r"(?:^|[\s:;])\(?([a-h]|[ivx]{1,4})\)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class RowSetting:
    """What a loader knows of the rows: the status they have, the meeting's date, and how a priority's cell becomes a key."""

    status: Status
    anchor: str | None
    priority_of: Callable[[Block | None, Span | None], str | None]


def raws_of_table(document: Document, parties: Parties, table: ActionTable, setting: RowSetting) -> list[Raw]:
    """The acts of a table's rows, in order; rows that were dropped, and notes below the table, give none."""
    raws: list[Raw] = []
    lead_above: list[PartyHit] = []
    for row in table.rows:
        cell = row.first("action")
        if cell is None or _dropped(document, row) or _is_note(row):
            continue
        hits = _hits(document, parties, row, "lead")
        lead_cells = row.cells.get("lead", [])
        spans_rows = not lead_cells and bool(lead_above)
        named = hits if hits else (lead_above if spans_rows else [])
        raws += _row(document, parties, row, cell, named, setting)
        lead_above = hits or ([] if lead_cells else lead_above)
    return raws


def _row(
    document: Document, parties: Parties, row: Row, cell: Block, named: Sequence[PartyHit], setting: RowSetting
) -> list[Raw]:
    text = document.text
    ref_cell = row.first("ref")
    ref = document.words(ref_cell.span).rstrip(".") if ref_cell else cell.number
    pieces = _pieces(text, cell.span)
    heading = row.first("priority")
    caption = caption_span(document, row)
    raws: list[Raw] = []
    for i, (letter, span) in enumerate(pieces):
        act = _act(text, span, parties)
        parent = raws[0] if letter and raws and i > 0 else None
        raw = Raw(act, f"{ref}.{letter}" if letter and ref else ref, parent, named=named, others=_others(document, parties, row),
                  heading=heading.span if heading else caption, rule="table-row", status=_status(act, setting),
                  priority=setting.priority_of(heading, caption), progress=_progress(document, row))  # fmt: skip
        _set_due(document, row, raw, setting.anchor, letter)
        raws.append(raw)
    return raws


def _act(text: str, span: Span, parties: Parties) -> Act:
    """The cell's own act; a cell of an action column is an action however it is worded."""
    acts = [act for act in parse_acts(text, span, Lead("plan"), parties.within) if act.kind in ACTIONS]
    if acts and len(acts) == 1:
        act = acts[0]
        return Act(act.kind, span, act.verb, act.verb_span, "plan", act.doer, act.passive, act.conditional)
    kind = acts[0].kind if acts else "undertake"
    conditional = any(act.conditional for act in acts)
    verb = acts[0].verb if acts else ""
    return Act(
        kind,
        span,
        verb,
        acts[0].verb_span if acts else Span(span.start, span.start),
        "plan",
        acts[0].doer if acts else None,
        conditional=conditional,
    )


def _pieces(text: str, span: Span) -> list[tuple[str | None, Span]]:
    """The cell whole, or its stem and lettered parts ("Apply for status: a) appoint ...; b) hold ...")."""
    marks = list(_INLINE.finditer(text, span.start, span.end))
    if len(marks) < 2:
        return [(None, trim(text, span))]
    edges = [*(mark.start() for mark in marks), span.end]
    found: list[tuple[str | None, Span]] = [(None, trim(text, Span(span.start, edges[0]), ":;, "))]
    for mark, end in zip(marks, edges[1:], strict=True):
        found.append((mark.group(1), trim(text, Span(mark.end(), end), ";, ")))
    return [(letter, own) for letter, own in found if own.end > own.start]


def _hits(document: Document, parties: Parties, row: Row, meaning: Meaning) -> list[PartyHit]:
    found: list[PartyHit] = []
    for cell in row.cells.get(meaning, ()):
        end = _SUPPORTED.search(document.text, cell.span.start, cell.span.end)
        span = Span(cell.span.start, end.start()) if end and meaning == "lead" else cell.span
        found += list(parties.within(span))
    return found


def _others(document: Document, parties: Parties, row: Row) -> tuple[Part, ...]:
    parts: list[Part] = []
    for meaning, role in _ROLES:
        parts += [
            Part(hit.key, role, "explicit", f"{meaning}-column", 0.9, hit.span)
            for hit in _hits(document, parties, row, meaning)
        ]
    for cell in row.cells.get("lead", ()):
        after = _SUPPORTED.search(document.text, cell.span.start, cell.span.end)
        if after:
            hits = parties.within(Span(after.end(), cell.span.end))
            parts += [Part(hit.key, "supporter", "explicit", "lead-cell-support", 0.85, hit.span) for hit in hits]
    return tuple(parts)


def _status(act: Act, setting: RowSetting) -> Status | None:
    if act.kind == "ask":
        return "requested"
    return "proposed" if act.conditional else setting.status


def _set_due(document: Document, row: Row, raw: Raw, anchor: str | None, letter: str | None) -> None:
    cells = row.cells.get("due", ())
    for cell in cells:
        span = trim(document.text, cell.span)
        lettered = {mark: own for mark, own in _pieces(document.text, span) if mark}
        if lettered:
            if letter not in lettered:
                raw.due_known = True
                return
            span = lettered[letter]
        hit = due_of_cell(document.quote(span), anchor)
        recurrence = find_recurrence(document.quote(span))
        if hit is not None:
            raw.due = type(hit)(
                hit.text, Span(hit.span.start + span.start, hit.span.end + span.start), hit.offset, hit.date, hit.kind
            )
        if recurrence is not None:
            raw.recurrence = recurrence[0]
        raw.due_known = raw.due_known or not _NOTHING.fullmatch(fold(document.quote(span)))


def _progress(document: Document, row: Row) -> str | None:
    cell = row.first("status")
    words = fold(document.words(cell.span)) if cell else ""
    return words if 0 < len(words) < 60 else None


def _dropped(document: Document, row: Row) -> bool:
    return any(
        _NOT_TAKEN.search(fold(document.quote(cell.span)))
        for meaning in ("status", "update")
        for cell in row.cells.get(meaning, ())
    )


def _is_note(row: Row) -> bool:
    """A single filled cell is a note or a sub-heading, not a row."""
    return sum(len(cells) for cells in row.cells.values()) < 2
