"""HTML: what a browser shows, block by block, and the way back to the source."""

import html
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.documents import Document, read
from graphkit.documents.html import read_html
from graphkit.documents.source import Source
from graphkit.errors import UnreadableFile

Reader = Callable[..., Document]


def shown(document: Document) -> list[tuple[str, int, str | None, str]]:
    return [(b.kind, b.level, b.number, document.words(b.span)) for b in document.body()]


def words(document: Document) -> list[str]:
    return [document.words(block.span) for block in document.body()]


def furniture(document: Document) -> list[str]:
    return [document.words(block.span) for block in document.blocks if block.boilerplate]


def test_headings_paragraphs_and_lists(paper: Reader) -> None:
    document = paper(
        "<!DOCTYPE html><title>x</title><h1>Plan</h1><p>We <b>will</b>\n act:</p>"
        "<ul><li>one<ul><li>deeper</li></ul></li>"
        "<li>two</li></ul><dl><dt>Lead</dt><dd>Trust</dd></dl>",
        ".html",
    )
    assert document.text == "Plan\nWe will act:\none\ndeeper\ntwo\nLead\nTrust\n"
    assert shown(document) == [
        ("heading", 1, None, "Plan"),
        ("paragraph", 0, None, "We will act:"),
        ("item", 1, "•", "one"),
        ("item", 2, "◦", "deeper"),
        ("item", 1, "•", "two"),
        ("label", 0, None, "Lead"),
        ("paragraph", 0, None, "Trust"),
    ]


@pytest.mark.parametrize(
    ("markup", "numbers"),
    [
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ("<ol start=3><li>a<li value=7>b<li>c</ol>", ["3.", "7.", "8."]),
        ('<ol type="a" start="26"><li>a<li>b</ol>', ["z.", "aa."]),
        ("<ol type=I><li>a<li>b<li>c<li>d</ol>", ["I.", "II.", "III.", "IV."]),
        ('<ol style="list-style-type: lower-roman"><li>a<li>b</ol>', ["i.", "ii."]),
        ("<ol reversed><li>a<li>b<li>c</ol>", ["3.", "2.", "1."]),
        ("<ol reversed start=9><li>a<li>b</ol>", ["9.", "8."]),
        ("<ol reversed><li>a<li value=9>b<li>c</ol>", ["3.", "9.", "8."]),
        ("<ol type=a start=-1><li>a<li>b<li>c</ol>", ["-1.", "0.", "a."]),
        ("<ol start=x><li value=y>a</ol>", ["1."]),
        ("<li>a<li>b", ["•", "•"]),
        ("<ol><li>a<ol type=a><li>b</ol><li>c</ol>", ["1.", "a.", "2."]),
        ("<ol><li>(i) a</li><li>1.2 b</li></ol>", ["(i)", "1.2"]),
        ("<ul><li>·&nbsp; a</li></ul>", ["•"]),
    ],
)
def test_numbers_are_those_that_a_browser_prints(paper: Reader, markup: str, numbers: list[str]) -> None:
    document = paper(f"<p>We will do this:</p>{markup}", ".html")
    assert [b.number for b in document.blocks if b.kind == "item"] == numbers
    assert all(document.words(b.span).isalpha() for b in document.blocks if b.kind == "item")


def test_markers_typed_by_hand_are_items(paper: Reader) -> None:
    document = paper(
        "<p><b>RESOLVED</b> that the Board:</p><p>&nbsp;</p><p>1.&nbsp;&nbsp; Open a hub:</p>"
        "<p>(a)&nbsp;in Wolden; and</p>"
        "<p>(b) in Northmere.</p><p>2.Report back<br>(i) in May<br>(ii) in June</p><p>&middot;&nbsp; a point</p>",
        ".html",
    )
    assert [(number, level, text) for kind, level, number, text in shown(document) if kind == "item"] == [
        ("1.", 1, "Open a hub:"),
        ("(a)", 2, "in Wolden; and"),
        ("(b)", 2, "in Northmere."),
        ("2.", 1, "Report back"),
        ("(i)", 2, "in May"),
        ("(ii)", 2, "in June"),
        ("·", 3, "a point"),
    ]


def test_labels_and_titles_by_print_and_class(paper: Reader) -> None:
    document = paper(
        '<h1>Agenda item</h1><p class="mgAiTitleTxt">Drugs strategy.</p><p><b>Minutes:</b></p><p>We met.</p>'
        "<p><strong>Priority 2: Good work</strong></p><p><strong>How we will know</strong></p>"
        "<p><strong>RESOLVED that the plan be noted.</strong></p>",
        ".html",
    )
    assert [(kind, text) for kind, _, _, text in shown(document)] == [
        ("heading", "Agenda item"),
        ("heading", "Drugs strategy."),
        ("label", "Minutes:"),
        ("paragraph", "We met."),
        ("heading", "Priority 2: Good work"),
        ("heading", "How we will know"),
        ("paragraph", "RESOLVED that the plan be noted."),
    ]


def test_what_a_browser_does_not_show_is_not_there(paper: Reader) -> None:
    document = paper(
        "<head><title>t</title><style>p{}</style></head><body>"
        "<script>if (a < b) document.write('<p>RESOLVED</p>')</script>"
        "<template><p>a</p></template><noscript><p>b</p></noscript><p hidden>c</p>"
        "<div style='display: none'><p>d</p></div>"
        "<svg><text>e</text></svg><!-- <p>f</p> --><select><option>g</select><textarea>h</textarea><p>Shown</p></body>",
        ".html",
    )
    assert document.text.split() == ["Shown"]


@pytest.mark.parametrize(
    "markup",
    [
        "<nav><ul><li>Home</li></ul></nav>",
        "<footer><p>Address</p></footer>",
        "<aside><h2>Related</h2></aside>",
        '<div id="cookiebar"><p>Cookies!</p></div>',
        '<div class="mgFooter"><p>Foot</p></div>',
        '<p class="breadcrumb">You are somewhere</p>',
        '<div role="navigation">Links</div>',
        '<a class="skiplink" href="#x">Skip to main content</a>',
        "<p>Share this page</p>",
        "<button>Accept</button>",
    ],
)
def test_furniture_is_kept_and_marked(paper: Reader, markup: str) -> None:
    document = paper(f"<body>{markup}<main><h1>Plan</h1><p>We will act.</p></main></body>", ".html")
    assert words(document) == ["Plan", "We will act."]
    assert len(furniture(document)) == 1


@pytest.mark.parametrize(
    "name", ["content-with-sidebar", "no-nav", "main-menu-content", "page", "navy", "search-results-page"]
)
def test_names_of_content_are_not_taken_for_furniture(paper: Reader, name: str) -> None:
    assert words(paper(f'<div class="{name}"><p>We will act.</p></div>', ".html")) == ["We will act."]


def test_the_size_of_a_file_and_the_list_of_documents_are_furniture(paper: Reader) -> None:
    document = paper(
        "<h2>Drugs <span>PDF 12 KB</span></h2><p>We met.</p><p>Supporting documents:</p>"
        "<ul><li><a>11. Report</a>, item 4. <span>PDF 1 MB</span></li></ul><p>Noted by all who were there.</p>",
        ".html",
    )
    assert words(document) == ["Drugs", "We met.", "Noted by all who were there."]


def test_a_data_table_gives_cells_with_their_headers(paper: Reader) -> None:
    document = paper(
        "<table><caption>Theme 1</caption>"
        "<thead><tr><th>Ref</th><th>Action</th><th colspan=2>Who and when</th></tr></thead>"
        "<tr><td>1.1<td>Open a hub<td rowspan=2>Trust<td>May<tr><td>1.2<td>Train<td>June</table>",
        ".html",
    )
    places = [
        (b.place.row, b.place.column, b.place.header, document.words(b.span))
        for b in document.blocks
        if b.place is not None
    ]
    assert places == [
        (0, 0, "Ref", "Ref"),
        (0, 1, "Action", "Action"),
        (0, 2, "Who and when", "Who and when"),
        (1, 0, "Ref", "1.1"),
        (1, 1, "Action", "Open a hub"),
        (1, 2, "Who and when", "Trust"),
        (1, 3, "Who and when", "May"),
        (2, 0, "Ref", "1.2"),
        (2, 1, "Action", "Train"),
        (2, 2, "Who and when", "Trust"),
        (2, 3, "Who and when", "June"),
    ]
    assert document.text.count("Trust") == 1
    assert ("label", "Theme 1") in [(b.kind, document.words(b.span)) for b in document.blocks]


def test_items_inside_a_cell_stay_in_their_cell(paper: Reader) -> None:
    document = paper(
        "<table><tr><th>Action</th><th>When</th></tr><tr><td>Roll out:<ul><li>a) here</li><li>b) there</li></ul></td>"
        "<td>a) May<br>b) June</td></tr></table>",
        ".html",
    )
    cells = [(b.place.column, b.number, document.words(b.span)) for b in document.blocks if b.place and b.place.row]
    assert cells == [
        (0, None, "Roll out:"),
        (0, "a)", "here"),
        (0, "b)", "there"),
        (1, "a)", "May"),
        (1, "b)", "June"),
    ]


def test_a_table_that_lays_out_an_agenda_is_read_through(paper: Reader) -> None:
    document = paper(
        "<table><tr><th>No.</th><th>Item</th></tr><tr><td><p>12.</p></td><td><p class='itemTitle'>Drugs</p>"
        "<p>Minutes:</p><p>We met.</p>"
        "<table><tr><th>Action</th><th>Lead</th></tr><tr><td>Write</td><td>Chair</td></tr></table>"
        "</td></tr><tr><td><p>13.</p></td><td><p>Local plan: homes</p><p>Minutes:</p><p>Noted.</p></td></tr></table>",
        ".html",
    )
    assert furniture(document) == ["No.", "Item"]
    assert [(kind, number, text) for kind, _, number, text in shown(document)] == [
        ("heading", "12.", "Drugs"),
        ("label", None, "Minutes:"),
        ("paragraph", None, "We met."),
        ("cell", None, "Action"),
        ("cell", None, "Lead"),
        ("cell", None, "Write"),
        ("cell", None, "Chair"),
        ("heading", "13.", "Local plan: homes"),
        ("label", None, "Minutes:"),
        ("paragraph", None, "Noted."),
    ]


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>a<p>b<div>c</div>d", ["a", "b", "c", "d"]),
        ("<ul><li>a<li>b</ul>c", ["a", "b", "c"]),
        ("<p>a</div></b>b", ["ab"]),
        ("<b><p>a</b></p>b", ["a", "b"]),
        ("<p>one<br>two", ["one two"]),
        ("<p>a &lt;b&gt; &amp; &copy &bogus; &#8217;m &#x41; &", ["a <b> & © &bogus; ’m A &"]),
        ("<p>a < b <3 c", ["a < b <3 c"]),
        ("<p>a</p><!-- never closed <p>b</p>", ["a", "b"]),
        ('<p>a</p><a href="never closed><p>b</p>', ["a", "b"]),
        ("<p>a</p><![x[ <p>b</p>", ["a", "b"]),
        ("<p>a</p><", ["a", "<"]),
        ("<td>a<td>b</table>c", ["a", "b", "c"]),
        ("<p>a\u00a0\u00a0b</p>", ["a b"]),
        ("<p>null&#0;</p>", ["null\ufffd"]),
        ("<p>lone &#xD800; surrogate</p>", ["lone \ufffd surrogate"]),
        ("<p>&#99999999999999999999999;</p>", ["\ufffd"]),
    ],
)
def test_broken_markup(paper: Reader, markup: str, texts: list[str]) -> None:
    assert words(paper(markup, ".html")) == texts


def test_non_breaking_spaces_stay(paper: Reader) -> None:
    assert paper("<p>a&nbsp;b\u00a0 c</p>", ".html").text == "a\u00a0b\u00a0 c\n"


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://example.org/a?b=1">', "https://example.org/a?b=1"),
        ("<!-- saved from url=(0021)https://example.org/x -->", "https://example.org/x"),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="/relative">', None),
        ('<link rel="stylesheet" href="https://example.org/a.css">', None),
        ('<link rel="canonical" href="https://example.org/a b">', None),
    ],
)
def test_the_address_of_the_page(paper: Reader, head: str, url: str | None) -> None:
    assert paper(f"{head}<p>words</p>", ".html").url == url


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("<" * 10_000_000, "tags and references"),
        ("<div>" * 100_000, "deep"),
        ("<p>a</p>" + "<a " * 200_000, "never end"),
        ("<script>x</script>", "shows no text"),
    ],
)
def test_hostile_pages_are_refused_in_one_line(tmp_path: Path, page: str, says: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page)
    with pytest.raises(UnreadableFile, match=says) as caught:
        read(path)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_spans_over_absurdly_many_rows_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<table>" + "<tr><td rowspan=65534>a</td><td>b</td></tr>" * 5_000 + "</table>")
    with pytest.raises(UnreadableFile, match="blocks"):
        read(path)


def test_floods_of_references_and_attributes_are_read(paper: Reader) -> None:
    page = "<p " + 'a="b" ' * 50_000 + ">" + "&amp;" * 50_000 + "</p>"
    assert paper(page, ".html").text == "&" * 50_000 + "\n"


_TAGS = ["<p>", "</p>", "<li>", "<ul>", "</ul>", "<ol start=4>", "</ol>", "<td>", "<tr>", "<table>", "</table>", "<br>"]
_TAGS += [
    "<b>",
    "</b>",
    "<h2>",
    "</h2>",
    "<div hidden>",
    "</div>",
    "<nav>",
    "</nav>",
    "<th rowspan=2>",
    "<!-- x -->",
    "<dt>",
]
_RUNS = [
    "word",
    " ",
    "\n",
    "\r\n",
    "two words",
    "&amp;",
    "&nbsp;",
    "\u00a0",
    "&#8217;",
    "1. ",
    "(a) ",
    "·",
    "&x",
    "é",
    "\U0001f600",
]
_PAGES = st.lists(st.sampled_from(_TAGS + _RUNS), max_size=40).map("".join)


@given(_PAGES)
def test_every_character_leads_back_to_its_place_in_the_source(page: str) -> None:
    source = f"<p>start</p>{page}"
    reading = read_html(Source(Path("page.html"), source, ""))
    starts = [pair[0] for pair in reading.source_map]
    assert starts == sorted(set(starts))
    for place, char in enumerate(reading.text):
        if char == "\n" or char == " ":
            continue
        into, out = reading.source_map[bisect_right(starts, place) - 1]
        original = source[out + place - into :]
        assert original.startswith(char) or html.unescape(original[:8]).startswith(char)


@given(_PAGES)
def test_blocks_lie_in_the_text_and_hold_no_outer_space(page: str) -> None:
    reading = read_html(Source(Path("page.html"), f"<p>start</p>{page}", ""))
    for block in reading.blocks:
        quote = reading.text[block.span.start : block.span.end]
        assert quote
        assert quote == quote.strip()
        assert block.kind != "item" or block.level >= 1
    spans = [block.span for block in reading.blocks if block.kind != "cell"]
    assert all(not one.meets(other) for i, one in enumerate(spans) for other in spans[i + 1 :])
