"""Right, false and missed: an invented paper in which each kind of fact goes each way."""

from dataclasses import replace

import pytest

from graphkit.documents.model import Span
from graphkit.evaluation.facts import FACTS, KINDS, ActionFact, DueFact, PaperFacts, PartyFact, PriorityFact, TagFact
from graphkit.evaluation.judging import judged
from graphkit.evaluation.likeness import plain_name
from graphkit.evaluation.scores import ALL, Score, scores


def party(name: str, role: str = "owner", kind: str = "organisation") -> PartyFact:
    return PartyFact(frozenset({plain_name(name)}), kind, name, role, Span(4, 9), "subject", 0.8)


def tags(*slugs: str) -> tuple[TagFact, ...]:
    return tuple(TagFact(slug, "inherited", Span(7, 8)) for slug in slugs)


COUNCIL, TRUST, BOARD = party("Northmere Council"), party("Wolden Trust"), party("the Board", kind="board")
SCHOOLS = party("schools", "deliverer", "sector")
GOLD = PaperFacts(
    kind="minutes",
    board=frozenset({"northmere board", "board"}),
    date="2024-03-14",
    actions=(
        ActionFact("open two warm hubs by June", "1", "agreed", (COUNCIL, SCHOOLS), tags("poverty", "housing"),
                   tags("older-people"), DueFact("by June", None, "2024-06"), "Warm homes"),
        ActionFact("write to the Minister about fares", "2", "requested", (BOARD,)),
    ),
    priorities=(PriorityFact("Warm homes"), PriorityFact("Fresh food")),
    partners=(COUNCIL, TRUST),
)  # fmt: skip
FOUND = PaperFacts(
    kind="strategy",
    board=frozenset({"board"}),
    date="",
    actions=(
        ActionFact("open two warm hubs by June", "1", "committed", (COUNCIL, TRUST, replace(SCHOOLS, role="supporter")),
                   tags("poverty", "prevention"), (), DueFact("by July", None, "2024-07"), "Fresh food",
                   rule="table-row", confidence=0.9),
        ActionFact("thank the outgoing chair warmly", "3", "agreed", (party("Ada Quill", kind="person"),),
                   tags("workforce"), rule="subject", confidence=0.6),
    ),
    priorities=(PriorityFact("Warm homes for all"), PriorityFact("Green travel")),
    partners=(COUNCIL, SCHOOLS),
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("actions", Score(1, 1, 1)),
        ("owners", Score(1, 2, 1)),
        ("other roles", Score(0, 1, 1)),
        ("topics", Score(1, 2, 1)),
        ("populations", Score(0, 0, 1)),
        ("due", Score(0, 1, 1)),
        ("action-priority", Score(0, 1, 1)),
        ("priorities", Score(1, 1, 1)),
        ("partners", Score(1, 1, 1)),
        # The board's own action is nobody's by name.
        ("named owners", Score(1, 2, 0)),
        # Status is asked of actions that both sides have, and a wrong one is false and missed at once.
        ("status", Score(0, 1, 1)),
        ("kind", Score(0, 1, 1)),
        ("board", Score(1, 0, 0)),
        ("date", Score(0, 0, 1)),
        (ALL, Score(5, 10, 9)),
    ],
)
def test_each_kind_of_fact_is_counted_for_itself(kind: str, expected: Score) -> None:
    assert scores(judged(GOLD, FOUND))[kind] == expected


def test_gold_against_itself_is_all_right() -> None:
    result = scores(judged(GOLD, GOLD))
    assert all(score.false == score.missed == 0 and score.f1 == 1.0 for score in result.values())
    assert list(result) == [*KINDS, ALL]


def test_nothing_found_misses_everything_and_nothing_said_makes_all_false() -> None:
    missed, false = scores(judged(GOLD, PaperFacts())), scores(judged(PaperFacts(), GOLD))
    assert missed[ALL].missed == false[ALL].false == sum(scores(judged(GOLD, GOLD))[kind].right for kind in FACTS)
    assert missed[ALL].right == missed[ALL].false == false[ALL].right == false[ALL].missed == 0
    assert missed[ALL].f1 == missed[ALL].precision == missed[ALL].recall == 0.0


def test_two_empty_sides_have_nothing_to_judge() -> None:
    assert judged(PaperFacts(), PaperFacts()) == ()


def test_an_error_names_the_fact_its_action_its_rule_and_its_place() -> None:
    wrong = {(one.kind, one.verdict, one.fact): one for one in judged(GOLD, FOUND) if one.verdict != "right"}
    owner = wrong["owners", "false", "Wolden Trust"]
    assert owner.action == "open two warm hubs by June"
    assert (owner.rule, owner.confidence, owner.span) == ("subject", 0.8, Span(4, 9))
    assert wrong["other roles", "missed", "deliverer: schools"].rule == ""
    assert wrong["actions", "false", "thank the outgoing chair warmly"].confidence == 0.6
    assert wrong["actions", "missed", "write to the Minister about fares"].confidence is None
    topic = wrong["topics", "false", "prevention"]
    assert (topic.rule, topic.span, topic.confidence) == ("inherited", Span(7, 8), None)
    assert wrong["due", "false", "by July (2024-07)"].kind == "due"


def test_shares_come_from_the_counts() -> None:
    score = Score(right=6, false=2, missed=4)
    assert (score.precision, score.recall) == (0.75, 0.6)
    assert score.f1 == pytest.approx(2 / 3)
    assert Score(1, 2, 3) + Score(4, 5, 6) == Score(5, 7, 9)
    assert Score().f1 == 0.0
