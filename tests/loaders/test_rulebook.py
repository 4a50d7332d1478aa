from collections import Counter
from dataclasses import replace

import pytest

from graphkit.language.rules import Rule
from graphkit.loaders.rulebook import FAMILIES, Family, by_cue, failures


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
