"""Gold is checked before it is believed: its form first, then whether it fits its paper."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphkit import documents
from graphkit.documents.model import Span
from graphkit.errors import GoldFault
from graphkit.evaluation.gold import doubts, gold_facts, load_gold
from graphkit.evaluation.places import Places

Board = Callable[..., Path]
Gold = dict[str, Any]
Change = Callable[[Gold], object]


def action(gold: Gold) -> Gold:
    first: Gold = gold["actions"][0]
    return first


MISSHAPEN: list[tuple[Change, str]] = [
    (lambda gold: gold.pop("kind"), "kind is missing"),
    (lambda gold: gold.update(kind="minute"), "kind 'minute' is none of minutes, strategy, action-plan (did you mean"),
    (lambda gold: gold.update(owner="x"), "owner is no field of gold"),
    (lambda gold: gold.update(actions={}), "actions must be a list"),
    (lambda gold: gold.update(meeting_date="14 March"), "meeting_date '14 March' is no date: write YYYY-MM-DD"),
    (lambda gold: gold.update(partners=["the Council"]), "partners[1] must be an object"),
    (lambda gold: action(gold).pop("quote"), "actions[1].quote is missing"),
    (lambda gold: action(gold).update(quote=" "), "actions[1].quote must be words"),
    (lambda gold: action(gold).update(qoute="x"), "actions[1].qoute is no field of gold (did you mean quote?)"),
    (lambda gold: action(gold).update(status="agred"), "actions[1].status 'agred' is none of"),
    (lambda gold: action(gold)["owners"][0].update(names=[]), "actions[1].owners[1].names must not be empty"),
    (lambda gold: action(gold)["owners"][0].update(basis="guess"), "actions[1].owners[1].basis 'guess' is none of"),
    (
        lambda gold: action(gold).update(others=[{"names": ["x"], "type": "post"}]),
        "actions[1].others[1].role is missing",
    ),
    (lambda gold: action(gold).update(due="June"), "actions[1].due must be an object"),
    (lambda gold: action(gold)["due"].update(date="2024-13"), "actions[1].due.date '2024-13' is no date"),
]


@pytest.mark.parametrize(("change", "said"), MISSHAPEN, ids=[said for _, said in MISSHAPEN])
def test_a_fault_of_form_names_file_place_and_remedy(board: Board, gold: Gold, change: Change, said: str) -> None:
    change(gold)
    path = board(gold) / "gold" / "march.json"
    with pytest.raises(GoldFault) as fault:
        load_gold(path)
    assert str(fault.value).startswith(f"{path}: {said}")
    assert len(str(fault.value).splitlines()) == 1


def test_every_fault_of_form_has_its_line(board: Board, gold: Gold) -> None:
    gold.update(kind="novel", actions=[{}])
    with pytest.raises(GoldFault) as fault:
        load_gold(board(gold) / "gold" / "march.json")
    assert len(str(fault.value).splitlines()) == 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"kind": "minutes",\n "board": }', "line 2: is not JSON"),
        ("", "line 1: is not JSON"),
        ("[]", "the whole must be an object"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_json_or_no_object_is_said_to_be_so(board: Board, text: str, said: str) -> None:
    with pytest.raises(GoldFault, match=said):
        load_gold(board(text) / "gold" / "march.json")


def test_bytes_that_are_no_utf_8_are_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'{"kind": "\xff"}')
    with pytest.raises(GoldFault, match="not UTF-8"):
        load_gold(tmp_path / "a.json")


def test_lists_and_values_that_would_be_empty_may_be_left_out(board: Board) -> None:
    bare = {
        "kind": "minutes",
        "actions": [{"quote": "q", "status": "agreed", "owners": []}],
        "priorities": [],
        "partners": [],
    }
    path = board(bare) / "gold" / "march.json"
    facts = gold_facts(load_gold(path), Places(documents.of_text("A paper.")))
    assert facts.actions[0].parties == ()
    assert (facts.board, facts.date, facts.actions[0].due) == (frozenset(), "", None)


def test_gold_that_fits_its_paper_has_no_doubts(board: Board, gold: Gold) -> None:
    root = board(gold)
    assert told(root) == []


def told(root: Path) -> list[str]:
    path = root / "gold" / "march.json"
    return doubts(path, load_gold(path), Places(documents.read(root / "docs" / "march.txt")))


DOUBTFUL: list[tuple[Change, str]] = [
    (lambda gold: gold.update(document="april.txt"), "document says 'april.txt', but the paper beside it is march.txt"),
    (lambda gold: action(gold).update(quote="open ten hubs"), "actions[1].quote is not in the paper: “open ten hubs”"),
    (lambda gold: action(gold).update(quote="word " * 41), "actions[1].quote is not in the paper"),
    (lambda gold: gold.update(priorities=[{"label": "Fresh food"}]), "priorities[1].label is not in the paper"),
    (lambda gold: gold["partners"].append({"names": ["Eastvale"], "type": "team"}), "partners[2].names are not in"),
    (lambda gold: action(gold)["owners"][0].update(names=["Eastvale"]), "actions[1].owners[1].names are not in"),
    (lambda gold: action(gold).update(topics=["top:povert"]), "actions[1].topics 'povert' is not in the ontology (did"),
    (lambda gold: action(gold).update(topics=["carers"]), "actions[1].topics 'carers' is not in the ontology"),
    (lambda gold: action(gold).update(topics=["poverty"] * 4), "actions[1].topics has more than 3"),
    (lambda gold: action(gold).update(priority="Warm homes"), "actions[1].priority 'Warm homes' is none of the"),
    (lambda gold: action(gold).update(parent="(9)"), "actions[1].parent '(9)' is none of the actions' refs"),
]


@pytest.mark.parametrize(("change", "said"), DOUBTFUL, ids=[said for _, said in DOUBTFUL])
def test_what_does_not_fit_the_paper_is_told(board: Board, gold: Gold, change: Change, said: str) -> None:
    change(gold)
    lines = told(board(gold))
    assert lines[0].removeprefix(str(board(gold) / "gold" / "march.json") + ": ").startswith(said)


def test_a_collective_owner_need_not_be_printed(board: Board, gold: Gold) -> None:
    action(gold)["owners"] = [{"names": ["partners"], "type": "collective", "basis": "collective"}]
    assert told(board(gold)) == []


def test_facts_lead_to_their_words_and_repeated_words_to_each_place_in_turn() -> None:
    text = "We will open a hub.\nWe will open a hub.\n"
    one = {
        "quote": "open a hub",
        "status": "committed",
        "owners": [{"names": ["We"], "type": "collective", "basis": "collective"}],
    }
    gold = {"kind": "strategy", "actions": [one, one], "priorities": [{"label": "hub"}], "partners": []}
    facts = gold_facts(gold, Places(documents.of_text(text)))
    assert [each.span for each in facts.actions] == [Span(8, 18), Span(28, 38)]
    assert facts.priorities[0].span == Span(15, 18)
    # The owner is not named in the quote: its place is the quote's.
    assert facts.actions[1].parties[0].span == Span(28, 38)


def test_slugs_may_have_a_prefix_or_an_address() -> None:
    topics = ["top:poverty", "housing", "https://example.org/hwb/topic/smoking"]
    one = {"quote": "q", "status": "agreed", "owners": [], "topics": topics, "populations": ["pop:carers"]}
    gold = {"kind": "minutes", "actions": [one], "priorities": [], "partners": []}
    facts = gold_facts(gold, Places(documents.of_text("A paper.")))
    assert [tag.slug for tag in facts.actions[0].topics] == ["poverty", "housing", "smoking"]
    assert [tag.slug for tag in facts.actions[0].populations] == ["carers"]
