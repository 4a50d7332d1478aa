"""Commitments told in prose: "The ICB will fund two link workers", "By 2031 we will open a hub in each town"."""

import re
from collections.abc import Iterator

from graphkit.documents.model import Span
from graphkit.language.act import Act, Lead
from graphkit.language.acts import actions_in
from graphkit.language.deadlines import find_dues
from graphkit.language.recurrence import find_recurrence
from graphkit.language.tokens import sentences
from graphkit.loaders.source import Source

# Those who can promise something; a person in a plan is a story.
BODIES = frozenset({"organisation", "team", "post", "board", "collective", "sector"})

_NOT_PROMISED = re.compile(r"\b(?:be|have|need|continue)\b")
_LONGEST = 400


def told_commitments(source: Source, span: Span) -> Iterator[tuple[Act, Span | None]]:
    """The acts in which a named body will do something, or "we" will by a time, each with its "we"."""
    prose = source.prose
    for sentence in sentences(prose.text, span):
        folded = prose.low(sentence)
        if "will" not in folded.split() or len(folded) > _LONGEST:
            continue
        for act in actions_in(prose, sentence, Lead("commit")):
            if act.doer is None or act.passive:
                continue
            is_we = prose.low(act.doer) == "we"
            if _is_timed(prose.text, act) if is_we else _is_promised(source, act, act.doer):
                yield act, act.doer if is_we else None


def _is_promised(source: Source, act: Act, doer: Span) -> bool:
    """Whether a body is named that "will" do it, and not merely be, have, need or continue something."""
    before = source.low(Span(doer.end, act.verb_span.start))
    named = any(hit.type in BODIES for hit in source.parties.within(doer))
    return named and "will" in before.split() and not _NOT_PROMISED.search(before)


def _is_timed(text: str, act: Act) -> bool:
    return bool(find_dues(text, *act.span, None)) or find_recurrence(text[slice(*act.span)]) is not None
