"""Strategies: a vision, priorities, aims, and what partners commit to."""

from graphkit.documents.model import Document
from graphkit.loaders.findings import Findings
from graphkit.loaders.kind_words import spoken_for
from graphkit.loaders.plans import read_plan
from graphkit.loaders.registry import Context, Loader

_HELP = "a strategy, plan on a page or vision with priorities and commitments"


def _recognise(document: Document) -> tuple[float, str]:
    weight, seen = spoken_for(document, "strategy")
    return min(0.9, 0.2 + weight), f"{seen} signs of a strategy (we will, priorities, vision ...)"


def _read(document: Document, context: Context, why: str) -> Findings:
    return read_plan(document, context, why, "strategy")


LOADER = Loader("strategy", "strategy", _HELP, _recognise, _read)
