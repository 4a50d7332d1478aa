"""Official codes of a body, and how bodies follow and contain one another."""

import re
from collections.abc import Mapping

from graphkit.identity.reference import Organisation, Reference
from graphkit.identity.when import in_force

# A code may hold for a time: "E54000001 (to 2026-03-31)".
_TIMED = re.compile(r"(?P<code>.*?) \((?P<bound>from|to) (?P<date>[\d-]{4,10})\)")
_NAMES = {"gss": "GSS", "ukprn": "UKPRN", "hesa": "HESA", "ecode": "ecode"}


def codes_of(reference: Reference, identity: str, on: str | None = None) -> tuple[tuple[str, str], ...]:
    """The codes of a body as (scheme, value), "ODS" first; () for an id that is not in the reference list.

    With a date, of codes that hold for a time only those of that date.
    """
    body = reference.organisations.get(identity)
    if body is None:
        return ()
    first = (("ODS", body.ods_code),) if body.ods_code else ()
    timed = ((_NAMES.get(scheme, scheme), _code(value, on)) for scheme, value in body.other_ids)
    return first + tuple((scheme, value) for scheme, value in timed if value)


def _code(value: str, on: str | None) -> str | None:
    found = _TIMED.fullmatch(value)
    if found is None:
        return value
    start, end = (found["date"], "") if found["bound"] == "from" else ("", found["date"])
    return found["code"] if in_force(start, end, on) else None


def successors_of(reference: Reference, identity: str, on: str | None = None) -> tuple[str, ...]:
    """The ids of the bodies that took over, as printed in the list; with a date, those in force then, however late.

    A body in force at the date is not followed further. Several bodies may follow one.
    """
    return _follow(reference, identity, on, reference.successors)


def predecessors_of(reference: Reference, identity: str, on: str | None = None) -> tuple[str, ...]:
    """The ids of the bodies that a body took over from; with a date, those in force then, however early."""
    return _follow(reference, identity, on, reference.predecessors)


def part_of(reference: Reference, identity: str) -> tuple[str, ...]:
    """The ids of the bodies that a body is part of: a board of its council, a trust of its integrated care board."""
    body = reference.organisations.get(identity)
    return body.part_of if body else ()


def _follow(
    reference: Reference, identity: str, on: str | None, steps: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    if on is None:
        return steps.get(identity, ())
    seen: set[str] = {identity}
    found: list[Organisation] = []
    waiting = list(steps.get(identity, ()))
    while waiting:
        each = waiting.pop(0)
        if each in seen:
            continue
        seen.add(each)
        body = reference.organisations[each]
        if body.valid(on):
            found.append(body)
        else:
            waiting += steps.get(each, ())
    return tuple(body.id for body in found)
