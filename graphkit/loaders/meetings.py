"""Minutes: one agenda item or a whole meeting.

Actions stand in the outcome of an item, in action lines, in lists of proposed next steps, in action tables, and where a
named doer takes something on in the discussion. What the board is asked to do before the minutes is a decision "asked".
"""

import re

from graphkit.documents.model import Document
from graphkit.language.leadins import names_priorities
from graphkit.loaders.account import accounted, of_minutes
from graphkit.loaders.assemble import Assembler, parties_of, priority_at
from graphkit.loaders.dating import meeting_date, title_of
from graphkit.loaders.decisions import decisions_of
from graphkit.loaders.findings import Findings, Priority
from graphkit.loaders.outcomes import OutcomeReader
from graphkit.loaders.passages import MinutesWalk
from graphkit.loaders.raw import Raw
from graphkit.loaders.registry import Context
from graphkit.loaders.section_tree import item_label
from graphkit.loaders.source import Source
from graphkit.loaders.table_actions import RowSetting, raws_of_table
from graphkit.loaders.tables import action_tables

_PRIORITY_TITLE = re.compile(
    r"(?:update on |review of |progress on )?(?:the )?(?P<label>[^:]{4,90}?) priority\b"
    r"|(?P<aim>(?:aim|priority|theme|outcome|goal) \d+\s*[:–-] .+)",
    re.IGNORECASE,
)


def read_minutes(document: Document, context: Context, why: str) -> Findings:
    """Reads the minutes of an item or of a whole meeting; `why` tells how the kind was recognised."""
    source = Source.of(document, context)
    reader = OutcomeReader(source)
    passages = list(MinutesWalk(document).passages())
    for passage in passages:
        reader.take(passage)
    date, date_span = meeting_date(document)
    title, title_span = title_of(document)
    priorities = _priorities(source)
    raws = sorted([*reader.without_repeats(), *_rows(source, date)], key=lambda raw: raw.act.span)
    under = {one.span: one.key for one in priorities}
    for raw in raws:
        raw.title = raw.title or title_span
        raw.priority = under.get(raw.title) if raw.title else None
    findings = Findings(
        kind="minutes",
        why_kind=why,
        title=title,
        title_span=title_span,
        date=date,
        date_span=date_span,
        body=source.parties.body,
        parties=parties_of(source, raws),
        priorities=priorities,
        actions=Assembler(source, date).actions(raws),
        decisions=decisions_of(document, reader.decided),
    )
    return accounted(source, findings, of_minutes(document, passages))


def _rows(source: Source, date: str | None) -> list[Raw]:
    setting = RowSetting("agreed", date)
    return [raw for table in action_tables(source.document) for raw in raws_of_table(source, table, setting)]


def _priorities(source: Source) -> tuple[Priority, ...]:
    """Aims that the minutes quote: in item titles ("Aim 2: ..."), and in lists of a strategy's priorities."""
    document = source.document
    found: dict[str, Priority] = {}
    listing = False
    for block in document.body():
        words = document.words(block.span).removesuffix(".")
        label: str | None = None
        if block.kind == "item" and listing:
            label = item_label(document, block.span)
        elif block.kind != "cell":
            listing = names_priorities(words)
            match = _PRIORITY_TITLE.fullmatch(words) if block.kind == "heading" else None
            label = (match["label"] or match["aim"]).strip() if match else None
        if label:
            one = priority_at(source, block.span, label)
            found.setdefault(one.key, one)
    return tuple(found.values())
