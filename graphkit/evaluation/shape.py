"""The form of a gold file: which fields it has and what may stand in them. docs/evaluate.md says what they mean.

A check takes a value and yields its faults, each with the place below the value ("[2].status") and what to do about it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import get_args

from graphkit.language.participation import Basis, Role
from graphkit.language.party import PartyType
from graphkit.loaders.findings import Kind, Status

Fault = tuple[str, str]
Check = Callable[[object], Iterator[Fault]]

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


def misshapen(value: object) -> Iterator[Fault]:
    """The faults in the form of a whole gold file."""
    return _gold()(value)


def nearest(given: str, known: list[str]) -> str:
    """A word to add to a message: what was probably meant."""
    close = get_close_matches(given, known, 1)
    return f" (did you mean {close[0]}?)" if close else ""


def _text(value: object) -> Iterator[Fault]:
    if not isinstance(value, str) or not value.strip():
        yield "", "must be words in quotation marks"


def _or_null(check: Check) -> Check:
    return lambda value: iter(()) if value is None else check(value)


def _date(value: object) -> Iterator[Fault]:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        yield "", f"{value!r} is no date: write YYYY-MM-DD, YYYY-MM, YYYY or null"


def _one_of(choices: tuple[str, ...]) -> Check:
    def check(value: object) -> Iterator[Fault]:
        if value not in choices:
            meant = nearest(str(value), list(choices))
            yield "", f"{value!r} is none of {', '.join(choices)}{meant}"

    return check


def _each(check: Check, *, least: int = 0) -> Check:
    def checks(value: object) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield "", "must be a list in square brackets"
        elif len(value) < least:
            yield "", "must not be empty"
        else:
            for number, one in enumerate(value, 1):
                yield from ((f"[{number}]{place}", told) for place, told in check(one))

    return checks


def _record(needed: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    fields = {**needed, **(optional or {})}

    def check(value: object) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield "", "must be an object in curly brackets"
            return
        for name in [name for name in needed if name not in value]:
            yield f".{name}", "is missing: add it (docs/evaluate.md lists the fields)"
        for name, one in value.items():
            if name in fields:
                yield from ((f".{name}{place}", told) for place, told in fields[name](one))
            else:
                yield f".{name}", f"is no field of gold{nearest(name, list(fields))}: rename it or take it out"

    return check


@cache
def _gold() -> Check:
    """The form as the guide gives it. Lists and values that may be empty may be left out."""
    bases = tuple(basis for basis in get_args(Basis) if basis != "inferred")
    roles = tuple(role for role in get_args(Role) if role != "owner")
    party = {"names": _each(_text, least=1), "type": _one_of(get_args(PartyType))}
    due = {"text": _or_null(_text), "offset": _or_null(_text), "date": _or_null(_date)}
    action = _record(
        {
            "quote": _text,
            "status": _one_of(get_args(Status)),
            "owners": _each(_record({**party, "basis": _one_of(bases)})),
        },
        {
            "others": _each(_record({**party, "role": _one_of(roles)})),
            "topics": _each(_text),
            "populations": _each(_text),
            "due": _or_null(_record({"text": _or_null(_text)}, due)),
            **dict.fromkeys(("ref", "parent", "recurrence", "priority", "progress"), _or_null(_text)),
        },
    )
    return _record(
        {
            "kind": _one_of(get_args(Kind)),
            "actions": _each(action),
            "priorities": _each(_record({"label": _text}, {"parent": _or_null(_text)})),
            "partners": _each(_record(party)),
        },
        {"document": _text, "board": _each(_text), "meeting_date": _or_null(_date), "item_title": _or_null(_text)},
    )
