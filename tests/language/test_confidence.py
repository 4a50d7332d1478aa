"""How sure a fact is: by its rule's record, else by the record of its kind of fact."""

import ast
from pathlib import Path

import pytest

from graphkit.documents.model import Span
from graphkit.language.confidence import ANY, Weighed, confidence, kind_of, weighed
from graphkit.language.data_file import data_file
from graphkit.language.participation import Participation, Role

ROOT = Path(__file__).resolve().parents[2]
KINDS: tuple[Weighed, ...] = ("actions", "owners", "other roles")


def part(role: Role, rule: str) -> Participation:
    return Participation("northmere-city-council", role, "explicit", rule, Span(3, 9))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_fact_has_a_record_and_no_rule_is_certain(kind: Weighed) -> None:
    record = data_file("confidence.yaml")[kind]
    assert ANY in record
    assert all(0 < row["confidence"] < 1 and 0 <= row["right"] <= row["of"] for row in record.values())


@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_without_a_record_is_as_sure_as_its_kind_of_fact(kind: Weighed) -> None:
    assert confidence(kind, "a rule of tomorrow") == confidence(kind, ANY)


def test_a_part_is_weighed_by_its_rule_in_its_role_and_otherwise_unchanged() -> None:
    owner, helper = part("owner", "subject"), part("deliverer", "working-with")
    first, second = weighed([owner, helper])
    assert (kind_of(owner), kind_of(helper)) == ("owners", "other roles")
    assert first.confidence == confidence("owners", "subject") > 0
    assert second.confidence == confidence("other roles", "working-with") > 0
    assert (first.party, first.role, first.rule, first.span) == (owner.party, owner.role, owner.rule, owner.span)


def test_no_rule_sets_its_own_confidence() -> None:
    set_by_hand = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for folder in ("graphkit/language", "graphkit/loaders", "loaders")
        for path in sorted((ROOT / folder).glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and any(word.arg == "confidence" and isinstance(word.value, ast.Constant) for word in node.keywords)
    ]
    assert set_by_hand == []
