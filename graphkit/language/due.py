"""A deadline as read: what `deadlines.py` finds in a clause and `timescales.py` in a cell."""

from dataclasses import dataclass
from typing import Literal

from graphkit.documents.model import Span

Strength = Literal["binding", "weak"]


@dataclass(frozen=True, slots=True)
class DueHit:
    """A time by which something is due: its words and place, ISO duration and date as far as they are known.

    `kind` is the kind of expression ("day", "month", "relative", "meeting", "event", "words", ...); `strength` says
    whether the words before it bind the act by themselves.
    """

    text: str
    span: Span
    offset: str | None
    date: str | None
    kind: str
    strength: Strength = "binding"
