"""A table of actions means the same however it was saved and in whatever order its columns stand."""

import html
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphkit import documents
from graphkit.loaders.registry import Context, read_findings

Table = Sequence[Sequence[str]]

HEADERS = ("Ref", "Action", "Lead", "By when", "Partners", "Status")
ROWS = (
    ("A1", "Plant 500 trees along the river", "Northmere City Council", "June 2032", "Age UK Northmere", "On track"),
    ("A2", "Write to all schools on bus fares", "Northmere Police", "By end of May 2031", "Wolden Hospitals", "Open"),
    ("A3", "Train volunteers to spot falls", "Age UK Northmere", "Within six months", "Northmere Police", "Closed"),
    ("A4", "Ask Wolden Hospitals to share its data", "Northmere City Council", "TBC", "Wolden Voices", "Overdue"),
)  # fmt: skip


def as_csv(table: Table) -> str:
    return "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in table)


def as_tsv(table: Table) -> str:
    return "".join("\t".join(row) + "\n" for row in table)


def as_markdown(table: Table) -> str:
    head, *rows = table
    return "".join("| " + " | ".join(row) + " |\n" for row in [head, ["---"] * len(head), *rows])


def as_html(table: Table) -> str:
    rows = ["".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in table]
    return "<html><body><h1>Plan</h1><table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table></body></html>"


def as_bars(table: Table) -> str:
    return "Our plan\n\n" + "".join(" | ".join(row) + "\n" for row in table)


def as_aligned(table: Table) -> str:
    widths = [max(len(row[i]) for row in table) + 3 for i in range(len(table[0]))]
    lines = ("".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table)
    return "Our plan\n\n" + "\n".join(lines) + "\n"


def as_stacked(table: Table) -> str:
    return "Our plan\n\n" + "\n\n".join("\n".join(row) for row in table) + "\n"


FORMS: dict[str, tuple[str, Callable[[Table], str]]] = {
    "csv": ("plan.csv", as_csv),
    "tsv": ("plan.tsv", as_tsv),
    "markdown": ("plan.md", as_markdown),
    "html": ("plan.html", as_html),
    "bars": ("plan.txt", as_bars),
    "aligned": ("plan.txt", as_aligned),
}


def facts(context: Context, name: str, text: str) -> list[Any]:
    """What the actions of a paper say, in order."""
    findings = read_findings(documents.of_text(text, name), context, "action-log")
    labels = {party.key: party.label for party in findings.parties}
    return [
        (
            action.ref, action.text, action.status, action.progress,
            action.due and (action.due.offset, action.due.date),
            sorted((labels[part.party], part.role) for part in action.participations),
        )
        for action in findings.actions
    ]  # fmt: skip


def expected(context: Context, rows: Table) -> list[Any]:
    return facts(context, "plan.csv", as_csv([HEADERS, *rows]))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    form=st.sampled_from(sorted(FORMS)),
    order=st.permutations(range(len(HEADERS))),
    rows=st.lists(st.sampled_from(ROWS), min_size=2, max_size=4, unique=True),
)
def test_a_table_means_the_same_in_every_form_and_order(
    context: Context, form: str, order: list[int], rows: list[tuple[str, ...]]
) -> None:
    name, write = FORMS[form]
    text = write([[row[i] for i in order] for row in [HEADERS, *rows]])
    assert facts(context, name, text) == expected(context, rows)


def test_the_facts_of_the_table_are_all_there(context: Context) -> None:
    assert expected(context, ROWS)[:2] == [
        ("A1", "Plant 500 trees along the river", "planned", "on track", (None, "2032-06"),
         [("Age UK Northmere", "deliverer"), ("Northmere City Council", "owner")]),
        ("A2", "Write to all schools on bus fares", "planned", "open", (None, "2031-05"),
         [("Northmere Police", "owner"), ("Wolden Hospitals", "deliverer"), ("schools", "recipient")]),
    ]  # fmt: skip


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "columns", [(0, 1, 2, 3, 4, 5), (1, 2, 3), (2, 1, 3), (1, 3, 2), (0, 2, 1, 3), (3, 2, 1)], ids=str
)
def test_a_table_saved_with_each_cell_on_a_line_of_its_own(
    context: Context, columns: tuple[int, ...], apart: str
) -> None:
    table = [[row[i] for i in columns] for row in [HEADERS, *ROWS]]
    text = "Our plan\n\n" + apart.join(cell for row in table for cell in row) + "\n"
    assert facts(context, "plan.txt", text) == facts(context, "plan.csv", as_csv(table))


LOOSE = """Notes of the Wolden Board

Meeting
date
Action Point
Lead
Progress Update
1. Parks
1.1 Plant five hundred trees along the
river before the winter.
KA
Ongoing
1.2 Write to every school about the price of a
ticket.
DHo/AP
Letter to go out
by June 2031
2. Roads
The Board heard that two roads were shut.
2.1 Close three streets on Sundays.
All
Done
2.2 Ask the Trust to share its data.
Complete
Meeting
date
Action Point
Lead
Progress Update
3. Homes
3.1 Mend the roofs of 40 homes.
Northmere City Council
First roofs mended
2
The next meeting is on Monday.
"""


def test_numbered_rows_whose_cells_run_over_lines_and_may_be_missing(tmp_path: Path) -> None:
    document = documents.of_text(LOOSE, "log.txt")
    cells: dict[tuple[int, int], list[str]] = {}
    for block in document.blocks:
        if block.place is not None and not block.place.is_header:
            cells.setdefault((block.place.table, block.place.row), []).append(
                f"{block.number or ''}{block.place.header}: {document.words(block.span)}"
            )
    assert list(cells.values()) == [
        ["1.1Action Point: Plant five hundred trees along the river before the winter.", "Lead: KA",
         "Progress Update: Ongoing"],
        ["1.2Action Point: Write to every school about the price of a ticket.", "Lead: DHo/AP",
         "Progress Update: Letter to go out by June 2031"],
        ["2.1Action Point: Close three streets on Sundays.", "Lead: All", "Progress Update: Done"],
        ["2.2Action Point: Ask the Trust to share its data.", "Progress Update: Complete"],
        ["3.1Action Point: Mend the roofs of 40 homes.", "Lead: Northmere City Council",
         "Progress Update: First roofs mended"],
    ]  # fmt: skip
    others = [document.words(block.span) for block in document.blocks if block.place is None]
    assert "Parks" in others
    assert "The Board heard that two roads were shut." in others
    assert "The next meeting is on Monday." in others


@pytest.mark.parametrize(
    "text",
    [
        "Lead\nAction\nStatus\nThe Board met in June and spoke of many things.\nIt was cold.\nIt rained.\n",
        "Actions\nOwners\nDates\n\nThis guide tells how to fill in the log.\n\n1. Write the action.\n",
        "Lead\nAction\nWhen\n" * 200,
    ],
)
def test_words_that_head_columns_make_no_table_by_themselves(text: str) -> None:
    document = documents.of_text(text, "guide.txt")
    assert not [
        block for block in document.blocks if block.kind == "cell" and block.place and not block.place.is_header
    ]
