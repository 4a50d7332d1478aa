"""Where a board works, from its name or from hints that agree."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.documents.model import Block, Document, Span
from graphkit.identity import Area, Identifier
from graphkit.language.party import Party
from graphkit.loaders.findings import Findings

Where = Callable[..., Area | None]


@pytest.fixture
def where(identifier: Identifier, paper: Callable[..., Document], party: Callable[..., Party]) -> Where:
    """The area of a paper: text, title, board, url, date."""

    def run(
        text: str = "",
        title: str | None = None,
        board: str | None = None,
        url: str | None = None,
        date: str | None = "2019-05-01",
    ) -> Area | None:
        parties = (party(board, kind="board", body=True),) if board else ()
        findings = Findings("minutes", "test", title=title, date=date, body=board, parties=parties)
        return identifier.identify(findings, paper(text, url)).area

    return run


@pytest.mark.parametrize(
    ("board", "codes"),
    [
        ("Northmere Health and Wellbeing Board", ("E08000901",)),
        ("Northmere Safeguarding Partnership", ("E08000901",)),
        ("Cabinet of Northmere City Council", ("E08000901",)),
        ("Joint Northmere and Woldenshire Forum", ("E08000901", "E10000901")),
        ("Northmere and Wolden Integrated Care Partnership", ("E08000901", "E10000901")),
        ("Upper Wolden Community Safety Partnership", ("E07000901",)),
    ],
)
def test_a_boards_own_name_decides(where: Where, board: str, codes: tuple[str, ...]) -> None:
    area = where(board=board)
    assert area is not None
    assert codes == area.codes
    assert board in area.why


@pytest.mark.parametrize("board", ["Health and Wellbeing Board", "North Northmere Locality Board"])
def test_a_board_without_a_place_of_its_own_name_decides_nothing(where: Where, board: str) -> None:
    assert where(board=board) is None


@pytest.mark.parametrize(
    ("text", "title", "url"),
    [
        ("Healthwatch Northmere spoke.", None, None),
        ("", "Ageing well in Northmere", None),
        ("", None, "https://democracy.northmere.gov.uk/mgAi.aspx?ID=1"),
        ("People in Northmere said so. Northmere grows. In Northmere we care.", None, None),
        ("Northmere Council and Southmere Council met. Northmere and Southmere were named.", None, None),
        ("Northmere Partnership NHS Trust and Wold Constabulary told of Northmere Police.", None, None),
    ],
)
def test_a_single_kind_of_hint_is_never_enough(where: Where, text: str, title: str | None, url: str | None) -> None:
    assert where(text, title=title, url=url) is None


@pytest.mark.parametrize(
    ("text", "title", "url"),
    [
        ("Healthwatch Northmere spoke of life in Northmere.", None, None),
        ("Healthwatch Northmere and Northmere City Council spoke.", None, None),
        ("Healthwatch Northmere spoke.", "Ageing well in Northmere", None),
        ("", "Ageing well in Northmere", "https://democracy.northmere.gov.uk/mgAi.aspx?ID=1"),
    ],
)
def test_two_hints_that_agree_are_enough(where: Where, text: str, title: str | None, url: str | None) -> None:
    area = where(text, title=title, url=url)
    assert area is not None
    assert area.codes == ("E08000901",)
    assert area.name == "Northmere"
    assert " and " in area.why


def test_hints_for_different_places_cancel_out(where: Where) -> None:
    text = "Healthwatch Southmere spoke. Southmere, Southmere, Southmere: the people of Southmere asked."
    assert where(text, title="Visit to Northmere", url="https://www.northmere.gov.uk/") is None


def test_a_neighbour_that_is_named_more_is_not_the_boards_place(where: Where) -> None:
    text = "Healthwatch Southmere and Southmere Council spoke of Southmere. Northmere was glad. So was Northmere Forum."
    assert where(text) is None


@pytest.mark.parametrize(
    "url", ["https://northmere.gov.uk.example.org/", "not a url", "https:///", "http://[::", "https://gov.uk/"]
)
def test_an_address_elsewhere_is_no_hint(where: Where, url: str) -> None:
    assert where(title="Ageing well in Northmere", url=url) is None


def test_a_place_that_has_ended_is_what_it_became(where: Where) -> None:
    area = where(board="Old Farcastle Forum", date=None)
    assert area is not None
    assert area.codes == ("E08000903",)


@settings(deadline=None)  # the first example loads the lists
@given(st.text(max_size=300))
def test_any_title_is_read(text: str) -> None:
    document = Document("p", "p", "text/plain", text, (Block("paragraph", Span(0, len(text))),), "0")
    area = _real().identify(Findings("minutes", "test", title=text), document).area
    assert area is None or set(area.codes) <= set(_real().reference.places)


@cache
def _real() -> Identifier:
    return Identifier()
