"""Commitments told in prose: "The ICB will fund two link workers", "By 2031 we will open a hub in each town"."""

import re
from collections.abc import Iterator

from graphkit.documents.model import Span
from graphkit.language.act import Act, Lead
from graphkit.language.acts import actions_in
from graphkit.language.deadlines import find_dues
from graphkit.language.prose import Prose
from graphkit.language.recurrence import find_recurrence
from graphkit.language.tokens import sentences, trim
from graphkit.language.verbs import reading
from graphkit.loaders.sections import Line
from graphkit.loaders.source import Source

# Those who can promise something; a person in a plan is a story.
BODIES = frozenset({"organisation", "team", "post", "board", "collective", "sector"})

_NOT_PROMISED = re.compile(r"\b(?:be|have|need|continue|not|never)\b")
# What a board does by being one, unless a time is told.
_GOVERNS = re.compile(r"\b(?:hold .* to account|oversee|meet|be responsible|chair|sponsor|have oversight)\b")
_FUTURE = re.compile(r"\b(?:will|shall|is to|are to|to)\b")
# What is said of the plan itself, and what its author says: "my department will publish ...".
_OF_PLAN = re.compile(
    r"(?:an? |the |this |our |these |their |its )?(?:[\w-]+ ){0,3}?"
    r"(?:plan|strategy|report|statement|review|framework|charter|priorities|actions|progress|dashboard|update|they|it)\b"
    r"(?: (?:of|for|on|with) [\w ]{3,40}?)? (?:will|shall) (?:also )?be "
    r"(?:reviewed|refreshed|published|updated|evaluated|reported|produced|monitored|revised|rewritten|renewed)\b"
)
_AUTHOR = re.compile(r"(?:i|my (?:own )?(?:department|team|directorate|office|service|staff)) (?:will|shall)\b")
_COMMITS = re.compile(
    r"(?P<doer>we|(?:the )?[^,.;:]{3,80}?) (?:all )?(?:(?:have|has|are|is) )?(?:also |each )?"
    r"(?:commits?|committed|pledges?|pledged|undertakes?) to (?P<verb>[a-z-]+)"
)
_WILL = frozenset({"will", "shall"})
# "**Workforce** - the university to run ...", "Money - we will publish ...".
_LABEL = re.compile(r"[\s*_]*[A-Z][\w&' ]{2,40}[*_]*\s+[-–—]\s+(?=\S)")
_QUOTED = ('"', "“", "‘")
_LONGEST, _NEAR = 400, 6


def told_commitments(source: Source, line: Line) -> Iterator[tuple[Act, Span | None]]:
    """The acts in which a named body will do something, or "we" will by a time, each with its "we".

    Under a heading of things to do ("Next steps"), "we will" and "X to do it" count without a time.
    """
    prose, listed = source.prose, line.zone == "commitments"
    label = _LABEL.match(prose.text, *line.block.span)
    own = Span(label.end() if label else line.block.span.start, line.block.span.end)
    for sentence in sentences(prose.text, own):
        folded = prose.low(sentence)
        committed = _committed(source, sentence)
        if committed is not None:
            yield committed
            continue
        if len(folded) > _LONGEST or not _FUTURE.search(folded) or prose.quote(sentence).startswith(_QUOTED):
            continue
        lead = Lead(line.governing if listed else "commit")
        for act in actions_in(prose, sentence, lead):
            found = _told(source, act, sentence, listed=listed)
            if found is not None:
                yield found


def _committed(source: Source, sentence: Span) -> tuple[Act, Span | None] | None:
    """As in "we commit to open the gates" and "Wolden Trust has pledged to train 50 leaders"."""
    match = _COMMITS.match(source.low(sentence))
    verb = reading(match["verb"], "base", "gerund") if match is not None else None
    if match is None or verb is None or verb.base in ("be", "have"):
        return None
    doer = Span(sentence.start + match.start("doer"), sentence.start + match.end("doer"))
    is_we = match["doer"] == "we"
    if not is_we and not any(
        hit.type in BODIES and hit.span.start - doer.start < _NEAR for hit in source.parties.within(doer)
    ):
        return None
    span = trim(source.document.text, sentence, ". ")
    verb_span = Span(sentence.start + match.start("verb"), sentence.start + match.end("verb"))
    return Act("undertake", span, verb.base, verb_span, "commit", doer, mood="modal"), doer if is_we else None


def _told(source: Source, act: Act, sentence: Span, *, listed: bool) -> tuple[Act, Span | None] | None:
    """The act with its "we" if somebody is to do it, else None."""
    prose = source.prose
    before = prose.low(Span(act.span.start, act.verb_span.start)).split()
    if act.doer is None or act.passive or _AUTHOR.match(prose.low(act.span)):
        return (act, None) if _WILL & set(before) and _is_own(prose, act) else None
    if act.kind == "ask" and before[:1] == ["we"]:
        return (act, None) if _WILL & set(before) else None
    if prose.low(act.doer) == "we":
        if not _WILL & set(before) or not (listed or _is_timed(prose.text, act)):
            return None
        return (act, act.doer) if not _NOT_PROMISED.search(" ".join(before)) else None
    return (act, None) if _is_promised(source, act, act.doer, listed=listed) else None


def _is_own(prose: Prose, act: Act) -> bool:
    """Whether the author promises it ("I shall report ..."), or the plan itself is to be reviewed by a time."""
    if act.mood != "modal":
        return False
    if act.passive:
        return _OF_PLAN.match(prose.low(act.span)) is not None and _is_timed(prose.text, act)
    return _AUTHOR.match(prose.low(act.span)) is not None


def _is_promised(source: Source, act: Act, doer: Span, *, listed: bool) -> bool:
    """Whether a body is named that "will" do it, and not merely be, have, need or continue something."""
    before = source.low(Span(doer.end, act.verb_span.start))
    if not any(hit.type in BODIES for hit in source.parties.within(doer)) or _NOT_PROMISED.search(before):
        return False
    if _GOVERNS.search(source.low(Span(doer.end, act.span.end))) and not _is_timed(source.document.text, act):
        return False
    if _WILL & set(before.split()):
        return True
    return listed and act.mood == "to" and doer.start - act.span.start < _NEAR


def _is_timed(text: str, act: Act) -> bool:
    return bool(find_dues(text, *act.span, None)) or find_recurrence(text[slice(*act.span)]) is not None
