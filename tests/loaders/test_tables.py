"""Action tables: headers in any words and order, and what each cell lends to its row's act."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest

from graphkit.loaders.column_words import Meaning, meaning_of
from graphkit.loaders.tables import action_tables

Reader = Callable[..., Any]

HEADERS: list[tuple[str, Meaning]] = [
    ("Ref", "ref"), ("No.", "ref"), ("#", "ref"), ("Action no", "ref"), ("Item No.", "ref"),
    ("Action", "action"), ("Actions", "action"), ("Agreed action", "action"), ("What we will do", "action"),
    ("Task", "action"), ("Project", "action"), ("What", "action"), ("Deliverable", "action"),
    ("Lead", "lead"), ("Owner", "lead"), ("Who", "lead"), ("By whom", "lead"), ("Action by", "lead"),
    ("Action owner", "lead"), ("Lead officer", "lead"), ("Responsible", "lead"), ("Lead organisation(s)", "lead"),
    ("Responsibility", "lead"), ("Assigned to", "lead"), ("Accountable person", "lead"),
    ("By when", "due"), ("When", "due"), ("Timescale", "due"), ("Timescales", "due"), ("Time-frame", "due"),
    ("Due date", "due"), ("Target date", "due"), ("Deadline", "due"), ("Completion date", "due"),
    ("**By when?**", "due"),
    ("Status", "status"), ("RAG rating", "status"), ("BRAG", "status"), ("Complete?", "status"),
    ("Open/closed", "status"),
    ("Partners", "deliver"), ("Delivery partners", "deliver"), ("Who else", "deliver"), ("With", "deliver"),
    ("Supported by", "support"), ("Supporting organisations", "support"),
    ("Funding", "fund"), ("Funder", "fund"),
    ("Progress update", "update"), ("Comments", "update"), ("Notes", "update"),
    ("Measure of success", "measure"), ("KPI", "measure"), ("How will we know?", "measure"),
    ("Priority", "priority"), ("Theme", "priority"), ("Our aim", "priority"), ("Focus area", "priority"),
    ("Meeting date", "meeting"), ("Date raised", "meeting"), ("Agenda item", "meeting"),
    ("Budget code", "other"), ("", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("header", "meaning"), HEADERS)
def test_a_column_means_what_its_header_says(header: str, meaning: Meaning) -> None:
    assert meaning_of(header) == meaning
    assert meaning_of(header.upper()) == meaning


CELLS = {
    "Ref": "7",
    "Action": "Plant 500 trees",
    "Lead": "Northmere City Council",
    "By when": "June 2032",
    "Partners": "Age UK Northmere",
}


@pytest.mark.parametrize("columns", [list(order) for order in permutations(CELLS)][::11])
def test_columns_may_stand_in_any_order(read: Reader, columns: list[str]) -> None:
    text = f"{','.join(columns)}\n{','.join(CELLS[column] for column in columns)}\n"
    paper = read(text, "action-log", "log.csv")
    [action] = paper.findings.actions
    assert (action.ref, action.text, action.due.date) == ("7", "Plant 500 trees", "2032-06")
    assert (action.status, action.rule) == ("planned", "table-row")
    assert paper.parts("Plant") == {"Northmere City Council": "owner", "Age UK Northmere": "deliverer"}


def test_each_cell_lends_what_its_column_holds(read: Reader) -> None:
    text = """Theme,Action,Lead,Supported by,Funding,Timescale,Status
Clean air,Plant trees,"Northmere City Council, with Northmere Police",Wolden Hospitals,Sport England,Annually,On track
All,Ask Northmere Police to share its data,TBC,,,By March 2032,
"""
    paper = read(text, "action-log", "log.csv")
    trees, data = paper.findings.actions
    assert paper.priorities() == ["Clean air"]
    assert (trees.priority, trees.recurrence, trees.due, trees.progress) == ("clean-air", "R/P1Y", None, "on track")
    assert paper.parts("Plant") == {
        "Northmere City Council": "owner",
        "Wolden Hospitals": "supporter",
        "Sport England": "funder",
        "Northmere Police": "supporter",
    }
    assert (data.priority, data.status, data.due.date, data.progress) == (None, "requested", "2032-03", None)
    assert paper.owners("Ask") == ["Northmere Police"]


def test_an_empty_lead_cell_takes_no_lead_from_the_row_above(read: Reader) -> None:
    rows = ["Action,Lead,Status", "Plant trees,Northmere Police,open", "Close streets,,open", "Open a park,TBC,open"]
    text = "\n".join([*rows, "Mend a fence,,open"])
    paper = read(text, "action-log", "log.csv")
    owners = [paper.owners(start) for start in ("Plant", "Close", "Open", "Mend")]
    assert owners == [["Northmere Police"], [], [], []]


@pytest.mark.parametrize(
    "cell",
    [
        "Vacant",
        "Vacant post",
        "Vacant (was L Brook)",
        "Unknown",
        "Not yet allocated",
        "Awaiting confirmation",
        "TBA",
        "None",
        "Unassigned",
        "No lead named",
        "To be agreed",
        "Post vacant",
        "Currently vacant",
        "Vacant (was Lena Brook)",
        "Vacant, formerly Northmere Police",
        "Vacant (previously: Lena Brook)",
    ],
)
def test_a_lead_cell_that_names_nobody_gives_no_owner(read: Reader, cell: str) -> None:
    paper = read(f'Action,Lead\nPlant trees,"{cell}"\nDig a pond,Pond Keepers\n', "action-log", "log.csv")
    assert [paper.owners("Plant"), paper.owners("Dig")] == [[], ["Pond Keepers"]]


def test_rows_that_were_dropped_and_notes_give_no_act(read: Reader) -> None:
    rows = ["Plant trees,Northmere Police,open", "Dig a pond,Northmere Police,Withdrawn", "Notes for readers,,"]
    text = "\n".join(["Action,Lead,Status", *rows])
    assert read(text, "action-log", "log.csv").actions() == ["Plant trees"]


def test_lettered_parts_of_a_cell_are_acts_with_their_own_times(read: Reader) -> None:
    cells = '4,"Become a safe city: a) appoint a lead; b) hold a fair",Northmere Police,"a) May 2031 b) June 2032"'
    text = f"Ref,Action,Lead,By when\n{cells}\n"
    actions = read(text, "action-log", "log.csv").findings.actions
    assert [(action.ref, action.text, action.due and action.due.date) for action in actions] == [
        ("4", "Become a safe city", None),
        ("4.a", "appoint a lead", "2031-05"),
        ("4.b", "hold a fair", "2032-06"),
    ]
    assert [action.parent for action in actions] == [None, actions[0].key, actions[0].key]


def test_an_act_worded_as_a_noun_is_one_in_an_action_column(read: Reader) -> None:
    paper = read("Action,Lead\nSecond hub for Mill Lane,Northmere Police\n", "action-log", "log.csv")
    assert paper.actions() == ["Second hub for Mill Lane"]


@pytest.mark.parametrize(
    "text",
    [
        "Name,Telephone\nLena Brook,01632 960001\n",
        "Action,Colour\nPlant trees,green\n",
        "Indicator,Baseline,Target\nSmoking,12%,8%\n",
    ],
)
def test_other_tables_are_no_action_tables(read: Reader, text: str) -> None:
    paper = read(text, "action-log", "table.csv")
    assert action_tables(paper.document) == []
    assert paper.actions() == []


def test_where_two_headers_speak_of_actions_the_plainer_is_meant(read: Reader) -> None:
    text = "Action,Lead,Progress on actions\nPlant trees,Northmere Police,Trees were ordered\n"
    assert read(text, "action-log", "log.csv").actions() == ["Plant trees"]


def test_aims_are_the_actions_where_no_header_speaks_of_actions(read: Reader) -> None:
    text = "Objective,Lead,By when\nPlant 500 trees,Northmere Police,May 2031\n"
    assert read(text, "action-log", "log.csv").actions() == ["Plant 500 trees"]


def test_the_heading_above_a_table_is_its_priority(read: Reader) -> None:
    header = "<tr><th>Action</th><th>Lead</th></tr>"
    row = "<tr><td>Plant trees</td><td>Northmere Police</td></tr>"
    text = f"<h1>Plan</h1><h2>Priority 2: Clean air</h2><table>{header}{row}</table>"
    paper = read(f"<html><body>{text}</body></html>", "action-log", "plan.html")
    assert paper.action("Plant trees").priority == "clean-air"
