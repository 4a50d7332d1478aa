"""What a timescale cell or label says."""

from dataclasses import replace

from graphkit.documents.model import Document, Span
from graphkit.language.due import DueHit
from graphkit.language.timescales import due_of_cell


def due_in(document: Document, span: Span, anchor: str | None) -> DueHit | None:
    """The deadline that a whole span states, placed in the document; `anchor` is the meeting's day or None."""
    hit = due_of_cell(document.quote(span), anchor)
    return hit and replace(hit, span=Span(hit.span.start + span.start, hit.span.end + span.start))
