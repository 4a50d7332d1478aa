"""The reading keeps its scores on the corpus. To raise the floors to today's: python tests/corpus/test_floor.py."""

import json
import math
from collections.abc import Mapping
from pathlib import Path

from graphkit.evaluation.measured import Evaluation

FLOOR = Path(__file__).resolve().parent / "floor.json"
SLACK = 0.0005
REMEDY = (
    "see what is read otherwise now (graphkit evaluate tests/corpus --errors KIND) and mend the rule; "
    "after a gain, python tests/corpus/test_floor.py raises the floors"
)


def floors() -> dict[str, float]:
    stored: dict[str, float] = json.loads(FLOOR.read_text(encoding="utf-8"))
    return stored


def fallen(stored: Mapping[str, float], measured: Mapping[str, float]) -> list[str]:
    """A line for each kind of fact whose score is below its floor by more than the slack, or gone."""
    return [
        f"{kind}: {measured.get(kind, 0.0):.4f} is below its floor {floor:.4f}"
        for kind, floor in stored.items()
        if measured.get(kind, 0.0) < floor - SLACK
    ]


def raised(stored: Mapping[str, float], measured: Mapping[str, float]) -> dict[str, float]:
    """The floors with each one that is exceeded raised to the score, in the order of the scores; none is lowered."""
    down = {kind: math.floor(score * 10_000) / 10_000 for kind, score in measured.items()}
    return {kind: max(score, stored.get(kind, 0.0)) for kind, score in down.items()}


def f1(measured: Evaluation) -> dict[str, float]:
    return {kind: score.f1 for kind, score in measured.scores.items()}


def test_no_kind_of_fact_falls_below_its_floor(measured: Evaluation) -> None:
    assert not fallen(floors(), f1(measured)), REMEDY


def test_every_kind_of_fact_has_a_floor(measured: Evaluation) -> None:
    assert list(floors()) == list(measured.scores)


def test_a_fall_beyond_the_slack_is_told_and_one_within_it_is_not() -> None:
    assert fallen({"owners": 0.8, "due": 0.9}, {"owners": 0.7994, "due": 0.8996}) == [
        "owners: 0.7994 is below its floor 0.8000"
    ]
    assert fallen({"owners": 0.8}, {}) == ["owners: 0.0000 is below its floor 0.8000"]


def test_floors_are_raised_and_never_lowered() -> None:
    assert raised({"owners": 0.8, "due": 0.9}, {"owners": 0.85678, "due": 0.7}) == {"owners": 0.8567, "due": 0.9}
    assert raised({}, {"topics": 0.5}) == {"topics": 0.5}


def main() -> None:
    """Raises the floors, and says by how much."""
    from graphkit.evaluating import evaluate

    stored = floors() if FLOOR.exists() else {}
    now = f1(evaluate(FLOOR.parent))
    higher = raised(stored, now)
    for kind, floor in higher.items():
        print(f"{kind:16} reached {now[kind]:.4f}   floor {stored.get(kind, 0.0):.4f} -> {floor:.4f}")
    FLOOR.write_text(json.dumps(higher, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
