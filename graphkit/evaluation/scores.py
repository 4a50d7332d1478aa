"""Counts of right, false and missed facts, and what they say: precision, recall and F1."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphkit.evaluation.facts import FACTS, KINDS, Kind
from graphkit.evaluation.judging import Judged

ALL = "ALL FACTS"


@dataclass(frozen=True, slots=True)
class Score:
    """Facts found that gold has (`right`), found that it has not (`false`), and not found that it has (`missed`)."""

    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right, from 0 to 1; 0 where nothing was found."""
        return self.right / (self.right + self.false) if self.right + self.false else 0.0

    @property
    def recall(self) -> float:
        """Share of what gold has that was found, from 0 to 1; 0 where gold has nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, from 0 to 1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.false + other.false, self.missed + other.missed)


def scores(facts: Iterable[Judged]) -> Mapping[str, Score]:
    """The score of each kind of fact, all kinds in their order, with `ALL` at the end (micro-averaged)."""
    counted = Counter((fact.kind, fact.verdict) for fact in facts)

    def of(kind: Kind) -> Score:
        return Score(counted[kind, "right"], counted[kind, "false"], counted[kind, "missed"])

    return {**{kind: of(kind) for kind in KINDS}, ALL: sum((of(kind) for kind in FACTS), Score())}
