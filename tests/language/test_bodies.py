from collections.abc import Callable

import pytest

from graphkit.documents.model import Document
from graphkit.language.gazetteer import Gazetteer
from graphkit.language.names import find_parties

Paper = Callable[[str], Document]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Northmere Health and Wellbeing Board - Thursday 20 May 2021\nThe Board noted it.",
            "Northmere Health and Wellbeing Board",
        ),
        (
            "Agenda item\nMeeting: 02/03/2023 - Wolden Scrutiny Committee (Item 4)\nA Health Forum report.",
            "Wolden Scrutiny Committee",
        ),
        ("Decision Maker: Wolden Cabinet Panel\nThe Growth Board was consulted.", "Wolden Cabinet Panel"),
        ("MINUTES OF THE WOLDEN PLACE PARTNERSHIP\nPresent: Kindle Forum", "WOLDEN PLACE PARTNERSHIP"),
        (
            "Health and Wellbeing Strategy for Wolden\nThe Health and Wellbeing Board owns it with the Growth Board.",
            "Health and Wellbeing Board",
        ),
        ("RESOLVED that the Board write to the Growth Committee.\nThe Board agreed.", "the Board"),
        ("Wolden Public Services Board\n3 May 2022\nThe PSB agreed to act.", "Wolden Public Services Board"),
        ("Northmere Place Forum Update\n\nThe Board considered a report.\nRESOLVED that it be noted.", "The Board"),
        ("The Age Well Alliance was set up in 2022.\nKindle Trust will lead it.", "Age Well Alliance"),
        ("My report on ageing\nWork goes on in many places here.\nThe Board has been invited to read it.", None),
        ("The Lantern Trust opened a shop.", None),
    ],
)
def test_whose_paper_it_is(paper: Paper, gazetteer: Gazetteer, text: str, body: str | None) -> None:
    parties = find_parties(paper(text), gazetteer)
    own = parties.party(parties.body) if parties.body else None
    assert (own.label if own else None) == body


def test_the_board_is_a_form_of_the_deciding_board(paper: Paper, gazetteer: Gazetteer) -> None:
    text = "Northmere Health and Wellbeing Board - 20 May 2021\nThe Board agreed. The Growth Board did not."
    parties = find_parties(paper(text), gazetteer)
    assert parties.body == "northmere-health-and-wellbeing-board"
    own = parties.party(parties.body)
    assert own is not None
    assert own.names == ("Northmere Health and Wellbeing Board", "The Board")
    assert own.body
    assert own.partner
