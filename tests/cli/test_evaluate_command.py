"""graphkit evaluate as a user meets it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.cli.evaluate import KINDS
from graphkit.evaluation import facts

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NORTHMERE = (str(EXAMPLES / "northmere"), "--gold", str(EXAMPLES / "northmere-gold"))


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "graphkit", "evaluate", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_the_kinds_to_choose_from_are_the_kinds_that_are_measured() -> None:
    assert KINDS == facts.KINDS


def test_the_scores_stand_at_the_end_and_nothing_is_said_besides() -> None:
    done = run(*NORTHMERE, "--errors", "none")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.rstrip().splitlines()[-1].startswith("ALL FACTS")


def test_json_has_only_the_papers_and_errors_asked_for() -> None:
    done = run(*NORTHMERE, "--format", "json", "--only", "2024-1", "--errors", "due", "--errors", "status")
    data = json.loads(done.stdout)
    assert [Path(paper["paper"]).name for paper in data["papers"]] == [
        "2024-11-21-meeting.txt",
        "2024-12-action-log.csv",
    ]
    assert {error["kind"] for paper in data["papers"] for error in paper["errors"]} <= {"due", "status"}


def test_a_page_is_written_beside_the_table(tmp_path: Path) -> None:
    page = tmp_path / "new" / "measure.html"
    done = run(*NORTHMERE, "--errors", "none", "--page", str(page))
    assert done.returncode == 0
    assert done.stderr == f"wrote {page}\n"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_gold_that_cannot_be_used_is_told_and_the_rest_is_measured(tmp_path: Path) -> None:
    for name in ("2023-06-strategy.txt", "2024-11-21-meeting.txt"):
        shutil.copy(EXAMPLES / "northmere" / name, tmp_path)
        shutil.copy((EXAMPLES / "northmere-gold" / name).with_suffix(".json"), tmp_path)
    (tmp_path / "2024-11-21-meeting.json").write_text('{"kind": "minutes"}', encoding="utf-8")
    (tmp_path / "extra.txt").write_text("RESOLVED that the Council open a hub.", encoding="utf-8")
    done = run(str(tmp_path))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    told = done.stderr.splitlines()
    assert [line.removeprefix(str(tmp_path / "2024-11-21-meeting.json")) for line in told[:-1]] == [
        f": {field} is missing: add it (docs/evaluate.md lists the fields)"
        for field in ("actions", "priorities", "partners")
    ]
    assert told[-1] == "no gold, so not measured: extra.txt"
    assert "2023-06-strategy.txt" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            (str(EXAMPLES / "northmere"),),
            "there is no gold here: write one NAME.json for each paper as docs/evaluate.md",
        ),
        (("nowhere",), "nowhere: no such folder"),
        ((*NORTHMERE, "--only", "1999"), "no gold has a name that starts with '1999'"),
        ((*NORTHMERE, "--kind", "novel"), "unknown kind"),
    ],
    ids=["no gold", "no folder", "no such paper", "no such kind"],
)
def test_a_wrong_call_gives_one_clear_line(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_unknown_kind_of_fact_is_a_wrong_call() -> None:
    done = run(*NORTHMERE, "--errors", "owner")
    assert done.returncode == 2
    assert "owner" in done.stderr
