"""A cell, or a label's words, that names who takes part: each name with the part that the words beside it give.

"Northmere City Council, supported by Healthwatch; Sport England (funder)" names an owner, a supporter and a funder. The
words are in `data/columns.yaml`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from graphkit.documents.model import Span
from graphkit.language.fold import fold
from graphkit.language.participation import Participation, Role
from graphkit.language.parties import PartyHit
from graphkit.language.rules import rule_table
from graphkit.loaders.source import Source

# Who led before ("Vacant (was Lena Brook)") leads no longer.
_FORMER = re.compile(r"\b(?:was|were|formerly|previously|replac(?:es|ed|ing)|not)(?: the)?:? $")
# "Housing, Northmere City Council", "Lena Brook (Healthwatch)": one doer, not two.
_BELONGS = re.compile(r"\s*(?:,|\(|[-–—]|\bat\b|\bof\b|\bin\b|\bfor\b)\s*(?:the )?")
_LISTED = re.compile(r"[;/\n]| and |&")
_BODIES = frozenset({"organisation", "board", "sector"})
_COLUMN_RULES: dict[Role, str] = {
    "owner": "action-line", "deliverer": "deliver-column", "supporter": "support-column", "funder": "fund-column",
}  # fmt: skip
_OFFICERS = frozenset({"person", "post"})


class Beside(NamedTuple):
    """A rule for words beside a name: the part that they give, and their pattern."""

    rule: str
    role: Role
    pattern: re.Pattern[str]


@cache
def _before() -> tuple[Beside, ...]:
    return _beside("cell_before", r"(?<![a-z]){}(?![a-z])")


@cache
def _after() -> tuple[Beside, ...]:
    return _beside("cell_after", r"(?:['’]s)?\s*(?:[(\[]|[-–—]\s){}\b")


def _beside(table: str, form: str) -> tuple[Beside, ...]:
    rules = rule_table("columns.yaml", table)
    return tuple(Beside(rule.name, rule.more["role"], re.compile(form.format(rule.either))) for rule in rules)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a cell with its part; `rule` names the words that gave it, None where the column alone did."""

    hit: PartyHit
    role: Role
    rule: str | None = None

    def part(self) -> Participation:
        """The same as a part in an action."""
        return Participation(self.hit.key, self.role, "explicit", self.rule or _COLUMN_RULES[self.role], self.hit.span)


def names_in(source: Source, cell: Span, default: Role) -> list[Named]:
    """Who is named in a cell whose column gives `default`; no former leads, and each doer once."""
    words = fold(source.document.quote(cell))
    marks = sorted((found.end(), len(found[0]), one) for one in _before() for found in one.pattern.finditer(words))
    named: list[Named] = []
    for hit in _one_each(source.document.text, source.parties.within(cell)):
        start, end = hit.span.start - cell.start, hit.span.end - cell.start
        if _FORMER.search(words[:start]):
            continue
        behind = next((one for one in _after() if one.pattern.match(words, end)), None)
        before = next((one for at, _, one in reversed(marks) if at <= start), None)
        told = behind or before
        named.append(Named(hit, told.role, told.rule) if told is not None else Named(hit, default))
    return list(_below_a_lead(named, default))


def _below_a_lead(named: Sequence[Named], default: Role) -> Iterator[Named]:
    """Where one of several owners is marked as the lead, the others deliver."""
    marked = default == "owner" and any(one.rule == "marked-lead" for one in named)
    for one in named:
        yield Named(one.hit, "deliverer", "beside-marked-lead") if marked and one.rule is None else one


def _one_each(text: str, hits: Iterable[PartyHit]) -> list[PartyHit]:
    """The hits without bodies that only say where a post, person or team belongs."""
    kept: list[PartyHit] = []
    for hit in hits:
        last = kept[-1] if kept else None
        gap = text[last.span.end : hit.span.start] if last is not None else ""
        if last is None or not _BELONGS.fullmatch(gap) or _LISTED.search(gap):
            kept.append(hit)
        elif last.type in _OFFICERS and hit.type in _BODIES | {"team"}:
            continue
        elif last.type == "organisation" and hit.type == "team":
            kept[-1] = hit
        else:
            kept.append(hit)
    return kept
