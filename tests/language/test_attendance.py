from collections.abc import Callable

import pytest

from graphkit.documents.model import Document
from graphkit.language.gazetteer import Gazetteer
from graphkit.language.names import find_parties

Paper = Callable[[str], Document]


def of_type(document: Document, gazetteer: Gazetteer, kind: str) -> set[str]:
    return {name for one in find_parties(document, gazetteer).parties if one.type == kind for name in one.names}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("PRESENT\nMs Ina Quell, brightSTEPS (IQ)\nMr Ole Tamm, Mere Aid (OT)", {"brightSTEPS", "Mere Aid"}),
        ("Present: Vesna Orr (VO), Amity; Pim Lark (PL), Kindle and Thread", {"Amity", "Kindle and Thread"}),
        (
            "In attendance:\nOrsolya Bant - Lanternfold\nMoss Ewe - Wolden Hospitals NHS Foundation Trust",
            {"Lanternfold"},
        ),
        ("**Apologies:** Amity; Mr J Quill, Bright Hands; TRAVLINK", {"Bright Hands", "TRAVLINK"}),
        ("Apologies for absence were received from: Ms Reed (Open Larder)", {"Open Larder"}),
    ],
)
def test_whoever_attends_for_a_body_names_it(paper: Paper, gazetteer: Gazetteer, text: str, bodies: set[str]) -> None:
    assert bodies <= of_type(paper(text), gazetteer, "organisation")


@pytest.mark.parametrize(
    ("text", "person", "other"),
    [
        ("Present: Struan Pellow (SP), Amity\n1. Items\nStruan Pellow to reply.", "Struan Pellow", "Amity"),
        ("Attendees: Tove Marl, Chair (Mere Aid); Ewart Pyke, Amity", "Ewart Pyke", "Amity"),
        ("PRESENT\nJorun Vale **JV** | Clerk\nJV to write.", "JV", "Clerk"),
        ("Present\nMs Fay Orme, Clerk, Wolden Borough Council (FO)\n1. Actions\nFO to reply.", "FO", "Clerk"),
    ],
)
def test_persons_of_an_attendance_list(paper: Paper, gazetteer: Gazetteer, text: str, person: str, other: str) -> None:
    found = of_type(paper(text), gazetteer, "person")
    assert person in found
    assert other not in found


@pytest.mark.parametrize(
    "text",
    [
        "Present: Ann Reed (Chair), 12 March; Tom Lee, Northmere",
        "Present: Ann Reed, Director of Public Health; Tom Lee, Team Manager",
        "Present\nAnn Reed, Conservative\nTom Lee, Independent",
    ],
)
def test_what_is_no_body_in_an_attendance_list(paper: Paper, gazetteer: Gazetteer, text: str) -> None:
    assert not of_type(paper(text), gazetteer, "organisation")


def test_a_list_ends_where_prose_begins(paper: Paper, gazetteer: Gazetteer) -> None:
    text = (
        "Present: Ann Reed, Amity\n"
        "The plan was discussed at length by those who had come and it was felt, on the whole, that Slow Cooking, "
        "Brisk Walking and much else besides would help everybody in the long run."
    )
    assert of_type(paper(text), gazetteer, "organisation") == {"Amity"}


@pytest.mark.parametrize(
    "name", ["Chief Superintendent Wills", "Group Commander Shaw", "Det Insp Lowe", "Cllr Ann Marsh"]
)
def test_a_rank_before_a_surname_makes_a_person(paper: Paper, gazetteer: Gazetteer, name: str) -> None:
    parties = find_parties(paper(f"Thanks went to {name} (Northmere Police)."), gazetteer).parties
    assert [one.type for one in parties] == ["person", "organisation"]


def test_one_person_under_several_forms(paper: Paper, gazetteer: Gazetteer) -> None:
    document = paper("Ms Ann Reed spoke.\nAnn Reed to reply.\nMs Reed agreed. Mr Lee did not.")
    forms = [set(one.names) for one in find_parties(document, gazetteer).parties]
    assert {"Ms Ann Reed", "Ann Reed", "Ms Reed"} in forms


def test_two_persons_of_one_surname_stay_two(paper: Paper, gazetteer: Gazetteer) -> None:
    forms = [one.names for one in find_parties(paper("Ann Reed and Tom Reed met Ms Reed."), gazetteer).parties]
    assert len(forms) == 3
