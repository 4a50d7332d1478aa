from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from graphkit import documents
from graphkit.language.names import find_parties
from graphkit.language.rules import Rule
from graphkit.loaders.registry import Context, read_findings
from graphkit.loaders.rulebook import FAMILIES, Family, by_cue, failures, known

ROOT = Path(__file__).resolve().parents[2]
PAPERS = [ROOT / "examples" / "northmere", ROOT / "tests" / "corpus" / "docs"]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_example_shows_its_rule_and_no_near_miss_does(family: Family) -> None:
    assert list(failures(family)) == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_the_rules_of_a_family_have_names_of_their_own(family: Family) -> None:
    assert family.rules()
    assert not [name for name, often in Counter(rule.name for rule in family.rules()).items() if often > 1]


RULE = Rule("asks", "Somebody is asked.", ("(?:is|are) asked",), ("The Trust IS asked",), ("the Trust asked",))


class _Own(Family):
    """A family with rules of its own."""

    def rules(self) -> tuple[Rule, ...]:
        return (RULE, replace(RULE, name="wrong", examples=("nothing",), but_not=("it is asked",)))


def test_a_check_tells_an_example_that_fails_and_a_near_miss_that_is_read() -> None:
    found = list(failures(_Own("own", "", "", "", by_cue("search"))))
    assert [(one.rule, one.example, one.why) for one in found] == [
        ("wrong", "nothing", "no rule reads it"),
        ("wrong", "it is asked", "read by the rule, and should not be"),
    ]


def test_every_rule_that_a_fact_names_is_listed(context: Context) -> None:
    papers = [documents.read(paper.path) for paper in documents.find_papers(PAPERS).papers]
    actions = [one for paper in papers for one in read_findings(paper, context).actions]
    named = {rule for one in actions for rule in (one.rule, *(part.rule for part in one.participations))}
    seen = {hit.rule for paper in papers for hit in find_parties(paper, context.gazetteer).hits}
    assert len(named) > 10
    assert len(seen) > 10
    unlisted = (named | seen) - set(known())
    assert not unlisted, "give each a meaning and an example in graphkit/language/data/fact-rules.yaml"
