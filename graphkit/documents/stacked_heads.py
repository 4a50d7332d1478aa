"""The header of a table that was saved with its cells below one another, and what cells of each column look like."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from graphkit.documents.columns import Cell, Row, heads_column
from graphkit.documents.lines import Line

_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 10
_MOST_HEADER_WORDS = 4
_LONGEST_NAME, _LONGEST_STATE = 60, 60
_FILLING = frozenset({"of", "by", "the", "and", "for", "to", "will", "be", "is", "are", "we", "our", "point"})
_GOES_ON = re.compile(r"\b(?:of|by|for|and|the|to|/)\s*$", re.IGNORECASE)
_ACTS = re.compile(r"\b(?:actions?|tasks?|what|recommendations?|activity|activities)\b", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:leads?|who|whom|owners?|responsib\w+|officers?|person)\b", re.IGNORECASE)
_TIMES = re.compile(r"\b(?:when|due|timescales?|deadlines?|date|timeframe|completion|target)\b", re.IGNORECASE)
_INITIALS = r"(?:[A-Z][A-Za-z]?[A-Z]?[a-z]?[A-Z]?|[A-Z]{2,6})"
_SOME = re.compile(rf"(?:{_INITIALS}|All(?: \w+){{0,2}})(?:\s*(?:/|,|&|\+|;|and)\s*(?:{_INITIALS}|[Aa]ll))*")
_NAME = re.compile(r"(?:[A-Z][\w'’&.()-]*|of|the|and|for|&)(?:[ /,]+(?:[A-Z][\w'’&.()-]*|of|the|and|for|&))*,?")
_ENDS = re.compile(r"[.;:!?][\"'”’)]*$")
_TIME = re.compile(
    r"(?:(?:by|end|of|the|from|before|start|early|mid|late|until|in)[ -]+)*"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ /.-])?(?:\d{1,2}[/.-]\d{2,4}"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|spring|summer|autumn|winter|q[1-4]|20\d\d)\w*)"
    r"|on-?going\b|tbc\b|immediate|next (?:meeting|board)|asap\b|within\b"
    r"|(?:each|every)\b|(?:monthly|quarterly|annual(?:ly)?|yearly|termly)\b|year \d"
    r"|n/?a\b|to be\b|\d+ (?:weeks|months|years)\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?:complete[d]?|on-?going|in (?:progress|hand)|open|closed|done|overdue|awaiting|started|not (?:yet )?started"
    r"|outstanding|on (?:track|hold|agenda|target)"
    r"|green|amber|red|blue|noted|added|underway|delayed|carried forward)\b",
    re.IGNORECASE,
)


class Head(NamedTuple):
    """A header: the lines of each heading, the columns of acts, leads and times, and where the rows begin."""

    columns: list[list[Line]]
    act: int
    lead: int | None
    time: int | None
    rest: int

    @property
    def lines(self) -> list[Line]:
        """All its lines."""
        return [line for column in self.columns for line in column]

    @property
    def row(self) -> Row:
        """The same as a row of cells."""
        cells = tuple(Cell(column[0].start, column[-1].end, at) for at, column in enumerate(self.columns))
        return Row(tuple(self.lines), cells, heads=True)


def head_at(lines: Sequence[Line], at: int) -> Head | None:
    """The header that begins at a line: a heading a line, of acts and of leads or times; None if there is none."""
    if not lines[at].text[:1].isupper():
        return None
    columns: list[list[Line]] = []
    rest = at
    while rest < len(lines) and len(columns) <= _MOST_COLUMNS and (lines[rest].blank or _is_heading(lines[rest])):
        line = lines[rest]
        rest += 1
        if line.blank:
            continue
        if columns and (_GOES_ON.search(columns[-1][-1].text) or line.text[0].islower()):
            columns[-1].append(line)
        else:
            columns.append([line])
    shown = [" ".join(line.text for line in column) for column in columns]
    acts = [i for i, words in enumerate(shown) if _ACTS.search(words) and not _LEADS.search(words)]
    leads = [i for i, words in enumerate(shown) if _LEADS.search(words)]
    times = [i for i, words in enumerate(shown) if _TIMES.search(words) and i > (acts[0] if acts else 0)]
    if not _FEWEST_COLUMNS <= len(columns) <= _MOST_COLUMNS or not acts or not (leads or times):
        return None
    return Head(columns, acts[0], leads[0] if leads else None, times[0] if times else None, rest)


def _is_heading(line: Line) -> bool:
    """A line of nothing but words that head columns."""
    parts = line.text.split()
    if len(parts) > _MOST_HEADER_WORDS or not heads_column(line.text):
        return False
    return all(part.lower().strip("?:.*/") in _FILLING or heads_column(part.strip("?:*")) for part in parts)


def names_some(words: str) -> bool:
    """Whether a line is nothing but initials ("KA", "DHo/AP") or "All"."""
    return _SOME.fullmatch(words) is not None


def is_name(words: str) -> bool:
    """Whether a line is written like a name, or several."""
    return len(words) <= _LONGEST_NAME and _NAME.fullmatch(words) is not None and not _STATE.match(words)


def is_time(words: str) -> bool:
    """Whether a line opens like the cell of a timescale column."""
    return _TIME.match(words) is not None


def is_state(words: str) -> bool:
    """Whether a line opens like the cell of a status column."""
    return len(words) <= _LONGEST_STATE and _STATE.match(words) is not None


def ends_sentence(words: str) -> bool:
    """Whether a line ends where a sentence may."""
    return _ENDS.search(words) is not None
