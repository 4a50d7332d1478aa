"""What a named query may be asked with: parameters, their types, and messages about wrong values."""

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal, Self, get_args

from graphkit.errors import BadParameter

Type = Literal["slug", "text", "date", "integer", "number"]
Given = str | int | float
"""A checked value, as it goes into a query: dates are strings, like the dates they are compared with."""

_FIELDS = {"type", "default", "required", "help", "of"}
_LONGEST = 1_000
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter.

    `default` is None for a required one; `of` names the class (Topic, PopulationGroup) whose notations a slug may be.
    """

    name: str
    type: Type
    help: str
    default: Given | None = None
    of: str | None = None

    @property
    def required(self) -> bool:
        """Whether a value must be given."""
        return self.default is None

    @classmethod
    def read(cls, name: str, facts: Mapping[str, Any]) -> Self:
        """From the header of a query; ValueError when it is not as it should be."""
        if facts.keys() - _FIELDS or facts.get("type") not in get_args(Type):
            raise ValueError(f"parameter {name}: give a type ({', '.join(get_args(Type))}) and help")
        if (facts.get("type") == "slug") != ("of" in facts) or ("default" in facts) == bool(facts.get("required")):
            raise ValueError(f"parameter {name}: a slug needs 'of'; each needs a default, or required: true")
        return cls(str(name), facts["type"], str(facts["help"]), facts.get("default"), facts.get("of"))

    def value(self, given: object) -> Given:
        """The value as the query takes it.

        Raises:
            BadParameter: it is not of this parameter's type.
        """
        text = given.isoformat()[:10] if isinstance(given, dt.date) else str(given).strip()
        if text == "" and self.default == "":
            return ""
        read, allowed = _READ[self.type]
        found = read(text)
        if found is None:
            shown = text if len(text) <= 60 else text[:59] + "…"
            raise BadParameter(f"{self.name}={shown}: give {allowed}")
        return found


def checked(query: str, parameters: Iterable[Parameter], given: Mapping[str, object]) -> dict[str, Given]:
    """A value for every parameter of a query.

    Raises:
        BadParameter: one is missing, unknown or of the wrong type.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(known) or 'none'}"
            raise BadParameter(f"{query} has no parameter {name!r}: {hint}")
    values: dict[str, Given] = {}
    for name, parameter in known.items():
        if name in given and given[name] is not None:
            values[name] = parameter.value(given[name])
        elif parameter.default is None:
            raise BadParameter(f"{query} needs {name}=...: {parameter.help}")
        else:
            values[name] = parameter.default
    return values


def _text(text: str) -> str | None:
    return text if 0 < len(text) <= _LONGEST else None


def _slug(text: str) -> str | None:
    slug = "-".join(text.lower().replace("_", " ").replace("-", " ").split())
    return slug if _SLUG.fullmatch(slug) else None


def _date(text: str) -> str | None:
    try:
        return dt.date.fromisoformat(text).isoformat() if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def _integer(text: str) -> int | None:
    return int(text) if _INTEGER.fullmatch(text) else None


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


_READ: dict[Type, tuple[Callable[[str], Given | None], str]] = {
    "slug": (_slug, "letters, digits and hyphens, as in youth-mental-health"),
    "text": (_text, f"some words, at most {_LONGEST} characters"),
    "date": (_date, "a date as in 2025-03-31"),
    "integer": (_integer, "a whole number"),
    "number": (_number, "a number"),
}
