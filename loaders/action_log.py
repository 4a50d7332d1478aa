"""Action logs, trackers and delivery tables: rows with a lead, a timescale or a status."""

from graphkit.documents.model import Document
from graphkit.loaders.findings import Findings
from graphkit.loaders.kind_words import calls_itself, spoken_for
from graphkit.loaders.plans import read_plan
from graphkit.loaders.registry import Context, Loader
from graphkit.loaders.tables import action_tables


def _recognise(document: Document) -> tuple[float, str]:
    rows = sum(map(len, action_tables(document)))
    if not rows:
        weight, seen = spoken_for(document, "action-plan")
        return min(0.75, weight), f"{seen} signs of an action plan, no action table"
    # The page of a meeting may hold a table of its actions; it is no less minutes for that.
    meeting = calls_itself(document, "minutes")
    named = 0.2 if calls_itself(document, "action-plan") and not meeting else 0.0
    share = sum(block.kind == "cell" for block in document.blocks) / len(document.blocks)
    return (0.6 if rows > 2 else 0.3) + 0.37 * share + named - 0.3 * meeting, f"an action table of {rows} rows"


def _read(document: Document, context: Context, why: str) -> Findings:
    return read_plan(document, context, why, "action-plan")


LOADER = Loader("action-log", "action-plan", "an action log, tracker or delivery plan in tables", _recognise, _read)
