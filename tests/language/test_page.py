from hypothesis import given
from hypothesis import strategies as st

from graphkit.documents.model import Block, Document, Span
from graphkit.language.page import page_of


def document(text: str, *spans: Span) -> Document:
    return Document("k", "k.txt", "text/plain", text, tuple(Block("paragraph", span) for span in spans), "0" * 64)


@given(st.text(max_size=80), st.text(max_size=80))
def test_every_character_leads_back_to_its_own(first: str, second: str) -> None:
    text = first + "\n" + second
    page = page_of(document(text, Span(0, len(first)), Span(len(first) + 1, len(text))))
    assert len(page.text) == len(page.low)
    for start, end, _ in page.lines():
        for place in range(start, end):
            letter = text[page.offset(place)]
            assert page.text[place] == letter or not letter.isalnum() or page.text[place] == " "


def test_columns_keep_a_wide_gap_and_wrapped_lines_do_not() -> None:
    text = "Trust  Board\n   of Wolden"
    assert page_of(document(text, Span(0, len(text)))).text == "Trust  Board of Wolden"


def test_block_at_finds_the_line() -> None:
    page = page_of(document("one\ntwo", Span(0, 3), Span(4, 7)))
    assert page.block_at(page.text.index("two")).span == Span(4, 7)
    assert page.span(page.text.index("two"), len(page.text)) == Span(4, 7)
