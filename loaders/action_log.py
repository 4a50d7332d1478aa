"""Action logs, trackers and delivery tables: rows with a lead, a timescale or a status."""

import re

from graphkit.documents.model import Document
from graphkit.loaders.findings import Findings
from graphkit.loaders.plans import read_plan
from graphkit.loaders.registry import Context, Loader, count, opening
from graphkit.loaders.tables import action_tables

_WORDS = (
    "project lead",
    "timescale",
    "delivery plan",
    "implementation plan",
    "lead:",
    "change ideas",
    "progress:",
)

# What such a paper calls itself in its first lines.
_NAMED = re.compile(
    r"\b(?:(?:action|delivery|implementation|improvement|place|work) (?:plan|log|tracker|programme)"
    r"|(?:impact|progress|monitoring) report|forward plan|action log|tracker)\b"
)


def _recognise(document: Document) -> tuple[float, str]:
    rows = sum(map(len, action_tables(document)))
    if not rows:
        said = count(document, *_WORDS)
        return min(0.7, 0.15 * said), f"{said} words of an action plan, no action table"
    named = 0.2 if _NAMED.search(opening(document)) else 0.0
    share = sum(block.kind == "cell" for block in document.blocks) / len(document.blocks)
    return (0.6 if rows > 2 else 0.3) + 0.37 * share + named, f"an action table of {rows} rows"


def _read(document: Document, context: Context, why: str) -> Findings:
    return read_plan(document, context, why, "action-plan")


LOADER = Loader("action-log", "action-plan", "an action log, tracker or delivery plan in tables", _recognise, _read)
