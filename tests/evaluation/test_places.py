"""Where gold's words stand in a paper, and on which line of the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit import documents
from graphkit.documents.model import Span
from graphkit.evaluation.places import Places


def places(name: str, text: str) -> Places:
    document = documents.of_text(text, name)
    return Places(document, text if document.source_map else None)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("open two hubs", "open   two\nhubs"),
        ("OPEN two-hubs", "open   two\nhubs"),
        ("the Board’s plan", "the Board's plan"),
        ("Eastvale Hospital", "Eastvale Hospitals"),
        ("pen two", None),
        ("close two hubs", None),
        ("–", None),
    ],
)
def test_words_are_found_whatever_blanks_marks_and_case(words: str, found: str | None) -> None:
    paper = places("a.txt", "We open   two\nhubs for the Board's plan in Wolden and Eastvale Hospitals.\n")
    span = paper.find(words)
    assert (span and paper.document.quote(span).removesuffix("s")) == (found and found.removesuffix("s"))


def test_a_later_place_is_found_within_a_span() -> None:
    text = "The Council met.\nThe Council will pay.\n"
    paper = places("a.txt", text)
    assert paper.find("Council") == Span(4, 11)
    assert paper.find("Council", Span(17, len(text))) == Span(21, 28)
    assert paper.find("Council", Span(12, 20)) is None
    assert paper.find("met", Span(17, len(text))) is None


def test_markdown_is_found_as_a_reader_sees_it() -> None:
    paper = places("a.md", "We will **open** the [warm hub](https://northmere.example/hub) in May.\n")
    assert paper.find("open the warm hub in May") is not None
    assert paper.find("northmere.example") is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_in_the_file(end: str) -> None:
    paper = places("a.txt", end.join(["Minutes", "", "The Council will pay.", ""]))
    span = paper.find("Council")
    assert span
    assert paper.line(span) == 3


def test_lines_of_a_web_page_are_those_of_its_source() -> None:
    page = "<html>\n<body>\n<h1>Minutes</h1>\n<p>The\n<b>Council</b> will &amp; must pay.</p>\n</body>\n</html>\n"
    paper = places("a.html", page)
    span = paper.find("Council will & must")
    assert span
    assert paper.line(span) == 5


def test_words_are_shown_with_what_stands_around_them() -> None:
    text = "A long line of words before it all. " * 4 + "The Council will pay." + " And a long line after it." * 5
    paper = places("a.txt", text)
    span = paper.find("Council will pay")
    assert span
    before, words, after = paper.around(span)
    assert words == "Council will pay"
    assert before.startswith("…")
    assert before.endswith("all. The ")
    assert after.startswith(". And")
    assert after.endswith("…")
    whole = Span(0, len(text))
    assert paper.around(whole) == ("", text, "")


@given(st.text(max_size=60), st.text(max_size=10), st.sampled_from(["a.txt", "a.md", "a.csv"]))
def test_what_is_found_lies_in_the_text(text: str, words: str, name: str) -> None:
    paper = places(name, f"Minutes {text}")
    span = paper.find(words)
    if span is not None:
        assert 0 <= span.start < span.end <= len(paper.document.text)
        assert 1 <= paper.line(span) <= len(text) + 9
        assert len(paper.around(span)) == 3
