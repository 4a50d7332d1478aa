from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.views import evidence, words
from graphkit.views.markup import el, escape, join, said
from graphkit.views.model import Due, Paper, Quote


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.values: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values.extend(value for _, value in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text(), st.text())
def test_text_never_becomes_markup(content: str, value: str) -> None:
    seen = Seen()
    seen.feed(el("p", content, title=value))
    seen.close()
    assert seen.tags == ["p"]
    assert seen.text == readable(content)
    assert seen.values == [readable(value)]


def readable(text: str) -> str:
    """A text as HTML can hold it: what HTML forbids is replaced, and line ends are kept as they are."""
    return unescape(escape(text))


def test_attributes_are_left_out_or_bare() -> None:
    assert el("input", type="checkbox", checked=True, hidden=False, name=None) == '<input type="checkbox" checked>'


def test_what_is_markup_already_stays() -> None:
    assert join(el("b", "<"), "<") == "<b>&lt;</b>&lt;"
    assert said("\u202eabc") == "<bdi>\u202eabc</bdi>"


QUOTE = Quote("p", 10, 40, "the Trust will open a clinic.", "Then ", " Also")


def test_the_words_that_name_the_partner_are_marked_in_the_quote() -> None:
    shown = evidence.quoted(QUOTE, Quote("p", 14, 19, "Trust"))
    assert "the <mark>Trust</mark> will" in shown


@pytest.mark.parametrize(
    "who",
    [Quote("p", 14, 19, "Trest"), Quote("q", 14, 19, "Trust"), Quote("p", 2, 7, "Trust"), Quote("p", 36, 60, "x" * 24)],
)
def test_words_that_do_not_stand_there_are_not_marked(who: Quote) -> None:
    assert "<mark>" not in evidence.quoted(QUOTE, who)


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://[bad"]
)
def test_only_web_pages_are_linked(url: str | None) -> None:
    assert evidence.deep_link(Paper("p", "P", "minutes", "p.html", url=url), QUOTE) is None


def test_a_link_opens_a_page_at_the_words() -> None:
    paper = Paper("p", "P", "minutes", "p.html", url="https://northmere.example/a?b=1#top")
    link = evidence.deep_link(paper, Quote("p", 0, 9, "self-help"))
    assert link == "https://northmere.example/a?b=1#:~:text=self%2Dhelp"


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2024", "2024"), ("2024-06", "June 2024"), ("2024-06-03", "3 June 2024"), ("soon", "soon"), (None, "")],
)
def test_dates_are_written_as_people_write_them(iso: str | None, shown: str) -> None:
    assert words.date(iso) == shown


def test_deadlines_and_recurrences_in_words() -> None:
    assert words.due(None) == "No deadline"
    assert words.due(Due("in six months")) == "in six months"
    assert words.recurrence("R/P3M") == "every 3 months"
    assert words.recurrence("R/P1Y") == "every year"
    assert words.recurrence("termly") == "termly"
