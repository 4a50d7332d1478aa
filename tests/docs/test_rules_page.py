"""The page on rules shows what happens: its example is run as it stands."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit import resources
from graphkit.loaders.rulebook import FAMILIES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)


def graphkit(*arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "graphkit", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False, encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper and the rules of the page, as files."""
    place = tmp_path_factory.mktemp("page")
    rules = place / "board" / "rules"
    rules.mkdir(parents=True)
    [plan] = blocks("markdown")
    (place / "plan.md").write_text(plan, encoding="utf-8")
    for name, text in zip(("strategy-lines.yaml", "roles.yaml"), blocks("yaml"), strict=True):
        assert f"`rules/{name}`:" in PAGE
        (rules / name).write_text(text, encoding="utf-8")
    return place


def test_without_the_rule_the_paper_is_explained_as_the_page_says(folder: Path) -> None:
    said = graphkit("extract", "plan.md", "--explain", cwd=folder).stdout
    assert "it reads like something to do, but stands under no lead-in that opens a list of actions" in said
    assert "it reads like something to do, but stands under no lead-in that opens a list of actions" in PAGE


def test_the_rules_of_the_page_pass_their_check(folder: Path) -> None:
    done = graphkit("rules", "--check", "--rules", "board/rules", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")


def test_with_the_rules_both_items_are_actions_and_the_first_has_its_owner(folder: Path) -> None:
    said = graphkit("extract", "plan.md", "--rules", "board/rules", "--format", "json", cwd=folder).stdout
    first, second = json.loads(said)["actions"]
    assert [(one["label"], one["role"], one["rule"]) for one in first["partners"]] == [
        ("Healthwatch Northmere", "owner", "led-by")
    ]
    assert second["text"] == "A cookery class in every school"


def test_the_page_names_families_and_files_that_there_are() -> None:
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
    families = {name for row in rows for name in re.findall(r"`([a-z-]+)`", row[0])}
    assert len(families) > 8
    assert families <= {family.name for family in FAMILIES}
    assert all(
        (resources.LANGUAGE / name).is_file() for row in rows for name in re.findall(r"`([\w-]+\.yaml)`", row[1])
    )
