"""Which paper goes with which gold."""

from pathlib import Path

import pytest

from graphkit.errors import UsageError
from graphkit.evaluation.folder import find_work


def make(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}", encoding="utf-8")
    return root


def named(root: Path, gold: Path | None = None, only: str = "") -> list[tuple[str, str]]:
    work = find_work(root, gold, only)
    assert (work.strays, work.without) == ((), ())
    return [(paper.relative_to(root).as_posix(), beside.name) for paper, beside in work.pairs]


def test_papers_stand_in_docs_and_gold_in_gold(tmp_path: Path) -> None:
    make(tmp_path, "docs/b.html", "docs/a.txt", "gold/a.json", "gold/b.json", "notes.md", "floor.json")
    assert named(tmp_path) == [("docs/a.txt", "a.json"), ("docs/b.html", "b.json")]


def test_gold_stands_beside_its_paper_also_in_folders_below(tmp_path: Path) -> None:
    make(tmp_path, "2024/a.txt", "2024/a.json", "a.csv", "a.json")
    assert named(tmp_path) == [("2024/a.txt", "a.json"), ("a.csv", "a.json")]


def test_gold_may_stand_elsewhere(tmp_path: Path) -> None:
    papers, gold = make(tmp_path / "papers", "a.txt"), make(tmp_path / "checked", "a.json")
    assert named(papers, gold) == [("a.txt", "a.json")]


def test_a_prefix_chooses(tmp_path: Path) -> None:
    make(tmp_path, "2023-a.txt", "2023-a.json", "2024-a.txt", "2024-a.json")
    assert named(tmp_path, only="2024") == [("2024-a.txt", "2024-a.json")]


def test_gold_without_a_paper_and_a_paper_without_gold_are_told(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "a.json", "b.json", "c.txt", ".hidden.json", "picture.png")
    work = find_work(tmp_path)
    assert [paper.name for paper, _ in work.pairs] == ["a.txt"]
    [stray] = work.strays
    assert stray.startswith(f"{tmp_path / 'b.json'}: there is no paper b.* in")
    assert [path.name for path in work.without] == ["c.txt"]


def test_two_papers_of_one_name_are_told(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "a.html", "a.json")
    [stray] = find_work(tmp_path).strays
    assert "more than one paper has this name (a.html, a.txt)" in stray


@pytest.mark.parametrize(
    ("names", "gold", "only", "said"),
    [
        (["a.txt"], None, "", "there is no gold here: write one NAME.json for each paper"),
        (["docs/a.txt", "gold/note.txt"], None, "", "there is no gold here"),
        (["a.txt", "a.json"], None, "x", "no gold has a name that starts with 'x'"),
        (["a.txt", "a.json"], "nowhere", "", "nowhere: no such folder"),
    ],
)
def test_a_folder_without_gold_is_a_wrong_call(
    tmp_path: Path, names: list[str], gold: str | None, only: str, said: str
) -> None:
    make(tmp_path, *names)
    with pytest.raises(UsageError, match=said):
        find_work(tmp_path, tmp_path / gold if gold else None, only)


def test_a_folder_that_is_missing_or_a_file_is_a_wrong_call(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    for path in (tmp_path / "nowhere", tmp_path / "a.txt"):
        with pytest.raises(UsageError, match="no such folder"):
            find_work(path)
