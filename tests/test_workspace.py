from pathlib import Path

import pytest

from graphkit import workspace
from graphkit.errors import WorkspaceError


def test_a_new_workspace_has_commented_settings_and_its_folders(tmp_path: Path) -> None:
    made, new = workspace.create(tmp_path / "boards")
    assert new
    assert made.base == workspace.DEFAULT_BASE
    assert (tmp_path / "boards" / "graphkit.toml").read_text(encoding="utf-8").startswith("# Settings")
    assert (tmp_path / "boards" / "decisions").is_dir()


def test_making_it_again_keeps_what_the_user_wrote(tmp_path: Path) -> None:
    workspace.create(tmp_path)
    settings = tmp_path / "graphkit.toml"
    settings.write_text('[graph]\nbase = "https://data.northmere.example/id/"\n', encoding="utf-8")
    made, new = workspace.create(tmp_path)
    assert not new
    assert made.base == "https://data.northmere.example/id/"


def test_the_nearest_workspace_upwards_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.create(tmp_path)
    below = tmp_path / "papers" / "2024"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert workspace.find(None).root == tmp_path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[graph\n", "not valid TOML"),
        ("[graf]\nbase = 'x'\n", "unknown table [graf]"),
        ("[graph]\nbass = 'x'\n", "expected base"),
        ("[graph]\nbase = 3\n", "a text in quotes"),
    ],
)
def test_settings_that_mean_nothing_are_refused_with_file_and_remedy(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "graphkit.toml").write_text(text, encoding="utf-8")
    with pytest.raises(WorkspaceError, match=r"graphkit\.toml") as caught:
        workspace.read(tmp_path)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value).strip()


def test_a_folder_that_is_no_workspace_is_named_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="graphkit build"):
        workspace.find(tmp_path)


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.html"
    path.write_text("old", encoding="utf-8")

    def fail(self: Path, target: Path) -> Path:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        workspace.write_atomically(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]
