from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.documents import Document
from graphkit.documents.delimited_rows import BrokenRowError, delimiter_of, rows_of
from graphkit.errors import UnreadableFile

Reader = Callable[..., Document]


def cells(document: Document) -> list[tuple[int, int, str, str]]:
    return [
        (b.place.row, b.place.column, b.place.header, document.quote(b.span))
        for b in document.blocks
        if b.kind == "cell" and b.place is not None
    ]


def test_cells_have_the_header_of_their_column(paper: Reader) -> None:
    document = paper("Ref,Action,Lead\n1,Open a hub,\n2,,Healthwatch\n", ".csv")
    assert document.media_type == "text/csv"
    assert cells(document) == [
        (0, 0, "Ref", "Ref"),
        (0, 1, "Action", "Action"),
        (0, 2, "Lead", "Lead"),
        (1, 0, "Ref", "1"),
        (1, 1, "Action", "Open a hub"),
        (2, 0, "Ref", "2"),
        (2, 2, "Lead", "Healthwatch"),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_spans_lie_inside_the_quotes_and_cover_raw_characters(paper: Reader, newline: str) -> None:
    text = newline.join(
        ["Ref,Action", '1,"Say ""yes"", and go"', f'2," Open{newline}a hub "', '3,"He said "no" twice"']
    )
    document = paper(text, ".csv")
    assert document.text == text
    assert [quote for row, column, _, quote in cells(document) if row and column] == [
        'Say ""yes"", and go',
        f"Open{newline}a hub",
        '"He said "no" twice"',
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_separator_is_found(paper: Reader, mark: str) -> None:
    rows = [["Ref", "Action", "Lead"], ["1", "Open a hub (east, west)", "Council"], ["2", "Train", "Trust"]]
    document = paper("\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows), ".csv")
    assert [quote for *_, quote in cells(document)] == [cell for row in rows for cell in row]


def test_a_separator_may_be_announced(paper: Reader) -> None:
    document = paper("sep=;\r\nRef;Action, in words\r\n1;Open, close\r\n", ".csv")
    assert [quote for *_, quote in cells(document)] == ["Ref", "Action, in words", "1", "Open, close"]


def test_lines_above_the_header_are_paragraphs(paper: Reader) -> None:
    document = paper("Plan of the Board,,\nAs of May,,\n,,\nRef,Action,Lead\n1,Open a hub,Council\n", ".csv")
    assert [document.quote(b.span) for b in document.blocks if b.kind == "paragraph"] == [
        "Plan of the Board",
        "As of May",
    ]
    assert cells(document)[0][:3] == (0, 0, "Ref")


def test_a_lone_cell_between_rows_is_a_heading_or_a_note(paper: Reader) -> None:
    document = paper(
        "Ref,Action,Lead\n,PRIORITY 1: WORK,\n,Outcome: Fewer people out of work,\n"
        "1,Open a hub,Council\n,It is late.,\n",
        ".csv",
    )
    lone = [(b.kind, b.level, document.quote(b.span), b.place is not None) for b in document.blocks if b.kind != "cell"]
    assert lone == [
        ("heading", 2, "PRIORITY 1: WORK", True),
        ("heading", 3, "Outcome: Fewer people out of work", True),
        ("paragraph", 0, "It is late.", True),
    ]


def test_a_lone_column_may_have_a_header(paper: Reader) -> None:
    assert cells(paper("Action\nOpen a hub\n", ".csv")) == [(0, 0, "Action", "Action"), (1, 0, "Action", "Open a hub")]


def test_a_table_without_a_header_has_none(paper: Reader) -> None:
    document = paper("1,2.5,3\n4,5,6\n", ".csv")
    assert {header for _, _, header, _ in cells(document)} == {""}


@given(st.text(alphabet="ab,\n", max_size=40))
def test_an_open_quote_names_the_line_it_opens_on(text: str) -> None:
    before = f"{text}\n"
    with pytest.raises(BrokenRowError) as caught:
        list(rows_of(f'{before}"rest', ","))
    assert caught.value.line == before.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('Ref,Action\n1,"Open a hub\n2,Train\n', 2),
        ('Ref,Action\n1,"Open a hub\n2,"Train"\n', 2),
        ('"Ref,Action\n1,Open', 1),
    ],
)
def test_a_quote_that_never_closes_names_its_line(paper: Reader, text: str, line: int) -> None:
    with pytest.raises(UnreadableFile, match=rf"line {line}: a quote opens that never closes: close it"):
        paper(text, ".csv")


def test_rows_of_wildly_different_widths_are_refused(paper: Reader) -> None:
    rows = "".join(f"{n},Open,close,and,go,Council\n" for n in range(5))
    with pytest.raises(UnreadableFile, match=r"line 2: 6 cells where the table has 3 columns .*put quotes round"):
        paper(f"Ref,Action,Lead\n{rows}", ".csv")


def test_one_row_that_is_too_wide_is_kept_whole(paper: Reader) -> None:
    rows = "".join(f"{n},Open a hub,Council\n" for n in range(5))
    document = paper(f"Ref,Action,Lead\n{rows}9,Open, and close,Council\n", ".csv")
    assert [document.quote(b.span) for b in document.blocks if b.kind == "paragraph"] == ["9,Open, and close,Council"]


def test_more_columns_than_any_table_are_refused(paper: Reader) -> None:
    with pytest.raises(UnreadableFile, match="columns: check what separates"):
        paper("," * 5_000 + "a", ".csv")


_FIELDS = st.lists(st.lists(st.text(alphabet='ab",;\n \t', max_size=6), min_size=2, max_size=4), min_size=1, max_size=6)


@given(_FIELDS)
def test_well_quoted_rows_read_back(rows: list[list[str]]) -> None:
    text = "\n".join(",".join('"' + field.replace('"', '""') + '"' for field in row) for row in rows)
    read = [[text[f.start : f.end].replace('""', '"') for f in row.fields] for row in rows_of(text, ",")]
    assert read == [[field.strip() for field in row] for row in rows]


@given(st.text(alphabet='ab",;\r\n\t |', max_size=80))
def test_every_character_is_in_its_field_and_lines_are_counted(text: str) -> None:
    try:
        rows = list(rows_of(text, delimiter_of(text)))
    except BrokenRowError:
        return
    spans = [(f.start, f.end) for row in rows for f in row.fields]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(i in covered for i, char in enumerate(text) if char in "ab")
    assert [row.line for row in rows] == sorted({row.line for row in rows})
