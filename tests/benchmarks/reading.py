"""What reading costs: `python -m tests.benchmarks.reading [FOLDER of papers]`.

Prints, for the papers of a folder (by default the corpus), how many papers of 6 KB one core reads a second, from
Document to Findings with all reference names; then the curve: one page four times as long at each step, where the last
column is the time for a kilobyte as a ratio to that of the first; then the same ratio between two sizes of papers that
strain a reader. A ratio near 1 says that time grows with the length and no faster. Nothing is asserted: a busy machine
must not fail a build.
"""

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from graphkit import documents, resources
from graphkit.documents.model import Document
from graphkit.language.gazetteer import Gazetteer
from graphkit.loaders.registry import Context, read_findings
from tests.loaders.test_hostile_papers import PAPERS

ROOT = Path(__file__).resolve().parents[2]
PAPER = 6_000
SIZES = (8, 32, 128, 512, 2048)
STRAINING = (60, 240)


def seconds(step: Callable[[], object], runs: int = 3) -> float:
    """The least processor time of some runs: what else the machine does only adds to it."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        step()
        taken.append(time.process_time() - start)
    return min(taken)


def read_all(papers: Iterable[Document], context: Context) -> None:
    """Reads each paper."""
    for paper in papers:
        read_findings(paper, context)


def document(folder: Path, text: str) -> Document:
    """The text as a paper."""
    path = folder / "paper.txt"
    path.write_text(text, encoding="utf-8")
    return documents.read(path)


def page_of(papers: Iterable[Document], size: int) -> str:
    """The papers again and again; each copy numbers its lines, lest they pass for page headers."""
    text = "\n\n".join(paper.text for paper in papers if paper.path.endswith(".txt"))
    copies = range(size // len(text) + 1)
    return "".join("".join(f"{line} w{i}\n" if line.strip() else "\n" for line in text.splitlines()) for i in copies)[
        :size
    ]


def main(papers: Path) -> None:
    """Prints the three parts."""
    context = Context(Gazetteer.load(resources.REFERENCE))
    found = [documents.read(path) for path in sorted(papers.iterdir()) if path.is_file()]
    read_all(found, context)
    taken = seconds(lambda: read_all(found, context))
    length = sum(len(paper.text) for paper in found)
    print(f"{len(found)} papers, {length / 1000:.0f} kB: {length / PAPER / taken:.0f} papers of 6 KB a second")
    with TemporaryDirectory() as name:
        folder = Path(name)

        def cost(text: str, runs: int = 1) -> float:
            """Seconds a kilobyte."""
            paper = document(folder, text)
            return seconds(lambda: read_findings(paper, context), runs) * 1000 / len(text)

        first = 0.0
        for size in SIZES:
            one = cost(page_of(found, size * 1000), 3 if size < 500 else 1)
            first = first or one
            print(f"a page of {size:5} kB {one * size:8.2f} s {one / first:6.2f} x a kilobyte of the first", flush=True)
        for what, make in PAPERS.items():
            small, large = (cost(make(size * 1000)) for size in STRAINING)
            print(f"{what:28} {large * STRAINING[1]:8.2f} s {large / small:6.2f} x", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "corpus" / "docs")
