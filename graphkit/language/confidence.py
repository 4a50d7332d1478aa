"""How sure a fact is: the share of its rule's facts that were right where people had read the papers too.

`data/confidence.yaml` holds that record, one row a rule, measured on annotated papers and never set by hand
(tests/corpus/calibrate.py writes it). A rule without a row is as sure as its kind of fact is on the whole.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Literal

from graphkit.language.data_file import data_file
from graphkit.language.participation import Participation

Weighed = Literal["actions", "owners", "other roles"]

# The row of a kind of fact that stands for every rule without one.
ANY = "any rule"


@cache
def _record(kind: Weighed) -> Mapping[str, float]:
    return MappingProxyType({rule: row["confidence"] for rule, row in data_file("confidence.yaml")[kind].items()})


def confidence(kind: Weighed, rule: str) -> float:
    """The confidence, between 0 and 1, of a fact that this rule found."""
    record = _record(kind)
    return record.get(rule, record[ANY])


def kind_of(part: Participation) -> Weighed:
    """Owners and other roles are weighed apart: the same words can name either."""
    return "owners" if part.role == "owner" else "other roles"


def weighed(parts: Iterable[Participation]) -> tuple[Participation, ...]:
    """The parts with the confidence of their rules."""
    return tuple(replace(part, confidence=confidence(kind_of(part), part.rule)) for part in parts)
