"""Action tables: what each column means, told by its header, and the rows as records.

Boards head the same columns with many words and in any order ("By when", "Timescale", "Target date"; "Lead", "Owner",
"Who"). A header is matched as a whole, longest meaning first; a column nobody knows is kept and reported.
"""

from dataclasses import dataclass, field
from typing import Literal

import re

from graphkit.documents.model import Block, Document, Span
from graphkit.language.fold import fold
from graphkit.language.tokens import trim

Meaning = Literal[
    "ref",
    "action",
    "lead",
    "support",
    "deliver",
    "fund",
    "due",
    "status",
    "priority",
    "update",
    "measure",
    "meeting",
    "other",
]

# The first that matches decides; "action by" and "action owner" name people, so they stand before "action".
_MEANINGS: tuple[tuple[Meaning, "re.Pattern[str]"], ...] = (
    ("ref", re.compile(r"(?:action |item |minute )?(?:ref(?:erence|no)?\.?(?: ?n(?:o|umber)\.?)?|no\.?|number|#|id|action (?:no|number|ref|id)\.?|item no\.?)$")),
    ("fund", re.compile(r"(?:funding|funded by|funder|funding source|resources? from)$")),
    ("support", re.compile(r"(?:support(?:ed)?(?: by| from)?|supporting (?:partners?|organisations?|agenc(?:y|ies)|leads?)|assisted by)$")),
    ("deliver", re.compile(r"(?:(?:key |delivery |other )?partners?(?: involved| organisations?)?|with|involving|in partnership with|stakeholders?|delivery partners?|who else)$")),
    ("lead", re.compile(
        r"(?:(?:action |delivery |project |lead |responsible |accountable |named |key )*(?:leads?|owners?|officers?|responsib(?:le|ility|ilities)|accountab\w+|who|organisations?|agency|body|person|"
        r"by whom|action by|assigned to|allocated to)(?: (?:officer|agency|organisation|person|body|partner|owner|lead|/.*|for .*|\(s\)))*|action by|by whom|lead/.*|responsible.*|actioned by|who by|who will do (?:it|this).*)$")),
    ("due", re.compile(
        r"(?:by when|when|due(?: date| by)?|time ?-?(?:scales?|frames?|lines?)|target(?: date| completion)?(?: date)?|deadlines?|(?:completion|target|end|review|delivery|expected) (?:date|by)|"
        r"complete by|completed? by|date due|date for completion|milestones?|by|start(?:/| and )end.*|when by)$")),
    ("status", re.compile(r"(?:status|rag(?: rating| status)?|brag.*|state|progress status|complete\??|current status|(?:open|closed).*)$")),
    ("update", re.compile(r"(?:.*(?:update|comments?|progress|notes?|position|outcome|response)s?(?: .*)?)$")),
    ("measure", re.compile(r".*(?:measure|indicator|success|outcomes?|output|impact|kpi|evidence|target|how will we know).*$")),
    ("meeting", re.compile(r"(?:(?:date of )?meeting(?: date)?|date(?: raised| agreed| of action)?|raised|agenda item|minute|source)$")),
    ("priority", re.compile(r"(?:(?:strategic |key |our )?(?:priority|theme|aim|objective|goal|outcome|area|focus|deep dive|workstream|topic|subject)s?(?: area| theme| of focus)?|.* area|agenda item|subject|item)$")),
    ("action", re.compile(r"(?:.*\bactions?\b.*|what(?: we will do| will we do| needs .*)?|task(?:s)?|activity|activities|project|commitment|deliverable|description|milestone.*|step|what)$")),
)  # fmt: skip


@dataclass(slots=True)
class Row:
    """A table row: its cells by meaning (several of one meaning in column order), and the cells of unknown columns."""

    cells: dict[str, list[Block]] = field(default_factory=dict)
    table: int = 0
    number: int = 0

    def first(self, meaning: Meaning) -> Block | None:
        """The first cell of this meaning that says something."""
        return next(iter(self.cells.get(meaning, ())), None)


@dataclass(slots=True)
class ActionTable:
    """An action table: the meaning of each column number and the rows below the header."""

    columns: dict[int, Meaning]
    rows: list[Row]
    unknown: tuple[str, ...]


def meaning_of(header: str) -> Meaning:
    """What a column holds, by its header's words."""
    words = " ".join(fold(header).replace("*", " ").strip(" :.?").split())
    return next((meaning for meaning, pattern in _MEANINGS if pattern.fullmatch(words)), "other")


def action_tables(document: Document) -> list[ActionTable]:
    """The tables that have an action column beside a lead, a time or a status, in order."""
    tables: dict[int, list[Block]] = {}
    for block in document.body():
        if block.kind == "cell" and block.place is not None:
            tables.setdefault(block.place.table, []).append(block)
    found = (_table(document, number, cells) for number, cells in sorted(tables.items()))
    return [table for table in found if table is not None]


def _table(document: Document, number: int, cells: list[Block]) -> ActionTable | None:
    headers: dict[int, str] = {}
    for cell in cells:
        if cell.place is not None and cell.place.header:
            headers.setdefault(cell.place.column, cell.place.header)
    columns = {column: meaning_of(header) for column, header in headers.items()}
    columns = _one_action(columns, headers)
    if "action" not in columns.values() or not {"lead", "due", "status", "ref", "support", "deliver", "measure"} & set(
        columns.values()
    ):
        return None
    rows: dict[int, Row] = {}
    for cell in cells:
        place = cell.place
        if (
            place is None
            or place.is_header
            or not trim(document.text, cell.span).end > trim(document.text, cell.span).start
        ):
            continue
        row = rows.setdefault(place.row, Row(table=number, number=place.row))
        row.cells.setdefault(columns.get(place.column, "other"), []).append(cell)
    unknown = tuple(headers[column] for column, meaning in sorted(columns.items()) if meaning == "other")
    return ActionTable(columns, [rows[key] for key in sorted(rows)], unknown)


def _one_action(columns: dict[int, Meaning], headers: dict[int, str]) -> dict[int, Meaning]:
    """One action column: where several headers speak of actions, the one that says just that."""
    actions = [column for column, meaning in columns.items() if meaning == "action"]
    if not actions:
        for column, meaning in columns.items():
            if meaning == "priority" and re.search(r"objective|outcome|aim", fold(headers[column])):
                return {**columns, column: "action"}
    if len(actions) < 2:
        return columns
    best = min(
        actions,
        key=lambda column: (
            not fold(headers[column]).strip().startswith(("action", "high level action", "what")),
            len(headers[column]),
            column,
        ),
    )
    return {
        column: ("update" if meaning == "action" and column != best else meaning) for column, meaning in columns.items()
    }


def caption_span(document: Document, row: Row) -> Span | None:
    """The nearest heading above a row's table."""
    first = min((block.span.start for cells in row.cells.values() for block in cells), default=0)
    above = [block for block in document.body() if block.kind == "heading" and block.span.end <= first]
    return above[-1].span if above else None
