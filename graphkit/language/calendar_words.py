"""The words for time that board papers use, and the arithmetic on them (Gregorian dates, no time zones)."""

import calendar
import datetime as dt
from typing import Literal

Unit = Literal["day", "working day", "week", "fortnight", "month", "quarter", "year"]

NUMBERS: dict[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "eighteen": 18, "twenty": 20, "twenty-one": 21, "twenty-four": 24, "twenty-eight": 28, "thirty": 30,
    "thirty-six": 36, "forty": 40, "sixty": 60, "ninety": 90,
}  # fmt: skip
MONTHS: dict[str, int] = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in list(MONTHS.items())} | {"sept": 9}
WEEKDAYS: dict[str, int] = {name.lower(): number for number, name in enumerate(calendar.day_name)}
# The month in which a season is over.
SEASONS: dict[str, int] = {"spring": 5, "summer": 8, "autumn": 11, "winter": 12}

NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
UNIT = r"(?:working days?|days?|weeks?|fortnights?|months?|quarters?|years?)"

_UNITS: tuple[Unit, ...] = ("working day", "day", "week", "fortnight", "month", "quarter", "year")
_SCALE = {
    "day": (1, "D"),
    "week": (7, "D"),
    "fortnight": (14, "D"),
    "month": (1, "M"),
    "quarter": (3, "M"),
    "year": (1, "Y"),
}


def number(words: str) -> int:
    """The number that digits or a number word stand for."""
    return int(words) if words.isdigit() else NUMBERS[words]


def month(words: str) -> int:
    """The number, 1 to 12, of a month's name or its abbreviation."""
    return MONTHS[words.rstrip(".")]


def unit(words: str) -> Unit:
    """The unit that a word names, in the plural or not."""
    return next(name for name in _UNITS if " ".join(words.split()).startswith(name))


def full_year(words: str) -> int:
    """A year printed with four digits or two (of this century)."""
    return int(words) if len(words) == 4 else 2000 + int(words)


def duration(count: int, of: Unit) -> str:
    """An ISO 8601 duration; weeks and working days are counted in days (five working days make seven)."""
    if of == "working day":
        weeks, rest = divmod(count, 5)
        return f"P{weeks * 7 + rest}D"
    times, letter = _SCALE[of]
    return f"P{count * times}{letter}"


def later(day: dt.date, iso: str) -> dt.date | None:
    """The day that lies a duration ("P3M") after another; None where the calendar ends."""
    count, letter = int(iso[1:-1]), iso[-1]
    try:
        if letter == "D":
            return day + dt.timedelta(days=count)
        months = day.month - 1 + count * (12 if letter == "Y" else 1)
        year, index = day.year + months // 12, months % 12 + 1
        return dt.date(year, index, min(day.day, calendar.monthrange(year, index)[1]))
    except (OverflowError, ValueError):
        return None


def working_days_later(day: dt.date, count: int) -> dt.date:
    """The day that lies a number of weekdays (at most 999) after another; bank holidays are not known here."""
    for _ in range(min(count, 999)):
        day += dt.timedelta(days={4: 3, 5: 2}.get(day.weekday(), 1))
    return day


def day_of(anchor: str | None) -> dt.date | None:
    """The day that an anchor ("2024-06-12", or a month as its first day) names; None for anything else.

    Years after 9000 are slips of the pen, and sums on them would leave the calendar: None as well.
    """
    if anchor is None:
        return None
    try:
        day = dt.date.fromisoformat(anchor if len(anchor) != 7 else anchor + "-01")
    except ValueError:
        return None
    return day if day.year <= 9000 else None
