"""The measure: papers of a folder read, and what was read held against gold.

paper --documents, loaders, identity--> Findings --+
NAME.json --evaluation.gold--> PaperFacts          +--evaluation.judging--> verdicts --> scores, calibration
"""

from collections.abc import Callable
from pathlib import Path

from graphkit import documents
from graphkit.errors import GraphkitError
from graphkit.evaluation.folder import find_work
from graphkit.evaluation.found import found_facts
from graphkit.evaluation.gold import doubts, gold_facts, load_gold
from graphkit.evaluation.judging import judged
from graphkit.evaluation.measured import Evaluation, Measured
from graphkit.evaluation.places import Places
from graphkit.reading import read_paper

OnPaper = Callable[[int, int, str], None]


def evaluate(
    folder: Path,
    gold: Path | None = None,
    only: str = "",
    kind: str | None = None,
    on_paper: OnPaper = lambda _done, _total, _name: None,
) -> Evaluation:
    """Reads the papers of a folder that have gold and judges every fact; see `find_work` for where gold is looked for.

    A paper or gold file that cannot be used becomes a fault of the result, and the rest are measured.

    Raises:
        UsageError: there is no such folder or kind of paper, or no gold in it.
    """
    work = find_work(folder, gold, only)
    measured: list[Measured] = []
    faults = list(work.strays)
    for number, (paper, beside) in enumerate(work.pairs, 1):
        on_paper(number, len(work.pairs), paper.name)
        try:
            one = _measure(paper, beside, kind)
        except GraphkitError as error:
            faults += str(error).splitlines()
        else:
            measured.append(one)
            faults += one.doubts
    return Evaluation(tuple(measured), tuple(faults), work.without)


def _measure(paper: Path, beside: Path, kind: str | None) -> Measured:
    gold = load_gold(beside)
    read = read_paper(paper, kind=kind)
    document = read.document
    source = documents.load(paper, markup=True).text if document.source_map else None
    places = Places(document, source)
    facts = judged(gold_facts(gold, places), found_facts(read.findings))
    return Measured(paper, beside, facts, places, tuple(doubts(beside, gold, places)))
