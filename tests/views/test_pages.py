import base64
import csv
import hashlib
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graphkit.errors import WorkspaceError
from graphkit.graph.store import Store
from graphkit.views import write_pages
from graphkit.views.markup import el
from graphkit.views.model import ViewData
from graphkit.views.page import Page, asset, render
from graphkit.views.rows import COLUMNS, csv_lines, csv_text, rows_of

NAMES = ("index.html", "actions.html", "matrix.html", "network.html", "actions.csv")


class Outline(HTMLParser):
    """The elements of a page, the text of its scripts and styles, and every address in it."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = ""
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.inside = tag if tag in {"script", "style"} and found.get("type") != "application/json" else ""
        if self.inside:
            (self.scripts if tag == "script" else self.styles).append("")
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src", "action", "srcset"}]
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name == "style"]

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "script":
            self.scripts[-1] += data
        elif self.inside == "style":
            self.styles[-1] += data
        else:
            self.text += data


def outline(text: str) -> Outline:
    seen = Outline()
    seen.feed(text)
    seen.close()
    return seen


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.fixture(scope="module", params=["store", "evil_store", "empty_store"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("pages")
    written = write_pages(request.getfixturevalue(request.param), out)
    assert [path.name for path in written] == list(NAMES)
    assert sorted(path.name for path in out.iterdir()) == sorted(NAMES)
    return {path.name: path.read_bytes().decode("utf-8") for path in written}


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".html")])
def test_a_page_allows_its_own_scripts_and_nothing_else(pages: dict[str, str], name: str) -> None:
    text = pages[name]
    seen = outline(text)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    policy = policy.replace("&#x27;", "'")
    allowed = " ".join(hashed(script) for script in seen.scripts) or "'none'"
    assert policy == (
        f"default-src 'none'; script-src {allowed}; style-src {hashed(seen.styles[0])}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert len(seen.styles) == 1
    assert not seen.handlers


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".html")])
def test_a_page_points_nowhere_but_to_its_neighbours_and_papers(pages: dict[str, str], name: str) -> None:
    for address in outline(pages[name]).addresses:
        assert address.split("#")[0] in {"", "data:,", *NAMES}


def test_pages_have_a_language_a_title_and_one_heading(pages: dict[str, str]) -> None:
    for name in NAMES[:4]:
        assert '<html lang="en-GB">' in pages[name]
        assert re.search(r"<title>[^<]+</title>", pages[name])
        assert pages[name].count("<h1>") == 1


def test_the_same_store_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_pages(store, tmp_path / "a")]
    again = [path.read_bytes() for path in write_pages(store, tmp_path / "b")]
    assert first == again


def test_a_folder_that_cannot_be_written_is_named(store: Store, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="choose a folder"):
        write_pages(store, blocked)


def test_an_empty_store_says_so_on_every_page(empty_store: Store, tmp_path: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in write_pages(empty_store, tmp_path)]
    said = ("No paper is in the graph yet", "No action was found", "No priority was found", "nothing to draw yet")
    for text, words in zip(texts, said, strict=False):
        assert words in text


def test_the_front_page_answers_in_words(store: Store, tmp_path: Path) -> None:
    text = outline(write_pages(store, tmp_path)[0].read_text(encoding="utf-8")).text
    assert "Youth mental health" in text
    assert "no owner" in text
    assert "no deadline" in text
    assert "1 priority has no action recorded: Fair access for new arrivals." in text
    assert "no rule knew this list item" in text


def test_the_table_stands_without_scripts(store: Store, data: ViewData, tmp_path: Path) -> None:
    text = write_pages(store, tmp_path)[1].read_text(encoding="utf-8")
    body = text[text.index("<tbody") : text.index("</tbody>")]
    assert body.count("<tr ") == len(list(rows_of(data)))
    for action in data.actions:
        assert action.quote is not None
        assert action.quote.exact.replace("'", "&#x27;") in re.sub("</?mark>", "", body)


def test_every_action_has_an_owner_row_or_says_that_nobody_owns_it(data: ViewData) -> None:
    for action in data.actions:
        rows = [row for row in rows_of(data) if row.action is action]
        assert any(row.part is None or row.part.role == "owner" for row in rows)


def test_csv_has_a_line_a_row_and_no_formula(evil: ViewData) -> None:
    lines = csv_lines(evil)
    rows = list(csv.DictReader(io.StringIO(csv_text(lines).removeprefix("\ufeff"))))
    assert list(rows[0]) == list(COLUMNS)
    assert len(rows) == len(list(rows_of(evil)))
    assert "'=HYPERLINK(A1)" in {row["action"] for row in rows}
    assert not [cell for row in rows for cell in row.values() if cell.lstrip().startswith(("=", "+", "-", "@"))]


def test_data_in_a_script_block_cannot_end_it() -> None:
    wicked = "</script><script>alert(1)</script><!--&\u2028\ud800"
    text = render(Page("x.html", "X", el("p", "x"), (asset("base.css"),), data={"block": [wicked]}))
    (block,) = re.findall(r'id="block">(.*?)</script>', text, re.DOTALL)
    assert json.loads(block) == [wicked]
    assert "<" not in block
    text.encode("utf-8")


def test_a_style_that_would_end_early_is_refused() -> None:
    with pytest.raises(ValueError, match="end tag"):
        render(Page("x.html", "X", el("p", "x"), ("</style>",)))
