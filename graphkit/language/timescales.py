"""The cell of a timescale column ("By when", "Due", "Target date"): the whole cell is the row's deadline."""

from graphkit.documents.model import Span
from graphkit.language.due import DueHit
from graphkit.language.fold import fold
from graphkit.language.recurrence import find_recurrence
from graphkit.language.time_rules import pattern
from graphkit.language.times import Moment, moments

# Cells that name no time: a running task, a time yet to be set, a state.
_OPEN = pattern(
    r"(?:on-?going|continuous(?:ly)?|continual|continuing|rolling|in progress|underway|business as usual|bau"
    r"|tb[cad]|to be (?:confirmed|agreed|advised|determined|decided|set|scheduled)|not (?:yet )?(?:set|known|agreed)"
    r"|n/?a|not applicable|none|nil|various|completed?|done|closed|as (?:and when )?(?:required|needed|necessary)"
    r"|(?:at )?(?:each|every) (?:\w+ )?meetings?|all year(?: round)?)\b.*|\W*"
)
_START = pattern(
    r"(?:from|since|starting|start|begins?|beginning|commenc\w+|launch(?:ed)?)\b(?! of) ?(?:in|on|from)?\b.*"
)
_CLOSES = pattern(r"\b(?:to|until|by|complete\w*|end\w*|finish\w*)\b|-")
_UNDATED_YEAR = pattern(r"(?:school|academic) year|\bterm\b|\byear \d")
# A cell longer than this holds something else than a time.
LONGEST = 300


def due_of_cell(text: str, anchor: str | None) -> DueHit | None:
    """The deadline that a timescale cell states; None for "Ongoing", "TBC", a start, or a bare recurrence.

    The span is that of the trimmed cell in `text`. What is no time that we can resolve ("Year 1") is kept as words;
    `anchor` is the meeting's day ("2024-06-12") or None.
    """
    words = " ".join(text.split())
    folded = fold(words)
    if not words or len(words) > LONGEST or _OPEN.fullmatch(folded):
        return None
    recurs = find_recurrence(words)
    found = [
        moment
        for moment in moments(words, 0, len(words), anchor)
        if recurs is None or not recurs[1].meets(Span(moment.start, moment.end))
    ]
    if _START.fullmatch(folded) and not (len(found) > 1 and _CLOSES.search(folded)):
        return None
    moment = _last(found)
    if moment is None and recurs is not None:
        return None
    if moment is None or (moment.kind == "years" and _UNDATED_YEAR.search(folded)):
        moment = Moment(0, len(words), "words")
    start = len(text) - len(text.lstrip())
    return DueHit(words, Span(start, len(text.rstrip())), moment.offset, moment.date, moment.kind)


def _last(found: list[Moment]) -> Moment | None:
    """The last dated time, else the last one: "6 months to 2 years" is due in two years."""
    dated = [moment for moment in found if moment.date is not None and moment.offset is None]
    if dated:
        return max(dated, key=lambda moment: (moment.date or "", moment.start))
    return found[-1] if found else None
