"""Whether a confidence means what it says: the share that was right, by rule and by band of confidence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphkit.evaluation.judging import Judged

_BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Record:
    """Facts that belong together: how many were found and how many of them were right.

    `said` is the mean of their confidences, None for facts that have none (topics: their rule is the basis).
    """

    kind: str
    name: str
    facts: int
    right: int
    said: float | None

    @property
    def share(self) -> float:
        """The share that was right, from 0 to 1."""
        return self.right / self.facts


def by_rule(facts: Iterable[Judged]) -> Sequence[Record]:
    """The record of each rule, for each kind of fact it found, sorted by kind and rule."""
    groups: defaultdict[tuple[str, str], list[Judged]] = defaultdict(list)
    for fact in _once(facts):
        if fact.rule:
            groups[fact.kind, fact.rule].append(fact)
    return [_record(*key, groups[key]) for key in sorted(groups)]


def by_band(facts: Iterable[Judged]) -> Sequence[Record]:
    """The record of each band of confidence that some fact is in, lowest first; a band holds its lower end."""
    groups: defaultdict[str, list[Judged]] = defaultdict(list)
    for fact in _once(facts):
        if fact.confidence is not None:
            groups[band_of(fact.confidence)].append(fact)
    return [_record("all", band, groups[band]) for band in sorted(groups)]


def band_of(confidence: float) -> str:
    """The band that a confidence lies in, as "0.8 to 0.9"."""
    bands = tuple(pairwise(_BANDS))
    low, high = next((band for band in bands if band[0] <= confidence < band[1]), bands[-1])
    return f"{low:.1f} to {high:.1f}"


def _once(facts: Iterable[Judged]) -> Iterable[Judged]:
    """Without "named owners", which looks at owners a second time."""
    return (fact for fact in facts if fact.kind != "named owners")


def _record(kind: str, name: str, group: Sequence[Judged]) -> Record:
    sure = [fact.confidence for fact in group if fact.confidence is not None]
    said = sum(sure) / len(sure) if sure else None
    return Record(kind, name, len(group), sum(fact.verdict == "right" for fact in group), said)
