"""When an action is due: the times in a clause that bind the act.

A time binds by the word before it ("by", "within", "before" bind; "in", "on", "at" may; "from", "since" never do) and
by what stands around it: dates of past meetings, of publications and reports, plan ranges, ages, service standards and
conditions are no deadlines (annotation guide, "Due"). For a timescale column see `due_of_cell`.
"""

import re

from graphkit.documents.model import Span
from graphkit.language import due_words as words_of
from graphkit.language.due import DueHit, Strength
from graphkit.language.fold import fold
from graphkit.language.recurrence import find_recurrence
from graphkit.language.times import Moment, moments
from graphkit.language.timescales import due_of_cell

__all__ = ["DueHit", "choose", "due_of_cell", "find_dues"]

# A clause is read no further than this many characters: no act is longer, and a hostile file may be.
LONGEST = 3000
_NAME = re.compile(r"\b(?:Future|Next|Later)\s+[A-Z]")
# "this winter", "next month", "later this year" bind without a word before them.
_NEARBY = re.compile(r"(?:this|next|later (?:this|in the))\s")
_NAMED = frozenset({"season", "next", "bare month", "year end"})
# What parts an event from a time that dates it.
_APART = re.compile(r"[^\s(,]|\S\s*\S")


def find_dues(text: str, start: int, end: int, anchor: str | None) -> list[DueHit]:
    """The deadlines in text[start:end], in order; `anchor` is the meeting's day ("2024-06-12") or None.

    Relative times get a date only with an anchor; a month or a day without its year takes the next one after it.
    """
    end = min(end, start + LONGEST)
    clause = fold(text[start:end])
    times = moments(text, start, end, anchor)
    read = (_read(text, clause, start, moment, anchor) for moment in times)
    hits = [hit for hit in read if hit is not None]
    for event in words_of.events():
        for match in event.pattern.finditer(clause):
            if not _NAME.search(text[match.start() + start : match.end() + start]):
                hits = _join(hits, _event(text, event, match, start, times))
    recurs = find_recurrence(text[start:end]) is not None
    return sorted((hit for hit in hits if _stands(hit, clause, start, recurs=recurs)), key=lambda hit: hit.span)


def choose(hits: list[DueHit]) -> DueHit | None:
    """The deadline that binds the act: a known time before words, a binding one before a weak one, then the latest."""

    def rank(hit: DueHit) -> tuple[bool, bool, str, int]:
        known = hit.date is not None or hit.offset is not None
        return known and hit.kind != "event", hit.strength == "binding", hit.date or "", hit.span.start

    return max(hits, key=rank, default=None)


def _hit(text: str, start: int, end: int, moment: Moment, strength: Strength) -> DueHit:
    while start < end and text[start].isspace():
        start += 1
    words = " ".join(text[start:end].split())
    return DueHit(words, Span(start, end), moment.offset, moment.date, moment.kind, strength)


def _read(text: str, clause: str, base: int, moment: Moment, anchor: str | None) -> DueHit | None:
    """The deadline that a time makes with the words around it, or None."""
    left, right = clause[: moment.start - base], clause[moment.end - base :]
    if moment.kind == "relative" and words_of.not_ahead().match(right):
        return None
    dates_meeting = moment.kind in ("month", "bare month", "season")
    meeting = words_of.MEETING_AFTER.match(right) if dates_meeting else None
    end = moment.end + (meeting.end() if meeting else 0)
    for cue in words_of.binding():
        bind = cue.pattern.search(left) if not cue.kinds or moment.kind in cue.kinds else None
        if bind is not None:
            if _is_standard(left, bind["words"], moment, anchor) or words_of.never()[2].search(left):
                return None
            return _hit(text, base + bind.start("words"), end, moment, cue.strength)
    if _NEARBY.match(clause, moment.start - base) and moment.kind in _NAMED and not words_of.never()[0].search(left):
        return _hit(text, moment.start, moment.end, moment, "binding")
    window = words_of.WINDOW.search(left) if moment.kind in ("day", "month", "year", "bare month") else None
    if window is not None:
        return _hit(text, base + window.start("words"), end, moment, "binding")
    return _read_weak(text, left, base, moment._replace(end=end), anchor, meeting=meeting is not None)


def _read_weak(text: str, left: str, base: int, moment: Moment, anchor: str | None, *, meeting: bool) -> DueHit | None:
    """The deadline that a time makes after a word that may bind it or not ("in", "on", "at" ...)."""
    if words_of.BRACKETED.search(left) and moment.date:
        return _hit(text, moment.start, moment.end, moment, "binding")
    may = next((found for cue in words_of.weak() if (found := cue.pattern.search(left))), None)
    start, *_ = words_of.never()
    if may is None or start.search(left) or _is_past(left, moment, anchor, may["words"], meeting=meeting):
        return None
    binding = meeting and may["words"] != "for"
    return _hit(text, base + may.start("words"), moment.end, moment, "binding" if binding else "weak")


def _is_standard(left: str, words: str, moment: Moment, anchor: str | None) -> bool:
    """Whether "within ten days" sets a standard of service for each case, not a date for the act.

    Days are counted from a meeting; where there was none, a number of days is a standard.
    """
    if words != "within" or moment.kind != "relative":
        return False
    days = moment.offset is not None and moment.offset.endswith("D")
    return words_of.STANDARD.match(left) is not None or (anchor is None and days)


def _is_past(left: str, moment: Moment, anchor: str | None, words: str, *, meeting: bool) -> bool:
    """Whether a time after "in", "on" or "at" tells of the past, of a period reported on, or of how long."""
    if words == "for" and not meeting:
        return moment.kind not in ("year end", "season", "next")
    if words == "to" and not meeting:
        return moment.kind != "season"
    if words in ("at", "this", "first") and not meeting:
        return moment.kind not in ("season", "month", "day", "bare month", "year end", "period end")
    if moment.kind == "relative":
        return words not in ("in", "after", "over", "during") or (words in ("over", "during") and not moment.ahead)
    if anchor is not None and moment.date is not None and moment.date < anchor[: len(moment.date)]:
        return True
    return words_of.never()[1].search(left) is not None and words_of.ahead().search(left) is None


def _event(text: str, event: words_of.Event, match: re.Match[str], base: int, times: list[Moment]) -> DueHit:
    """The deadline that an event makes; a time within its words or right after them gives it its date."""
    start, end = match.start() + base, match.end() + base
    moment = Moment(start, end, event.kind)
    for time in times:
        if start <= time.start <= end or (time.start > end and not _APART.search(text[end : time.start])):
            moment, end = time, max(end, time.end)
            break
    return _hit(text, start, end, moment, event.strength)


def _join(hits: list[DueHit], event: DueHit) -> list[DueHit]:
    """The hits with an event added; a time that shares words with it gives it its date."""
    shared = [hit for hit in hits if hit.span.meets(event.span)]
    if not shared:
        return [*hits, event]
    if any(hit.span.holds(event.span) for hit in shared):
        return hits
    dated = shared[-1]
    span = Span(min(event.span.start, dated.span.start), max(event.span.end, dated.span.end))
    words = dated.text if span == dated.span else event.text
    joined = DueHit(words, span, dated.offset, dated.date, dated.kind, "binding")
    return [*(hit for hit in hits if hit not in shared), joined]


def _stands(hit: DueHit, clause: str, base: int, *, recurs: bool) -> bool:
    """Whether the time is no part of a condition, and no season in which something recurs ("each year in autumn")."""
    if recurs and hit.strength == "weak" and hit.kind in ("season", "bare month"):
        return False
    return words_of.condition().search(clause[: hit.span.start - base]) is None
