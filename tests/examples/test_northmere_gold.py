"""The example papers and their gold: well formed, and every quote stands in its paper word for word."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from graphkit.documents import read
from graphkit.loaders.findings import Basis, PartyType, Role, Status
from graphkit.resources import ONTOLOGY

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAPERS = sorted((EXAMPLES / "northmere").iterdir())
STATUSES = set(get_args(Status))
TYPES = set(get_args(PartyType))
BASES = set(get_args(Basis)) - {"inferred"}
ROLES = set(get_args(Role)) - {"owner"}


def gold_of(paper: Path) -> dict[str, Any]:
    gold = json.loads((EXAMPLES / "northmere-gold" / f"{paper.stem}.json").read_text(encoding="utf-8"))
    assert isinstance(gold, dict)
    return gold


def folded(text: str) -> str:
    return " ".join(text.split())


def shown(paper: Path) -> str:
    """The text as a reader sees it, white space folded: gold does not quote Markdown's emphasis and links."""
    text = read(paper).text
    return folded(re.sub(r"[*_`]+|\]\([^)]*\)|\[", "", text) if paper.suffix == ".md" else text)


def slugs() -> set[str]:
    concepts = "".join(path.read_text(encoding="utf-8") for path in ONTOLOGY.glob("*.ttl"))
    return set(re.findall(r"^((?:top|pop):[\w-]+)\s+a\s", concepts, re.MULTILINE))


def test_every_paper_has_gold_and_no_gold_is_left_over() -> None:
    assert [path.stem for path in PAPERS] == sorted(path.stem for path in (EXAMPLES / "northmere-gold").iterdir())
    assert len(PAPERS) == 8


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_every_quote_and_label_stands_in_the_paper(paper: Path) -> None:
    gold, text = gold_of(paper), shown(paper)
    assert gold["document"] == paper.name
    quotes = [action["quote"] for action in gold["actions"]] + [one["label"] for one in gold["priorities"]]
    assert [quote for quote in quotes if folded(quote) not in text] == []
    assert [quote for quote in quotes if len(quote.split()) > 40] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_every_party_is_named_in_the_paper(paper: Path) -> None:
    gold, text = gold_of(paper), shown(paper).lower()
    parties = [one for action in gold["actions"] for one in [*action["owners"], *action["others"]]] + gold["partners"]
    strange = [
        one["names"][0]
        for one in parties
        if one["type"] != "collective" and not any(name.lower() in text for name in one["names"])
    ]
    assert strange == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_gold_uses_only_the_words_of_the_guide(paper: Path) -> None:
    gold = gold_of(paper)
    labels = {one["label"] for one in gold["priorities"]} | {None}
    known = slugs()
    for action in gold["actions"]:
        assert action["status"] in STATUSES
        assert action["priority"] in labels
        assert {*action["topics"], *action["populations"]} <= known
        assert {one["basis"] for one in action["owners"]} <= BASES
        assert {one["role"] for one in action["others"]} <= ROLES
        assert {one["type"] for one in [*action["owners"], *action["others"]]} <= TYPES


def test_the_papers_hold_the_cases_that_the_questions_ask_for() -> None:
    actions = [action for paper in PAPERS for action in gold_of(paper)["actions"]]
    minds = [action for action in actions if "top:youth-mental-health" in action["topics"]]
    assert any(owner["basis"] == "host" for action in minds for owner in action["owners"])
    assert any(action["owners"] == [] for action in actions)
    assert any(len(action["owners"]) > 1 for action in actions)
    assert any("pop:refugees-asylum" in action["populations"] for action in actions)
    assert any(action.get("progress") == "closed" for action in actions)
    assert any(owner["basis"] == "board" for action in actions for owner in action["owners"])
    then, now = (
        {one["label"] for one in gold_of(EXAMPLES / "northmere" / name)["priorities"]}
        for name in ("2023-06-strategy.txt", "2025-06-strategy-refresh.md")
    )
    assert then - now == {"Connected communities", "Healthier places"}
