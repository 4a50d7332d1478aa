"""Actions of earlier meetings told in a list: "Clerk to write to schools. Letter sent. Action complete."."""

import re
from dataclasses import replace

from graphkit.documents.model import Span
from graphkit.language.act import Act, Lead
from graphkit.language.heads import find_head
from graphkit.language.prose import Prose
from graphkit.language.tokens import sentences, trim

_PROGRESS = re.compile(
    r"\b(?:action (?:is )?(?:now )?)?(?P<word>complete[d]?|closed|done|ongoing|on-?going|outstanding|in progress|open"
    r"|carried forward|not started|on track|overdue|discharged|superseded)\W*$"
)
# An action as logs word them: somebody to do something, or a command.
_MOODS = frozenset({"to", "command", "passive"})


def logged(prose: Prose, span: Span) -> tuple[Act, str | None] | None:
    """The action that an item of a log tells, and the word for what has become of it; None when it tells none."""
    whole = sentences(prose.text, span)
    if not whole:
        return None
    own = trim(prose.text, whole[0], " .;")
    head = find_head(prose, own)
    if head is None or head.mood not in _MOODS:
        return None
    progress = _PROGRESS.search(prose.low(span).rstrip()) if len(whole) > 1 else None
    act = replace(Act.of_words(own, Lead()), verb=head.verb.base, verb_span=head.verb_span, passive=head.passive)
    return replace(act, doer=None if head.passive else head.subject), progress["word"] if progress else None
