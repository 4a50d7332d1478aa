from collections.abc import Callable

import pytest

from graphkit.documents.model import Document
from graphkit.language.gazetteer import Gazetteer
from graphkit.language.names import find_parties

Paper = Callable[[str], Document]


def partners(document: Document, gazetteer: Gazetteer) -> set[str]:
    return {name.lower() for one in find_parties(document, gazetteer).parties if one.partner for name in one.names}


@pytest.mark.parametrize(
    "text",
    [
        "Work with care homes on falls.",
        "Ask the care homes to use one form.",
        "Care homes will share their plans.",
        "The care homes and hospices should be asked.",
        "That local care homes be invited to the forum.",
        "The letter went to landlords; care homes; hospices.",
        "Delivered by care homes.",
    ],
)
def test_a_sector_that_takes_part_is_a_partner(paper: Paper, gazetteer: Gazetteer, text: str) -> None:
    assert "care homes" in partners(paper(text), gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "Falls in care homes have risen.",
        "Three care homes closed in May.",
        "People find access to care homes hard.",
        "Limit new takeaways near schools.",
        "Risks: developers' contributions are late.",
        "Wards were covered as well as care homes.",
    ],
)
def test_a_sector_that_is_only_a_place_or_a_theme_is_none(paper: Paper, gazetteer: Gazetteer, text: str) -> None:
    assert not {"care homes", "takeaways", "developers"} & partners(paper(text), gazetteer)


@pytest.mark.parametrize(
    ("text", "team"),
    [
        ("The crisis team will ring back.", "crisis team"),
        ("The housing team, the highways team and the Board met.", "highways team"),
        ("It went to the steering group.", "steering group"),
    ],
)
def test_the_team_is_a_partner(paper: Paper, gazetteer: Gazetteer, text: str, team: str) -> None:
    assert any(name.endswith(team) for name in partners(paper(text), gazetteer))


@pytest.mark.parametrize(
    "text",
    [
        "Put a mental health team into every school.",
        "Set up five new mental health teams.",
        "People with experience sit on every working group.",
        "We will set up a reference group of parents.",
        "It is a sub-group of the forum.",
    ],
)
def test_a_team_that_is_any_or_yet_to_come_is_none(paper: Paper, gazetteer: Gazetteer, text: str) -> None:
    assert not any(name.endswith(("team", "teams", "group")) for name in partners(paper(text), gazetteer))


@pytest.mark.parametrize("word", ["the two councils", "both councils", "the district councils"])
def test_counted_bodies_are_those_that_the_paper_names(paper: Paper, gazetteer: Gazetteer, word: str) -> None:
    text = f"Wolden Borough Council met Northmere City Council.\nAsk {word} to reply."
    assert partners(paper(text), gazetteer) == {"wolden borough council", "northmere city council"}


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Work with rural community groups.", {"community groups", "rural community groups"}),
        ("Write to every secondary school.", {"secondary schools", "secondary school"}),
        ("Each GP cluster should review its list.", {"gp clusters", "gp cluster"}),
    ],
)
def test_forms_of_a_sector(paper: Paper, gazetteer: Gazetteer, text: str, forms: set[str]) -> None:
    assert forms <= partners(paper(text), gazetteer)


def test_a_setting_of_every_school_is_no_partner(paper: Paper, gazetteer: Gazetteer) -> None:
    assert not partners(paper("There is a nurse in every secondary school."), gazetteer)
