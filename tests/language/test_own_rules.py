"""What a user adds to lists and rules, and what is refused."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graphkit.errors import UsageError
from graphkit.language import data_file as data
from graphkit.language.data_file import data_file, use_rules
from graphkit.language.own_rules import added

LED: dict[str, Any] = {
    "rule": "led-by",
    "means": "Who leads.",
    "cue": ["led by"],
    "examples": ["led by X"],
    "role": "owner",
}
PAID: dict[str, Any] = {"rule": "paid-by", "means": "Who pays.", "cue": ["paid by"], "examples": ["paid by X"]}
OURS: dict[str, Any] = {"before": [LED, PAID], "words": {"who": ["we"]}, "verbs": ["ask", "note"]}
NEW: dict[str, Any] = {"rule": "run-by", "means": "Who runs it.", "cue": ["run by"], "examples": ["run by X"]}


def names(merged: dict[str, Any]) -> list[str]:
    return [row["rule"] for row in merged["before"]]


def test_words_are_added_without_repeats() -> None:
    merged = added(OURS, {"verbs": ["note", "chase"], "words": {"who": ["they"], "all": ["everybody"]}}, "own.yaml")
    assert merged["verbs"] == ["ask", "note", "chase"]
    assert merged["words"] == {"who": ["we", "they"], "all": ["everybody"]}
    assert OURS["verbs"] == ["ask", "note"]


def test_a_rule_of_a_known_name_adds_its_cues_and_examples_to_ours() -> None:
    own = {"before": [{"rule": "led-by", "cue": ["shepherded by"], "examples": ["shepherded by X"]}]}
    led = added(OURS, own, "own.yaml")["before"][0]
    assert led["cue"] == ["led by", "shepherded by"]
    assert led["examples"] == ["led by X", "shepherded by X"]
    assert (led["means"], led["role"], led["own"]) == ("Who leads.", "owner", True)


def test_a_new_rule_is_tried_after_ours_or_before_the_one_it_names() -> None:
    assert names(added(OURS, {"before": [NEW]}, "own.yaml")) == ["led-by", "paid-by", "run-by"]
    assert names(added(OURS, {"before": [{**NEW, "before": "led-by"}]}, "own.yaml")) == ["run-by", "led-by", "paid-by"]


def test_a_rule_can_be_taken_out() -> None:
    assert names(added(OURS, {"before": [{"rule": "led-by", "off": True}]}, "own.yaml")) == ["paid-by"]


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"behind": []}, "own.yaml: there is no table 'behind' here; known are 'before', 'words', 'verbs'"),
        ({"verbs": "chase"}, "own.yaml: verbs: expected a list, not text or a number"),
        ({"verbs": [True]}, "own.yaml: verbs: True is no text to YAML: put it in quotes"),
        ({"before": ["led by"]}, "own.yaml: before: each entry needs `rule: NAME`"),
        (
            {"before": [{**NEW, "before": "no-one"}]},
            "own.yaml: before: run-by: there is no rule 'no-one' to stand before",
        ),
    ],
)
def test_what_does_not_fit_is_told_with_its_file_and_table(own: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        added(OURS, own, "own.yaml")
    assert said in str(caught.value)


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As in a process that has read nothing yet."""
    monkeypatch.setattr(data, "_OWN", {})
    monkeypatch.setattr(data, "_ASKED", set())
    data_file.cache_clear()
    yield
    data_file.cache_clear()


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("unread")
def test_a_folder_of_rules_is_added_to_ours(tmp_path: Path) -> None:
    use_rules(write(tmp_path, "clause-words.yaml", "idle: [dawdle]\n"))
    assert {"dawdle", "like"} <= data.word_set("idle")


@pytest.mark.usefixtures("unread")
def test_rules_are_not_changed_once_papers_were_read_by_them(tmp_path: Path) -> None:
    data.word_set("idle")
    with pytest.raises(UsageError, match="start a new one"):
        use_rules(write(tmp_path, "clause-words.yaml", "idle: [dawdle]\n"))
    use_rules(None)


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("lead-inns.yaml", "a: [b]\n", "no list of rules has this name; known are "),
        ("roles.yaml", "before: [a\n", "cannot be read as YAML: "),
        ("roles.yaml", "- a\n", "expected names with lists under them"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        use_rules(write(tmp_path, name, text))
    assert said in str(caught.value)
    assert name in str(caught.value)
