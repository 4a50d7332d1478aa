"""Which kinds of bodies a bare word can point to ("the Trust", "the ICB"): `data/body-kinds.yaml`."""

import re
from functools import cache, lru_cache
from typing import Any

from graphkit.language.data_file import data_file


def spelt_out(acronym: str) -> str | None:
    """The words of an acronym that closes names of boards and bodies ("psb"), or None."""
    found: str | None = _kinds()["spelt"].get(acronym)
    return found


def several_of(plural: str) -> str | None:
    """The reference kind that a plural in small letters stands for ("councils"), or None."""
    found: str | None = _kinds()["several"].get(plural)
    return found


def kind_of(bare: str) -> str:
    """The reference kind that a bare word stands for, or the word itself."""
    found: str = _kinds()["bare"].get(bare, bare)
    return found


@lru_cache(8192)
def fits_kind(name: str, reference_kind: str | None, bare: str) -> bool:
    """Whether a body (normal name, reference kind where known) can be meant by a bare kind."""
    kind, names = kind_of(bare), _kinds()["names"]
    tier = next((word for word in _kinds()["tiers"] if bare.startswith(word + " ")), None)
    if tier is not None and tier not in name and any(other in name for other in _kinds()["tiers"]):
        return False
    if kind not in names:
        return name.endswith(" " + bare)
    if reference_kind in names:
        return reference_kind == kind or (kind == "nhs-trust" and reference_kind == "hsc-trust")
    if is_other(kind, name):
        return False
    padded = f" {name} "
    return any(name == word or name.endswith(" " + word) or f" {word} of " in padded for word in names[kind])


def is_other(kind: str, name: str) -> bool:
    """Whether a name only sounds like one of a kind ("Northmere Youth Council" like a local authority)."""
    return any(word in name for word in _kinds()["others"].get(kind, ()))


def shares_place(name: str, body: str) -> bool:
    """Whether a council and a board carry the same place in their normal names."""
    return bool((set(body.split()) - set(_kinds()["no_place"])) & set(name.split()))


def _kinds() -> dict[str, Any]:
    return data_file("body-kinds.yaml")


@cache
def papers() -> tuple[tuple["re.Pattern[str]", "re.Pattern[str]"], ...]:
    """Kinds of papers that only one kind of board writes: how they call themselves, and how the board's name ends."""
    return tuple((re.compile(title), re.compile(ending)) for title, ending in _kinds()["papers"])
