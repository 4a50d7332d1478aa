"""Minutes in the styles of outcome headings and lists that boards use."""

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]

HEAD = """Northmere Health and Wellbeing Board

Tuesday, 4 March 2031

Road safety

Minutes:

The Director of Public Health presented the report.

"""
SHARE = "Northmere Police share its data"

# How the outcome is headed, with one thing to note and one thing for Northmere Police to do.
HEADINGS = {
    "resolved, list": "RESOLVED: That\n\n(1) the report be noted; and\n\n(2) Northmere Police share its data.",
    "resolved, glued list": "Resolved:- (1) That the report be noted; and (2) That Northmere Police share its data.",
    "resolved that, running on": "RESOLVED that the report be noted and that Northmere Police share its data.",
    "resolved, two acts": "RESOLVED that the report be noted, and Northmere Police share its data.",
    "bare resolved": "Resolved\n\nThat Northmere Police share its data.",
    "decision": "Decision:\n\n1. That the report be noted.\n\n2. That Northmere Police share its data.",
    "decision made": "Decision Made:\n\nThat Northmere Police share its data.",
    "agreed that": "Agreed that –\n\n• the report be noted\n\n• Northmere Police share its data",
    "it was agreed": "It was agreed:\n\nThat Northmere Police share its data.",
    "numbered paragraph": "7.10 AGREED: that Northmere Police share its data.",
    "board as subject, list": "The Board:\n\n• Reviewed the report\n\n• AGREED that Northmere Police share its data",
    "board resolved": "The Board resolved:- (i) that the report be noted; (ii) that Northmere Police share its data.",
    "capital lead words": "NOTED the report.\n\nAGREED that Northmere Police share its data.",
    "no heading left": "a) the report be noted; and\n\nb) Northmere Police share its data.",
    "recommendation": "The Board made this recommendation to the Mayor:\n\nThat Northmere Police share its data.",
}


@pytest.mark.parametrize("outcome", HEADINGS.values(), ids=HEADINGS)
def test_an_outcome_is_read_under_any_heading(read: Reader, outcome: str) -> None:
    paper = read(HEAD + outcome, "minutes")
    assert paper.actions() == [SHARE]
    assert paper.owners(SHARE) == ["Northmere Police"]
    assert paper.findings.body is not None


PROSE = {
    "told": ("The Board agreed that Northmere Police would share its data.", "Northmere Police would share"),
    "numbered": ("6.2 The Board noted the report and asked Northmere Police to share data.", "asked Northmere Police"),
    "undertaking": ("Northmere Police agreed to share its data.", "Northmere Police agreed to share"),
    "action line": ("ACTION: Northmere Police to share its data", "Northmere Police to share its data"),
    "action and decision": ("Decision/Action: Northmere Police to share its data", "Northmere Police to share"),
    "owner after": ("It was suggested that crash data be shared.\n\nACTION: Northmere Police", "crash data be shared"),
    "owner in brackets": (
        "Members noted that crash data would be shared. (Action: Northmere Police)",
        "crash data would be shared",
    ),
    "glued marks": (
        "The Board resolved:\n\n(i)to agree that crash data be shared by Northmere Police; and\n\n(ii)to note it.",
        "crash data be shared",
    ),
    "noted and": (
        "RESOLVED: that the report be noted and the data be shared by Northmere Police",
        "the data be shared",
    ),
    "action by": ("RESOLVED to share crash data.\n\nAction by: Northmere Police", "share crash data"),
}


@pytest.mark.parametrize(("outcome", "start"), PROSE.values(), ids=PROSE)
def test_prose_and_action_lines_hold_acts_too(read: Reader, outcome: str, start: str) -> None:
    paper = read(HEAD + outcome, "minutes")
    assert len(paper.findings.actions) == 1
    assert paper.owners(start) == ["Northmere Police"]


LISTS = {
    "1.": ("RESOLVED:\n\n1. That the report be noted.\n2. That Northmere Police share its data.", "2"),
    "(2)": ("RESOLVED that\n\n(1) the report be noted; and\n(2) Northmere Police share its data.", "(2)"),
    "(ii)": ("RESOLVED that\n\n(i) the report be noted; and\n(ii) Northmere Police share its data.", "(ii)"),
    "bullet": ("RESOLVED:\n\n- That the report be noted\n- That Northmere Police share its data", None),
    "a)": ("RESOLVED that\n\na) the report be noted\n\nb) Northmere Police share its data", "b)"),
    "1)": ("RESOLVED that\n\n1) the report be noted\n2) Northmere Police share its data", "2)"),
    "A.": ("RESOLVED:\n\nA. That the report be noted\nB. That Northmere Police share its data", "B"),
    "7.7": ("RESOLVED:\n\n7.5 The report be noted.\n\n7.7 Northmere Police share its data.", "7.7"),
    "glued number": ("RESOLVED that\n\n10.the report be noted\n\n11.Northmere Police share its data", "11"),
    "bullet alone": ("RESOLVED:\n\n•\nThe report be noted\n\n•\nNorthmere Police share its data", None),
    "inline": ("RESOLVED: that (1) the report be noted; (2) Northmere Police share its data; and", "(2)"),
}


@pytest.mark.parametrize(("outcome", "ref"), LISTS.values(), ids=LISTS)
def test_an_item_of_any_list_is_one_act_with_its_number(read: Reader, outcome: str, ref: str | None) -> None:
    paper = read(HEAD + outcome, "minutes")
    assert [(action.ref, action.text) for action in paper.findings.actions] == [(ref, SHARE)]


def test_numbered_paragraphs_after_a_lead_in_are_its_items(read: Reader) -> None:
    text = "6.2 The Board RESOLVED to:\n\n6.3 Note the report\n\n6.4 Ask Northmere Police to share its data"
    paper = read(HEAD + "6.1 Members heard from carers.\n\n" + text, "minutes")
    assert [(action.ref, action.text) for action in paper.findings.actions] == [
        ("6.4", "Ask Northmere Police to share its data")
    ]


def test_the_lead_in_may_lend_subject_and_verb(read: Reader) -> None:
    paper = read(
        HEAD + "RESOLVED that the Board\n\n1) notes the report\n2) asks Northmere Police to share data", "minutes"
    )
    [action] = paper.findings.actions
    assert (action.ref, action.status) == ("2)", "requested")


def test_a_repeated_number_still_gives_every_act_a_key_of_its_own(read: Reader) -> None:
    text = HEAD + "RESOLVED:\n\n7.7 Northmere Police share its data.\n\n7.7 The Chair write to schools."
    actions = read(text, "minutes").findings.actions
    assert [action.ref for action in actions] == ["7.7", "7.7"]
    assert len({action.key for action in actions}) == 2
    assert all(action.key.startswith("7-7-") for action in actions)


NESTED = """RESOLVED: that

a) the report be noted;

b) Northmere Police be asked to:-

   i. share its data

   ii. visit schools by May 2031

c) a road safety group be set up, led by Northmere Police, to:

   i. map crashes

   ii. advise the Chair

d) the Chair write to schools.
"""


def test_sub_items_take_doer_and_status_of_what_they_stand_under(read: Reader) -> None:
    paper = read(HEAD + NESTED, "minutes")
    assert [action.ref for action in paper.findings.actions] == ["b.i", "b.ii", "c)", "c.i", "c.ii", "d)"]
    assert paper.action("share its data").status == "requested"
    assert paper.owners("visit schools") == ["Northmere Police"]
    assert paper.action("visit schools").due.date == "2031-05"
    parent = paper.action("a road safety group")
    child = paper.action("map crashes")
    assert (child.parent, child.status) == (parent.key, "agreed")
    [owner] = [part for part in child.participations if part.role == "owner"]
    assert (owner.basis, owner.rule) == ("inherited", "parent-item")
    assert paper.action("the Chair write").parent is None


def test_a_stem_that_names_but_a_doer_lends_it(read: Reader) -> None:
    text = "RESOLVED that\n\n1. the Director of Housing:\n\n   a) survey empty homes\n\n   b) report in six months"
    paper = read(HEAD + text, "minutes")
    assert paper.owners("survey empty homes") == ["Director of Housing"]
    assert paper.owners("report in six months") == ["Director of Housing"]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that the report be noted.",
        "RESOLVED - That the recommendations in the report be approved.",
        "RESOLVED that the minutes of the last meeting be signed.",
        "RESOLVED that Councillor Ash be appointed Chair.",
        "RESOLVED that the Board thank the volunteers.",
        "The next meeting will be held on 4 June 2031.",
        "A pilot is underway in two schools.",
        "Members felt that buses should be cheaper.",
        "RESOLVED that the report be noted.\n\nReason for decision:\n\nTo share data sooner and cut crashes.",
        "Members asked how many crashes there had been.",
    ],
)
def test_what_is_decided_told_or_argued_is_no_action(read: Reader, text: str) -> None:
    assert read(HEAD + text, "minutes").actions() == []


def test_what_the_board_is_asked_to_do_is_kept_and_tied_to_what_it_resolved(read: Reader) -> None:
    text = """Northmere Health and Wellbeing Board

Road safety

The Board is asked to:

1. Note the report

2. Ask Northmere Police to share its crash data with schools

Minutes:

RESOLVED that Northmere Police be asked to share its crash data with all schools.
"""
    paper = read(text, "minutes")
    assert [action.status for action in paper.findings.actions] == ["requested"]
    asked = {one.act: one for one in paper.findings.decisions if one.stage == "asked"}
    [resolved] = [one for one in paper.findings.decisions if one.stage == "resolved"]
    assert asked["ask"].adopted_as == resolved.key
    assert asked["note"].adopted_as is None


def test_the_discussion_does_not_say_the_resolution_a_second_time(read: Reader) -> None:
    text = "The Director of Public Health agreed to map every food bank in the city.\n\n"
    paper = read(
        HEAD + text + "RESOLVED that the Director of Public Health map every food bank in the city.", "minutes"
    )
    assert [action.rule for action in paper.findings.actions] == ["outcome-undertake"]


def test_an_action_table_of_minutes_gives_its_rows(read: Reader) -> None:
    table = "Item | Action | By When | By Whom\nData | Share crash data | 1 May 2031 | Northmere Police\n"
    paper = read(HEAD + "Agreed:\n\n" + table, "minutes")
    action = paper.action("Share crash data")
    assert (action.status, action.due.date, paper.owners("Share")) == ("agreed", "2031-05-01", ["Northmere Police"])


def test_relative_times_count_from_the_meeting(read: Reader) -> None:
    text = "RESOLVED that a progress report be brought back in six months, and every quarter after that."
    [action] = read(HEAD + text, "minutes").findings.actions
    assert (action.due.offset, action.due.date) == ("P6M", "2031-09-04")
    undated = HEAD.replace("Tuesday, 4 March 2031\n\n", "")
    [action] = read(undated + text, "minutes").findings.actions
    assert (action.due.offset, action.due.date) == ("P6M", None)


def test_what_recurs_says_how_often(read: Reader) -> None:
    paper = read(HEAD + "RESOLVED that Northmere Police report crash figures to the Board every six months.", "minutes")
    [action] = paper.findings.actions
    assert action.recurrence == "R/P6M"
    assert paper.parts("Northmere Police report")["Northmere Health and Wellbeing Board"] == "recipient"


def test_an_aim_in_an_item_title_is_the_priority_of_its_acts(read: Reader) -> None:
    text = HEAD.replace("Road safety", "Aim 2: Safer streets") + "RESOLVED that Northmere Police share its data."
    paper = read(text, "minutes")
    assert paper.priorities() == ["Aim 2: Safer streets"]
    assert paper.action(SHARE).priority == paper.findings.priorities[0].key


def test_an_outcome_that_nothing_understands_is_reported(read: Reader) -> None:
    paper = read(HEAD + "RESOLVED:\n\n1. The hub on Mill Lane", "minutes")
    assert [(paper.words(one.span), one.reason) for one in paper.findings.unread] == [
        ("The hub on Mill Lane", "no verb understood")
    ]


# Papers in the styles of many boards, each with the words its actions start with.
STYLES = {
    "a lead-in behind the discussion": (
        "The Board heard of falls. It was agreed to:\n\n•\tmap the classes\n•\task Northmere Police to help",
        ["map the classes", "ask Northmere Police"],
    ),
    "an outcome in the middle of a paragraph": (
        "The Board did not agree (b). It was resolved that (i) the data be noted; (ii) Northmere Police run the van.",
        ["Northmere Police run the van"],
    ),
    "an action line at the end of a paragraph": (
        "**AGREED** that partners supply the figures by 20 January. **ACTION:** Northmere Police",
        ["partners supply the figures"],
    ),
    "quoted resolutions behind semicolons": (
        'It was RESOLVED: "That the plan be adopted; and that officers report annually."',
        ["officers report annually"],
    ),
    "a list of actions without marks": (
        "ACTIONS\n\nNorthmere Police – bring the figures\n\nWolden Hospitals – write to schools\n\nNext meeting: May",
        ["bring the figures", "write to schools"],
    ),
    "a log told in a list": (
        "Actions from the last meeting:\n\n- Northmere Police to share its data. Complete.\n- The film. See below.",
        ["Northmere Police to share its data"],
    ),
    "what the report asked for is over with the list": (
        "The report asked the Board to:\n\n- note it\n- fund a van\n\nNorthmere Police undertook to share its data.",
        ["Northmere Police undertook"],
    ),
    "changes to a draft": (
        "After discussion the Committee agreed it with changes:\n\na) no target;\n\nb) the part on care to be cut",
        ["the part on care to be cut"],
    ),
    "a subject that is no known party": (
        "RESOLVED that\n\n(1) the chairs of the sub-groups report progress every two months;\n\n(2) the data be noted.",
        ["the chairs of the sub-groups report"],
    ),
    "counted and dated subjects": (
        "RESOLVED that\n\n(1) no fewer than two carers be invited;\n\n(2) no later than May a plan be drawn up.",
        ["no fewer than two carers", "no later than May a plan"],
    ),
    "told, not decided": (
        "The Board noted that the scheme had been extended. Members were keen for pupils to be involved.",
        [],
    ),
    "a proposal that is taken up": (
        "Lena Brook proposed that the Trust run a survey of carers. The Board was supportive.",
        ["the Trust run a survey"],
    ),
    "an offer that is taken up": (
        "Northmere Police offered to run two classes, which was gladly accepted. Healthwatch offered to help.",
        ["Northmere Police offered to run"],
    ),
    "a decision printed twice": (
        "Decision:\n\nThat Northmere Police share data.\n\nMinutes:\n\nRESOLVED that Northmere Police share data.",
        ["Northmere Police share data"],
    ),
    "noted with an addition": (
        "Noted, with the addition of an item on young carers in December.",
        ["the addition of an item on young carers"],
    ),
    "a resolution behind the discussion": (
        "A bid had been made. Resolved, that if it succeed, a van be bought; that Northmere Police run it.",
        ["if it succeed, a van be bought", "Northmere Police run it"],
    ),
    "what the chair asks for": (
        "The Chair requested that a note be circulated. The Chair asked how many had come, and about costs.",
        ["a note be circulated"],
    ),
    "an item put on an agenda": (
        "The programme was noted. Mental health crisis care would be added to the September agenda.",
        ["Mental health crisis care would be added"],
    ),
    "somebody whose name is not known": (
        "The lead officer will write to every provider. The pilot will help families.",
        ["The lead officer will write"],
    ),
    "an undertaking that only points, said again": (
        "Could libraries host it? Officers would look into this.\n\nACTION: Northmere Police to ask the libraries",
        ["Northmere Police to ask"],
    ),
    "what she said goes on": (
        "Lena Brook said that:\n\n- the wait was long;\n\n- she would circulate the list.",
        ["she would circulate the list"],
    ),
    "a thing to come to the board": (
        "Agreed:\n\n- the final version to come to the April Board\n\n- no change to the terms",
        ["the final version to come"],
    ),
    "staff who are no verb": ("The Board:\n\n- noted that the rate among Trust staff was low", []),
    "two doers in one item": (
        "RESOLVED that work be led by Northmere Police, and every member organisation submit a return annually.",
        ["work be led by", "every member organisation submit"],
    ),
}


@pytest.mark.parametrize(("text", "starts"), STYLES.values(), ids=STYLES)
def test_actions_are_found_in_the_styles_of_many_boards(read: Reader, text: str, starts: list[str]) -> None:
    actions = read(HEAD + text, "minutes").actions()
    assert len(actions) == len(starts), actions
    assert all(action.startswith(start) for action, start in zip(actions, starts, strict=True)), actions


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Present: Lena Brook, Clare Field\n\nAction: CF to write to schools", ["Clare Field"]),
        ("NC to write to schools.", ["NC"]),
        ("ACTION: PH/TK to write to schools", ["PH", "TK"]),
        ("ACTION: NRW and LB to write to schools", ["NRW", "LB"]),
        ("Action: UK to write to schools", []),
    ],
)
def test_initials_that_nobody_spells_out_may_act(read: Reader, text: str, owners: list[str]) -> None:
    paper = read(HEAD + text, "minutes")
    [action] = paper.actions()
    assert [one for one in paper.owners(action) if "Board" not in one] == owners


def test_an_unknown_doer_is_not_taken_for_the_board(read: Reader) -> None:
    paper = read(HEAD + "RESOLVED that the hosts of the fair write to every school.", "minutes")
    assert "Northmere Health and Wellbeing Board" not in paper.owners("the hosts")


def test_the_words_minutes_in_a_title_make_no_agenda_of_the_items(read: Reader) -> None:
    paper = read(
        "# Wolden Board\n\n**MINUTES**\n\n## 1 Roads\n\nThe Chair undertook to write to schools.\n", "minutes", "a.md"
    )
    assert len(paper.actions()) == 1


@pytest.mark.parametrize("words", ["Complete", "Ongoing.", "None", "No further action required", "In progress"])
def test_an_action_line_that_says_how_things_stand_is_no_action(read: Reader, words: str) -> None:
    text = f"Minutes of the Eastvale Board\n\nFunding of the hub\n\nThe Board discussed the hub.\n\nAction: {words}\n"
    assert not read(text, "minutes", "p.txt").findings.actions
