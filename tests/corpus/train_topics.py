"""Trains and measures the weights of `graphkit/language/data/topic-weights.yaml` on annotated papers.

    python -m tests.corpus.train_topics PAPERS GOLD            measure, each paper by weights trained on others
    python -m tests.corpus.train_topics PAPERS GOLD --write    train on all of them and write the file

PAPERS holds papers and GOLD one JSON object a paper, of the same name, with its `actions` (`quote`, `topics`, and as
context `priority`; see docs). An action that the reader misses is looked up by its quote, so that it teaches too. The
regression has no chance in it: the same papers give the same weights.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from graphkit import documents
from graphkit.documents.model import Block, Span
from graphkit.language.act import Act, Governing, Lead
from graphkit.language.concept_table import concepts
from graphkit.language.topic_choice import Weights, choose, probability
from graphkit.language.topic_clues import TopicSetting, clues
from graphkit.loaders import assemble
from graphkit.loaders.source import Source
from graphkit.reading import _context, read_paper
from graphkit.resources import LANGUAGE

HEAD = """\
# How strongly each clue speaks for a topic (log odds, added up; see graphkit/language/topic_choice.py): `clues` hold
# for every topic, `topics` say how readily annotators give each. The likeliest topic is taken from probability `first`
# on, others beside it from `more` on. Written by tests/corpus/train_topics.py, never by hand."""
# A topic's own readiness is seen in fewer actions than a clue of all, and is believed less.
GENERAL, OWN = 2.0, 4.0
RAREST = 12
# An action without a topic is a miss for certain, so a likely one is taken before it is likelier than not.
FIRST, MORE = 0.25, 0.45


@dataclass
class Example:
    """An action: its topics by the annotators, and the clues of each topic in question."""

    paper: str
    topics: set[str]
    clues: dict[str, list[str]]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def likeness(one: str, other: str) -> float:
    left, right = Counter(words(one)), Counter(words(other))
    return sum((left & right).values()) / max(1, min(sum(left.values()), sum(right.values())))


def examples(papers: Path, gold: Path) -> Iterator[Example]:
    files = {path.stem: path for path in sorted(papers.iterdir())}
    for file in sorted(gold.glob("*.json")):
        annotated = json.loads(file.read_text(encoding="utf-8"))
        yield from of_paper(files[file.stem], annotated)


def of_paper(path: Path, annotated: Mapping[str, Any]) -> Iterator[Example]:
    seen: list[tuple[str, TopicSetting]] = []

    def record(setting: TopicSetting) -> tuple[()]:
        seen.append((setting.text[setting.act.span.start : setting.act.span.end], setting))
        return ()

    with mock.patch.object(assemble, "choose_topics", record):
        read_paper(path)
    source = Source.of(documents.read(path, None), _context())
    for action in annotated["actions"]:
        quote = action["quote"]
        best = max(seen, key=lambda one: likeness(quote, one[0]), default=None)
        if best is not None and likeness(quote, best[0]) >= 0.6:
            setting: TopicSetting | None = best[1]
        else:
            setting = looked_up(source, action, annotated)
        if setting is not None:
            topics = {str(topic).removeprefix("top:") for topic in action["topics"]}
            yield Example(path.stem, topics, {topic: own for topic, (own, _) in clues(setting).items()})


def looked_up(source: Source, action: Mapping[str, Any], annotated: Mapping[str, Any]) -> TopicSetting | None:
    document = source.document
    quote = words(action["quote"])
    found = re.search(r"\W+".join(quote[:5]), document.text, re.IGNORECASE)
    if found is None:
        return None
    span = Span(found.start(), min(len(document.text), found.start() + len(action["quote"])))
    above: Sequence[Block] = [one for one in document.blocks if one.kind == "heading" and one.span.end <= span.start]
    title = above[-1].span if above else None
    governing: Governing = "agree" if annotated["kind"] == "minutes" else "commit"
    act = Act.of_words(span, Lead(governing))
    if annotated["kind"] == "minutes":
        return source.topic_setting(act, None, None, title)
    label = r"\W+".join(words(action.get("priority") or ""))
    places = list(re.finditer(label, document.text[: span.start], re.IGNORECASE)) if label else []
    heading = Span(*places[-1].span()) if places else title
    return source.topic_setting(act, None, heading, None)


def trained(taught: Sequence[Example]) -> dict[str, float]:
    """Weights by logistic regression with a quadratic penalty, by Newton's method."""
    rows = [(own, topic in one.topics) for one in taught for topic, own in one.clues.items()]
    counted = Counter(clue for own, _ in rows for clue in own)
    names = sorted(clue for clue, count in counted.items() if count >= RAREST)
    column = {clue: index for index, clue in enumerate(names)}
    table, meant = np.zeros((len(rows), len(names))), np.array([right for _, right in rows], dtype=float)
    for index, (own, _) in enumerate(rows):
        table[index, [column[clue] for clue in own if clue in column]] = 1
    penalty = np.array([OWN if clue in concepts() else GENERAL for clue in names])
    weight = np.zeros(len(names))
    for _ in range(30):
        likely = 1 / (1 + np.exp(-table @ weight))
        slope = table.T @ (likely - meant) + penalty * weight
        bend = (table.T * (likely * (1 - likely))) @ table + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weight -= step
        if np.abs(step).max() < 1e-4:
            break
    return {clue: round(float(value), 2) for clue, value in zip(names, weight, strict=True) if abs(value) >= 0.005}


def measured(found: Sequence[Example]) -> list[tuple[Example, dict[str, float]]]:
    """Each example with the probabilities of its topics, by weights trained without its paper."""
    papers = sorted({one.paper for one in found})
    judged = []
    for held in papers:
        weights = trained([one for one in found if one.paper != held])
        judged += [
            (one, {topic: probability(own, weights) for topic, own in one.clues.items()})
            for one in found
            if one.paper == held
        ]
    return judged


def harmony(judged: Sequence[tuple[Example, Mapping[str, float]]]) -> float:
    """F1 of the topics."""
    right = false = missed = 0
    for one, likely in judged:
        taken = set(choose(likely, Weights({}, FIRST, MORE)))
        right += len(taken & one.topics)
        false += len(taken - one.topics)
        missed += len(one.topics - taken)
    return 2 * right / (2 * right + false + missed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    found = list(examples(asked.papers, asked.gold))
    judged = measured(found)
    print(f"{len(found)} actions; F1 {harmony(judged):.4f}")
    if asked.write:
        (LANGUAGE / "topic-weights.yaml").write_text(written(trained(found)), encoding="utf-8")


def written(weights: Mapping[str, float]) -> str:
    """The text of topic-weights.yaml."""
    lines = [HEAD, f"first: {FIRST}", f"more: {MORE}"]
    for section, own in (("clues", False), ("topics", True)):
        lines += [
            f"{section}:",
            *(f"  {clue}: {value}" for clue, value in sorted(weights.items()) if (clue in concepts()) == own),
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
