from collections.abc import Callable

import pytest

from graphkit.documents.model import Document
from graphkit.language.gazetteer import Gazetteer
from graphkit.language.names import find_parties

Paper = Callable[[str], Document]


def partners(document: Document, gazetteer: Gazetteer) -> set[str]:
    return {one.label for one in find_parties(document, gazetteer).parties if one.partner}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We heard that Bright Steps will host a stall.", "Bright Steps"),
        ("They wondered if NEWCAS could be invited.", "NEWCAS"),
        ("Omnirail should be asked about bus stops.", "Omnirail"),
        ("Kestrel has replied.", "Kestrel"),
        ("Moving Minds offers a reduced fee. It said that Moving Minds runs classes.", "Moving Minds"),
        ("Trails for Everyone has trained 140 leaders.", "Trails for Everyone"),
        ("The plan says that FenBus had altered its timetable.", "FenBus"),
        ("The Chair is to write to Open Larder.", "Open Larder"),
        ("They told our researchers from Mere Voices.", "Mere Voices"),
        ("We shall refer them to Bright Hearth before they leave.", "Bright Hearth"),
    ],
)
def test_whoever_does_something_is_a_partner(paper: Paper, gazetteer: Gazetteer, text: str, name: str) -> None:
    assert name in partners(paper(text), gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "Wolden has been promised a telephone.",
        "A path in Saltby was closed. Saltby has asked for more.",
        "Progress will be published each year.",
        "Others have replied.",
        "Young people said that good mental health matters. Mental Health will improve.",
        "Physical Activity has increased.",
        "They hoped that Lampton would be next.",
        "Housing has improved.",
    ],
)
def test_a_place_or_a_theme_does_nothing(paper: Paper, gazetteer: Gazetteer, text: str) -> None:
    assert not partners(paper(text), gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "Oona Pellow, Director of Housing, spoke. Oona Pellow to reply.",
        "Wrenna Tamm (Team Manager) agreed. Wrenna Tamm has offered a date.",
        "Si\u00e2n Pellow presented the report and Si\u00e2n Pellow will circulate it.",
    ],
)
def test_whoever_holds_a_post_is_a_person(paper: Paper, gazetteer: Gazetteer, text: str) -> None:
    kinds = {one.type for one in find_parties(paper(text), gazetteer).parties}
    assert "person" in kinds
    assert "organisation" not in kinds
