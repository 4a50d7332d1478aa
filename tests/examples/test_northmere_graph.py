"""The example from papers to answers, by the same calls that the README shows."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import graphkit
from graphkit.documents import read
from graphkit.graph.store import Store
from graphkit.session import Graph

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ROOT / "examples" / "northmere"
GOLD = ROOT / "examples" / "northmere-gold"


@pytest.fixture(scope="module")
def g(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    workspace = tmp_path_factory.mktemp("northmere")
    graphkit.build(PAPERS, workspace)
    with graphkit.open(workspace) as graph:
        yield graph


def words(text: object) -> set[str]:
    return set(re.findall(r"\w+", str(text).lower()))


def test_nearly_every_action_of_the_gold_is_read_and_nearly_no_other(g: Graph) -> None:
    rows = g.sparql(
        """PREFIX hw: <https://example.org/hwb/ns#>
        SELECT ?path ?text WHERE { ?a a hw:Action ; hw:text ?text ; hw:recordedIn/hw:path ?path }"""
    )
    read_there = [(Path(str(row["path"])).stem, words(row["text"])) for row in rows]
    wanted = [
        (path.stem, words(action["quote"]))
        for path in GOLD.iterdir()
        for action in json.loads(path.read_text(encoding="utf-8"))["actions"]
    ]

    def alike(one: tuple[str, set[str]], other: tuple[str, set[str]]) -> bool:
        return one[0] == other[0] and len(one[1] & other[1]) >= 0.6 * min(len(one[1]), len(other[1]))

    found = sum(any(alike(gold, seen) for seen in read_there) for gold in wanted)
    right = sum(any(alike(gold, seen) for gold in wanted) for seen in read_there)
    assert found / len(wanted) > 0.9
    assert right / len(read_there) > 0.9


def test_the_question_of_the_readme_names_the_trust_and_the_icb(g: Graph) -> None:
    owners = {row["partner"] for row in g.query("owners-of-topic", topic="youth-mental-health")}
    assert {
        "Northmere and Wolden Partnership NHS Trust",
        "NHS Northmere and Wolden Integrated Care Board",
    } <= owners


def test_the_readme_shows_what_the_graph_answers(g: Graph) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = [
        tuple(cell.strip() for cell in line.strip("|\n").split("|")) for line in readme.splitlines() if "| `" in line
    ]
    given = {
        (str(row["partner"]), f"`{row['basis']}`", str(row["quote"]), Path(str(row["path"])).name)
        for row in g.query("owners-of-topic", topic="youth-mental-health")
    }
    assert len(shown) >= 3
    assert {(row[0], row[1], row[3], row[4]) for row in shown} <= given


def test_the_walk_in_belongs_to_the_trust_by_the_host_rule(g: Graph) -> None:
    rows = g.query("why", partner="NWPT")
    assert [row["action"] for row in rows if row["basis"] == "host" and "walk-in pilot" in str(row["action"])]


def test_what_has_no_owner_and_what_falls_to_the_board_are_told_apart(g: Graph) -> None:
    nobody = {str(row["action"]) for row in g.query("no-owner")}
    board = {str(row["action"]) for row in g.query("board-by-default")}
    assert any("a report on progress be brought back" in action for action in nobody)
    assert any("letters about appointments be translated" in action for action in board)
    assert not nobody & board


def test_deadlines_pass_and_a_closed_action_says_so(g: Graph) -> None:
    rows = [row for row in g.query("due", by="2024-12-31") if "crisis line" in str(row["action"])]
    assert [(row["due"], row["progress"]) for row in rows] == [("2024-07-18", "closed")]


def test_a_relative_deadline_counts_from_the_meeting(g: Graph) -> None:
    rows = [row for row in g.query("due") if row["offset"] == "P6M"]
    assert {(row["meeting_date"], row["due"]) for row in rows} == {("2024-03-14", "2024-09-14")}


def test_what_was_asked_differs_from_what_was_resolved(g: Graph) -> None:
    rows = list(g.query("recommended-and-resolved"))
    changed = [row for row in rows if "two community health champions" in str(row["asked"])]
    assert [("six community health champions" in str(row["resolved"])) for row in changed] == [True]


def test_the_dropped_priority_is_missing_from_the_refreshed_strategy(g: Graph) -> None:
    rows = list(g.query("commitments-by-priority"))
    old = {row["priority"] for row in rows if "2023 to 2028" in str(row["strategy"])}
    new = {row["priority"] for row in rows if "2025 refresh" in str(row["strategy"])}
    assert {"Healthier places", "Connected communities"} <= old - new
    assert "Growing older without being lonely" in new


def test_refugees_are_found_in_three_kinds_of_paper(g: Graph) -> None:
    rows = g.query("actions-for-population", population="refugees-asylum")
    assert {Path(str(row["path"])).suffix for row in rows} == {".html", ".txt", ".csv"}


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("owners-of-topic", {"topic": "mental-health"}),
        ("no-owner", {}),
        ("due", {}),
        ("shared-actions", {}),
        ("board-by-default", {}),
    ],
)
def test_every_quote_is_in_its_paper_at_its_place(g: Graph, name: str, parameters: dict[str, str]) -> None:
    rows = list(g.query(name, **parameters))
    texts = {path.name: read(path).text for path in PAPERS.iterdir()}
    assert rows
    for row in rows:
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert texts[Path(str(row["path"])).name][start:end] == row["quote"]


def test_a_paper_taken_away_leaves_the_graph_that_never_had_it(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    shutil.copytree(PAPERS, papers)
    graphkit.build(papers, tmp_path / "changed")
    (papers / "2024-12-action-log.csv").unlink()
    graphkit.build(papers, tmp_path / "changed")
    graphkit.build(papers, tmp_path / "fresh")
    assert facts(tmp_path / "changed") == facts(tmp_path / "fresh")


def facts(workspace: Path) -> list[str]:
    """Every quad but those of the change log, the only place with a clock."""
    with Store.read_only(workspace / "build" / "store") as store:
        return sorted(line for line in store.dump().splitlines() if "/graph/log>" not in line)
