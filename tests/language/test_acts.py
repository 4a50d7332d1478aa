import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.documents.model import Span
from graphkit.language.acts import Lead, actions_in, parse_acts
from graphkit.language.parties import Parties
from graphkit.language.prose import Prose

Mark = Callable[..., Any]

# An outcome's clause as boards word it; the kind of its act; who is to do it; what governs it.
OUTCOMES = [
    # Passive subjunctive.
    ("That the update be noted", "note", None, "agree"),
    ("the Better Start plan be approved", "approve", None, "agree"),
    ("the winter plan be formally endorsed", "approve", None, "agree"),
    ("a joint dental survey be carried out by March 2026", "undertake", None, "agree"),
    ("a task group be established to look at damp homes", "undertake", None, "agree"),
    ("the risk register be amended", "undertake", None, "agree"),
    ("[Northmere Police] be asked to share its data on night-time injuries", "ask", "Northmere Police", "agree"),
    ("the [post: Chief Fire Officer] be requested to brief ward members", "ask", "the Chief Fire Officer", "agree"),
    ("the [team: Youth Service] be encouraged to open on Sundays", "ask", "the Youth Service", "agree"),
    ("the [post: Executive Director of Housing] be requested to report in May", "ask",
     "the Executive Director of Housing", "agree"),
    ("the [post: Board Support Officer] circulate the slides", "undertake", "the Board Support Officer", "agree"),
    ("the [post: Partnership Director] be asked to write to schools", "ask", "the Partnership Director", "agree"),
    ("[Northmere Police] be invited to a future meeting to discuss buses", "undertake", None, "agree"),
    ("[Wolden Hospitals] be invited to attend the next meeting", "undertake", None, "agree"),
    ("the [team: Youth Service] be invited to the Board's May workshop to share its work", "undertake", None, "agree"),
    ("[Northmere Police] be invited to submit figures to the next meeting", "ask", "Northmere Police", "agree"),
    ("[Northmere Police] could remain in the room", "say", "Northmere Police", "agree"),
    ("the [post: Chair] may vote on the item", "say", "the Chair", "agree"),
    ("officers be thanked for their work", "thank", None, "agree"),
    ("Councillor Ash be appointed Vice Chair", "appoint", None, "agree"),
    ("the item be deferred to the next meeting", "defer", None, "agree"),
    ("the minutes of the last meeting be signed as a correct record", "approve", None, "agree"),
    ("the press and public be excluded", "close", None, "agree"),
    ("the next meeting be held on 4 June", "close", None, "agree"),
    ("a progress report be brought back in six months", "report-back", None, "agree"),
    ("a further update be submitted by the [post: Director of Housing]", "report-back", None, "agree"),
    ("progress be reported to the next meeting", "report-back", None, "agree"),
    ("the annual report be received", "receive", None, "agree"),
    ("a report on falls be received in the autumn", "report-back", None, "agree"),
    ("the draft be considered", "consider", None, "agree"),
    ("the draft be considered again in six months", "undertake", None, "agree"),
    ("no further action be taken", "consider", None, "agree"),
    ("that none of the options be taken forward", "consider", None, "agree"),
    ("that no grant be paid this year", "consider", None, "agree"),
    # Subjunctive and third person.
    ("that the [post: Chair] write to the bus company", "undertake", "the Chair", "agree"),
    ("[Northmere Police] and [Northmere City Council] jointly map street lighting", "undertake",
     "Northmere Police and Northmere City Council", "agree"),
    ("each member organisation nominate a carers' champion", "undertake", "each member organisation", "agree"),
    ("notes the presentation", "note", None, "agree"),
    ("endorses the approach to vaping", "approve", None, "agree"),
    ("asks the [team: Road Safety Team] to audit school crossings", "ask", "the Road Safety Team", "agree"),
    ("requests a paper from [Northmere Police] on knife crime", "ask", "Northmere Police", "agree"),
    ("welcomes the new clinic", "note", None, "agree"),
    ("agrees to fund two link workers", "undertake", None, "agree"),
    # Infinitive.
    ("to note the report", "note", None, "agree"),
    ("to approve the revised terms of reference", "approve", None, "agree"),
    ("to ask [Wolden Hospitals] to publish waiting times", "ask", "Wolden Hospitals", "agree"),
    ("to instruct the [post: Clerk] to circulate the slides", "ask", "the Clerk", "agree"),
    ("to set up a sub-group on oral health", "undertake", None, "agree"),
    ("to remit to the [post: Chief Officer] to submit a bid", "ask", "the Chief Officer", "agree"),
    ("to recommend that the [board: Cabinet] adopt the strategy", "undertake", "the Cabinet", "recommend"),
    ("to delegate authority to the [post: Director of Public Health] to finalise the plan", "delegate",
     "the Director of Public Health", "agree"),
    ("to defer a decision until the autumn", "defer", None, "agree"),
    ("to receive an annual report on suicide prevention", "report-back", None, "agree"),
    # Imperative.
    ("Note the verbal update", "note", None, "agree"),
    ("Invite [Sport Northmere] to present its findings", "ask", "Sport Northmere", "agree"),
    ("Develop a joint workforce plan", "undertake", None, "agree"),
    ("Authorise the [post: Director of Finance] to sign the agreement", "delegate", "the Director of Finance", "agree"),
    ("Thank the outgoing Chair", "thank", None, "agree"),
    # Past.
    ("NOTED the quarter three figures", "note", None, "agree"),
    ("AGREED that [Northmere Police] share the dashboard", "undertake", "Northmere Police", "agree"),
    ("The Board agreed to hold a workshop in May", "undertake", None, "agree"),
    ("It was agreed that the [post: Policy Officer] would send the link", "undertake", "the Policy Officer", "agree"),
    ("The Partnership requested that [Wolden Hospitals] review its letters", "undertake", "Wolden Hospitals", "ask"),
    ("Members asked the [post: Scrutiny Officer] to prepare a timeline", "ask", "the Scrutiny Officer", "agree"),
    ("RESOLVED unanimously that the Committee support the bid", "approve", None, "agree"),
    ("DECISION: to extend the lease of the hub", "undertake", None, "agree"),
    # Gerund.
    ("Recruiting two peer mentors", "undertake", None, "agree"),
    ("Reviewing the contract for sexual health services", "undertake", None, "agree"),
    # "X to ..."
    ("[person: Lena Brook] to circulate the toolkit", "undertake", "Lena Brook", "agree"),
    ("The [team: Comms Team] to draft a press release by Friday", "undertake", "The Comms Team", "agree"),
    ("[Northmere City Council] (Housing) to inspect flats", "undertake", "Northmere City Council (Housing)", "agree"),
    # Modals.
    ("the [post: Director of Adult Services] should bring the case studies", "undertake",
     "the Director of Adult Services", "agree"),
    ("officers would look at the parking charges", "undertake", "officers", "agree"),
    ("the new helpline would be promoted", "undertake", None, "agree"),
    # Delegations.
    ("authority be delegated to the [post: Strategic Director], in consultation with the [post: Chair], to bid",
     "delegate", "the Strategic Director", "agree"),
    ("that the [post: Head of Legal] be authorised to complete the lease", "delegate", "the Head of Legal", "agree"),
    ("power be given to the [post: Chief Officer] to settle the claim", "delegate", "the Chief Officer", "agree"),
    ("gives authority to the [post: Chief Officer] to spend the grant", "delegate", "the Chief Officer", "agree"),
    # Thanks, minutes, dates, appointments.
    ("the Board's thanks be conveyed to Mrs Penn", "thank", None, "agree"),
    ("To record appreciation of the volunteers", "thank", None, "agree"),
    ("the minutes be agreed", "approve", None, "agree"),
    ("To elect a Chair for the municipal year", "appoint", None, "agree"),
    ("that [Northmere Police] be reappointed to the Board", "appoint", None, "agree"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "kind", "doer", "governing"), OUTCOMES, ids=[row[0] for row in OUTCOMES])
def test_an_outcome_is_one_act(marked: Mark, clause: str, kind: str, doer: str | None, governing: str) -> None:
    given_clause = marked(clause)
    acts = parse_acts(given_clause.prose, given_clause.span, Lead())
    assert [(act.kind, given_clause.words(act.doer), act.governing) for act in acts] == [(kind, doer, governing)]


# Several acts in one item come apart where their verbs or their doers differ.
SEVERAL = [
    ("The Board noted the figures, agreed the plan and asked [Northmere Police] to report on knife crime",
     [("note", None), ("approve", None), ("ask", "Northmere Police")]),
    ("that the review be noted and that the [post: Director of Housing] write to landlords",
     [("note", None), ("undertake", "the Director of Housing")]),
    ("[Northmere Police] share its maps, and [Northmere City Council] publish them",
     [("undertake", "Northmere Police"), ("undertake", "Northmere City Council")]),
    ("approve the scheme; request [Wolden Hospitals] to print a leaflet",
     [("approve", None), ("ask", "Wolden Hospitals")]),
    ("the plan be approved, with the addition of a section on young carers",
     [("approve", None), ("undertake", None)]),
    ("that the talk be noted and a workshop be arranged for new members",
     [("note", None), ("undertake", None)]),
    ("RESOLVED: That the annual report be received and the figures be published by ward",
     [("receive", None), ("undertake", None)]),
    ("the minutes be approved and an easy read version be printed",
     [("approve", None), ("undertake", None)]),
    ("the [post: Chief Executive] be given delegated authority", [("delegate", "the Chief Executive")]),
    ("that the [post: Director of Housing] be given full authority to sign the lease",
     [("delegate", "the Director of Housing")]),
    ("delegated authority be given to the [post: Clerk] to settle the dates", [("delegate", "the Clerk")]),
]  # fmt: skip


@pytest.mark.parametrize(
    "clause",
    [
        "that a survey be designed and a report be written on damp homes",
        "the plan be noted and the Board be thanked",
        "the aim be approved and the draft which it describes be noted",
    ],
)
def test_acts_of_one_kind_joined_by_and_stay_together(marked: Mark, clause: str) -> None:
    item = marked(clause)
    assert len(parse_acts(item.prose, item.span, Lead())) == 1


@pytest.mark.parametrize(("clause", "expected"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_acts_with_different_verbs_or_doers_come_apart(
    marked: Mark, clause: str, expected: list[tuple[str, str | None]]
) -> None:
    item = marked(clause)
    acts = parse_acts(item.prose, item.span, Lead())
    assert [(act.kind, item.words(act.doer)) for act in acts] == expected
    assert all(first.span.end <= second.span.end for first, second in pairwise(acts))


@pytest.mark.parametrize(
    "clause",
    [
        "ask [Northmere Police] and [Wolden Hospitals] to share data and publish it",
        "that [Northmere Police] and the [team: Youth Service] run a summer camp",
        "that the [post: Chair], on behalf of partners, write to the bus company",
        "work with [Northmere Police] and [Wolden Hospitals] on safer streets",
    ],
)
def test_one_list_of_parties_is_one_act(marked: Mark, clause: str) -> None:
    item = marked(clause)
    assert len(parse_acts(item.prose, item.span, Lead())) == 1


@pytest.mark.parametrize(
    ("clause", "kind", "doer"),
    [
        ("Open a drop-in for veterans", "undertake", None),
        ("encourage families to walk to school", "undertake", None),
        ("call for fairer bus fares", "undertake", None),
        ("support carers to take a break", "undertake", None),
        ("invite residents to join the panel", "ask", "residents"),
        ("recommend active travel on every visit", "undertake", None),
        ("receive fewer complaints", "undertake", None),
        ("[Northmere City Council] will plant 500 trees", "undertake", "Northmere City Council"),
        ("continue to fund advice in libraries", "undertake", None),
        ("we will ask [sector: schools] to plant trees", "ask", "schools"),
        ("press [NHS England] for more dentists", "undertake", None),
        ("require a health check of every new road", "undertake", None),
        ("[Northmere City Council] will ask [NHS England] to visit", "undertake", "Northmere City Council"),
    ],
)
def test_who_commits_acts_by_doing_so(marked: Mark, clause: str, kind: str, doer: str | None) -> None:
    item = marked(clause)
    acts = parse_acts(item.prose, item.span, Lead("commit"))
    assert [(act.kind, item.words(act.doer), act.governing) for act in acts] == [(kind, doer, "commit")]


@pytest.mark.parametrize(
    ("clause", "conditional"),
    [
        ("subject to funding, a second hub be opened", True),
        ("the terms be reviewed, subject to Council approval as required", False),
        ("the form be changed subject to the approval of the Trust", True),
        ("the rules be redrafted, subject to full Council approval where necessary", False),
        ("the map be printed subject to Cabinet approval as appropriate", False),
        ("appoint two nurses if resources allow", True),
        ("widen the scheme where possible", True),
        ("run the course as funding permits", True),
        ("should a grant be awarded, the [post: Director of Housing] appoint an adviser", True),
        ("agree the funding for the hub", False),
        ("write to the [post: Chair] on resources", False),
    ],
)
def test_an_act_that_hangs_on_money_is_conditional(marked: Mark, clause: str, conditional: bool) -> None:
    item = marked(clause)
    acts = parse_acts(item.prose, item.span, Lead())
    assert [act.conditional for act in acts] == [conditional]


def test_an_aside_before_the_clause_is_passed_over_but_belongs_to_it(marked: Mark) -> None:
    item = marked("following the inspection, [Wolden Hospitals] publish an improvement plan")
    [act] = parse_acts(item.prose, item.span, Lead())
    assert (item.words(act.doer), item.words(act.span)) == ("Wolden Hospitals", item.prose.text)


def test_the_formula_of_an_outcome_is_no_part_of_its_words(marked: Mark) -> None:
    item = marked("RESOLVED - That the Northmere Health and Wellbeing Board unanimously agreed to map food banks.")
    [act] = parse_acts(item.prose, item.span, Lead())
    assert item.words(act.span) == "map food banks"
    assert act.by_board


def test_what_the_board_moves_others_to_has_their_doer(marked: Mark) -> None:
    item = marked("The Board recommended that the [board: Cabinet] agree a licence scheme")
    [act] = parse_acts(item.prose, item.span, Lead())
    assert (act.governing, item.words(act.doer), act.by_board) == ("recommend", "the Cabinet", False)


def test_a_lead_in_lends_its_addressee_to_clauses_without_a_doer(marked: Mark) -> None:
    item = marked("the [post: Director of Housing]: survey empty homes; [Northmere Police] join the visits")
    start = item.prose.text.index("survey")
    lead = Lead("ask", item.hits[0].span)
    acts = parse_acts(item.prose, Span(start, item.span.end), lead)
    assert [item.words(act.doer) for act in acts] == ["Director of Housing", "Northmere Police"]


@pytest.mark.parametrize(
    "clause",
    [
        "",
        " ; , ",
        "Item 7",
        "Northmere Library, 2pm",
        "The hub on Mill Lane",
        "What about rural buses?",
        "12 March 2031",
    ],
)
def test_what_holds_no_verb_is_not_understood(marked: Mark, clause: str) -> None:
    item = marked(clause)
    assert parse_acts(item.prose, item.span, Lead()) == []


def test_only_acts_that_can_be_done_are_actions(marked: Mark) -> None:
    item = marked("note the report, endorse the plan and ask [Northmere Police] to attend")
    assert [act.kind for act in actions_in(item.prose, item.span, Lead())] == ["ask"]


# Words of outcomes in no order.
_SCRAMBLED = st.permutations(
    re.findall(
        r"\S+",
        "RESOLVED: - that the Board agreed to ask Northmere Police and, (ICB) be noted; with an update in six months "
        "by report, should subject to funding approve; it was requested from authority delegated (1) write",
    )
).map(" ".join)


@given(st.one_of(st.text(), _SCRAMBLED), st.integers(0, 20), st.integers(0, 300))
def test_any_text_is_read_to_acts_that_quote_it(text: str, start: int, end: int) -> None:
    prose = Prose(text, Parties((), ()).within)
    span = Span(min(start, len(text)), max(min(start, len(text)), min(end, len(text))))
    acts = parse_acts(prose, span, Lead())
    assert all(span.holds(act.span) and act.span.start < act.span.end for act in acts)
    assert all(span.holds(act.verb_span) for act in acts)
    assert all(act.doer is None or span.holds(act.doer) for act in acts)
    assert acts == parse_acts(prose, span, Lead())


@pytest.mark.parametrize(
    "words",
    [
        "the existing work being undertaken to develop healthy places be noted",
        "the steps being taken by partners to cut waste be endorsed",
        "the progress being made be welcomed",
    ],
)
def test_what_is_being_done_is_told_of_its_noun_and_the_clause_goes_on(marked: Mark, words: str) -> None:
    item = marked(words)
    assert not any(act.is_action for act in parse_acts(item.prose, item.span, Lead()))
