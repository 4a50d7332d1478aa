"""The page of `graphkit evaluate` in a real browser."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from graphkit.evaluating import evaluate
from graphkit.evaluation.page import as_page

pytestmark = pytest.mark.browser
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ERRORS = "#list > li:not([hidden])"


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("evaluation") / "measure.html"
    path.write_text(as_page(evaluate(EXAMPLES / "northmere", EXAMPLES / "northmere-gold")), encoding="utf-8")
    return path


def verdicts(page: Page) -> set[str]:
    return set(page.locator(f"{ERRORS} .verdict").all_text_contents())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_asks_for_nothing_and_fits_a_phone(opening: Any, page_file: Path, scheme: str) -> None:
    one = opening(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page = one.open(page_file)
    expect(page.locator("h1")).to_be_visible()
    one.check(page_file)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_it_shows_every_error_and_no_filter(opening: Any, page_file: Path) -> None:
    page = opening(java_script_enabled=False).open(page_file)
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator(ERRORS)).to_have_count(page.locator("#list > li").count())


def test_errors_are_filtered_by_kind_paper_verdict_and_words_from_the_keyboard(watched: Any, page_file: Path) -> None:
    page = watched.open(page_file)
    every = page.locator("#list > li").count()
    page.get_by_label("Kind of fact").focus()
    page.keyboard.type("topics")
    page.get_by_label("Verdict").select_option("false")
    expect(page.locator("#answer")).to_contain_text(f"of {every}")
    assert verdicts(page) == {"false"}
    assert set(page.locator(ERRORS).evaluate_all("all => all.map(one => one.dataset.kind)")) == {"topics"}
    page.get_by_label("Search the words").fill("no such words anywhere")
    expect(page.locator(ERRORS)).to_have_count(0)
    page.get_by_role("button", name="Show all").press("Enter")
    expect(page.locator(ERRORS)).to_have_count(every)


def test_a_score_leads_to_its_errors_and_the_address_keeps_the_choice(watched: Any, page_file: Path) -> None:
    page = watched.open(page_file)
    page.get_by_role("link", name="topics", exact=True).click()
    expect(page.get_by_label("Kind of fact")).to_have_value("topics")
    expect(page.locator("#errors")).to_be_in_viewport()
    again = watched.open(page_file, "verdict=missed")
    again.reload()
    assert verdicts(again) == {"missed"}
