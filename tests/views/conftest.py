"""The invented board of the contract tests in a store, and the same with names that try to break a page."""

from pathlib import Path

import pyoxigraph
import pytest

from graphkit.graph.log import Record
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


def stored(text: str) -> Store:
    """A store in memory with the graphs of some TriG."""
    graphs: dict[str, list[pyoxigraph.Quad]] = {}
    for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TRIG):
        assert isinstance(quad, pyoxigraph.Quad)
        assert isinstance(quad.graph_name, pyoxigraph.NamedNode)
        if not quad.graph_name.value.endswith("graph/log"):
            graphs.setdefault(quad.graph_name.value, []).append(quad)
    store = Store.in_memory()
    store.commit(graphs, record=Record("1", "2024-01-01T00:00:00Z"))
    return store


@pytest.fixture(scope="session")
def store() -> Store:
    return stored(SMALL.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def evil_store() -> Store:
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
