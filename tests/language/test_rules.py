from pathlib import Path

import pytest

from graphkit import resources
from graphkit.errors import UsageError
from graphkit.language import data_file as data
from graphkit.language.rules import rule_table

TABLE = """
words:
  body: [board, partnership]
  all: ['every {body}', all members]
lines:
- rule: asks-all
  means: Everybody is asked.
  cue: ['{all} (?:is|are) asked{0,1}']
  examples: [every board is asked]
  zone: outcome
"""


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of rules in the place of those that graphkit ships."""
    monkeypatch.setattr(resources, "LANGUAGE", tmp_path)
    data.data_file.cache_clear()
    rule_table.cache_clear()
    return tmp_path / "own.yaml"


def test_a_rule_has_its_own_keys_and_keeps_those_of_its_table(written: Path) -> None:
    written.write_text(TABLE, encoding="utf-8")
    [rule] = rule_table("own.yaml", "lines")
    assert (rule.name, rule.means, rule.examples) == ("asks-all", "Everybody is asked.", ("every board is asked",))
    assert dict(rule.more) == {"zone": "outcome"}


def test_words_stand_in_cues_under_their_names_and_repetitions_stay(written: Path) -> None:
    written.write_text(TABLE, encoding="utf-8")
    [rule] = rule_table("own.yaml", "lines")
    assert rule.either == "(?:(?:every (?:board|partnership)|all members) (?:is|are) asked{0,1})"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  means: Everybody is asked.\n", "", "rule 'asks-all' has no means"),
        ("  examples: [every board is asked]\n", "", "rule 'asks-all' has no examples"),
        ("{all}", "{some}", "{some} is not under `words`"),
        ("(?:is|are)", "(?:is|are", "is no regular expression"),
    ],
)
def test_a_broken_rule_is_told_with_its_file_and_name(written: Path, old: str, new: str, said: str) -> None:
    written.write_text(TABLE.replace(old, new), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        rule_table("own.yaml", "lines")
    assert str(caught.value).startswith("own.yaml: lines")
    assert said in str(caught.value)
