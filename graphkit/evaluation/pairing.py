"""Which found fact is which gold fact: the questions asked of two facts, and pairs that take each fact once."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from graphkit.evaluation.facts import ActionFact, DueFact, PartyFact
from graphkit.evaluation.likeness import alike, contained

T = TypeVar("T")
Pairs = list[tuple[int, int]]

# Two wordings this alike are one action, priority or deadline.
CLOSE = 0.6
_SAME_REF = 0.02
_YEAR_AND_MONTH, _YEAR = 7, 4
# All partners together, as `plain_name` gives the forms in which papers say it.
_ALL_TOGETHER = frozenset(
    {
        "partners", "we", "all partners", "board partners", "boards partners", "partners on board", "board members",
        "partner organisations", "all board members", "members", "partners collectively", "board s partners",
    }
)  # fmt: skip


def pairs(gold: Sequence[T], found: Sequence[T], likeness: Callable[[T, T], float], least: float) -> Pairs:
    """Places of facts that belong together, each fact in one pair at most, the most alike taken first."""
    ranked = [(likeness(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)]
    taken_gold, taken_found, chosen = set(), set(), []
    for _, i, j in sorted((row for row in ranked if row[0] >= least), reverse=True):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            chosen.append((i, j))
    return chosen


def same_action(gold: ActionFact, found: ActionFact) -> float:
    """How likely two actions are one, by their words: a part of the other's words does, but not a small part."""
    likeness = min(contained(gold.text, found.text), 0.5 + alike(gold.text, found.text))
    same_ref = bool(gold.ref) and gold.ref.strip("().") == found.ref.strip("().")
    return likeness + (_SAME_REF if same_ref else 0)


def same_party(gold: PartyFact, found: PartyFact) -> float:
    """1 for one party: a name in common, or both all partners together, or both the deciding board."""
    if gold.names & found.names:
        return 1.0
    if gold.type == "collective" and (found.type == "collective" or found.names & _ALL_TOGETHER):
        return 1.0
    return float(gold.type == "board" and found.type == "board")


def same_part(gold: PartyFact, found: PartyFact) -> float:
    """1 for one party in one role."""
    return same_party(gold, found) if gold.role == found.role else 0.0


def same_partner(gold: PartyFact, found: PartyFact) -> float:
    """1 for two partners of a paper that have a name in common."""
    return float(bool(gold.names & found.names))


def same_due(gold: DueFact | None, found: DueFact | None) -> bool:
    """Whether two deadlines are one: the same duration, else the same month (or year), else much the same words."""
    if gold is None or found is None:
        return False
    if gold.offset and gold.offset == found.offset:
        return True
    if gold.date and found.date:
        known = min(len(gold.date), len(found.date))
        compared = _YEAR_AND_MONTH if known >= _YEAR_AND_MONTH else _YEAR
        return gold.date[:compared] == found.date[:compared]
    return contained(gold.text, found.text) >= CLOSE
