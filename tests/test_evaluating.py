"""A folder measured as a whole: figures, faults, and the three forms in which they are told."""

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graphkit.evaluating import evaluate
from graphkit.evaluation.facts import KINDS
from graphkit.evaluation.measured import Evaluation
from graphkit.evaluation.page import as_page
from graphkit.evaluation.report import LISTED, as_data, as_text
from graphkit.evaluation.scores import ALL

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


@pytest.fixture(scope="module")
def northmere() -> Evaluation:
    return evaluate(EXAMPLES / "northmere", EXAMPLES / "northmere-gold")


def test_every_paper_with_gold_is_measured(northmere: Evaluation) -> None:
    assert len(northmere.papers) == 8
    assert (northmere.faults, northmere.without) == ((), ())
    assert northmere.scores[ALL].f1 > 0.8
    assert sum(paper.scores[ALL].right for paper in northmere.papers) == northmere.scores[ALL].right


def test_only_some_papers_and_one_kind_of_paper_may_be_measured() -> None:
    some = evaluate(EXAMPLES / "northmere", EXAMPLES / "northmere-gold", only="2024-11", kind="strategy")
    assert [paper.name for paper in some.papers] == ["2024-11-21-meeting.txt"]
    assert some.scores["kind"].right == 0


def test_progress_is_told_paper_by_paper() -> None:
    told: list[tuple[int, int, str]] = []
    evaluate(EXAMPLES / "northmere", EXAMPLES / "northmere-gold", "2023", on_paper=lambda *step: told.append(step))
    assert told == [(1, 1, "2023-06-strategy.txt")]


def test_what_cannot_be_used_is_told_and_the_rest_is_measured(tmp_path: Path) -> None:
    for name in ("2023-06-strategy", "2025-06-strategy-refresh"):
        paper = next((EXAMPLES / "northmere").glob(f"{name}.*"))
        shutil.copy(paper, tmp_path)
        shutil.copy(EXAMPLES / "northmere-gold" / f"{name}.json", tmp_path)
    (tmp_path / "broken.txt").write_text("RESOLVED to mend it.", encoding="utf-8")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    shutil.copy(tmp_path / "2023-06-strategy.json", tmp_path / "empty.json")
    (tmp_path / "stray.json").write_text("{}", encoding="utf-8")
    measured = evaluate(tmp_path)
    assert [paper.name for paper in measured.papers] == ["2023-06-strategy.txt", "2025-06-strategy-refresh.md"]
    assert [line.split(":")[0].rsplit("/", 1)[-1] for line in sorted(measured.faults)] == [
        "broken.json", "empty.txt", "stray.json",
    ]  # fmt: skip


def test_the_data_has_every_figure_and_each_error_its_words(northmere: Evaluation) -> None:
    data = json.loads(json.dumps(as_data(northmere)))
    assert list(data["scores"]) == [*KINDS, ALL]
    assert {"precision", "recall", "f1", "right", "false", "missed"} == set(data["scores"]["owners"])
    errors = [(paper, error) for paper in data["papers"] for error in paper["errors"]]
    wrong = sum(data["scores"][kind]["false"] + data["scores"][kind]["missed"] for kind in LISTED)
    assert len(errors) == wrong
    for paper, error in errors:
        if error["span"] is not None and not paper["paper"].endswith(".html"):
            lines = Path(paper["paper"]).read_text(encoding="utf-8").splitlines()
            assert error["quote"].split()[0] in lines[error["line"] - 1]
    said = [rule["says"] for rule in data["calibration"]["rules"] if rule["kind"] not in ("topics", "populations")]
    assert all(0 <= says <= 1 for says in said)
    assert len(said) > 5


def test_the_text_ends_with_the_scores_and_lists_errors_of_the_kinds_asked_for(northmere: Evaluation) -> None:
    text = as_text(northmere, frozenset({"due"}))
    assert text.rstrip().splitlines()[-1].startswith("ALL FACTS")
    listed = [line for line in text.splitlines() if ": missed " in line or ": false " in line]
    assert len(listed) == northmere.scores["due"].false + northmere.scores["due"].missed
    assert all(" due: " in line for line in listed)
    assert as_text(northmere, frozenset()).startswith("rule")


def test_words_of_a_paper_cannot_steer_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "RESOLVED that the Council \x1b[31mpay\x1b[0m for the new warm hub.\n" * 9, encoding="utf-8"
    )
    bare = {"kind": "minutes", "actions": [], "priorities": [], "partners": []}
    (tmp_path / "a.json").write_text(json.dumps(bare), encoding="utf-8")
    text = as_text(evaluate(tmp_path))
    assert "warm hub" in text
    assert "\x1b" not in text


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_the_page_holds_every_error_and_loads_nothing(northmere: Evaluation) -> None:
    tags = Tags(as_page(northmere)).seen
    errors = [attributes for tag, attributes in tags if tag == "li" and "data-verdict" in attributes]
    assert len(errors) == sum(northmere.scores[kind].false + northmere.scores[kind].missed for kind in LISTED)
    assert not [tag for tag, attributes in tags if attributes.get("src") or tag in ("img", "iframe", "object")]
    links = {attributes.get("href") or "" for tag, attributes in tags if tag in ("a", "link")}
    assert all(link.startswith("#") or link == "data:," for link in links)
    policy = next(one["content"] for tag, one in tags if tag == "meta" and "http-equiv" in one)
    assert policy
    assert policy.startswith("default-src 'none'")


def test_a_part_of_the_page_that_a_link_names_is_there(northmere: Evaluation) -> None:
    tags = Tags(as_page(northmere)).seen
    ids = {attributes.get("id") for _, attributes in tags}
    links = [attributes.get("href") or "" for tag, attributes in tags if tag == "a"]
    assert {link.lstrip("#") for link in links if "=" not in link} <= ids
    names = {attributes.get("name") for tag, attributes in tags if tag == "select"}
    values = {attributes.get("value") for tag, attributes in tags if tag == "option"}
    chosen = [link.lstrip("#").split("=") for link in links if "=" in link]
    assert {name for name, _ in chosen} <= names
    assert {value for _, value in chosen} <= values


def test_nothing_from_a_paper_or_its_gold_becomes_markup(tmp_path: Path) -> None:
    sly = "<img src=x onerror=alert(1)>"
    (tmp_path / "a.txt").write_text(f"RESOLVED that the Council {sly} open a warm hub.\n", encoding="utf-8")
    gold = {
        "kind": "minutes",
        "actions": [{"quote": f"plant trees {sly}", "status": "agreed", "owners": []}],
        "priorities": [{"label": sly}],
        "partners": [{"names": [sly], "type": "organisation"}],
    }
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    page = as_page(evaluate(tmp_path))
    assert "plant trees &lt;img" in page
    assert "img" not in {tag for tag, _ in Tags(page).seen}
