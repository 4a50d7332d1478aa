"""The forms in which board papers state times, each with a reader that says what it stands for.

A reader is given the match and the day from which relative times count (None when it is not known). It answers with an
ISO date ("2024", "2024-06", "2024-06-30") and an ISO duration, each None where the words do not give it, or with None
when the words are no time at all.
"""

import datetime as dt
import re
from collections.abc import Callable

from graphkit.language.calendar_words import (
    MONTH,
    NUMBER,
    SEASONS,
    UNIT,
    WEEKDAYS,
    duration,
    full_year,
    later,
    month,
    number,
    unit,
    working_days_later,
)

Meaning = tuple[str | None, str | None] | None
Reader = Callable[[re.Match[str], dt.date | None], Meaning]

RULES: list[tuple[str, re.Pattern[str], Reader]] = []

_YEAR = r"(?:19|20)\d\d"
_FINANCIAL = rf"{_YEAR}[/-](?:20)?\d\d(?![\d/-])"
_ORDINAL = r"(?:st|nd|rd|th)?"
_PART = (
    r"(?:(?:the )?(?:very )?(?:end|close|start|beginning|middle|(?:first|second) (?:half|week|fortnight)) of"
    r"|(?:the )?(?:early|mid|late|end))[ -]?"
)


def pattern(text: str) -> re.Pattern[str]:
    """A compiled pattern in which a blank stands for white space of any length, and " ?" for none or some."""
    return re.compile(text.replace(" ?", r"\s*").replace(" ", r"\s+"))


def _rule(kind: str, *forms: str) -> Callable[[Reader], Reader]:
    """Registers a reader for these forms. A group "m" holds a month's name, which counts only with a capital."""

    def keep(reader: Reader) -> Reader:
        RULES.extend((kind, pattern(rf"(?<![\w/£$])(?:{form})(?!\w)"), reader) for form in forms)
        return reader

    return keep


def _iso(year: int, in_month: int, day: int) -> str | None:
    try:
        return dt.date(year, in_month, day).isoformat()
    except ValueError:
        return None


def _meaning(date: str | None) -> Meaning:
    return (date, None) if date else None


@_rule(
    "day",
    rf"(?:{'|'.join(WEEKDAYS)})?,? ?(?:\d{{1,2}}{_ORDINAL} ?(?:-|to|and|/|&) ?)?"
    rf"(?:the )?(?P<d>\d{{1,2}}){_ORDINAL}(?: of)? ?(?P<m>{MONTH})(?:,? ?(?P<y>{_YEAR}))?",
    rf"(?P<m>{MONTH}) (?P<d>\d{{1,2}}){_ORDINAL}(?:,? (?P<y>{_YEAR}))?",
)
def _day(match: re.Match[str], anchor: dt.date | None) -> Meaning:
    in_month, day, year = month(match["m"]), int(match["d"]), match["y"]
    if year is not None:
        return _meaning(_iso(int(year), in_month, day))
    if anchor is None:
        return (None, None) if 1 <= day <= 31 else None
    date = _iso(anchor.year, in_month, day)
    if date is not None and date < anchor.isoformat():
        date = _iso(anchor.year + 1, in_month, day)
    return _meaning(date)


@_rule(
    "day",
    rf"(?P<d>\d{{1,2}})(?P<s>[/.-])(?P<n>\d{{1,2}})(?P=s)(?P<y>{_YEAR}|\d\d)",
    rf"(?P<y>{_YEAR})-(?P<n>\d\d)-(?P<d>\d\d)",
)
def _digits(match: re.Match[str], _: dt.date | None) -> Meaning:
    return _meaning(_iso(full_year(match["y"]), int(match["n"]), int(match["d"])))


@_rule("weekday", rf"(?:next )?(?P<w>{'|'.join(WEEKDAYS)})")
def _weekday(match: re.Match[str], anchor: dt.date | None) -> Meaning:
    if anchor is None:
        return None, None
    days = (WEEKDAYS[match["w"]] - anchor.weekday() - 1) % 7 + 1
    return (anchor + dt.timedelta(days=days)).isoformat(), f"P{days}D"


@_rule(
    "month",
    rf"(?:{_PART} ?)?(?:(?:{MONTH}) ?(?:/|-|and|or|to) ?)?"
    rf"(?P<m>{MONTH})(?:,? (?:of )?|[-'])(?P<y>{_YEAR}|(?<=['-])\d\d)",
)
def _month_year(match: re.Match[str], _: dt.date | None) -> Meaning:
    return f"{full_year(match['y'])}-{month(match['m']):02d}", None


@_rule("month", rf"(?P<n>0?[1-9]|1[0-2])/(?P<y>{_YEAR})")
def _month_digits(match: re.Match[str], _: dt.date | None) -> Meaning:
    return f"{match['y']}-{int(match['n']):02d}", None


@_rule("bare month", rf"(?:{_PART} ?)?(?P<m>{MONTH})(?: of| in)? (?P<which>this|next) year")
def _month_of_year(match: re.Match[str], anchor: dt.date | None) -> Meaning:
    if anchor is None:
        return None, None
    return f"{anchor.year + (match['which'] == 'next')}-{month(match['m']):02d}", None


@_rule("bare month", rf"(?:{_PART} ?)?(?:next |this )?(?P<m>{MONTH})")
def _bare_month(match: re.Match[str], anchor: dt.date | None) -> Meaning:
    if anchor is None:
        return None, None
    in_month = month(match["m"])
    return f"{anchor.year + (in_month < anchor.month)}-{in_month:02d}", None


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


@_rule(
    "quarter",
    rf"(?:{_PART} ?)?(?:q(?P<q>[1-4])|quarter (?P<n>[1-4]|one|two|three|four)"
    rf"|(?:the )?(?P<o>{'|'.join(_ORDINALS)}) quarter)"
    rf"(?: ?(?:of|in|for)? ?(?:the )?,?(?P<f>{_FINANCIAL})|,? ?(?:of |in )?(?P<y>{_YEAR}))",
)
def _quarter(match: re.Match[str], _: dt.date | None) -> Meaning:
    which = _ORDINALS[match["o"]] if match["o"] else number(match["q"] or match["n"])
    if match["f"]:
        starts = int(match["f"][:4])
        return f"{starts + (which == 4)}-{(6, 9, 12, 3)[which - 1]:02d}", None
    return f"{match['y']}-{which * 3:02d}", None


@_rule(
    "years",
    rf"(?:{_PART} ?(?:the )?)?(?:financial year |fy ?)?(?P<a>{_YEAR}) ?(?:[/-]|to) ?(?P<b>(?:20)?\d\d)(?![\d/-])"
    r"(?: financial year)?",
)
def _years(match: re.Match[str], _: dt.date | None) -> Meaning:
    first, second = int(match["a"]), full_year(match["b"])
    if second <= first:
        return None
    # "2024/25" is a financial year, which ends in March; other ranges are of calendar years.
    financial = second == first + 1 and len(match["b"]) == 2
    return (f"{second}-03" if financial else str(second)), None


@_rule(
    "season",
    rf"(?:{_PART} ?)?(?P<which>this |next |the (?:coming )?)?(?P<s>{'|'.join(SEASONS)})(?: (?:holidays?|term|break))?"
    rf"(?: of)?(?: (?P<y>{_YEAR})(?:[/-](?P<z>\d\d))?)?",
)
def _season(match: re.Match[str], anchor: dt.date | None) -> Meaning:
    if match["y"]:
        return str(full_year(match["z"] or match["y"])), None
    if anchor is None:
        return None, None
    return str(anchor.year + (SEASONS[match["s"]] < anchor.month)), None


@_rule("feast", rf"(?P<f>christmas|easter|(?:the )?new year)(?: (?:holidays?|break))?(?: (?P<y>{_YEAR}))?")
def _feast(match: re.Match[str], anchor: dt.date | None) -> Meaning:
    if match["y"] is None and anchor is None:
        return None, None
    year = int(match["y"]) if match["y"] else anchor.year if anchor else 0
    if match["f"] == "christmas":
        return f"{year}-12", None
    if match["f"] == "easter":
        passed = match["y"] is None and anchor is not None and anchor.month > 4
        return str(year + passed), None
    return f"{year + (match['y'] is None)}-01", None


@_rule("year", rf"(?:{_PART} ?)?(?:calendar year )?(?P<y>{_YEAR})(?![-/]\d)")
def _year(match: re.Match[str], _: dt.date | None) -> Meaning:
    closing = re.match(r"(?:the )?(?:very )?(?:end|close|late)\b", match[0])
    return (f"{match['y']}-12" if closing else match["y"]), None


_YEAR_ENDS = {"financial": 3, "fiscal": 3, "academic": 7, "school": 7, "municipal": 5, "calendar": 12, "": 12}
_KIND = "|".join(_YEAR_ENDS)


@_rule(
    "year end",
    rf"(?:(?:the )?(?:end|close) of (?:the|this)|later in the|later this|this)(?: current| same)? ?(?P<k>{_KIND}) year",
    r"(?P<k>)year[ -]end",
)
def _year_end(match: re.Match[str], anchor: dt.date | None) -> Meaning:
    if anchor is None:
        return None, None
    if match[0].startswith("later"):
        return str(anchor.year), None
    ends = 3 if match[0].startswith("year") else _YEAR_ENDS[match["k"]]
    return f"{anchor.year + (anchor.month > ends)}-{ends:02d}", None


@_rule("period end", r"(?:the )?(?:end|close) of (?:the|this) (?P<u>week|month)")
def _period_end(match: re.Match[str], anchor: dt.date | None) -> Meaning:
    if anchor is None:
        return None, None
    if match["u"] == "month":
        return anchor.isoformat()[:7], None
    return (anchor + dt.timedelta(days=(4 - anchor.weekday()) % 7)).isoformat(), None


@_rule("next", rf"(?:{_PART} ?)?next ?(?P<k>{_KIND}) year", rf"(?:{_PART} ?)?next (?P<k>month|week)")
def _next(match: re.Match[str], anchor: dt.date | None) -> Meaning:
    if anchor is None:
        return None, None
    kind, first = match["k"], re.search(r"\b(?:start|beginning|early)\b", match[0]) is not None
    if kind in ("financial", "fiscal") and first:
        return f"{anchor.year + (anchor.month > 3)}-04", None
    if kind == "week":
        return (anchor + dt.timedelta(days=7)).isoformat(), "P7D"
    if kind == "month":
        return f"{anchor.year + anchor.month // 12}-{anchor.month % 12 + 1:02d}", None
    ends = _YEAR_ENDS[kind]
    return (f"{anchor.year + 1 + (anchor.month > ends)}-{ends:02d}" if kind else str(anchor.year + 1)), None


@_rule(
    "relative",
    rf"(?:(?:the )?(?:next|coming|following) )?(?:{NUMBER} ?(?:-|to|or) ?)?(?P<n>{NUMBER})[ -](?P<u>{UNIT})'?s?'?"
    r"(?: time)?"
    r"(?: (?:from now|hence|(?:from|of) (?:the date of )?(?:this|the) (?:meeting|decision)))?",
    rf"{NUMBER} {UNIT} to (?P<n>{NUMBER}) (?P<u>{UNIT})",
    r"the (?P<n>)(?:next|coming|following) (?P<u>day|week|fortnight|month|quarter|year)",
)
def _relative(match: re.Match[str], anchor: dt.date | None) -> Meaning:
    count, of = number(match["n"] or "1"), unit(match["u"])
    if count == 0:
        return None
    iso = duration(count, of)
    if anchor is None:
        return None, iso
    due = working_days_later(anchor, count) if of == "working day" else later(anchor, iso)
    return (due.isoformat() if due else None), iso
