from collections.abc import Callable

import pytest

from graphkit.documents import Document

Reader = Callable[..., Document]


def shown(document: Document) -> list[tuple[str, int, str | None, str]]:
    return [(b.kind, b.level, b.number, document.words(b.span)) for b in document.body()]


def test_headings_lists_and_text(paper: Reader) -> None:
    text = (
        "# Plan for Northmere #\n\nWe **care**.\n\n## 2. Our aims\n\n- one\n  - two\n- three\n\n1. first\n2. second\n"
    )
    document = paper(text, ".md")
    assert document.text == text
    assert document.media_type == "text/markdown"
    assert shown(document) == [
        ("heading", 1, None, "Plan for Northmere"),
        ("paragraph", 0, None, "We **care**."),
        ("heading", 2, "2.", "Our aims"),
        ("item", 1, "-", "one"),
        ("item", 2, "-", "two"),
        ("item", 1, "-", "three"),
        ("item", 1, "1.", "first"),
        ("item", 1, "2.", "second"),
    ]


def test_headings_that_are_underlined(paper: Reader) -> None:
    assert shown(paper("Plan\n====\n\nAims\n----\n\nWe will act.\n", ".md"))[:2] == [
        ("heading", 1, None, "Plan"),
        ("heading", 2, None, "Aims"),
    ]


def test_marks_around_a_whole_line_are_left_out(paper: Reader) -> None:
    document = paper("# Plan\n\n**Minutes:**\n\n*What we plan*\n\nIt is *good*.\n\n1. **We will act**\n", ".md")
    assert shown(document)[1:] == [
        ("label", 0, None, "Minutes:"),
        ("heading", 4, None, "What we plan"),
        ("paragraph", 0, None, "It is *good*."),
        ("item", 1, "1.", "We will act"),
    ]


def test_quotes_are_read_without_their_marks(paper: Reader) -> None:
    document = paper("# Plan\n\n> We want to see:\n>\n> - more buses\n>> - fewer cars\n", ".md")
    assert [words for *_, words in shown(document)[1:]] == ["We want to see:", "more buses", "fewer cars"]


def test_task_lists_and_codes(paper: Reader) -> None:
    document = paper("# Plan\n\n- [ ] **SW1** Open a hub\n- [x] Train staff\n- **BW2:** Walk more\n", ".md")
    assert shown(document)[1:] == [
        ("item", 1, "SW1", "Open a hub"),
        ("item", 1, "-", "Train staff"),
        ("item", 1, "BW2", "Walk more"),
    ]


def test_tables_have_headers_by_their_ruler(paper: Reader) -> None:
    document = paper("# Plan\n\n| | Smokers | Walkers |\n|--|--:|--:|\n| East | 12 | 3 |\n", ".md")
    cells = {
        (b.place.row, b.place.column): (document.words(b.span), b.place.header) for b in document.blocks if b.place
    }
    assert cells == {
        (0, 1): ("Smokers", "Smokers"),
        (0, 2): ("Walkers", "Walkers"),
        (1, 0): ("East", ""),
        (1, 1): ("12", "Smokers"),
        (1, 2): ("3", "Walkers"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Plan\ntags: [a, b]\n---\n",
        "![logo](logo.png)\n",
        "[Home](/) / [Our work](/work) / Plan\n",
        "[Privacy](/p) | [Accessibility](/a) | [Cookies](/c)\n",
    ],
)
def test_settings_images_and_links_are_furniture(paper: Reader, text: str) -> None:
    document = paper(f"{text}\n# Plan\n\nWe will act.\n", ".md")
    assert [words for *_, words in shown(document)] == ["Plan", "We will act."]
    assert len(document.blocks) > 2


def test_a_ruler_that_never_closes_is_no_settings(paper: Reader) -> None:
    assert [words for *_, words in shown(paper("---\n# Plan\n\nWe will act.\n", ".md"))] == ["Plan", "We will act."]
