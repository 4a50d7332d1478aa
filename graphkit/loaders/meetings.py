"""Minutes: one agenda item or a whole meeting.

Actions stand in the outcome of an item, in action lines, in lists of proposed next steps, in action tables, and where a
named doer takes something on in the discussion. What the board is asked to do before the minutes is a decision "asked".
"""

from graphkit.documents.model import Document
from graphkit.loaders.account import accounted, of_minutes
from graphkit.loaders.assemble import Assembler, parties_of
from graphkit.loaders.dating import meeting_date, title_of
from graphkit.loaders.decisions import decisions_of
from graphkit.loaders.findings import Findings
from graphkit.loaders.outcomes import OutcomeReader
from graphkit.loaders.passages import MinutesWalk
from graphkit.loaders.raw import Raw
from graphkit.loaders.registry import Context
from graphkit.loaders.source import Source
from graphkit.loaders.table_actions import RowSetting, raws_of_table
from graphkit.loaders.tables import action_tables
from graphkit.loaders.told_priorities import ToldPriorities


def read_minutes(document: Document, context: Context, why: str) -> Findings:
    """Reads the minutes of an item or of a whole meeting; `why` tells how the kind was recognised."""
    source = Source.of(document, context)
    reader = OutcomeReader(source)
    passages = list(MinutesWalk(document).passages())
    for passage in passages:
        reader.take(passage)
    date, date_span = meeting_date(document)
    title, title_span = title_of(document)
    told = ToldPriorities(source)
    priorities = told.read()
    raws = sorted([*reader.without_repeats(), *_rows(source, date)], key=lambda raw: raw.act.span)
    for raw in raws:
        raw.title = raw.title or title_span
        raw.priority = told.above(raw.act.span)
    actions = Assembler(source, date).actions(raws)
    findings = Findings(
        kind="minutes",
        why_kind=why,
        title=title,
        title_span=title_span,
        date=date,
        date_span=date_span,
        body=source.parties.body,
        parties=parties_of(source, actions),
        priorities=priorities,
        actions=actions,
        decisions=decisions_of(document, reader.decided),
    )
    return accounted(source, findings, of_minutes(document, passages))


def _rows(source: Source, date: str | None) -> list[Raw]:
    setting = RowSetting("agreed", date)
    return [raw for table in action_tables(source.document) for raw in raws_of_table(source, table, setting)]
