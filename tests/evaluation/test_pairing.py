"""When two facts are one, and that each fact is in one pair at most."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.evaluation.facts import ActionFact, DueFact, PartyFact
from graphkit.evaluation.likeness import plain_name
from graphkit.evaluation.pairing import CLOSE, pairs, same_action, same_due, same_part, same_partner, same_party


def party(*names: str, kind: str = "organisation", role: str = "owner") -> PartyFact:
    return PartyFact(frozenset(map(plain_name, names)), kind, names[0], role)


def test_the_most_alike_are_paired_first_and_each_once() -> None:
    likeness = {("a", "x"): 0.7, ("a", "y"): 0.9, ("b", "y"): 0.8, ("b", "x"): 0.65}
    assert pairs(["a", "b"], ["x", "y"], lambda one, other: likeness[one, other], CLOSE) == [(0, 1), (1, 0)]


def test_what_is_not_alike_enough_stays_alone() -> None:
    assert pairs(["a"], ["x"], lambda _one, _other: 0.59, CLOSE) == []


def test_of_equals_the_later_are_paired_first() -> None:
    assert pairs(["a", "a"], ["x"], lambda _one, _other: 1.0, CLOSE) == [(1, 0)]


@given(st.lists(st.integers(0, 3), max_size=6), st.lists(st.integers(0, 3), max_size=6))
def test_no_fact_is_in_two_pairs(gold: list[int], found: list[int]) -> None:
    linked = pairs(gold, found, lambda one, other: float(one == other), 1.0)
    assert len({i for i, _ in linked}) == len({j for _, j in linked}) == len(linked)
    assert all(gold[i] == found[j] for i, j in linked)
    assert len(linked) == sum(min(gold.count(value), found.count(value)) for value in set(gold))


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("publish the ageing well plan by May", "publish the ageing well plan by May", True),
        ("publish the ageing well plan by May", "that officers publish the ageing well plan by May 2025", True),
        ("publish the ageing well plan", "publish the housing plan", True),
        ("publish the ageing well plan", "note the report of the Trust", False),
        # A few words that a long text has too are another action.
        ("the plan", f"the plan of {' '.join(f'hub{number}' for number in range(40))}", False),
    ],
)
def test_actions_are_one_when_their_words_are_close(gold: str, found: str, *, same: bool) -> None:
    assert (same_action(ActionFact(gold), ActionFact(found)) >= CLOSE) is same


def test_the_same_printed_number_decides_between_equal_words() -> None:
    first, second = ActionFact("report back", ref="(1)"), ActionFact("report back", ref="2.")
    assert same_action(second, ActionFact("report back", ref="2")) > same_action(
        first, ActionFact("report back", ref="2")
    )
    assert same_action(ActionFact("report back"), ActionFact("report back")) == 1.0


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (party("Northmere City Council", "the Council"), party("Council"), True),
        (party("Wolden Hospitals"), party("Eastvale Hospitals"), False),
        (party("partners", "we", kind="collective"), party("all of us", kind="collective"), True),
        (party("partners", "we", kind="collective"), party("Board members", kind="sector"), True),
        (party("partners", kind="collective"), party("schools", kind="sector"), False),
        (party("schools", kind="sector"), party("partners", kind="collective"), False),
        (party("the Board", kind="board"), party("Northmere Health and Wellbeing Board", kind="board"), True),
        (party("the Board", kind="board"), party("Northmere Partnership", kind="organisation"), False),
    ],
)
def test_parties_are_one_by_a_shared_name_or_as_the_whole_partnership_or_board(
    gold: PartyFact, found: PartyFact, *, same: bool
) -> None:
    assert same_party(gold, found) == float(same)


def test_a_part_needs_the_role_too_and_a_partner_a_name() -> None:
    council, helper = party("Council"), party("Council", role="supporter")
    assert (same_part(council, council), same_part(council, helper)) == (1.0, 0.0)
    board = party("the Board", kind="board")
    assert same_partner(board, party("Northmere Board", kind="board")) == 0.0
    assert same_partner(board, party("Board", kind="board")) == 1.0


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (DueFact("in a year", "P12M", None), DueFact("within twelve months", "P12M", "2025-06-01"), True),
        (DueFact("by June", None, "2025-06-30"), DueFact("mid June", None, "2025-06"), True),
        (DueFact("by June", None, "2025-06-30"), DueFact("by June", None, "2025-07-01"), False),
        (DueFact("in 2025", None, "2025"), DueFact("by June 2025", None, "2025-06"), True),
        (DueFact("at the next meeting", None, None), DueFact("the next meeting", None, None), True),
        (DueFact("at the next meeting", None, None), DueFact("by the summer", None, None), False),
        (DueFact("by June", None, "2025-06"), None, False),
        (None, None, False),
    ],
)
def test_deadlines_are_one_by_duration_else_by_month_else_by_words(
    gold: DueFact | None, found: DueFact | None, *, same: bool
) -> None:
    assert same_due(gold, found) is same
