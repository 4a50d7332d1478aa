"""Findings of a copy of a paper put onto the paper itself: every span in them moved."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from graphkit.documents.model import Span

T = TypeVar("T")
Back = Callable[[Span], Span]


def placed(found: T, back: Back) -> T:
    """The same findings (any of the records of `findings.py`, or a tuple of them) with `back` applied to every span."""
    moved: T = _moved(found, back)
    return moved


def _moved(value: Any, back: Back) -> Any:  # noqa: ANN401 - a walk over records of every kind
    if isinstance(value, Span):
        return back(value)
    if isinstance(value, tuple):
        return tuple(_moved(one, back) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {name: _moved(getattr(value, name), back) for name in _holding(type(value))}
        return replace(value, **changed) if changed else value
    return value


@cache
def _holding(record: type) -> tuple[str, ...]:
    """The fields of a record that hold spans, or records that may."""
    plain = (str, int, float, bool, "str", "int", "float", "bool", "str | None", "float | None", "tuple[str, ...]")
    return tuple(one.name for one in fields(record) if one.type not in plain and "Literal" not in str(one.type))
