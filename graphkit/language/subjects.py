"""Clauses of a sentence of the discussion, each with its own doer, and the doer who stands before a verb."""

import re
from collections.abc import Iterator

from graphkit.documents.model import Span
from graphkit.language.parties import PartyHit
from graphkit.language.prose import Prose

# "A, B and C", "A and the B".
_SAME_LIST = re.compile(r"(?:\s*\([^()]*\))?\s*(?:,|,?\s*and|/|&)?\s*(?:the )?")
_JOINS = re.compile(r"(?:[;,]|\band|\bbut|\bwhile|\bwhilst|\bwith)\s*(?:and |but |that |so )*(?:the )?$")
# What may follow the doer of a clause of its own.
_ACTS = re.compile(
    r"(?:\s*\([^()]*\))?,?\s*(?:also |then )?(?:will|would|is to|are to|undertook|agreed to|promised"
    r"|was asked|were asked|offered|to)\b"
)
_SINGLE = frozenset({"post", "person", "organisation", "team", "board"})
# Between a subject and its verb stand no more than a bracket and a few words.
_NEAR = 40


def clauses(prose: Prose, sentence: Span) -> Iterator[Span]:
    """The sentence, cut where a doer of its own takes up a new clause: "..., and the Clerk is to invite them"."""
    starts = [sentence.start]
    hits = prose.named(sentence)
    for before, hit in zip([None, *hits], hits, strict=False):
        gap_start = before.span.end if before is not None else sentence.start
        gap = prose.low(Span(gap_start, hit.span.start))
        joined = _JOINS.search(gap)
        if joined is None or (before is not None and _SAME_LIST.fullmatch(gap)):
            continue
        if _ACTS.match(prose.low(Span(hit.span.end, sentence.end))):
            starts.append(gap_start + joined.start())
    ends = [*starts[1:], sentence.end]
    for start, end in zip(starts, ends, strict=True):
        yield _bare(prose, Span(start, end))


def _bare(prose: Prose, clause: Span) -> Span:
    """The clause without the words that join it to the one before, and the full stop."""
    folded = prose.low(clause)
    opening = re.match(r"[\s;,]*(?:(?:and|but|while|whilst|with|that|so)\s+)*", folded)
    start = opening.end() if opening and opening.end() else 0
    if not opening or not re.match(r"[\s;,]*(?:and|but|while|whilst|[;,])", folded):
        start = len(folded) - len(folded.lstrip())
    end = len(folded.rstrip(" ;,"))
    return Span(clause.start + start, clause.start + max(start, end))


def subject_before(prose: Prose, clause: Span, at: int, *, near: bool) -> Span | None:
    """The doers who stand as subject before a verb at `at`, or None. Only those right before it with `near`."""
    hits = prose.named(Span(clause.start, at))
    if not hits:
        return None
    last = hits[-1]
    if near and at - last.span.end > _NEAR:
        return None
    if not near:
        single = [hit for hit in hits if hit.type in _SINGLE]
        if not single and at - last.span.end > 1:
            return None
        last = single[-1] if single else last
    start = last.span.start
    for hit in reversed(hits[: hits.index(last)]):
        gap = prose.low(Span(hit.span.end, start))
        if not _SAME_LIST.fullmatch(gap) or not gap.strip(" ") or _is_office(prose, hit, last):
            break
        start = hit.span.start
    return Span(start, last.span.end)


def _is_office(prose: Prose, person: PartyHit, body: PartyHit) -> bool:
    """Whether a name in front of a comma is a person's, and the one behind it tells more: "Lena Brook, Wolden CCG"."""
    comma = "," in prose.low(Span(person.span.end, body.span.start))
    return person.type == "person" and body.type != "person" and comma
