"""Minutes: one agenda item or a whole meeting."""

from graphkit.documents.model import Document
from graphkit.loaders.meetings import read_minutes
from graphkit.loaders.registry import Loader, count

# Words that only minutes have.
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
# Words that minutes have more often than strategies.
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
    sure = min(0.96, strong * 0.3 + weak * 0.03)
    return sure, f"{strong} phrases of minutes (resolved, it was agreed, apologies ...)"


LOADER = Loader("minutes", "minutes", "an agenda item or the minutes of a whole meeting", _recognise, read_minutes)
