from collections.abc import Callable

import pytest

from graphkit.documents.model import Document
from graphkit.language.gazetteer import Gazetteer
from graphkit.language.names import find_parties

Paper = Callable[[str], Document]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Issue\nMeeting: 13/01/2031 - Cabinet (Item 9)\nThe Community Safety Partnership (CSP) met.", "Cabinet"),
        ("Meeting: 02/11/2031 – Full Council\nThe Board is to be set up.\nThe Board agreed.", "Full Council"),
        ("Decided at meeting: 4/6/2031 - Growth Executive (Item 2.)\nThe Wolden Forum noted it.", "Growth Executive"),
        (
            "Decision Maker: Cabinet Member for Housing\nThe Wolden Safety Board was consulted.\nThe Board noted it.",
            "Cabinet Member for Housing",
        ),
        ("Decision taken by: Northmere Executive\nThe Health Board was asked.", "Northmere Executive"),
        ("Committee: Licensing Sub-Committee\nThe Wolden Partnership spoke.", "Licensing Sub-Committee"),
        (
            "REPORT OF THE EASTVALE BOARD\n• Meeting of Homes Scrutiny Committee, Tuesday, 3 June 2031\nIt met.",
            "Homes Scrutiny Committee",
        ),
        ("Agenda and minutes\nCommunity Trust - Tuesday, 7th July, 2031 1.00 pm\nText.", "Community Trust"),
        ("Minutes: Northmere Locality Executive, 3/6/2031\nThe Growth Board met.", "Northmere Locality Executive"),
        ("WOLDEN TRUST BOARD ACTION TRACKING LIST\nThe Finance Committee met.", "WOLDEN TRUST BOARD"),
        ("Governing Body decision log: April 2031\nThe Wolden Forum asked.", "Governing Body"),
    ],
)
def test_a_line_of_the_page_names_the_body(paper: Paper, gazetteer: Gazetteer, text: str, body: str) -> None:
    parties = find_parties(paper(text), gazetteer)
    own = parties.party(parties.body) if parties.body else None
    assert (own.label if own else None) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "The Wolden Safety Partnership wrote a report.\nThe Cabinet Member for Health resolved that it be noted.",
            "Cabinet Member for Health",
        ),
        (
            "Wolden Growth Partnership Plan\nThe Executive Director of Place decided to adopt it.",
            "Executive Director of Place",
        ),
        (
            "Wolden Growth Board\nThe Executive Director of Place noted it. The Board resolved to wait.",
            "Wolden Growth Board",
        ),
    ],
)
def test_a_post_decides_where_it_resolves(paper: Paper, gazetteer: Gazetteer, text: str, body: str) -> None:
    parties = find_parties(paper(text), gazetteer)
    own = parties.party(parties.body) if parties.body else None
    assert (own.label if own else None) == body
