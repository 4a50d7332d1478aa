"""Action tables: headers in any words and order, and what each cell lends to its row's act."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest

from graphkit.loaders.column_words import Meaning, meaning_of
from graphkit.loaders.tables import action_tables

Reader = Callable[..., Any]

# Other wordings than the examples beside the cues.
HEADERS: list[tuple[str, Meaning]] = [
    ("Action no", "ref"), ("Ref. no.", "ref"), ("Project ref", "ref"),
    ("High level action", "action"), ("Key actions for the year", "action"), ("What needs doing", "action"),
    ("Agreed actions", "action"), ("What will partners do?", "committed"), ("Our commitment", "committed"),
    ("How we will do it", "committed"),
    ("Key lead", "lead"), ("Owner(s)", "lead"), ("Responsible person", "lead"), ("Who will do it?", "lead"),
    ("Lead / partners", "lead"), ("Action lead", "lead"), ("Named officer", "lead"),
    ("Expected completion", "due"), ("Expected date", "due"), ("New deadline", "due"), ("Original due date", "due"),
    ("To be done by", "due"), ("Timescale for completion", "due"), ("Start and end", "due"),
    ("Status (RAG)", "status"), ("Current RAG", "status"), ("Done", "status"), ("Status at May", "status"),
    ("Other partners", "deliver"), ("Agencies involved", "deliver"), ("Named partners", "deliver"),
    ("Supporting agency", "support"), ("Who will support?", "support"), ("Grant", "other"), ("Funding body", "fund"),
    ("Update for May", "update"), ("Reason for delay", "update"), ("Action taken since", "update"),
    ("Expected outcomes", "measure"), ("How will we know it worked", "measure"),
    ("Last meeting", "meeting"), ("Date logged", "meeting"), ("Minute item", "item"),
    ("Strategic aim", "priority"), ("Our priorities", "priority"), ("Programme area", "priority"),
    ("Budget code", "other"), ("", "other"), ("x" * 500, "other"),
]  # fmt: skip


@pytest.mark.parametrize(("header", "meaning"), HEADERS)
def test_a_column_means_what_its_header_says(header: str, meaning: Meaning) -> None:
    assert meaning_of(header) == meaning
    assert meaning_of(f"**{header.upper()}:**") == meaning


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
        "Northmere Police": "deliverer",
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


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Northmere City Council (lead), Wolden Hospitals",
         {"Northmere City Council": "owner", "Wolden Hospitals": "deliverer"}),
        ("Wolden Hospitals; Northmere Police (host)", {"Wolden Hospitals": "owner", "Northmere Police": "host"}),
        ("Director of Public Health, Northmere City Council", {"Director of Public Health": "owner"}),
        ("Lena Brook (Healthwatch Northmere)", {"Lena Brook": "owner"}),
        ("Northmere Police / Healthwatch Northmere", {"Northmere Police": "owner", "Healthwatch Northmere": "owner"}),
        ("Northmere Police & Healthwatch Northmere with Wolden Hospitals",
         {"Northmere Police": "owner", "Healthwatch Northmere": "owner", "Wolden Hospitals": "deliverer"}),
    ],
)  # fmt: skip
def test_a_lead_cell_says_who_leads_and_who_helps(read: Reader, cell: str, parts: dict[str, str]) -> None:
    paper = read(f'Action,Lead\nPlant trees,"{cell}"\nDig a pond,Pond Keepers\n', "action-log", "log.csv")
    assert paper.parts("Plant") == parts


def test_a_lead_cell_that_points_to_the_row_above_takes_its_leads(read: Reader) -> None:
    rows = ["Plant trees,Northmere Police", "Dig a pond,As above", "Mend a fence,ditto", "Open a park,"]
    paper = read("Action,Lead,RAG\n" + "".join(f"{row},green\n" for row in rows), "action-log", "log.csv")
    owners = [paper.owners(start) for start in ("Plant", "Dig", "Mend", "Open")]
    assert owners == [["Northmere Police"], ["Northmere Police"], ["Northmere Police"], []]


@pytest.mark.parametrize(
    ("lead", "owners"),
    [
        ("Lena Brook", ["Healthwatch Northmere", "Lena Brook"]),
        ("Healthwatch Northmere", ["Healthwatch Northmere"]),
        ("Northmere Police", ["Northmere Police"]),
    ],
)
def test_the_doer_of_a_row_owns_it_beside_a_person_who_leads(read: Reader, lead: str, owners: list[str]) -> None:
    paper = read(f"Action,Lead\nHealthwatch Northmere to run a survey,{lead}\n", "action-log", "log.csv")
    assert sorted(paper.owners("Healthwatch")) == owners


@pytest.mark.parametrize(
    ("header", "row", "status"),
    [
        ("Ref,What we will do,Lead", "1,Plant trees,Northmere Police", "committed"),
        ("Date of meeting,Agenda item,Action,Lead", "2 May 2031,Parks,Plant trees,Northmere Police", "agreed"),
        ("Action,Lead,RAG", "Plant trees,Northmere Police,On hold", "deferred"),
        ("Action,Lead,Status", "Plant trees,Northmere Police,Paused", "deferred"),
        ("Action,Lead,Status", "Plant trees,Northmere Police,Closed", "planned"),
    ],
)
def test_a_rows_standing_is_told_by_its_columns_and_its_status(
    read: Reader, header: str, row: str, status: str
) -> None:
    [action] = read(f"{header}\n{row}\n", "action-log", "log.csv").findings.actions
    assert action.status == status


@pytest.mark.parametrize(
    ("heading", "found"),
    [("DONE", 0), ("Dropped", 0), ("What we have achieved", 0), ("Projects ended", 0),
     ("Closed actions", 1), ("Carried forward", 1)],
)  # fmt: skip
def test_rows_under_a_heading_of_what_is_over_are_no_actions(read: Reader, heading: str, found: int) -> None:
    text = f"# Plan\n\n## {heading}\n\n| Action | Lead |\n|---|---|\n| Plant trees | Northmere Police |\n"
    assert len(read(text, "action-log", "plan.md").actions()) == found


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


# What the headers of a table say of the standing of its rows, and what a row's own verb says.
STANDINGS = [
    ("Action,Lead", "Plant 500 trees", "planned"),
    ("What we will do,Lead", "Plant 500 trees", "committed"),
    ("What will we do?,Lead", "Plant 500 trees", "committed"),
    ("Minute,Action,Lead", "Plant 500 trees, subject to a lease", "proposed"),
    ("Date raised,Action,Lead", "Recommend to the Cabinet that it plant trees", "recommended"),
    ("What we will do,Lead", "Ask Northmere Police to plant trees", "requested"),
    ("Meeting,Agenda item,Action,Lead", "Ask the Home Office for monthly figures", "agreed"),
]


@pytest.mark.parametrize(("header", "cell", "status"), STANDINGS)
def test_a_row_s_status_is_its_verb_s_else_the_headers(read: Reader, header: str, cell: str, status: str) -> None:
    cells = ",".join([*(["3 May 2031"] * (header.count(",") - 1)), f'"{cell}"', "Northmere City Council"])
    paper = read(f"{header}\n{cells}\n", "action-log", "log.csv")
    assert [action.status for action in paper.findings.actions] == [status]


@pytest.mark.parametrize(
    ("leads", "owners"),
    [
        (("KA", "DHo/AP", "MW"), [["KA"], ["AP", "DHo"], ["MW"]]),
        (("KA & MW", "MW", "CHt"), [["KA", "MW"], ["MW"], ["CHt"]]),
        (("KA", "Northmere Police", "MW"), [["KA"], ["Northmere Police"], ["MW"]]),
    ],
)
def test_initials_that_nobody_spells_out_are_persons_in_a_column_of_leads(
    read: Reader, leads: tuple[str, ...], owners: list[list[str]]
) -> None:
    acts = ("Plant trees", "Dig a pond", "Mend a fence")
    rows = [f"{act},{lead},open" for act, lead in zip(acts, leads, strict=True)]
    paper = read("Action,Lead,Status\n" + "\n".join(rows) + "\n", "action-log", "log.csv")
    assert [sorted(paper.owners(act)) for act in acts] == owners
    assert all(party.type in ("person", "collective", "organisation") for party in paper.findings.parties)
    assert not {party.label for party in paper.findings.parties if party.partner} & {"KA", "MW", "AP", "DHo", "CHt"}


@pytest.mark.parametrize(
    ("act", "owners"),
    [
        ("Plant trees (Lead: Northmere Police)", ["Northmere Police"]),
        ("Plant trees (led by Wolden Hospitals)", ["Wolden Hospitals"]),
        ("Plant trees (owner - Northmere Police)", ["Northmere Police"]),
        ("Plant trees (in spring)", ["partners"]),
        ("We will plant trees with schools", ["partners"]),
        ("Northmere Police will plant trees", ["Northmere Police"]),
    ],
)
def test_what_we_will_do_names_its_lead_in_brackets_or_nobody_but_us(read: Reader, act: str, owners: list[str]) -> None:
    paper = read(f"Ref,What we will do,By\n1,{act},May 2031\n2,Dig a pond,June 2031\n", "action-log", "plan.csv")
    assert paper.owners(paper.actions()[0][:5]) == owners


@pytest.mark.parametrize(
    ("update", "date"),
    [
        ("Letter to go out by the end of May 2031", "2031-05"),
        ("First draft will be ready by 3 June 2031", "2031-06-03"),
        ("Report due in July 2031", "2031-07"),
        ("Letter went out on 3 May 2031", None),
        ("Done by the Trust in 2030", None),
        ("On hold", None),
    ],
)
def test_an_update_may_set_the_time_where_no_column_does(read: Reader, update: str, date: str | None) -> None:
    paper = read(f"Action,Lead,Progress update\nPlant trees,Northmere Police,{update}\n", "action-log", "log.csv")
    due = paper.action("Plant").due
    assert (due and due.date) == date


def test_the_update_sets_no_time_beside_a_column_of_times(read: Reader) -> None:
    row = "Plant trees,Northmere Police,,To be done by May 2031"
    paper = read(f"Action,Lead,By when,Update\n{row}\nDig a pond,Mere Ponds,June 2031,\n", "action-log", "log.csv")
    assert paper.action("Plant").due is None
