"""Plain text: what becomes of the lines that boards publish."""

from collections.abc import Callable

import pytest

from graphkit.documents import Block, Document

Reader = Callable[..., Document]


def shown(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.words(block.span)) for block in document.body()]


def items(document: Document) -> list[tuple[str | None, int, str]]:
    return [(b.number, b.level, document.words(b.span)) for b in document.body() if b.kind == "item"]


def headings(document: Document) -> list[str]:
    return [document.words(block.span) for block in document.body() if block.kind == "heading"]


def furniture(document: Document) -> list[str]:
    return [document.words(block.span) for block in document.blocks if block.boilerplate]


def of_kind(document: Document, kind: str) -> list[Block]:
    return [block for block in document.blocks if block.kind == kind]


MINUTES = """\
Agenda item

Youth Mental Health Plan

Report of the Director of Public Health.

Minutes:

The Board received the plan for Northmere.

\u00a0

RESOLVED that the Board:

\u00a0

1.\u00a0 Open a hub in Wolden by March.

\u00a0

2.Ask partners to report on:

a.\u00a0 waiting times

b.\u00a0 staffing.

\u00a0

3.\u00a0 Receive an update in six months\u2019 time.

Supporting documents:

Appendix 1 pdf icon PDF 133 KB
"""


def test_a_minuted_item(paper: Reader) -> None:
    document = paper(MINUTES)
    assert document.text == MINUTES
    assert headings(document) == ["Agenda item", "Youth Mental Health Plan"]
    assert ("label", "Minutes:") in shown(document)
    assert ("paragraph", "RESOLVED that the Board:") in shown(document)
    assert items(document) == [
        ("1.", 1, "Open a hub in Wolden by March."),
        ("2.", 1, "Ask partners to report on:"),
        ("a.", 2, "waiting times"),
        ("b.", 2, "staffing."),
        ("3.", 1, "Receive an update in six months’ time."),
    ]
    assert furniture(document) == ["Supporting documents:", "Appendix 1", "pdf icon PDF 133 KB"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_offsets_hold_whatever_the_line_ends(paper: Reader, newline: str) -> None:
    text = MINUTES.replace("\n", newline)
    document = paper(text)
    assert document.text == text
    assert [words for _, _, words in items(document)] == [words for _, _, words in items(paper(MINUTES))]
    assert all(document.quote(b.span) == document.quote(b.span).strip() for b in document.blocks)


def test_a_byte_order_mark_is_dropped_from_the_text(paper: Reader) -> None:
    assert paper("\ufeffMinutes of the Board").text == "Minutes of the Board"


def test_wrapped_lines_are_one_paragraph_and_one_item(paper: Reader) -> None:
    document = paper(
        "The partnership met at the Moot Hall in Wolden and heard that the new\n"
        "family hub would open in the spring, once the lease had been signed by\n"
        "the council and the landlord, which was expected soon.\n"
        "They were glad.\n"
        "We will support families by:\n"
        "•\n"
        "Training every health visitor and midwife in the county in how to talk\n"
        "about money, with help from Citizens Advice Northmere and the credit\n"
        "union\n"
        "• Opening on Saturdays\n"
    )
    paragraphs = [words for kind, words in shown(document) if kind == "paragraph"]
    assert [(words[:8], words[-8:]) for words in paragraphs] == [
        ("The part", "ed soon."),
        ("They wer", "re glad."),
        ("We will ", "lies by:"),
    ]
    assert [(mark, level, words[:8], words[-8:]) for mark, level, words in items(document)] == [
        ("•", 1, "Training", "it union"),
        ("•", 1, "Opening ", "aturdays"),
    ]


def test_a_file_in_which_each_line_is_a_paragraph_is_not_joined(paper: Reader) -> None:
    lines = [
        "The first paragraph of this paper is about the state of housing in the town and the homes that are cold.",
        "The second is about the buses, which people in Wolden would like to run until ten at night at least.",
        "Another one says that the Board was pleased with the progress that partners had made in the year.",
    ]
    assert [words for _, words in shown(paper("\n".join(lines)))] == lines


def test_numbered_headings_are_told_from_numbered_lists(paper: Reader) -> None:
    document = paper(
        "Our focus\n"
        "Three things matter to us most of all in the next two years of our work.\n"
        "1. Loneliness in later life\n"
        "Many older people in Northmere see nobody from one week to the next.\n"
        "We will:\n"
        "1. visit everybody over 80\n"
        "2. run lunch clubs\n"
        "2. Work and money\n"
        "Wages here are low, and rents are higher than people can afford to pay.\n"
    )
    assert [(b.number, document.words(b.span)) for b in of_kind(document, "heading")] == [
        (None, "Our focus"),
        ("1.", "Loneliness in later life"),
        ("2.", "Work and money"),
    ]
    assert [number for number, _, _ in items(document)] == ["1.", "2."]


@pytest.mark.parametrize(
    ("line", "number", "words"),
    [
        ("Priority 1: Best start", None, "Priority 1: Best start"),
        ("Core priority two: Good work", None, "Core priority two: Good work"),
        ("OUTCOME 3 - SAFE HOMES", None, "OUTCOME 3 - SAFE HOMES"),
        ("HOW WE WILL DELIVER", None, "HOW WE WILL DELIVER"),
        ("IV MINUTE OF PREVIOUS MEETING", "IV", "MINUTE OF PREVIOUS MEETING"),
        ("HWB/2324/007: Forward plan", "HWB/2324/007", "Forward plan"),
        ("5.1 PREVENTION AND EARLY HELP", "5.1", "PREVENTION AND EARLY HELP"),
        ("How we will know", None, "How we will know"),
    ],
)
def test_headings_by_their_form(paper: Reader, line: str, number: str | None, words: str) -> None:
    document = paper(f"The Board met.\n\n{line}\n\nPartners spoke about it at length, and agreed to come back to it.\n")
    (heading,) = of_kind(document, "heading")
    assert (heading.number, document.words(heading.span)) == (number, words)
    assert 1 <= heading.level <= 6


@pytest.mark.parametrize(
    "line",
    [
        "Cllr Ann Example (Chair)",
        "Venue: Moot Hall, Wolden",
        "9.30 am – 9.40 am",
        "AGREED that the Board",
        "ACTION: AB/CD",
        "Action: Jo Example to write",
        "AB",
        "They were late.",
        "Report of the Director of Public Health",
        "Chair, Northmere Health and Wellbeing Board",
        "and the rest of it",
    ],
)
def test_lines_that_are_no_headings(paper: Reader, line: str) -> None:
    document = paper(f"The Board met.\n\n{line}\n\nPartners spoke about it at length, and agreed to come back to it.\n")
    assert headings(document) == []


def test_a_long_row_of_short_lines_is_no_row_of_headings(paper: Reader) -> None:
    names = "\n\n".join(f"Person Number{'abcdefgh'[i]}" for i in range(8))
    document = paper(f"The Board met.\n\n{names}\n\nThe Chair opened the meeting and welcomed all those present.\n")
    assert headings(document) == []


def test_who_signs_is_no_heading(paper: Reader) -> None:
    document = paper(
        "We will act.\n\nJo Example\nDirector of Public Health, Northmere City Council\n\nHow we chose our aims\n\n"
        "Healthwatch Northmere held eleven meetings, and wrote down what people had to say.\n"
    )
    assert headings(document) == ["How we chose our aims"]


def test_a_number_alone_heads_the_title_below_it(paper: Reader) -> None:
    document = paper(
        "The Board met.\n\n12.\n\nBetter Care Fund pdf icon PDF 1 MB\n\nHWB.13\n\nDrugs\n\nIt was noted.\n"
    )
    assert [(b.number, document.words(b.span)) for b in of_kind(document, "heading")] == [
        ("12.", "Better Care Fund"),
        ("HWB.13", "Drugs"),
    ]
    assert furniture(document) == ["pdf icon PDF 1 MB"]


def test_a_heading_that_runs_into_its_paragraph_is_set_apart(paper: Reader) -> None:
    document = paper("187  DRUGS – ANNUAL REPORT – The Director spoke.\n\n188  OTHER BUSINESS – There was none.\n")
    assert shown(document) == [
        ("heading", "DRUGS – ANNUAL REPORT"),
        ("paragraph", "The Director spoke."),
        ("heading", "OTHER BUSINESS"),
        ("paragraph", "There was none."),
    ]
    assert [b.number for b in of_kind(document, "heading")] == ["187", "188"]


@pytest.mark.parametrize(
    "line",
    ["Minutes:", "Decision:", "RESOLVED:", "RESOLVED:-", "Resolved", "Action:", "AGREED", "Reason for decision:"],
)
def test_labels(paper: Reader, line: str) -> None:
    document = paper(f"The Board met.\n\n{line}\n\nThat the plan be approved.\n")
    assert ("label", line) in shown(document)


def test_items_whose_bullets_were_lost(paper: Reader) -> None:
    document = paper(
        "The Board is asked to:\n\n\u00a0 note the plan\n\n\u00a0 consider its future.\n\nMinutes:\n\nIt was.\n"
    )
    assert items(document) == [(None, 1, "note the plan"), (None, 1, "consider its future.")]


def test_an_inline_list_stays_one_paragraph(paper: Reader) -> None:
    text = "Resolved: that (1) the plan be approved; (2) partners report back."
    assert shown(paper(text)) == [("paragraph", text)]


def test_a_number_within_a_wrapped_sentence_is_no_item(paper: Reader) -> None:
    document = paper(
        "2.1 The note was agreed with one change, which was asked for by the Chair: at\n4.3 it was wrong.\n"
    )
    assert [number for number, _, _ in items(document)] == ["2.1"]


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "We use cookies to make this site work better for you.",
        "This is a default template, your custom branding appears to be missing.",
        "Home > Council > Meetings",
        "You are here: Home / Council",
        "Share this item",
        "Page 3 of 12",
        "- 4 -",
        "© Northmere City Council 2024",
        "Accessibility | Privacy | Cookies",
        "Northmere City Council, Moot Hall, Wolden, NX1 2AB",
        "Last updated: 4 March 2024",
        "www.example.org",
    ],
)
def test_furniture_is_kept_and_marked(paper: Reader, line: str) -> None:
    document = paper(f"The Board met in Wolden.\n\n{line}\n\nIt agreed the plan for the year.\n")
    assert furniture(document) == [line]


def test_minutes_go_on_after_a_list_of_documents(paper: Reader) -> None:
    document = paper("Additional documents:\n\n* Annex PDF 2 MB\n\nThe plan was approved by all.\n\n- One more thing\n")
    assert furniture(document) == ["Additional documents:", "Annex", "PDF 2 MB"]


def test_contents_are_furniture(paper: Reader) -> None:
    document = paper(
        "A strategy for Northmere\n\nContents\nForeword ....... 2\n1. Our vision ....... 3\n2. Our plan ..... 4\n\n"
        "Foreword\n\nWelcome to the strategy, which we wrote together.\n"
    )
    assert headings(document) == ["A strategy for Northmere", "Foreword"]
    assert len(furniture(document)) == 4
