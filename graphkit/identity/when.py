"""Whether something was in force at a date, where dates may be a year or a month only.

ISO 8601 dates compare as text; a shorter date stands for its whole year or month.
"""

# Sorts after every character of a date, so that "2013~" is the end of 2013.
_END = "~"


def in_force(valid_from: str, valid_to: str, on: str | None) -> bool:
    """Whether a validity (ISO dates, last day inclusive, "" for unknown or still current) meets a date.

    `on` may be a year, a month or a day; None means that the date is not known, and everything is in force.
    """
    return on is None or (not ended_by(valid_to, on) and not begins_after(valid_from, on))


def ended_by(valid_to: str, on: str) -> bool:
    """Whether a validity had ended before the date began."""
    return bool(valid_to) and valid_to + _END < on


def begins_after(valid_from: str, on: str) -> bool:
    """Whether a validity begins only after the date is over."""
    return bool(valid_from) and valid_from > on + _END


def shifted(date: str, years: int) -> str:
    """An ISO date so many years later (or earlier, below zero)."""
    return f"{int(date[:4]) + years:04d}{date[4:]}"
