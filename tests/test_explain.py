"""A paper explained: every passage is there once, in order, with its facts or with why it has none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.explain import Explained, as_dicts, explain, rules_of
from graphkit.reading import read_paper

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "northmere"
Explain = Callable[..., list[Explained]]

MINUTES = """\
Northmere Health and Wellbeing Board
12 March 2026

Minutes:

Members talked about the long winter.

RESOLVED that:

(a) the report be noted
(b) Healthwatch Northmere survey its volunteers by June 2026
(c) the blue folder
"""


@pytest.fixture
def explained(tmp_path: Path) -> Explain:
    def of(text: str, kind: str, name: str = "paper.txt") -> list[Explained]:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return explain(read_paper(path, kind=kind))

    return of


def at(passages: list[Explained], words: str) -> Explained:
    """The passage that holds these words."""
    [found] = [one for one in passages if words in one.text]
    return found


def test_passages_stand_in_order_with_the_lines_of_the_file(explained: Explain) -> None:
    passages = explained(MINUTES, "minutes")
    assert [one.first for one in passages] == [1, 2, 4, 6, 8, 10, 11, 12]


def test_an_action_tells_its_rule_its_parts_and_their_words(explained: Explain) -> None:
    one = at(explained(MINUTES, "minutes"), "survey")
    assert (one.zone, one.lead_in) == ("decisions", "line 8: RESOLVED that:")
    assert one.names == ("Healthwatch Northmere (organisation, rule opening)",)
    action, owner, due = one.facts[:3]
    assert (action.what, action.says, action.rule) == ("action (b)", "agreed", "outcome-undertake")
    assert (owner.what, owner.says, owner.rule, owner.words, owner.under) == (
        "owner", "Healthwatch Northmere", "subject", "Healthwatch Northmere", 0,
    )  # fmt: skip
    assert (due.what, due.says, due.words) == ("due", "2026-06", "by June 2026")
    assert action.confidence is not None
    assert one.why == ""


def test_a_decision_that_leaves_nothing_to_do_is_told_by_its_act(explained: Explain) -> None:
    [fact] = at(explained(MINUTES, "minutes"), "noted").facts
    assert (fact.what, fact.says) == ("decision", "note (resolved)")


def test_what_was_not_understood_is_marked(explained: Explain) -> None:
    one = at(explained(MINUTES, "minutes"), "folder")
    assert (one.unread, one.why, one.facts) == (True, "no verb understood", ())


def test_discussion_and_lead_ins_say_what_they_are(explained: Explain) -> None:
    passages = explained(MINUTES, "minutes")
    assert at(passages, "RESOLVED").why == "it opens decisions (rule outcome)"
    told = at(passages, "long winter")
    assert told.zone == "discussion"
    assert not told.unread


def test_headings_lists_and_prose_of_a_strategy_say_what_they_are(explained: Explain) -> None:
    passages = explained(
        "# Priority 1: Ageing well\n\n## Why this matters\n\n- Falls are common\n\n## What we will do\n\n"
        "- Open a hub in every town\n",
        "strategy", "paper.md",
    )  # fmt: skip
    assert [fact.what for fact in at(passages, "Ageing well").facts[:2]] == ["title", "priority"]
    assert at(passages, "Why this matters").why.startswith("it opens background (rule ")
    assert at(passages, "Falls").why.startswith("background")
    assert at(passages, "What we will do").why.startswith("it opens commitments (rule ")
    facts = {fact.what: fact.says for fact in at(passages, "hub").facts}
    assert facts["owner"] == "partners"
    assert facts["priority"] == "Ageing well"


def test_a_row_is_one_passage_and_its_header_tells_what_each_column_holds(explained: Explain) -> None:
    passages = explained(
        "Action,Lead,By when\nMap food banks,Northmere City Council,May 2026\n", "action-log", "log.csv"
    )
    header, row = passages
    assert header.why == "its columns hold: action, lead, due"
    assert row.text == "Map food banks | Northmere City Council | May 2026"
    assert [fact.what for fact in row.facts[:3]] == ["action", "owner", "due"]


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_every_fact_and_every_block_of_a_paper_is_told_once(path: Path) -> None:
    paper = read_paper(path)
    passages = explain(paper)
    told = [fact for one in passages for fact in one.facts if fact.what.startswith("action")]
    assert len(told) == len(paper.findings.actions)
    assert sum(one.unread for one in passages) == len(paper.findings.unread)
    assert all(one.facts or one.why for one in passages)
    assert [one.first for one in passages] == sorted(one.first for one in passages)
    shown = " ".join(one.text for one in passages)
    assert all(paper.document.words(block.span)[-20:] in shown for block in paper.document.blocks)


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_every_rule_that_is_named_is_told_with_its_meaning(path: Path) -> None:
    passages = explain(read_paper(path))
    assert all(rules_of(passages).values())
    assert as_dicts(passages)[0]["span"] == list(passages[0].span)
