from collections.abc import Callable

import pytest

from graphkit.documents.model import Document
from graphkit.language.gazetteer import Gazetteer
from graphkit.language.names import find_parties

Paper = Callable[[str], Document]


def names(document: Document, gazetteer: Gazetteer) -> list[set[str]]:
    return [set(party.names) for party in find_parties(document, gazetteer).parties]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Northmere Carers Trust (NCT) met.\nNCT agreed.", {"Northmere Carers Trust", "NCT"}),
        ("Health & Care Forum\nthe Health and Care Forum", {"Health & Care Forum", "Health and Care Forum"}),
        ("Wolden Place Board met.\nThe Place Board agreed.", {"Wolden Place Board", "Place Board"}),
        ("WHFT reported.\nWolden Hospitals NHS Foundation Trust", {"Wolden Hospitals NHS Foundation Trust", "WHFT"}),
        ("Northmere City Council replied.\nThe Council agreed.", {"Northmere City Council", "The Council"}),
        ("Wolden Public Services Board\nWolden PSB", {"Wolden Public Services Board", "Wolden PSB"}),
        ("Abbreviations\nLMF Local Mills Forum\nThe LMF met.", {"Local Mills Forum", "LMF"}),
        ("each sub-group; the sub-groups", {"sub-group", "sub-groups"}),
        ("Wolden Arts Trust (WAT)\nWolden\u2019s arts\nWAT\u2019s view", {"Wolden Arts Trust", "WAT"}),
    ],
)
def test_forms_of_one_party(paper: Paper, gazetteer: Gazetteer, text: str, forms: set[str]) -> None:
    assert forms in names(paper(text), gazetteer)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Northmere Place Board\nWolden Place Board\nThe Place Board", "Northmere Place Board", "Place Board"),
        (
            "Northmere Health and Wellbeing Board\nWolden Health and Wellbeing Boards",
            "Northmere Health and Wellbeing Board",
            "Wolden Health and Wellbeing Boards",
        ),
        ("Kindle Trust, Lantern Trust\nthe Trust", "Kindle Trust", "the Trust"),
        (
            "Northmere ICB\nNorthmere Integrated Care Partnership",
            "Northmere ICB",
            "Northmere Integrated Care Partnership",
        ),
    ],
)
def test_what_may_be_two_bodies_stays_two(paper: Paper, gazetteer: Gazetteer, text: str, one: str, other: str) -> None:
    assert not any({one, other} <= forms for forms in names(paper(text), gazetteer))


def test_the_council_of_the_boards_own_area_is_the_council(paper: Paper, gazetteer: Gazetteer) -> None:
    text = (
        "Northmere Health and Wellbeing Board - Monday 3 March 2025\n"
        "Northmere City Council and Wolden Borough Council reported.\nResolved that the Council reply."
    )
    assert {"Northmere City Council", "the Council"} in names(paper(text), gazetteer)


def test_a_bare_kind_of_several_bodies_is_no_further_partner(paper: Paper, gazetteer: Gazetteer) -> None:
    parties = find_parties(
        paper("Wolden Borough Council and Northmere City Council met. The Council agreed."), gazetteer
    )
    bare = next(party for party in parties.parties if party.label == "The Council")
    assert not bare.partner


def test_a_grade_beside_its_full_titles_is_no_further_post(paper: Paper, gazetteer: Gazetteer) -> None:
    text = "Assistant Director, Housing\nAssistant Director, Schools and Skills\nthe Assistant Director replied"
    labels = {party.label for party in find_parties(paper(text), gazetteer).parties if party.partner}
    assert labels == {"Assistant Director, Housing", "Assistant Director, Schools and Skills"}


def test_keys_are_made_from_words_and_stay_apart(paper: Paper, gazetteer: Gazetteer) -> None:
    parties = find_parties(paper("Northmere City Council\nthe Lantern Trust"), gazetteer).parties
    assert [party.key for party in parties] == ["northmere-city-council", "lantern-trust"]
