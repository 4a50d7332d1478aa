from collections.abc import Callable

import pytest

from graphkit.documents.model import Document
from graphkit.language.gazetteer import Gazetteer
from graphkit.language.names import find_parties

Paper = Callable[[str], Document]


def partners(document: Document, gazetteer: Gazetteer) -> set[str]:
    return {one.label for one in find_parties(document, gazetteer).parties if one.partner}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("There are four neighbourhood teams (INTs).\nMere East INT will map it.", {"Mere East INT"}),
        ("Local partnership boards (LPBs) meet.\nAsk Saltby LPB and Hill Vale LPB.", {"Saltby LPB", "Hill Vale LPB"}),
        ("The Board of the Lantern Trust agreed.", {"Board of the Lantern Trust", "Lantern Trust"}),
        ("The Governing Body of Kindle College met.", {"Governing Body of Kindle College"}),
        ("Led by the Lantern Trust reablement team.", {"Lantern Trust reablement team", "Lantern Trust"}),
        ("Report to Northmere Police's youth inclusion unit.", {"Northmere Police's youth inclusion unit"}),
        ("Confirm it to the NHS England support officers.", {"NHS England support officers", "NHS England"}),
    ],
)
def test_bodies_named_through_another_name(paper: Paper, gazetteer: Gazetteer, text: str, names: set[str]) -> None:
    assert names <= partners(paper(text), gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "Key performance measures (KPIs) rose.\nMere East KPI fell.",
        "The Lantern Trust has a crisis team in town.",
        "The Lantern Trust and the crisis team met.",
        "The Lantern Trust will set up a unit.",
    ],
)
def test_what_only_stands_near_a_body_is_not_its_own(paper: Paper, gazetteer: Gazetteer, text: str) -> None:
    assert not any(
        name.endswith(("KPI", "Trust has a crisis team", "unit")) for name in partners(paper(text), gazetteer)
    )
    assert not any(name.startswith("Lantern Trust ") for name in partners(paper(text), gazetteer))


@pytest.mark.parametrize(
    ("text", "chair", "is_partner"),
    [
        ("the Chair of Kindle Alliance observed that", "Chair of Kindle Alliance", True),
        (
            "the Independent Chair of the Safeguarding Board presented it",
            "Independent Chair of the Safeguarding Board",
            True,
        ),
        (
            "the Chair of Northmere Health and Wellbeing Board observed",
            "Chair of Northmere Health and Wellbeing Board",
            False,
        ),
    ],
)
def test_the_chair_of_another_body_is_a_partner(
    paper: Paper, gazetteer: Gazetteer, text: str, chair: str, *, is_partner: bool
) -> None:
    minutes = f"Northmere Health and Wellbeing Board - Monday 3 March 2025\nIt was said that {text} so."
    assert (chair in partners(paper(minutes), gazetteer)) == is_partner
