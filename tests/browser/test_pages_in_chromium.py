import csv
import io
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
HTML = ("index.html", "actions.html", "matrix.html", "network.html")
PHONE = {"width": 390, "height": 844}
ROWS = "#table tbody tr:not([hidden])"


def shown(page: Page) -> list[str]:
    """The action of each visible row, top to bottom."""
    return [text.strip() for text in page.locator(f"{ROWS} .words > bdi").all_inner_texts()]


@pytest.mark.parametrize("folder", ["plain", "hostile", "empty"])
@pytest.mark.parametrize("name", HTML)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_asks_for_nothing_and_runs_nothing_of_the_data(
    request: pytest.FixtureRequest, opening: Any, folder: str, name: str, scheme: str
) -> None:
    path: Path = request.getfixturevalue(folder) / name
    one = opening(viewport=PHONE, color_scheme=scheme)
    page = one.open(path)
    expect(page.locator("h1")).to_be_visible()
    for summary in page.locator("summary").all():
        if summary.is_visible():
            summary.click()
    page.mouse.move(200, 400)
    one.check(path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", HTML)
def test_pages_can_be_read_without_scripts(opening: Any, plain: Path, name: str) -> None:
    page = opening(java_script_enabled=False).open(plain / name)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("select")).to_have_count(0 if name != "actions.html" else 7)
    assert not [one for one in page.locator("select, button").all() if one.is_visible()]


def test_without_scripts_the_table_has_every_row(opening: Any, plain: Path) -> None:
    page = opening(java_script_enabled=False).open(plain / "actions.html")
    with (plain / "actions.csv").open(encoding="utf-8-sig", newline="") as lines:
        expected = [row["action"] for row in csv.DictReader(lines)]
    assert shown(page) == expected


def test_choosing_a_topic_names_the_owners(watched: Any, plain: Path) -> None:
    page = watched.open(plain / "actions.html")
    page.get_by_label("Which partners own actions on").select_option("youth-mental-health")
    answer = page.locator("#answer")
    expect(answer).to_contain_text("on Youth mental health. Owned by")
    expect(answer).to_contain_text("Northmere and Wolden Partnership NHS Trust")
    expect(answer).to_be_visible()
    words = page.locator(f"{ROWS} .c-topic").all_inner_texts()
    assert words
    assert any("Self-harm" in text for text in words), "narrower topics are included"
    assert all("Youth mental health" in text or "Self-harm" in text for text in words)
    assert page.url.endswith("#topic=youth-mental-health")
    watched.check(plain / "actions.html")


def test_a_link_opens_the_view_it_was_copied_from_and_back_goes_back(watched: Any, plain: Path) -> None:
    page = watched.open(plain / "actions.html", "status=committed&due=none")
    expect(page.locator("select[name=status]")).to_have_value("committed")
    expect(page.get_by_label("No deadline")).to_be_checked()
    both = shown(page)
    page.get_by_label("No deadline").uncheck()
    expect(page.locator(ROWS)).not_to_have_count(len(both))
    page.go_back()
    expect(page.get_by_label("No deadline")).to_be_checked()
    assert shown(page) == both


def test_searching_filtering_and_clearing(watched: Any, plain: Path) -> None:
    page = watched.open(plain / "actions.html")
    everything = shown(page)
    page.get_by_label("Search the words").fill("warm SPACE")
    expect(page.locator(ROWS)).to_have_count(1)
    assert shown(page) == ["We will open a warm space in every ward"]
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(ROWS)).to_have_count(len(everything))
    page.get_by_label("No owner").check()
    expect(page.locator("#answer")).to_contain_text("no owner")
    assert set(page.locator(f"{ROWS} .c-partner").all_inner_texts()) == {"No owner found"}
    page.get_by_role("button", name="Clear").click()
    page.get_by_label("Due by").fill("2024-12-31")
    due = page.locator(ROWS).evaluate_all("rows => rows.map(row => row.dataset.due)")
    assert due
    assert all(one[:4] <= "2024" for one in due)


def test_a_choice_that_fits_nothing_says_so(watched: Any, plain: Path) -> None:
    page = watched.open(plain / "actions.html", "q=zebra")
    expect(page.locator("#answer")).to_have_text("No action fits these choices.")


def test_every_role_shows_those_who_help(watched: Any, plain: Path) -> None:
    page = watched.open(plain / "actions.html")
    owners = page.locator(ROWS).count()
    page.get_by_label("Every role, not owners only").check()
    expect(page.locator(f"{ROWS}[data-role=supporter]").first).to_be_visible()
    assert page.locator(ROWS).count() > owners


def test_columns_sort_both_ways_by_keyboard(watched: Any, plain: Path) -> None:
    page = watched.open(plain / "actions.html")
    button = page.locator("th[data-sort=due] button")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("th[data-sort=due]")).to_have_attribute("aria-sort", "ascending")
    read = "rows => rows.map(row => row.dataset.due || '')"
    dates = [one for one in page.locator(ROWS).evaluate_all(read) if one and one != "?"]
    assert dates == sorted(dates)
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("th[data-sort=due]")).to_have_attribute("aria-sort", "descending")
    dates = [one for one in page.locator(ROWS).evaluate_all(read) if one and one != "?"]
    assert dates == sorted(dates, reverse=True)


def test_the_evidence_folds_out(watched: Any, plain: Path) -> None:
    page = watched.open(plain / "actions.html", "q=warm")
    quote = page.locator(f"{ROWS} blockquote q").first
    expect(quote).to_be_hidden()
    page.locator(f"{ROWS} summary").focus()
    page.keyboard.press("Enter")
    expect(quote).to_be_visible()
    expect(quote).to_have_text("We will open a warm space in every ward")


def test_the_download_holds_the_rows_on_view_without_formulas(watched: Any, hostile: Path) -> None:
    page = watched.open(hostile / "actions.html", "role=all")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download CSV").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    assert text == (hostile / "actions.csv").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    page.get_by_label("No owner").check()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig"))))
    assert rows
    assert {row["partner"] for row in rows} == {""}


def test_a_cell_opens_its_actions_with_quotes(watched: Any, plain: Path) -> None:
    page = watched.open(plain / "matrix.html")
    row = page.locator("tr[data-priority='strategy/2023/1']")
    cell = row.get_by_role("link", name=": partners on the Board, ")
    expect(cell).to_have_attribute("aria-label", "2 actions: partners on the Board, Reducing loneliness")
    cell.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.locator(".entries > li")).to_have_count(2)
    expect(dialog.locator("blockquote q").first).to_be_visible()
    expect(dialog).to_contain_text("We will open a warm space in every ward")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.go_back()
    expect(dialog).to_be_visible()
    watched.check(plain / "matrix.html")


def test_inferred_links_can_be_left_out(watched: Any, plain: Path) -> None:
    page = watched.open(plain / "matrix.html")
    inferred = page.locator("#matrix td i")
    expect(inferred.first).to_be_visible()
    page.get_by_label("Leave out inferred links").check()
    expect(inferred).to_have_count(0)
    assert page.url.endswith("#inferred=no")


def test_an_empty_priority_is_flagged(watched: Any, plain: Path) -> None:
    page = watched.open(plain / "matrix.html")
    row = page.locator("tr[data-priority='strategy/2023/3']")
    expect(row).to_contain_text("no action recorded")


def test_a_shared_link_opens_the_cell(watched: Any, plain: Path) -> None:
    page = watched.open(plain / "matrix.html", "priority=strategy%2F2023%2F2&partner=")
    expect(page.get_by_role("dialog")).to_contain_text("We will train school staff in youth mental health")


def test_the_network_draws_and_tells_what_is_chosen(watched: Any, plain: Path) -> None:
    page = watched.open(plain / "network.html")
    expect(page.locator("#mynetwork canvas")).to_be_visible()
    ink = page.locator("#mynetwork canvas").evaluate(
        "one => new Set(one.getContext('2d').getImageData(0, 0, one.width, one.height).data).size"
    )
    assert ink > 10
    page.get_by_text("Actions (").click()
    page.get_by_role("link", name="We will open a warm space in every ward").click()
    panel = page.locator("#panel")
    expect(panel.locator("q")).to_have_text("We will open a warm space in every ward")
    expect(panel).to_contain_text("Reducing loneliness")
    panel.get_by_role("link", name="Reducing loneliness").click()
    expect(panel.locator("h2")).to_have_text("Reducing loneliness")
    page.go_back()
    expect(panel.locator("h2")).to_have_text("We will open a warm space in every ward")
    watched.check(plain / "network.html")


def test_a_click_in_the_picture_chooses(watched: Any, hostile: Path) -> None:
    page = watched.open(hostile / "network.html")
    page.locator("#mynetwork canvas").wait_for()
    place = page.evaluate("""() => {
      const box = document.getElementById("mynetwork").getBoundingClientRect();
      const { nodes } = JSON.parse(document.getElementById("graph").textContent);
      const node = nodes.find((one) => one.label.includes("<img"));
      const { x, y } = network.canvasToDOM(network.getPosition(node.id));
      return { x: box.x + x, y: box.y + y };
    }""")
    page.mouse.move(place["x"], place["y"])
    page.mouse.click(place["x"], place["y"])
    expect(page.locator("#panel h2")).to_contain_text("<img src=x onerror")
    watched.check(hostile / "network.html")


def test_the_first_tab_stop_skips_to_the_content(watched: Any, plain: Path) -> None:
    page = watched.open(plain / "actions.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", HTML)
def test_text_stands_out_from_its_ground(opening: Any, plain: Path, name: str, scheme: str) -> None:
    """WCAG 2.2, 1.4.3 (AA): a contrast of 4.5 to 1 for all text that can be seen."""
    page = opening(color_scheme=scheme, viewport={"width": 1280, "height": 900}).open(plain / name)
    for one in page.locator("details").all():
        one.evaluate("one => (one.open = true)")
    assert page.evaluate(CONTRAST) == []


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const light = (rgb) => {
    const linear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = rgb.slice(0, 3).map((v) => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0.99) return colour;
    }
    return rgba(getComputedStyle(document.documentElement).backgroundColor);
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !one.checkVisibility() || one.closest("script, option")) continue;
    const [a, b] = [light(rgba(getComputedStyle(one).color)), light(ground(one))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(`${ratio.toFixed(2)} ${one.tagName}.${one.className}: ${walker.currentNode.data}`);
  }
  return poor;
}"""
