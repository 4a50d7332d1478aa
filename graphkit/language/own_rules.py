"""What a user adds to a list of ours: words to words, cues and examples to rules, and rules of their own.

Names are merged with names and lists are added to, without repeats. In a table of rules, one of a known name adds its
cues and examples to ours and replaces what else it says; one of a new name is tried after ours, or right before the one
that `before: NAME` tells. `off: true` takes a rule out.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from graphkit.errors import UsageError


def added(ours: Mapping[str, Any], own: Mapping[str, Any], place: str) -> dict[str, Any]:
    """The two as one; `place` names the user's file in errors.

    Raises:
        UsageError: it has a table that ours has not, or one of another form.
    """
    for name in own:
        if name not in ours:
            raise UsageError(f"{place}: there is no table {name!r} here; known are {', '.join(map(repr, ours))}")
    return {name: _both(value, own[name], f"{place}: {name}") if name in own else value for name, value in ours.items()}


def _both(ours: Any, own: Any, place: str) -> Any:  # noqa: ANN401 - whatever YAML holds
    if isinstance(ours, dict) and isinstance(own, dict):
        merged = {name: _both(ours[name], value, f"{place}: {name}") for name, value in own.items() if name in ours}
        return {**ours, **own, **merged}
    if isinstance(ours, list) and isinstance(own, list):
        if any(isinstance(row, dict) for row in ours):
            return _rules(ours, own, place)
        for word in own:
            if not isinstance(word, str):
                raise UsageError(f"{place}: {word!r} is no text to YAML: put it in quotes, as you mean it")
        return [*ours, *(word for word in own if word not in ours)]
    if _form(ours) != _form(own):
        raise UsageError(f"{place}: expected {_form(ours)}, not {_form(own)}")
    return own


def _rules(ours: Sequence[dict[str, Any]], own: Sequence[Any], place: str) -> list[dict[str, Any]]:
    rows = list(ours)
    for row in own:
        if not isinstance(row, dict) or not isinstance(row.get("rule"), str):
            raise UsageError(f"{place}: each entry needs `rule: NAME`, and its cues and examples under it")
        at = _place_of(row["rule"], rows)
        told = {key: value for key, value in row.items() if key not in ("before", "off")} | {"own": True}
        if row.get("off"):
            rows = [one for one in rows if one["rule"] != row["rule"]]
        elif at is not None:
            rows[at] = _both(rows[at], told, f"{place}: {row['rule']}")
        else:
            rows.insert(_where(row, rows, place), told)
    return rows


def _where(row: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], place: str) -> int:
    """Where a new rule is tried: after all others, or before the one it names."""
    if "before" not in row:
        return len(rows)
    at = _place_of(row["before"], rows)
    if at is None:
        raise UsageError(f"{place}: {row['rule']}: there is no rule {row['before']!r} to stand before")
    return at


def _place_of(name: str, rows: Sequence[Mapping[str, Any]]) -> int | None:
    return next((i for i, one in enumerate(rows) if one["rule"] == name), None)


def _form(value: object) -> str:
    return (
        "a list" if isinstance(value, list) else "names with lists" if isinstance(value, dict) else "text or a number"
    )
