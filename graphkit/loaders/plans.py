"""Strategies and plans: priorities, aims and what partners commit to, in headings, lists, prose and tables.

Commitments stand in lists under "We will" and its like, in tables of actions, and in prose where a named body (or "we",
with a time) will do something. Outcome statements are priorities of their own, never actions.
"""

from collections.abc import Sequence
from itertools import zip_longest

from graphkit.documents.model import Document
from graphkit.language.fold import fold
from graphkit.loaders.account import accounted, of_plan
from graphkit.loaders.assemble import Assembler, parties_of
from graphkit.loaders.commitments import CommitmentReader
from graphkit.loaders.dating import title_of
from graphkit.loaders.findings import Findings, Kind, Status
from graphkit.loaders.plan_holders import holders_of
from graphkit.loaders.plan_priorities import Priorities
from graphkit.loaders.raw import Raw
from graphkit.loaders.registry import Context
from graphkit.loaders.sections import lines
from graphkit.loaders.source import Source
from graphkit.loaders.table_actions import RowSetting, raws_of_table
from graphkit.loaders.tables import Row, action_tables


def read_plan(document: Document, context: Context, why: str, kind: Kind) -> Findings:
    """Reads a strategy or a plan; `why` tells how the kind was recognised."""
    source = Source.of(document, context)
    reader = CommitmentReader(source, kind)
    every = list(lines(document))
    for line, following in zip_longest(every, every[1:]):
        reader.take(line, following)
    priorities = Priorities(source)
    tables = action_tables(document)
    priorities.take_listed(every)
    priorities.mark(every, holders_of(every, reader, (row.caption for table in tables for row in table)))
    priorities.take_aims(every)
    for raw, section in zip(reader.raws, reader.sections, strict=True):
        raw.priority = priorities.above(section)
    raws = sorted([*reader.raws, *_rows(source, priorities, tables)], key=lambda raw: raw.act.span)
    title, title_span = title_of(document)
    for raw in raws:
        raw.title = title_span
    actions = Assembler(source).actions(raws)
    findings = Findings(
        kind=kind,
        why_kind=why,
        title=title,
        title_span=title_span,
        body=source.parties.body,
        parties=parties_of(source, actions),
        priorities=tuple(priorities.found.values()),
        actions=actions,
    )
    return accounted(source, findings, of_plan(every))


def _rows(source: Source, priorities: Priorities, tables: Sequence[Sequence[Row]]) -> list[Raw]:
    """The acts of the tables: planned, but for what somebody "will" do and for what a report recommends."""
    raws: list[Raw] = []
    for table in tables:
        raws += raws_of_table(source, table, RowSetting(_status_of(table), priority_of=priorities.of_row))
    for raw in raws:
        if raw.status == "planned" and raw.act.mood == "modal":
            raw.status = "committed"
    return raws


def _status_of(table: Sequence[Row]) -> Status:
    """What the head of a table's action column says."""
    cell = next((cell for row in table if (cell := row.first("action")) is not None), None)
    header = fold(cell.place.header) if cell is not None and cell.place is not None else ""
    return "recommended" if "recommend" in header else "planned"
