"""What a measure gives: each paper with its judged facts, and what could not be used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from graphkit.evaluation.judging import Judged
from graphkit.evaluation.places import Places
from graphkit.evaluation.scores import Score, scores


@dataclass(frozen=True)
class Measured:
    """One paper, its gold file, every fact judged, and what in the gold is doubtful (a line each)."""

    paper: Path
    gold: Path
    facts: tuple[Judged, ...]
    places: Places = field(repr=False)
    doubts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The paper's file name."""
        return self.paper.name

    @cached_property
    def scores(self) -> Mapping[str, Score]:
        """The score of each kind of fact in this paper."""
        return scores(self.facts)

    def errors(self, kinds: frozenset[str]) -> Iterator[Judged]:
        """False and missed facts of these kinds, in the order of the paper; those of no known place come last."""
        wrong = [one for one in self.facts if one.verdict != "right" and one.kind in kinds]
        return iter(sorted(wrong, key=lambda one: one.span.start if one.span else len(self.places.document.text)))


@dataclass(frozen=True)
class Evaluation:
    """Papers measured, in order; `faults` are lines about what could not be used or believed, `without` has no gold."""

    papers: tuple[Measured, ...]
    faults: tuple[str, ...] = ()
    without: tuple[Path, ...] = ()

    @cached_property
    def facts(self) -> tuple[Judged, ...]:
        """Every fact of every paper."""
        return tuple(fact for paper in self.papers for fact in paper.facts)

    @cached_property
    def scores(self) -> Mapping[str, Score]:
        """The score of each kind of fact over all papers."""
        return scores(self.facts)
