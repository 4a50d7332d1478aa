from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.documents.model import Span
from graphkit.language.acts import Act, Governing, Lead, parse_acts
from graphkit.language.cues import Cue, cues
from graphkit.language.parties import Parties, PartyHit
from graphkit.language.parts_beside import parts_of_tail
from graphkit.language.prose import Prose
from graphkit.language.roles import Setting, parts_of

Mark = Callable[..., Any]
BOARD = Setting("the Board", Span(0, 1))

RULES: list[tuple[Literal["before", "after"], Cue, str]] = [
    ("before", cue, example) for cue in cues("before") for example in cue.examples
] + [("after", cue, example) for cue in cues("after") for example in cue.examples]


@pytest.mark.parametrize(("place", "cue", "example"), RULES, ids=[f"{row[1].rule}: {row[2]}" for row in RULES])
def test_every_example_of_a_rule_shows_it(marked: Mark, place: str, cue: Cue, example: str) -> None:
    item = marked(example, "sector" if "sector" in cue.types else "organisation")
    acts = parse_acts(item.prose, item.span, Lead())
    act = acts[0] if acts else Act("undertake", item.span, "", Span(0, 0), "agree")
    whole = Act(act.kind, item.span, act.verb, act.verb_span, "agree", None, act.passive)
    parts = parts_of(item.prose, whole, Setting())
    if cue.crowds:
        assert (cue.role, cue.rule) in {(one.role, one.rule) for one in parts}, place
        return
    [part] = [one for one in parts if one.party == item.hits[0].key]
    assert (part.role, part.rule) == (cue.role, cue.rule), place
    assert item.words(part.span) == item.hits[0].key


def test_every_rule_has_an_example_and_a_name_of_its_own() -> None:
    every = [*cues("before"), *cues("after")]
    assert all(cue.examples for cue in every)
    assert len({cue.rule for cue in every}) == len(every)


def read(marked: Mark, clause: str, setting: Setting = BOARD, lead: Lead | None = None) -> dict[str, tuple[str, str]]:
    """Role and rule by party of a clause with one act."""
    item = marked(clause)
    [act] = parse_acts(item.prose, item.span, lead or Lead())
    return {part.party: (part.role, part.rule) for part in parts_of(item.prose, act, setting)}


# The owner ladder: an explicit doer, a host, the board, nobody.
LADDER = [
    ("that the [post: Chair] write to schools", {"Chair": ("owner", "subject")}),
    ("ask [Northmere Police] to map crashes", {"Northmere Police": ("owner", "asked-to")}),
    ("[Northmere Police] be asked to map crashes", {"Northmere Police": ("owner", "asked-to")}),
    ("authority be delegated to the [post: Director] in consultation with the [post: Chair] to sign the lease",
     {"Director": ("owner", "delegated-to"), "Chair": ("consulted", "consultation-with")}),
    ("the [post: Head of Legal] be authorised to sign the lease", {"Head of Legal": ("owner", "delegated-to")}),
    ("a survey be run by [Northmere Police]", {"Northmere Police": ("owner", "passive-by")}),
    ("a note be drawn up quickly by the [team: Youth Service]", {"Youth Service": ("owner", "passive-by")}),
    ("the leaflet be sent to [sector: schools] by [Age Wolden]",
     {"Age Wolden": ("owner", "passive-by"), "schools": ("recipient", "report-to")}),
    ("the clinic be moved, subject to a lease being signed by [Wolden Hospitals]",
     {"the Board": ("owner", "deciding-board")}),
    ("use the lessons written by [Age Wolden]", {"the Board": ("owner", "deciding-board")}),
    ("set up a lunch club, to be run by [Age Wolden]",
     {"Age Wolden": ("deliverer", "run-by"), "the Board": ("owner", "deciding-board")}),
    ("the leaflet made available to [Age Wolden] be printed", {"the Board": ("owner", "deciding-board")}),
    ("check the rules before the plan is submitted to [Northmere Police]", {"the Board": ("owner", "deciding-board")}),
    ("test a shared lift scheme with [Age Wolden]",
     {"Age Wolden": ("deliverer", "working-with"), "the Board": ("owner", "deciding-board")}),
    ("register carers with [Age Wolden]", {"the Board": ("owner", "deciding-board")}),
    ("the [team: Carers Group], chaired by the [post: Director], draw up a plan",
     {"Carers Group": ("owner", "subject")}),
    ("a survey be welcomed into schools by [Northmere Police] and the [team: Youth Service]",
     {"Northmere Police": ("owner", "passive-by"), "Youth Service": ("owner", "passive-by")}),
    ("extend [Wolden Hospitals]' walk-in service to Sundays", {"Wolden Hospitals": ("owner", "own-programme")}),
    ("map food banks", {"the Board": ("owner", "deciding-board")}),
    ("a progress report be brought back in six months", {"the Board": ("recipient", "report-back")}),
    ("a report be brought to the next meeting by the [post: Director]",
     {"Director": ("owner", "passive-by"), "the Board": ("recipient", "report-back")}),
    ("[Northmere Police], with [Wolden Hospitals] and [Age Wolden], draw up a plan",
     {"Northmere Police": ("owner", "subject"), "Wolden Hospitals": ("deliverer", "working-with"),
      "Age Wolden": ("deliverer", "working-with")}),
    ("[Age Wolden] be invited to join the task group",
     {"Age Wolden": ("deliverer", "invited"), "the Board": ("owner", "deciding-board")}),
    ("[Age Wolden] be recommended to move to longer contracts", {"Age Wolden": ("owner", "subject")}),
    ("the [board: Safer Wolden Board] be recommended to adopt one form", {"Safer Wolden Board": ("owner", "subject")}),
    ("[sector: schools] be recommended to open their halls", {"schools": ("owner", "subject")}),
    ("the plan be recommended to the [board: Safer Wolden Board]",
     {"Safer Wolden Board": ("recipient", "report-to"), "the Board": ("owner", "deciding-board")}),
    ("add a summary, to be drafted by [Age Wolden]", {"Age Wolden": ("owner", "done-by")}),
    ("add a page of maps, to be gathered by [Age Wolden] and [Northmere Police]",
     {"Age Wolden": ("owner", "done-by"), "Northmere Police": ("owner", "done-by")}),
    ("put up new signs, to be designed by the [team: Youth Panel]", {"Youth Panel": ("owner", "done-by")}),
    ("draw up a lease, to be noted by the [board: Estates Panel]", {"the Board": ("owner", "deciding-board")}),
    ("print the map drawn by [Age Wolden]", {"the Board": ("owner", "deciding-board")}),
    ("the [post: Chief Executive] be given delegated authority", {"Chief Executive": ("owner", "delegated-to")}),
    ("the [post: Clerk] and the [post: Chair] be given authority to sign the lease",
     {"Clerk": ("owner", "delegated-to"), "Chair": ("owner", "delegated-to")}),
    ("the [post: Head of Legal] be given full delegated powers for the lease",
     {"Head of Legal": ("owner", "delegated-to")}),
    ("delegate to the [post: Director for People] and the [post: Clerk] the signing of the lease",
     {"Director for People": ("owner", "delegated-to"), "Clerk": ("owner", "delegated-to")}),
    ("delegate to the [post: Head for Homes] and [Age Wolden] the choice of halls",
     {"Head for Homes": ("owner", "delegated-to"), "Age Wolden": ("owner", "delegated-to")}),
    ("ask the [team: Forum for Carers] and the [post: Clerk] to draft a guide",
     {"Forum for Carers": ("owner", "asked-to"), "Clerk": ("owner", "asked-to")}),
    ("[Age Wolden] be invited to a future meeting to discuss buses",
     {"Age Wolden": ("consulted", "invited"), "the Board": ("owner", "deciding-board")}),
    ("the [team: Youth Panel] be invited to attend in May and to speak on parks",
     {"Youth Panel": ("consulted", "invited"), "the Board": ("owner", "deciding-board")}),
    ("[Northmere Police] be invited back to the June workshop to tell of its work",
     {"Northmere Police": ("consulted", "invited"), "the Board": ("owner", "deciding-board")}),
    ("[Northmere Police] be invited to map crashes", {"Northmere Police": ("owner", "asked-to")}),
    ("[person: Jane Reed], [post: Director of Housing] to draft a guide", {"Jane Reed": ("owner", "subject")}),
    ("[person: Tom Ash] ([Age Wolden]) to draft a guide", {"Tom Ash": ("owner", "subject")}),
    ("the [post: Clerk] ([person: Jane Reed]) would draft a guide", {"Clerk": ("owner", "subject")}),
    ("[person: Jane Reed] and the [post: Director of Housing] to draft a guide",
     {"Jane Reed": ("owner", "subject"), "Director of Housing": ("owner", "subject")}),
    ("[collective: partners] on the [board: Northmere Board] share their data", {"partners": ("owner", "subject")}),
    ("[Northmere Council]'s [team: Migration Team] draft a guide", {"Migration Team": ("owner", "subject")}),
    ("Pay fairly: the [Northmere Council] and [Age Wolden] will pay the living wage",
     {"Northmere Council": ("owner", "subject"), "Age Wolden": ("owner", "subject")}),
    ("[team: Youth Service] and [sector: schools] to be added to the circulation list",
     {"Youth Service": ("recipient", "added-to-list"), "schools": ("recipient", "added-to-list"),
      "the Board": ("owner", "deciding-board")}),
    ("set up a project group, supported by [Age Wolden]",
     {"Age Wolden": ("supporter", "supported-by"), "the Board": ("owner", "deciding-board")}),
    ("an annual review will go to the [board: Safer Wolden Board]", {"Safer Wolden Board": ("recipient", "bring-to")}),
    ("delegate authority to the [post: Director for People], in consultation with the [post: Chair], to sign",
     {"Director for People": ("owner", "delegated-to"), "Chair": ("consulted", "consultation-with")}),
    ("seek money from [Northmere Police] and from [Age Wolden] to carry on",
     {"Northmere Police": ("funder", "funded-by"), "Age Wolden": ("funder", "funded-by"),
      "the Board": ("owner", "deciding-board")}),
    ("bring [Age Wolden] and [Northmere Police] together to find lonely people",
     {"Age Wolden": ("deliverer", "brought-together"), "Northmere Police": ("deliverer", "brought-together"),
      "the Board": ("owner", "deciding-board")}),
    ("hold a fair, with [Age Wolden] and [Northmere Police] (lead)",
     {"Age Wolden": ("deliverer", "working-with"), "Northmere Police": ("owner", "lead-brackets")}),
    ("wardens be trained in first aid by [Age Wolden]", {"Age Wolden": ("owner", "passive-by")}),
    ("hold a fair with partners including [Northmere Police]",
     {"Northmere Police": ("deliverer", "comprising"), "the Board": ("owner", "deciding-board")}),
    ("hold a fair, for example led by [Northmere Police]",
     {"Northmere Police": ("deliverer", "led-by"), "the Board": ("owner", "deciding-board")}),
    ("map food banks with [Age Wolden], [Northmere Police] and the [sector: faith groups]",
     {"Age Wolden": ("deliverer", "working-with"), "Northmere Police": ("deliverer", "working-with"),
      "faith groups": ("deliverer", "working-with"), "the Board": ("owner", "deciding-board")}),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "expected"), LADDER, ids=[row[0] for row in LADDER])
def test_the_owner_ladder_stops_at_the_first_that_applies(
    marked: Mark, clause: str, expected: dict[str, tuple[str, str]]
) -> None:
    assert read(marked, clause) == expected


def test_who_commits_is_we_and_never_the_board(marked: Mark) -> None:
    setting = Setting("the Board", Span(0, 1), "partners", Span(0, 4))
    assert read(marked, "open a hub", setting, Lead("commit")) == {"partners": ("owner", "we")}
    assert read(marked, "open a hub", BOARD, Lead("plan")) == {}
    assert read(marked, "extend [Wolden Hospitals]' service", BOARD, Lead("commit")) == {}


@pytest.mark.parametrize(
    ("clause", "beside"),
    [
        ("[Age Wolden] to map food banks", [("Age Wolden", "owner")]),
        ("the [team: Youth Service] map food banks", [("Youth Service", "owner")]),
        ("[sector: GPs] and [Age Wolden] should agree one form", [("GPs", "owner"), ("Age Wolden", "owner")]),
        ("the [board: Safer Wolden Board] to hold a workshop", [("Safer Wolden Board", "deliverer")]),
        ("[collective: officers] to bring a paper", []),
        ("the [post: Chair] to write to schools", []),
        ("[Age Wolden] would be asked for its figures", [("Age Wolden", "consulted")]),
    ],
)
def test_whom_an_action_line_names_owns_beside_a_doer_of_another_kind(
    marked: Mark, clause: str, beside: list[tuple[str, str]]
) -> None:
    item = marked(clause)
    [act] = parse_acts(item.prose, item.span, Lead())
    named = [PartyHit(Span(0, 3), "Lena Brook", "person")]
    parts = parts_of(item.prose, act, Setting(), named)
    assert [(part.party, part.role) for part in parts] == [("Lena Brook", "owner"), *beside]


def test_a_post_helps_beside_a_lead_that_is_no_person(marked: Mark) -> None:
    item = marked("the [post: Chair] to write to schools")
    [act] = parse_acts(item.prose, item.span, Lead())
    named = [PartyHit(Span(0, 3), "Democratic Services", "team")]
    parts = parts_of(item.prose, act, Setting(), named)
    assert [(part.party, part.role) for part in parts] == [("Democratic Services", "owner"), ("Chair", "deliverer")]


def test_i_am_the_author_of_the_paper(marked: Mark) -> None:
    item = marked("I shall report on this in my next annual report")
    [act] = parse_acts(item.prose, item.span, Lead("commit"))
    author = Setting("the Board", Span(0, 1), author="Director of Public Health")
    assert [(part.party, part.role) for part in parts_of(item.prose, act, author)] == [
        ("Director of Public Health", "owner")
    ]
    assert parts_of(item.prose, act, BOARD) == ()


def test_partners_with_whom_we_work_are_we(marked: Mark) -> None:
    item = marked("open a hub with [collective: local partners] and [Age Wolden]")
    [act] = parse_acts(item.prose, item.span, Lead("commit"))
    roles = {part.party: part.role for part in parts_of(item.prose, act, Setting(None, None, "partners", Span(0, 4)))}
    assert roles == {"partners": "owner", "Age Wolden": "deliverer"}


def test_nobody_owns_reporting_that_goes_on(marked: Mark) -> None:
    item = marked("reporting on this by the [team: Youth Service] be continued")
    whole = Act("undertake", item.span, "continue", Span(0, 0), "agree")
    plain = Span(0, item.prose.text.index(" by"))
    assert not any(part.role == "owner" for part in parts_of(item.prose, replace(whole, span=plain), BOARD))


@pytest.mark.parametrize(
    ("clause", "governing", "told"),
    [
        ("bring the figures to the next meeting", "agree", True),
        ("report at every Board meeting", "commit", True),
        ("report progress to us each spring", "commit", True),
        ("send feedback to next Board", "plan", True),
        ("report on the air we breathe each year", "commit", False),
        ("finish the survey before the next meeting", "agree", False),
        ("write a paper for the June meeting", "agree", False),
    ],
)
def test_the_board_hears_of_it_where_a_meeting_is_named(
    marked: Mark, clause: str, governing: Governing, told: bool
) -> None:
    item = marked(f"the [post: Chair] to {clause}")
    [act] = parse_acts(item.prose, item.span, Lead(governing))
    parts = parts_of(item.prose, act, BOARD)
    assert [part.party for part in parts if part.role == "recipient"] == (["the Board"] if told else [])


def test_a_doer_may_stand_in_the_lead_in(marked: Mark) -> None:
    item = marked("the [post: Director of Housing] is asked to: survey empty homes with [Northmere Police]")
    own = Span(item.prose.text.index("survey"), item.span.end)
    [act] = parse_acts(item.prose, own, Lead("ask", item.hits[0].span))
    parts = parts_of(item.prose, act, BOARD)
    assert [(part.party, part.role) for part in parts] == [
        ("Director of Housing", "owner"),
        ("Northmere Police", "deliverer"),
    ]


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("Lead: [Northmere Council], with [Age Wolden]", [("Northmere Council", "owner"), ("Age Wolden", "deliverer")]),
        ("– [Northmere Council]", [("Northmere Council", "owner")]),
        ("(lead: [Northmere Council] and [Age Wolden])", [("Northmere Council", "owner"), ("Age Wolden", "owner")]),
        ("[Northmere Council] will pay for it", [("Northmere Council", "funder")]),
        ("Funded by [Sport Northmere]", [("Sport Northmere", "funder")]),
        ("Last year [Age Wolden] opened a café", []),
    ],
)
def test_the_words_after_an_act_name_its_partners(marked: Mark, tail: str, expected: list[tuple[str, str]]) -> None:
    item = marked(tail)
    assert [(part.party, part.role) for part in parts_of_tail(item.prose, item.span)] == expected


@given(st.text(max_size=120), st.lists(st.tuples(st.integers(0, 100), st.integers(1, 20)), max_size=6))
def test_each_party_has_one_part_or_owns_and_receives(text: str, places: list[tuple[int, int]]) -> None:
    ends = [(min(start, len(text)), min(start + length, len(text))) for start, length in places]
    hits = sorted(PartyHit(Span(a, b), f"p{a % 3}", "organisation") for a, b in ends if a < b)
    prose = Prose(text, Parties((), tuple(hits)).within)
    for act in parse_acts(prose, Span(0, len(text)), Lead()):
        parts = parts_of(prose, act, BOARD)
        for party in {part.party for part in parts}:
            roles = [part.role for part in parts if part.party == party]
            assert len(roles) == 1 or sorted(roles) == ["owner", "recipient"]
