"""The invented board of the contract tests in a store, and the same with names that try to break a page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.graph.store import Store
from graphkit.views.data import load_view_data
from graphkit.views.model import ViewData

SMALL = Path(__file__).resolve().parent.parent / "contract" / "small.trig"
EVIL = {
    "Northmere City Council": "<img src=x onerror=alert(1)>",
    "Health of new arrivals": "</script><script>alert(1)</script>",
    "Reducing loneliness": '" onmouseover="alert(1)" href="javascript:alert(1)',
    "voluntary sector": "\u202egnidaelsim\u2066",
    "We will open a warm space in every ward": "=HYPERLINK(A1)",
    "Youth mental health": "<!--<script>",
}


@pytest.fixture(scope="session")
def store(small: Store) -> Store:
    return small


@pytest.fixture(scope="session")
def evil_store(stored: Callable[[str], Store]) -> Store:
    text = SMALL.read_text(encoding="utf-8")
    for plain, evil in EVIL.items():
        text = text.replace(f'"{plain}"', '"' + evil.replace("\\", "\\\\").replace('"', '\\"') + '"')
    return stored(text)


@pytest.fixture(scope="session")
def empty_store() -> Store:
    return Store.in_memory()


@pytest.fixture(scope="session")
def data(store: Store) -> ViewData:
    return load_view_data(store)


@pytest.fixture(scope="session")
def evil(evil_store: Store) -> ViewData:
    return load_view_data(evil_store)
