"""The parts that parties take by the words beside their names: "led by X", "with Y and Z", "X (lead)"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphkit.documents.model import Span
from graphkit.language.act import Act
from graphkit.language.crowds import is_crowd
from graphkit.language.cues import FILLER, Cue, cues
from graphkit.language.data_file import word_set
from graphkit.language.participation import Participation
from graphkit.language.parties import PartyHit
from graphkit.language.prose import Prose

POSSESSIVE = re.compile(r"['’]s?\s+(?:own\s+)?")

# Between two names of one list.
LINK = re.compile(
    r"[\s,;&/]*(?:\b(?:and from|and by|and|or|the|a|an|both|its|their|our|all|other|local|also|as well as|each of)\b"
    r"[\s,;&/]*)*"
)
# A party that is but an example of others never becomes owner (annotation guide, "Owner ladder").
_EXAMPLE = re.compile(
    r"\b(?:including|such as|starting with|beginning with|e\.?g\.?|for example|especially|particularly|in particular)\b"
    r"[^;.]*$"
)
# Who is named in a clause of time or condition has no part in the act: "... before the plan is submitted to X".
_LATER = re.compile(r"\b(?:before|until|once|after|when|whenever|unless|if)\b")
_HAPPENS = re.compile(r"\b(?:is|are|was|were|has|have|had|been|being)\b")
_MADE_TO = re.compile(rf"\b(?:\w{{2,}}ed|made|given|sent|put|brought|taken) to{FILLER}$")
# "the lessons written by X": what X has done, not what is to be done.
_DONE = r"(?:\w{2,}ed|written|made|given|drawn(?: up)?|held|run|led|seen|known|set|put|built)"
# "a summary, to be written by X": what X is still to do.
_STILL_TO_DO = re.compile(rf"\bto be (?:{'|'.join(sorted(word_set('made_by')))}) by{FILLER}$")
_REDUCED = re.compile(rf"\b{_DONE} by{FILLER}$")
_OTHER_ACT = re.compile(rf"\b{_DONE} by{FILLER}$|\b(?:subject to|being|if|unless|once|when)\b")
_BY = re.compile(rf"\bby{FILLER}$")
_TAIL = re.compile(
    r"^[\s(*_–—-]*(?:lead|leads|owner|action|by|led by|responsible|lead partner|sponsor)?\s*[:*_–—-]*\s*(?:the )?$"
)
# No cue after a name is longer.
_REACH = 40


def parts_beside(prose: Prose, act: Act, hits: Sequence[PartyHit], *, has_owner: bool) -> list[Participation]:
    """The parts of the parties `hits` of an act; names in one list share the part of the first."""
    start = min(act.span.start, act.doer.start) if act.doer else act.span.start
    clause = _Clause(prose, act, start, has_owner)
    found: list[Participation] = []
    last: Participation | None = None
    at = named = start
    ends = _ends_of_lists(prose, hits)
    for hit, end in zip(hits, ends, strict=True):
        gap = Span(at, max(at, hit.span.start))
        if last is not None and POSSESSIVE.fullmatch(prose.quote(gap)):
            # "the Council's Housing team": the team takes the part, not the council it belongs to.
            found.pop()
        elif (alone := clause.alone(hit)) is not None:
            last = alone
        elif last is None or not LINK.fullmatch(prose.low(gap)):
            # People in general come between a cue and a name: "data on carers be shared with the Trust".
            last = clause.part(hit, gap if is_crowd(hit.key) else Span(named, max(named, hit.span.start)), end)
        if last is not None:
            last = replace(last, party=hit.key, span=hit.span)
            found.append(last)
        at = hit.span.end
        named = named if is_crowd(hit.key) else at
    return found


def _ends_of_lists(prose: Prose, hits: Sequence[PartyHit]) -> list[int]:
    """For each party, where the list of names ends that it stands in: what follows there is said of them all."""
    ends = [hit.span.end for hit in hits]
    for i in range(len(hits) - 2, -1, -1):
        gap = Span(hits[i].span.end, max(hits[i].span.end, hits[i + 1].span.start))
        if LINK.fullmatch(prose.low(gap)) and gap.end > gap.start:
            ends[i] = ends[i + 1]
    return ends


@dataclass(frozen=True, slots=True)
class _Clause:
    prose: Prose
    act: Act
    start: int
    has_owner: bool

    def alone(self, hit: PartyHit) -> Participation | None:
        """The part that words behind a name give to it alone, whatever the list: "with Mind and the Council (lead)"."""
        cue = _cue_after(self.prose, hit, hit.span.end)
        return _explicit(hit, cue) if cue is not None and cue.nearest and not self.has_owner else None

    def part(self, hit: PartyHit, gap: Span, end: int) -> Participation | None:
        """The part that the words before (`gap`) and right after its name give a party, or after its list (`end`)."""
        so_far = self.prose.low(Span(self.start, hit.span.start))
        is_example = bool(_EXAMPLE.search(so_far))
        if _is_later(so_far) or self._has_undergone(hit, so_far):
            return None
        cue = _cue_after(self.prose, hit, hit.span.end, so_far, but_owners=is_example)
        if cue is None and end != hit.span.end:
            cue = _cue_after(self.prose, hit, end, so_far, but_owners=is_example, of_all=True)
        if cue is not None:
            return _explicit(hit, cue)
        before = self.prose.low(gap)
        crowd = is_crowd(hit.key)
        if not crowd and self._is_agent(hit, gap) and not self.has_owner and not is_example:
            return Participation(hit.key, "owner", "explicit", "passive-by", hit.span)
        cue = _cue_before(before, hit, f"{so_far} {self.act.verb}")
        if cue is not None and cue.role == "owner" and (is_example or self.has_owner):
            return Participation(hit.key, "deliverer", "explicit", cue.rule, hit.span)
        if cue is not None:
            # "the group chaired by X": who chairs the doer does no more.
            in_doer = self.act.doer is not None and self.act.doer.holds(hit.span) and cue.rule == "run-by"
            return None if in_doer else _explicit(hit, cue)
        if crowd or self.has_owner or is_example or not _BY.search(before):
            return None
        if _REDUCED.search(before) and not _STILL_TO_DO.search(before):
            return None
        return Participation(hit.key, "owner", "explicit", "done-by", hit.span)

    def _has_undergone(self, hit: PartyHit, so_far: str) -> bool:
        """Whether words before a passive verb tell of the past: "the report made to X be sent out"."""
        return self.act.passive and hit.span.end <= self.act.verb_span.start and bool(_MADE_TO.search(so_far))

    def _is_agent(self, hit: PartyHit, gap: Span) -> bool:
        """Whether the party is the one by whom a passive act is done: "be drawn up by X", "be sent to Y by X".

        In "the leaflet written by X be sent out" it is not, nor in "be built, subject to approval being given by X".
        """
        if not self.act.passive or hit.span.start < self.act.verb_span.end:
            return False
        since = self.prose.low(Span(max(gap.start, self.act.verb_span.end), hit.span.start))
        return bool(_BY.search(since)) and not _OTHER_ACT.search(since)


def _is_later(so_far: str) -> bool:
    """Whether the words since the last comma open a clause of time or condition."""
    since = max(so_far.rfind(","), so_far.rfind(";")) + 1
    opens = _LATER.search(so_far, since)
    return opens is not None and _HAPPENS.search(so_far, opens.end()) is not None


def _cue_after(
    prose: Prose, hit: PartyHit, end: int, so_far: str = "", *, but_owners: bool = False, of_all: bool = False
) -> Cue | None:
    """The rule for the words at `end`, behind a name or, `of_all`, behind the list in which it stands."""
    after = prose.low(Span(end, end + _REACH))
    for cue in cues("after"):
        fits = cue.suits(hit) and not (but_owners and cue.role == "owner") and not (of_all and cue.nearest)
        if fits and cue.pattern.match(after) and cue.fits(so_far):
            return cue
    return None


def _cue_before(before: str, hit: PartyHit, clause: str) -> Cue | None:
    for cue in cues("before"):
        if cue.suits(hit) and cue.pattern.search(before) and cue.fits(clause):
            return cue
    return None


def _explicit(hit: PartyHit, cue: Cue) -> Participation:
    return Participation(hit.key, cue.role, "explicit", cue.rule, hit.span)


def parts_of_tail(prose: Prose, tail: Span) -> list[Participation]:
    """The parts named after an act's own words: "... Lead: the Council, with Healthwatch"."""
    found: list[Participation] = []
    previous: Participation | None = None
    at = tail.start
    for hit in prose.named(tail):
        gap = prose.low(Span(at, hit.span.start))
        cue = _cue_after(prose, hit, hit.span.end)
        if cue is None and previous is not None and LINK.fullmatch(gap):
            part: Participation | None = replace(previous, party=hit.key, span=hit.span)
        elif cue is None and previous is None and _TAIL.match(gap):
            part = Participation(hit.key, "owner", "explicit", "lead-label", hit.span)
        else:
            cue = cue or _cue_before(gap, hit, prose.low(Span(tail.start, hit.span.start)))
            part = _explicit(hit, cue) if cue else None
        if part is not None:
            found.append(part)
        previous, at = part, hit.span.end
    return found
