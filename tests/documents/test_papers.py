from pathlib import Path

import pytest

from graphkit.documents import find_papers
from graphkit.errors import UnknownFormat, UsageError


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")


def keys(*paths: Path) -> list[str]:
    return [paper.key for paper in find_papers(paths).papers]


def test_keys_are_paths_below_the_folder_without_suffix(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "2024/June.html", "2024/a.v2.csv")
    assert keys(tmp_path) == ["2024/June", "2024/a.v2", "b"]


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    make(tmp_path, "x/a.txt", "y/a.txt", "y/b.txt")
    assert find_papers([tmp_path / "x", tmp_path / "y"]) == find_papers([tmp_path / "y", tmp_path / "x"])


def test_a_file_given_twice_is_one_paper(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    assert keys(tmp_path / "a.txt", tmp_path / "a.txt") == ["a"]
    assert len(find_papers([tmp_path, tmp_path / "a.txt"]).papers) == 2


def test_equal_keys_keep_their_suffix_and_then_their_folders(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "a.html", "c.txt")
    assert keys(tmp_path) == ["a.html", "a.txt", "c"]
    make(tmp_path, "north/may.txt", "south/may.txt")
    assert keys(tmp_path / "north", tmp_path / "south") == ["north/may.txt", "south/may.txt"]


def test_a_key_that_looks_like_another_with_its_suffix_stays_unique(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "a.html", "a.txt.csv")
    found = keys(tmp_path)
    assert len(set(found)) == 3


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "sub/.d/e.txt")
    assert keys(tmp_path) == ["a"]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "outside/secret.txt", "in/a.txt")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (tmp_path / "in" / "folder").symlink_to(tmp_path / "outside")
    (tmp_path / "in" / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "in" / "same.txt").symlink_to(tmp_path / "in" / "a.txt")
    assert len(find_papers([tmp_path / "in"]).papers) == 1


def test_unknown_formats_are_listed_apart_with_the_reason(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "plan.docx", "README")
    found = find_papers([tmp_path])
    assert [paper.key for paper in found.papers] == ["a"]
    assert [refused.path.name for refused in found.refused] == ["README", "plan.docx"]
    assert all(refused.path.name in refused.reason for refused in found.refused)


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere: no such file or folder"):
        find_papers([tmp_path / "nowhere"])


def test_a_folder_without_papers_says_so(tmp_path: Path) -> None:
    make(tmp_path, "plan.docx")
    with pytest.raises(UsageError, match=r"no paper found \(1 file"):
        find_papers([tmp_path])
    with pytest.raises(UsageError, match="no path given"):
        find_papers([])


def test_the_only_file_given_may_be_of_an_unknown_kind(tmp_path: Path) -> None:
    make(tmp_path, "plan.docx")
    with pytest.raises(UnknownFormat, match=r"plan\.docx"):
        find_papers([tmp_path / "plan.docx"])
