"""Whether a confidence means what it says: the share that was right, by rule and by band of confidence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphkit.evaluation.judging import Judged

_BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
# "named owners" looks at owners a second time.
_ONCE = ("actions", "owners", "other roles")


@dataclass(frozen=True, slots=True, order=True)
class Record:
    """Facts that belong together: how many were found, how many of them were right, the mean of what they said."""

    kind: str
    name: str
    facts: int
    right: int
    said: float

    @property
    def share(self) -> float:
        """The share that was right, from 0 to 1."""
        return self.right / self.facts


def by_rule(facts: Iterable[Judged]) -> Sequence[Record]:
    """The record of each rule, for each kind of fact it found, sorted by kind and rule."""
    groups: defaultdict[tuple[str, str], list[Judged]] = defaultdict(list)
    for fact in _weighed(facts):
        groups[fact.kind, fact.rule].append(fact)
    return sorted(_record(*key, group) for key, group in groups.items())


def by_band(facts: Iterable[Judged]) -> Sequence[Record]:
    """The record of each band of confidence that some fact is in, lowest first; a band holds its lower end."""
    groups: defaultdict[tuple[float, float], list[Judged]] = defaultdict(list)
    bands = tuple(pairwise(_BANDS))
    for fact in _weighed(facts):
        sure = fact.confidence or 0.0
        groups[next((band for band in bands if band[0] <= sure < band[1]), bands[-1])].append(fact)
    return [_record("all", f"{low:.1f} to {high:.1f}", groups[low, high]) for low, high in sorted(groups)]


def _weighed(facts: Iterable[Judged]) -> Iterable[Judged]:
    return (fact for fact in facts if fact.confidence is not None and fact.kind in _ONCE)


def _record(kind: str, name: str, group: Sequence[Judged]) -> Record:
    said = sum(fact.confidence or 0.0 for fact in group) / len(group)
    return Record(kind, name, len(group), sum(fact.verdict == "right" for fact in group), said)
