"""Where one paragraph of minutes holds several zones: an outcome or an action line after the discussion.

"The Board did not agree (b). It was resolved that (i) ...", "... by 20 January. ACTION: Northmere Police".
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphkit.documents.model import Span
from graphkit.language.fold import fold, unmarked
from graphkit.language.leadins import opens
from graphkit.language.tokens import trim

_ACTION = (
    r"(?:decision ?/ ?)?(?:agreed |key )?"
    r"(?:action(?:s|ed)?(?: points?| items?| required| agreed| by| for| on)?|to action)"
    r"(?:\s*\(?\d{1,3}\)?)?\s*(?:by\s*)?"
)
ACTION_LINE = re.compile(rf"\W*{_ACTION}(?:[:>-]\s*)+", re.IGNORECASE)
# In the middle of a paragraph only capitals or a sentence's start tell an action line from talk of actions.
_ACTION_INSIDE = re.compile(
    r"(?:(?<=[\s.;)\](])|(?<=\*\*))(?:ACTIONS?|Actions?)(?: (?:BY|by|POINT|point))?\s*\**\s*[:–—]\s*"
)
_OUTCOME_INSIDE = re.compile(
    r"(?<=[.;:!?)] )(?:it was (?:then |therefore |also |unanimously |accordingly )*(?:resolved|agreed|decided)"
    r"|(?:the )?(?:\w+ ){0,4}(?:board|committee|partnership) (?:then |therefore |unanimously )?"
    r"(?:resolved|agreed|decided))"
    r"[^.;]{0,60}?(?=\((?:1|i|a)\)\s)"
)
_HEAD_INSIDE = re.compile(
    r"(?<=[.;:!?)] )(?:RESOLVED|AGREED|DECIDED|Resolved|Agreed|Decided)\b"
    r"(?=[\s:,–-]+(?:[Tt]hat|[Tt]o|the|\())"
)
INLINE = re.compile(r"(?:(?<=[\s:;–-])|^)\((\d{1,2}|[a-z]|[ivx]{1,4})\)(?:\s+(?=\S)|(?=(?:to|that)\b))", re.IGNORECASE)


_LAST_SENTENCE = re.compile(r"(?<=[.!?)]) +(?=[A-Z][^.!?]{3,160}(?:[:–-]|\bto|\bthat)\W*$)")


class Part(NamedTuple):
    """A stretch of a paragraph; `is_action` when it stands behind "ACTION:", whose words are left out."""

    span: Span
    is_action: bool


def parts_of_paragraph(text: str, span: Span) -> Iterator[Part]:
    """The parts of a paragraph in order; most have one."""
    own = text[span.start : span.end]
    folded = unmarked(fold(own))
    line = ACTION_LINE.match(folded)
    if line is not None:
        rest = trim(text, Span(span.start + line.end(), span.end), "*")
        yield Part(rest, is_action=True) if rest.end > rest.start else Part(span, is_action=False)
        return
    end = _open_end(text, span)
    cuts = {end: end} if end else {}
    cuts |= {match.start(): match.start() for match in _HEAD_INSIDE.finditer(own)}
    cuts |= {match.start(): match.start() for match in _OUTCOME_INSIDE.finditer(folded)}
    actions = {match.start(): match.end() for match in _ACTION_INSIDE.finditer(own)}
    starts = [(0, 0, False), *sorted((at, to, at in actions) for at, to in (cuts | actions).items())]
    ends = [*(start for start, _, _ in starts[1:]), len(own)]
    for (_, start, is_action), end in zip(starts, ends, strict=True):
        part = trim(text, Span(span.start + start, span.start + end), "*")
        if part.end > part.start:
            yield Part(part, is_action)


def _open_end(text: str, span: Span) -> int | None:
    """Where the last sentence of a paragraph starts, from its start, if it is a lead-in: "... It was agreed to:"."""
    own = text[span.start : span.end].rstrip()
    if not own.endswith((":", "-", "–", " to", " that")):
        return None
    ends = [match.end() for match in _LAST_SENTENCE.finditer(own)]
    return ends[-1] if ends and opens(own[ends[-1] :]) is not None else None
