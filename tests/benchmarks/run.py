"""What the common steps cost here: `python -m tests.benchmarks.run`, or `make bench`.

Prints one line a step: the median of some runs in seconds, and its ratio to starting a bare Python in the same run, so
that figures from two machines can be compared. Nothing is asserted: a busy machine must not fail a build.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "northmere"
GRAPHKIT = (str(Path(sys.executable).with_name("graphkit")),)


def seconds(step: Callable[[], None], runs: int) -> float:
    """The median of some runs of a step."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        step()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def command(*words: str) -> Callable[[], None]:
    """A step that runs a command and fails if the command does."""
    return lambda: void(subprocess.run(words, check=True, capture_output=True))


def void(_: object) -> None:
    """Takes a value and gives none."""


def steps(folder: Path) -> Sequence[tuple[str, Callable[[], None], int]]:
    """Name, step and number of runs, in the order in which they depend on each other."""
    fresh = iter(range(1000))

    def cold() -> None:
        command(*GRAPHKIT, "build", str(EXAMPLE), "-w", str(folder / f"cold{next(fresh)}"))()

    kept = str(folder / "kept")
    build = (*GRAPHKIT, "build", str(EXAMPLE), "-w", kept)
    command(*build)()
    query = (*GRAPHKIT, "query", "owners-of-topic", "topic=youth-mental-health", "-w", kept)
    return (
        ("python -c pass", command(sys.executable, "-c", "pass"), 7),
        ("graphkit --help", command(*GRAPHKIT, "--help"), 7),
        ("build the example, cold", cold, 3),
        ("build it again, nothing changed", command(*build), 3),
        ("one named question, SPARQL", command(*query), 5),
        ("the same, Cypher, first run", command(*query, "--language", "cypher"), 1),
        ("the same, Cypher, again", command(*query, "--language", "cypher"), 3),
    )


def main() -> None:
    """Runs every step and prints its line."""
    with tempfile.TemporaryDirectory() as folder:
        bare = 0.0
        for name, step, runs in steps(Path(folder)):
            taken = seconds(step, runs)
            bare = bare or taken
            print(f"{name:34} {taken:8.3f} s {taken / bare:8.1f} x bare Python   (median of {runs})", flush=True)


if __name__ == "__main__":
    main()
