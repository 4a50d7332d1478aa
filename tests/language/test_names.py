from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.documents.model import Document, Span
from graphkit.language.gazetteer import Gazetteer
from graphkit.language.names import find_parties

Paper = Callable[[str], Document]
LINES = (Path(__file__).parent / "partners.txt").read_text(encoding="utf-8").splitlines()
PARTNERS = [line.partition(" |")[::2] for line in LINES if line and not line.startswith("#")]


def partners(document: Document, gazetteer: Gazetteer) -> set[str]:
    return {party.label.lower() for party in find_parties(document, gazetteer).parties if party.partner}


@pytest.mark.parametrize(("sentence", "names"), PARTNERS, ids=[sentence[:40] for sentence, _ in PARTNERS])
def test_partners_of_a_sentence(paper: Paper, gazetteer: Gazetteer, sentence: str, names: str) -> None:
    wanted = {name.strip().lower() for name in names.split(";") if name.strip()}
    assert {name.removeprefix("the ") for name in partners(paper(sentence), gazetteer)} == wanted


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("All partners will sign it.", "All partners", "collective"),
        ("Board members to promote it.", "Board members", "collective"),
        ("That every PSB member review its vending machines.", "every PSB member", "collective"),
        ("Each priority sponsor to give three measures.", "Each priority sponsor", "collective"),
        ("All of the statutory agencies will sign.", "All of the statutory agencies", "collective"),
        ("ACTION: Prudence Quill", "Prudence Quill", "person"),
        ("Councillor Marsh said no.", "Councillor Marsh", "person"),
        ("The voluntary sector agreed.", "voluntary sector", "sector"),
        ("The Housing Forum met.", "Housing Forum", "board"),
        ("The Growth Network met.", "Growth Network", "organisation"),
        ("The Youth Justice Team met.", "Youth Justice Team", "team"),
    ],
)
def test_types(paper: Paper, gazetteer: Gazetteer, sentence: str, name: str, kind: str) -> None:
    found = {party.label: party.type for party in find_parties(paper(sentence), gazetteer).parties}
    assert found[name] == kind


def test_persons_and_collectives_are_parties_but_no_partners(paper: Paper, gazetteer: Gazetteer) -> None:
    parties = find_parties(paper("ACTION: Jane Smith\nAll partners agreed."), gazetteer)
    assert [(party.type, party.partner) for party in parties.parties] == [("person", False), ("collective", False)]
    assert not parties.partners


def test_boilerplate_is_not_read_but_for_the_line_that_names_the_meeting(paper: Paper, gazetteer: Gazetteer) -> None:
    text = "# Northmere Police news\n#Meeting of Wolden Scrutiny Committee, Monday 3 March 2025\nThe Committee agreed."
    document = paper(text.replace("#Meeting", "Meeting"))
    assert partners(document, gazetteer) == {"wolden scrutiny committee"}


def test_initials_of_an_attendance_list_are_the_person(paper: Paper, gazetteer: Gazetteer) -> None:
    parties = find_parties(paper("Present: Jane Smith (JS), Bright Steps\nJS to send the figures."), gazetteer)
    person = next(party for party in parties.parties if party.type == "person")
    assert person.names == ("Jane Smith", "JS")
    assert [hit.key for hit in parties.within(Span(39, 62))] == [person.key]


def test_a_name_broken_over_two_lines_is_one_name(gazetteer: Gazetteer, paper: Paper) -> None:
    text = "asked Northmere\n   City Council to reply"
    whole = paper(text)
    block = replace(whole.blocks[0], span=Span(0, len(text)))
    parties = find_parties(replace(whole, blocks=(block,)), gazetteer)
    assert [(party.label, party.spans) for party in parties.parties] == [("Northmere City Council", (Span(6, 31),))]


def test_an_empty_paper_names_nobody(paper: Paper, gazetteer: Gazetteer) -> None:
    parties = find_parties(paper(""), gazetteer)
    assert (parties.parties, parties.hits, parties.body) == ((), (), None)


NAMES = (
    "Northmere Wolden City Council Trust Board Director Public Health Chair NHS ICB PSBs Jane Smith Healthwatch Panel"
)
OTHERS = (
    "and of the for , ; ( ) to write voluntary sector partners team 's ACTION: \n \t \xa0 & “ ” Lead: With: (ABC) ’s"
)
WORDS = st.sampled_from([*NAMES.split(" "), *OTHERS.split(" ")])


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_every_mention_is_words_of_the_paper(paper: Paper, gazetteer: Gazetteer, text: str) -> None:
    document = paper(text)
    parties = find_parties(document, gazetteer)
    assert parties == find_parties(document, gazetteer)
    keys = {party.key for party in parties.parties}
    assert len(keys) == len(parties.parties)
    assert all(document.quote(hit.span).strip() and hit.key in keys for hit in parties.hits)
    inside = parties.within(Span(0, len(text)))
    assert all(one.span.end <= other.span.start for one, other in pairwise(inside))
    assert sum(party.body for party in parties.parties) == (parties.body is not None)


@given(st.text(max_size=200))
def test_any_text_is_read(paper: Paper, gazetteer: Gazetteer, text: str) -> None:
    document = paper(text)
    assert all(document.quote(span) for party in find_parties(document, gazetteer).parties for span in party.spans)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Action: Samantha to send a link to the notes of the last meeting of the group to all", ["Samantha"]),
        ("ACTION - Asha and Tom to meet the two councils", ["Asha", "Tom"]),
        ("Action: Officers to write to Jane", []),
    ],
)
def test_a_given_name_that_is_to_act_in_an_action_line_is_a_person(
    paper: Paper, gazetteer: Gazetteer, line: str, who: list[str]
) -> None:
    parties = find_parties(paper(line), gazetteer).parties
    assert sorted(party.label for party in parties if party.type == "person") == who
