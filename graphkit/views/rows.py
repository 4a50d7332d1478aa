"""The rows of the action table: one for each action and party in it, one for an action that nobody owns."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.views import answers, words
from graphkit.views.model import Action, Part, Party, ViewData

COLUMNS = (
    "action",
    "ref",
    "status",
    "partner",
    "partner_type",
    "role",
    "basis",
    "confidence",
    "topics",
    "populations",
    "deadline",
    "deadline_date",
    "recurrence",
    "progress",
    "priority",
    "priority_link",
    "document",
    "document_date",
    "path",
    "start",
    "end",
    "quote",
    "prefix",
    "suffix",
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


@dataclass(frozen=True, slots=True)
class Row:
    """An action with one party's part in it; `part` is None in the row that says nobody owns it."""

    action: Action
    part: Part | None
    party: Party | None


def rows_of(data: ViewData) -> Iterator[Row]:
    """All rows, in the order of papers and their text; owners before other roles."""
    for action in data.actions:
        if not action.owners:
            yield Row(action, None, None)
        for part in action.parts:
            yield Row(action, part, answers.party_of(data, part.party))


def csv_lines(data: ViewData) -> list[str]:
    """The table as CSV (RFC 4180): the heading, then a line a row as `rows_of` gives them, no line ends."""
    return [_line(list(COLUMNS)), *(_line([_guarded(cell) for cell in _cells(data, row)]) for row in rows_of(data))]


def csv_text(lines: list[str]) -> str:
    """A CSV file; the byte order mark tells spreadsheets that it is UTF-8."""
    return "\ufeff" + "".join(line + "\r\n" for line in lines)


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _line(cells: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()


def _cells(data: ViewData, row: Row) -> list[str]:
    action, part, quote = row.action, row.part, row.action.quote
    paper = data.papers.get(action.paper)
    named = [(data.priorities[link.priority].label, link) for link in action.links if link.priority in data.priorities]
    return [
        action.text,
        action.ref or "",
        action.status,
        row.party.label if row.party else "",
        row.party.type if row.party else "",
        part.role if part else "",
        part.basis if part else "",
        "" if part is None or part.confidence is None else f"{part.confidence:g}",
        "; ".join(data.topics[tag.concept].label for tag in action.topics if tag.concept in data.topics),
        "; ".join(data.populations[tag.concept].label for tag in action.populations if tag.concept in data.populations),
        action.due.words if action.due else "",
        (action.due.date or "") if action.due else "",
        words.recurrence(action.recurrence),
        action.progress or "",
        "; ".join(label for label, _ in named),
        "; ".join("stated" if link.stated else "inferred" for _, link in named),
        paper.title if paper else action.paper,
        (paper.date or "") if paper else "",
        paper.path if paper else "",
        *((str(quote.start), str(quote.end), quote.exact, quote.prefix, quote.suffix) if quote else [""] * 5),
    ]
