"""Tables that were flattened into text."""

from collections.abc import Callable

import pytest

from graphkit.documents import Document

Reader = Callable[..., Document]
Grid = dict[tuple[int, int], str]


def grid(document: Document, table: int = 0) -> Grid:
    cells: Grid = {}
    for block in document.blocks:
        if block.place is not None and block.place.table == table:
            place = (block.place.row, block.place.column)
            cells[place] = (
                f"{cells[place]} {document.words(block.span)}" if place in cells else document.words(block.span)
            )
    return cells


def headers(document: Document) -> set[tuple[int, str]]:
    return {(b.place.column, b.place.header) for b in document.blocks if b.place is not None}


ACTIONS = {
    (0, 0): "Ref",
    (0, 1): "Action",
    (0, 2): "Lead",
    (1, 0): "1",
    (1, 1): "Open a hub",
    (1, 2): "Northmere City Council",
    (2, 0): "2",
    (2, 1): "Train staff",
    (2, 2): "Healthwatch",
}


@pytest.mark.parametrize(
    "text",
    [
        "Ref\tAction\tLead\n1\tOpen a hub\tNorthmere City Council\n2\tTrain staff\tHealthwatch\n",
        "Ref | Action | Lead\n1 | Open a hub | Northmere City Council\n2 | Train staff | Healthwatch\n",
        "|Ref|Action|Lead|\n|---|:---:|---|\n|1|Open a hub|Northmere City Council|\n|2|Train staff|Healthwatch|\n",
        "Ref / Action / Lead\n1 / Open a hub / Northmere City Council\n2 / Train staff / Healthwatch\n",
        "Ref   Action        Lead\n1     Open a hub    Northmere City Council\n2     Train staff   Healthwatch\n",
        "Ref  Action  Lead\n\n1  Open a hub  Northmere City Council\n\n2  Train staff  Healthwatch\n\nThe end came.\n",
        "Ref\nAction\nLead\n\n1\nOpen a hub\nNorthmere City Council\n\n2\nTrain staff\nHealthwatch\n",
        "Ref\n\nAction\n\nLead\n\n1\n\nOpen a hub\n\nNorthmere City Council\n\n2\n\nTrain staff\n\nHealthwatch\n",
    ],
)
def test_a_table_however_it_was_flattened(paper: Reader, text: str) -> None:
    document = paper(f"The actions of the Board are these.\n\n{text}\nThis is the end of the table.\n")
    assert grid(document) == ACTIONS
    assert headers(document) == {(0, "Ref"), (1, "Action"), (2, "Lead")}
    assert {b.place.row for b in document.blocks if b.place is not None and b.place.is_header} == {0}


def test_a_cell_over_several_lines_of_an_aligned_table(paper: Reader) -> None:
    document = paper(
        "No.  Action                           Position\n"
        "1    Keep a register of children      Done\n"
        "     who are carers\n"
        "2    Train staff                      Carried forward, see\n"
        "                                      action 7\n"
    )
    assert grid(document)[1, 1] == "Keep a register of children who are carers"
    assert grid(document)[2, 2] == "Carried forward, see action 7"


def test_sentences_in_cells_do_not_part_them(paper: Reader) -> None:
    document = paper("Ref  Action  Status\n7  Write to the Trust.  Then wait.  Open\n8  Ring the Trust  Closed\n")
    assert grid(document)[2, 1] == "Ring the Trust"


def test_figures_below_a_head_without_its_first_column(paper: Reader) -> None:
    document = paper("               2022    2023\nSmokers        12%     11%\nInactive       30%     29%\n")
    assert grid(document)[0, 1] == "2022"
    assert grid(document)[2, 2] == "29%"
    assert (2, "2023") in headers(document)


def test_rows_go_on_behind_a_heading_between_them(paper: Reader) -> None:
    document = paper(
        "Ref\nAction\nLead\n\n1A\nOpen a hub\nCouncil\nThis is paid for by a grant.\n\n"
        "Theme 2: Work\n\n2A\nTrain staff\nTrust\n"
    )
    assert grid(document)[2, 1] == "Train staff"
    kinds = [(b.kind, document.words(b.span)) for b in document.blocks if b.kind != "cell"]
    assert kinds == [("paragraph", "This is paid for by a grant."), ("heading", "Theme 2: Work")]


def test_a_margin_column_of_actions(paper: Reader) -> None:
    document = paper(
        " " * 60 + "ACTION\n\n1.1 The Chair welcomed everyone to the meeting.\n\n"
        "1.2 It was agreed to write to the Trust about the buses.     AB\n\n1.3 The Board noted the rest.\n"
    )
    (note,) = [b for b in document.blocks if b.place is not None and not b.place.is_header]
    assert note.place is not None
    assert (document.words(note.span), note.place.header) == ("AB", "ACTION")
    (item,) = [b for b in document.blocks if b.number == "1.2"]
    assert document.words(item.span) == "It was agreed to write to the Trust about the buses."


@pytest.mark.parametrize(
    "text",
    [
        "The Board met.  It was cold.\nThe Chair spoke.  They agreed.\nAll went home.  The end.\n",
        "1.1\topen a hub\n1.2\tclose a gap\n1.3\ttrain staff\n",
        "We met and/or rang / wrote.\nThey did this – and that – too.\nAnd so – on – again.\n",
        "Home | About us | News\n\nThe Board met.\n",
    ],
)
def test_what_is_no_table(paper: Reader, text: str) -> None:
    assert all(block.kind != "cell" for block in paper(text).blocks)


WRAPPED = """ NO    PAPER          ACTION                                LEAD    TARGET    NEW       STATUS/
                                                                    DATE      DATE      COMMENT
 May 2031
 1.1   River walk     Trees to be planted by the river      KA      June      14 Aug    Put off to
                                                                                        August
 1.2   Bus            A letter about fares to be sent to    MW/YO   30 Sept             Not yet due
       fares          every school
 April 2031
 4.1   Homes          Forty roofs to be mended              DHo     13 Nov              Open

The end of the list.
"""


def test_a_wide_table_keeps_its_second_header_line_and_its_rows_below_group_lines(paper: Reader) -> None:
    document = paper(WRAPPED)
    assert headers(document) >= {(4, "TARGET DATE"), (5, "NEW DATE"), (6, "STATUS/ COMMENT"), (3, "LEAD")}
    cells = grid(document)
    assert cells[1, 2] == "Trees to be planted by the river"
    assert cells[1, 6] == "Put off to August"
    assert cells[2, 2] == "A letter about fares to be sent to every school"
    assert (cells[2, 3], cells[2, 4], (2, 5) in cells) == ("MW/YO", "30 Sept", False)
    assert cells[3, 3] == "DHo"
    others = [document.words(block.span) for block in document.blocks if block.place is None]
    assert others == ["May 2031", "April 2031", "The end of the list."]
