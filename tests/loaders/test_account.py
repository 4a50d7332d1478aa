"""Nothing is dropped unsaid: what gave no fact where facts are expected is told with a reason."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


def unread(paper: Any) -> dict[str, str]:
    """The reasons by the words not understood."""
    return {paper.document.words(one.span): one.reason for one in paper.findings.unread}


def test_an_outcome_without_a_verb_is_told_and_the_others_are_counted(read: Read) -> None:
    paper = read("RESOLVED that:\n(a) the Director of Public Health write to schools\n(b) the blue folder\n", "minutes")
    assert unread(paper) == {"the blue folder": "no verb understood"}
    assert paper.findings.passages == 2


def test_a_decision_is_understood_although_it_leaves_nothing_to_do(read: Read) -> None:
    paper = read("RESOLVED that the report be noted.\n", "minutes")
    assert (paper.findings.passages, paper.findings.unread) == (1, ())


@pytest.mark.parametrize(
    "item",
    [
        "Set up a meeting with head teachers",
        "A letter to be sent to every school",
        "to train 200 volunteers",
    ],
)
def test_an_item_that_reads_like_an_action_under_no_known_lead_in_is_told(read: Read, item: str) -> None:
    paper = read(f"# Food\n\nOther business of the day was varied.\n\n- {item}\n- Apples\n", "minutes", "paper.md")
    assert unread(paper) == {
        item: "it reads like something to do, but stands under no lead-in that opens a list of actions"
    }


@pytest.mark.parametrize(
    "item",
    ["Staff who were exhausted", "Work had gone on with Wolden Hospitals", "Thank you to everyone",
     "Who is to lead it?", "The team had met with Healthwatch Northmere to discuss the plan", "~~Open a hub~~"],
)  # fmt: skip
def test_an_item_of_the_discussion_that_asks_nothing_is_not_told(read: Read, item: str) -> None:
    paper = read(f"# Food\n\nOther business of the day was varied.\n\n- {item}\n- Apples\n", "minutes", "paper.md")
    assert unread(paper) == {}


@pytest.mark.parametrize(
    "line", ["Secure the funds for a second hub", "Healthwatch Northmere to survey its volunteers"]
)
def test_a_line_that_reads_like_an_action_is_told_where_the_cells_of_a_table_were_lost(read: Read, line: str) -> None:
    paper = read(f"# Food\n\nTransport\n\n{line}\n\nThe Council\n", "strategy", "paper.md")
    assert line in unread(paper)


@pytest.mark.parametrize("line", ["To review progress", "The report asked the Board to note the position",
                                  "Members discussed what parents ought to be told"])  # fmt: skip
def test_a_line_that_tells_something_is_not(read: Read, line: str) -> None:
    paper = read(f"# Food\n\nTransport\n\n{line}\n\nThe Council\n", "strategy", "paper.md")
    assert unread(paper) == {}


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        ("Drop-in teas", "no verb understood"),
        ("Should we open a second hub?", "it asks a question"),
        ("[x] Open a hub in Wolden", "it is marked as done"),
        ("Partners were thanked for their help", "it thanks somebody, which leaves nothing to do"),
    ],
)
def test_an_item_among_commitments_that_is_none_is_told_with_why(read: Read, item: str, reason: str) -> None:
    paper = read(
        f"# Living well\n\n{item}\n\nWe will:\n\n- {item}\n- open a hub in every town\n", "strategy", "paper.md"
    )
    told = unread(paper)
    assert list(told.values()) == [reason]
    assert paper.findings.passages == 2


def test_rows_that_give_no_action_are_told(read: Read) -> None:
    paper = read(
        "| Action | Lead | Status |\n|---|---|---|\n"
        "| Map food banks | Northmere City Council | open |\n"
        "| Print a guide | Northmere City Council | withdrawn |\n"
        "| | Healthwatch Northmere | open |\n"
        "| Autumn | | |\n",
        "action-log", "paper.md",
    )  # fmt: skip
    assert paper.findings.passages == 4
    assert unread(paper) == {
        "Print a guide": "it is done, over or dropped, by its own words or the heading above",
        "Healthwatch Northmere": "its cell of actions is empty",
        "Autumn": "a row with one filled cell is a note or a sub-heading",
    }


def test_a_table_of_leads_and_dates_without_known_actions_is_told_and_other_tables_are_not(read: Read) -> None:
    paper = read(
        "# One\n\n| Melody | Lead | By when |\n|---|---|---|\n| Sing a song | Northmere City Council | May 2027 |\n\n"
        "# Two\n\n| Name | Organisation |\n|---|---|\n| Jo Ash | Northmere City Council |\n",
        "action-log", "paper.md",
    )  # fmt: skip
    [(words, reason)] = unread(paper).items()
    assert words == "Sing a song"
    assert reason == "no column of its table is known to hold actions (headers: Melody, Lead, By when)"


def test_header_words_one_below_the_other_are_told_as_a_lost_table(read: Read) -> None:
    paper = read(
        "# Log\n\nAction\n\nLead\n\nBy when\n\nMap food banks\n\nThe Council\n\nMay\n", "action-log", "paper.md"
    )
    assert "the header of a table whose columns were lost: its rows stand as lines below" in unread(paper).values()


def test_documents_and_attendance_are_not_told(read: Read) -> None:
    paper = read(
        "Present:\n- Jo Ash, Healthwatch Northmere\n- Sam Oak\n\n"
        "Supporting documents:\n- Report to the Board\n- Appendix A\n",
        "minutes",
    )
    assert unread(paper) == {}
