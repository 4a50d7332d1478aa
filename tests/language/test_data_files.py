"""The lists in `language/data` as files: read alike by either parser, and every rule in them listed and checked."""

from pathlib import Path

import pytest
import yaml

from graphkit import resources
from graphkit.language.data_file import data_file
from graphkit.loaders.rulebook import FAMILIES

FILES = sorted(resources.LANGUAGE.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_both_parsers_read_the_same(path: Path) -> None:
    # The parser in C is not built everywhere, and lets through what the other refuses.
    assert yaml.safe_load(path.read_text(encoding="utf-8")) == data_file(path.name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_table_of_rules_is_a_family(path: Path) -> None:
    tables = {name for name, rows in data_file(path.name).items() if _holds_rules(rows)}
    assert tables == {family.table for family in FAMILIES if family.file == path.name}


def _holds_rules(rows: object) -> bool:
    return isinstance(rows, list) and any(isinstance(row, dict) and "rule" in row for row in rows)
