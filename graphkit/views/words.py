"""The graph's slugs in plain words."""

import re

from graphkit.views.model import Due

NO_OWNER = "No owner found"
NO_DEADLINE = "No deadline"

BASIS = {
    "explicit": "named in the paper",
    "host": "its own programme",
    "board": "the board, since no one is named",
    "collective": "partners collectively, “we”",
    "inherited": "from the action or heading above",
    "inferred": "inferred by a rule",
}
ROLE = {
    "owner": "Owner",
    "deliverer": "Delivers",
    "supporter": "Supports",
    "consulted": "Consulted",
    "funder": "Funds",
    "host": "Hosts",
    "recipient": "Receives",
    "audience": "Audience",
}
STATUS = {
    "agreed": "Agreed",
    "recommended": "Recommended",
    "requested": "Requested",
    "committed": "Committed",
    "proposed": "Proposed",
    "planned": "Planned",
    "noted": "Noted",
    "deferred": "Deferred",
}
STATUS_MEANING = {
    "agreed": "the board resolved it",
    "recommended": "put to the board or to others, not yet resolved in this paper",
    "requested": "the board asked somebody for it",
    "committed": "a strategy promises it",
    "proposed": "suggested, or only under a condition",
    "planned": "a row of an action plan or log",
    "noted": "the board took note of it, no more",
    "deferred": "put off",
}
KIND = {"minutes": "Minutes", "strategy": "Strategy", "action-plan": "Action plan or log"}
PARTY_TYPE = {
    "team": "team",
    "post": "post",
    "sector": "a sector, not one body",
    "collective": "a group of partners",
    "person": "person",
}

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?", re.ASCII)
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def basis(slug: str) -> str:
    """How we know of a part, in words."""
    return BASIS.get(slug, slug)


def role(slug: str) -> str:
    """What a party does in an action, as a word."""
    return ROLE.get(slug, slug.capitalize())


def status(slug: str) -> str:
    """Where an action stands, as a word."""
    return STATUS.get(slug, slug.capitalize() or "Unknown")


def kind(slug: str) -> str:
    """What kind of paper, as words."""
    return KIND.get(slug, slug.capitalize() or "Paper")


def date(iso: str | None) -> str:
    """A year, month or day as people write it ("2024-06" gives "June 2024"); anything else unchanged."""
    found = _DATE.fullmatch(iso or "")
    if not found:
        return iso or ""
    year, month, day = found.groups()
    return " ".join([*([str(int(day))] if day else []), *([_MONTHS[int(month) - 1]] if month else []), year])


def due(deadline: Due | None) -> str:
    """A deadline: its date in words where known, else the paper's own words."""
    if deadline is None:
        return NO_DEADLINE
    return date(deadline.date) or deadline.words


def recurrence(iso: str | None) -> str:
    """A repeating interval (ISO 8601 "R/P3M") as "every 3 months"; anything else unchanged."""
    found = re.fullmatch(r"R\d*/P(\d+)([YMWD])", iso or "", re.ASCII)
    if not found:
        return iso or ""
    number, unit = int(found[1]), _UNITS[found[2]]
    return f"every {unit}" if number == 1 else f"every {number} {unit}s"


def sure(confidence: float | None) -> str:
    """A confidence from 0 to 1 as a percentage; empty when unknown."""
    return "" if confidence is None else f"{round(confidence * 100)}% sure"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 action", "2 actions"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: list[str]) -> str:
    """Names in a row: "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""
