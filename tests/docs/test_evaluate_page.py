"""The example of docs/evaluate.md: gold in the right form, which fits the paper shown, and which graphkit reads so."""

import json
import re
from pathlib import Path

from graphkit.evaluating import evaluate
from graphkit.evaluation.scores import ALL

PAGE = Path(__file__).resolve().parents[2] / "docs" / "evaluate.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_example_is_gold_that_fits_its_paper(tmp_path: Path) -> None:
    [paper], [gold] = blocks("text"), blocks("json")
    (tmp_path / "march.txt").write_text(paper, encoding="utf-8")
    (tmp_path / "march.json").write_text(gold, encoding="utf-8")
    measured = evaluate(tmp_path)
    assert measured.faults == ()
    assert measured.scores["actions"].f1 == 1.0
    assert measured.scores[ALL].f1 > 0.8


def test_every_field_that_may_stand_in_gold_is_told() -> None:
    text = PAGE.read_text(encoding="utf-8")
    gold = json.loads(blocks("json")[0])
    fields = {*gold, *(name for action in gold["actions"] for name in action)}
    assert {name for name in fields if f"`{name}`" not in text} <= {"document", "item_title"}
