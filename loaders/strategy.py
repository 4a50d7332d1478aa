"""Strategies: a vision, priorities, aims, and what partners commit to."""

from graphkit.documents.model import Document
from graphkit.loaders.findings import Findings
from graphkit.loaders.plans import read_plan
from graphkit.loaders.registry import Context, Loader, count

_WORDS = (
    "we will",
    "our vision",
    "our priorities",
    "our ambition",
    "we want",
    "priority 1",
    "our commitments",
    "partners will",
    "what we will do",
    "we commit",
)
_HELP = "a strategy, plan on a page or vision with priorities and commitments"


def _recognise(document: Document) -> tuple[float, str]:
    seen = count(document, *_WORDS)
    return min(0.9, 0.2 + seen * 0.12), f"{seen} words of a strategy (we will, priorities, vision ...)"


def _read(document: Document, context: Context, why: str) -> Findings:
    return read_plan(document, context, why, "strategy")


LOADER = Loader("strategy", "strategy", _HELP, _recognise, _read)
