"""Strategies and plans: priorities, aims and what partners commit to, in headings, lists, prose and tables.

Commitments stand in lists under "We will" and its like, in tables of actions, and in prose where a named body (or "we",
with a time) will do something. Outcome statements are priorities of their own, never actions.
"""

from graphkit.documents.model import Document
from graphkit.loaders.account import accounted, of_plan
from graphkit.loaders.assemble import Assembler, parties_of
from graphkit.loaders.commitments import CommitmentReader
from graphkit.loaders.dating import title_of
from graphkit.loaders.findings import Findings, Kind
from graphkit.loaders.plan_items import is_commitment
from graphkit.loaders.plan_priorities import Priorities
from graphkit.loaders.registry import Context
from graphkit.loaders.sections import Line, lines
from graphkit.loaders.source import Source
from graphkit.loaders.table_actions import RowSetting, raws_of_table
from graphkit.loaders.tables import action_tables


def read_plan(document: Document, context: Context, why: str, kind: Kind) -> Findings:
    """Reads a strategy or a plan; `why` tells how the kind was recognised."""
    source = Source.of(document, context)
    priorities = Priorities(source)
    reader = CommitmentReader(source, priorities)
    every = list(lines(document))
    priorities.mark(every, frozenset(line.section for line in every if _fills_section(document, line)))
    for line in every:
        reader.take(line)
    rows = RowSetting("planned", priority_of=priorities.of_row)
    in_tables = [raw for table in action_tables(document) for raw in raws_of_table(source, table, rows)]
    raws = sorted([*reader.raws, *in_tables], key=lambda raw: raw.act.span)
    title, title_span = title_of(document)
    for raw in raws:
        raw.title = title_span
    findings = Findings(
        kind=kind,
        why_kind=why,
        title=title,
        title_span=title_span,
        body=source.parties.body,
        parties=parties_of(source, raws),
        priorities=tuple(priorities.found.values()),
        actions=Assembler(source).actions(raws),
    )
    return accounted(source, findings, of_plan(every))


def _fills_section(document: Document, line: Line) -> bool:
    return is_commitment(document, line) or (line.zone == "aims" and line.block.kind == "item")
