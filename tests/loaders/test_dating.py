from collections.abc import Callable
from typing import Any

import pytest

from graphkit.loaders.dating import meeting_date, title_of

Reader = Callable[..., Any]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Northmere Health and Wellbeing Board - Tuesday, 4 March 2031 2.30 pm", "2031-03-04"),
        ("Tuesday 4th March, 2031", "2031-03-04"),
        ("4 March 2031", "2031-03-04"),
        ("Date: 04/03/2031", "2031-03-04"),
        ("Meeting 5 -- 4^th^ March, 2031", "2031-03-04"),
        ("Minutes\n\nDate: 4 March 2031", "2031-03-04"),
        ("Meeting: 04/03/2031 - Wolden Board (Item 32)", "2031-03-04"),
        ("Minutes of the meeting held on 4 March 2031 at Wolden Library", "2031-03-04"),
        ("Minutes of a meeting of the Wolden Board held in the Town Hall on 4 March 2031", "2031-03-04"),
        ("Minutes of the previous meeting held on 4 March 2031", None),
        ("Publication date: 4 March 2031", None),
        ("Date of next meeting: 4 March 2031", None),
        ("Updated on Tuesday 4 March 2031", None),
        ("The pilot began on 4 March 2031", None),
        ("March 2031", None),
    ],
)
def test_only_a_line_that_announces_the_meeting_dates_it(read: Reader, line: str, date: str | None) -> None:
    document = read(f"Wolden Board\n\n{line}\n\nTrees\n\nMembers met.\n").document
    found, span = meeting_date(document)
    assert found == date
    assert (span is None) == (date is None)


def test_the_minutes_to_be_agreed_are_those_of_another_meeting(read: Reader) -> None:
    lines = [
        "Wolden Board",
        "Agenda",
        "Trees",
        "Apologies",
        "Minutes of the meeting held on 4 March 2031",
        "Any business",
    ]
    assert meeting_date(read("\n\n".join(lines)).document) == (None, None)


def test_dates_after_the_head_of_the_paper_are_not_the_meeting_s(read: Reader) -> None:
    assert meeting_date(read("Wolden Board\n\nMinutes:\n\nTuesday, 4 March 2031\n").document) == (None, None)
    late = "\n\n".join(f"Line {number} of the paper" for number in range(30)) + "\n\nTuesday, 4 March 2031\n"
    assert meeting_date(read(late).document) == (None, None)


def test_the_title_is_the_first_heading_that_is_no_furniture(read: Reader) -> None:
    document = read("# Agenda\n\nWolden Board\n\n## Safer streets\n\nMembers met.\n", None, "paper.md").document
    title, span = title_of(document)
    assert title == "Safer streets"
    assert span is not None
    assert document.words(span) == title


def test_without_a_heading_it_is_the_first_short_line(read: Reader) -> None:
    document = read("<p>Minutes</p><p>" + "long words " * 20 + "</p><p>Safer streets</p>", None, "p.html").document
    assert title_of(document)[0] == "Safer streets"
