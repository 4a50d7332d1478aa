import pytest

from graphkit.language.deadlines import due_of_cell


@pytest.mark.parametrize(
    ("cell", "offset", "date"),
    [
        ("March 2025", None, "2025-03"),
        ("31/03/2025", None, "2025-03-31"),
        ("Mar-25", None, "2025-03"),
        ("By end of 2026", None, "2026-12"),
        ("2026/27", None, "2027-03"),
        ("2024-2026", None, "2026"),
        ("Q3 2024/25", None, "2024-12"),
        ("Summer 2025", None, "2025"),
        ("May 2024 (slipped to Dec 2024)", None, "2024-12"),
        ("Short term (6 months to 2 years)", "P2Y", None),
        ("Within 18 months", "P18M", None),
        ("5 years", "P5Y", None),
        ("First by June 2025", None, "2025-06"),
        ("Year 1", None, None),
        ("Next meeting", None, None),
        ("After the move to the new site", None, None),
        ("start of term 2025/26", None, None),
        ("School year 2025/26", None, None),
        ("From April 2024 to June 2025", None, "2025-06"),
    ],
)
def test_the_whole_cell_is_the_deadline(cell: str, offset: str | None, date: str | None) -> None:
    hit = due_of_cell(f"  {cell}\n", None)
    assert hit is not None
    assert (hit.text, hit.offset, hit.date) == (cell, offset, date)
    assert hit.span == (2, 2 + len(cell))


@pytest.mark.parametrize(
    "cell",
    [
        *("", " - ", "Ongoing", "On-going", "TBC", "To be confirmed", "n/a", "Each meeting", "At every Board meeting"),
        *(
            "Complete",
            "From April 2024",
            "Starting in June 2024",
            "Annually",
            "Every two years",
            "Quarterly",
            "word " * 200,
        ),
    ],
)
def test_a_cell_without_an_end_gives_none(cell: str) -> None:
    assert due_of_cell(cell, None) is None


def test_a_relative_cell_is_dated_from_the_meeting() -> None:
    hit = due_of_cell("6 months", "2024-01-31")
    assert hit is not None
    assert (hit.offset, hit.date) == ("P6M", "2024-07-31")
