"""Minutes: one agenda item or a whole meeting."""

from graphkit.documents.model import Document
from graphkit.loaders.findings import Findings
from graphkit.loaders.meetings import read_minutes
from graphkit.loaders.registry import Context, Loader, count, register

# Words that only minutes have, and words that minutes have more often than strategies.
_STRONG = (
    "resolved",
    "minutes:",
    "it was agreed",
    "agreed that",
    "the board noted",
    "the board agreed",
    "apologies",
    "in attendance",
    "agenda item",
    "action:",
    "reason for decision",
)
_WEAK = (
    "the chair",
    "members",
    "noted",
    "councillor",
    "cllr",
    "supporting documents",
    "reported that",
    "date of next meeting",
    "agenda",
    "present:",
)


def _recognise(document: Document) -> tuple[float, str]:
    strong, weak = count(document, *_STRONG), count(document, *_WEAK)
    return min(
        0.96, strong * 0.3 + weak * 0.03
    ), f"{strong} phrases of minutes (resolved, it was agreed, apologies ...)"


def _read(document: Document, context: Context, why: str) -> Findings:
    return read_minutes(document, context, why)


LOADER = register(Loader("minutes", "minutes", "an agenda item or the minutes of a whole meeting", _recognise, _read))
