"""Fixtures that several folders of tests share: an invented board in every engine, and servers."""

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest
from neo4j import Driver, GraphDatabase
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from graphkit.cypher import open_embedded
from graphkit.cypher.engine import Engine
from graphkit.graph.log import Record
from graphkit.graph.store import Store

SMALL = Path(__file__).parent / "contract" / "small.trig"
_RECIPE = Path(__file__).parent / "servers" / "neo4j_server.py"


@dataclass(frozen=True)
class Server:
    """Where a Neo4j server is and how to get in."""

    uri: str
    user: str
    password: str
    database: str = "neo4j"

    def emptied(self) -> Driver:
        """A connection to the database, which holds nothing now."""
        driver = GraphDatabase.driver(self.uri, auth=(self.user, self.password))
        driver.execute_query("MATCH (n) DETACH DELETE n", database_=self.database)
        driver.execute_query("DROP CONSTRAINT graphkit_resource_iri IF EXISTS", database_=self.database)
        return driver


@pytest.fixture(scope="session")
def missing() -> Callable[[str], NoReturn]:
    """Fails where real parts must be there (CI or GRAPHKIT_REQUIRE_REAL=1); elsewhere skips, saying what to install."""

    def say(what: str) -> NoReturn:
        if os.environ.get("CI") or os.environ.get("GRAPHKIT_REQUIRE_REAL") == "1":
            pytest.fail(what)
        pytest.skip(what)

    return say


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory, missing: Callable[[str], NoReturn]) -> Iterator[Server]:
    """A real Neo4j: that of NEO4J_TEST_URI (with NEO4J_TEST_USER and NEO4J_TEST_PASSWORD), or one of our own.

    Tests may empty it, so never point it at a server with data that matter.
    """
    address = os.environ.get("NEO4J_TEST_URI")
    if address:
        user = os.environ.get("NEO4J_TEST_USER", "neo4j")
        yield Server(address, user, os.environ.get("NEO4J_TEST_PASSWORD", ""))
        return
    folder = tmp_path_factory.mktemp("neo4j")
    started = subprocess.run(
        [sys.executable, str(_RECIPE), "start", str(folder)], capture_output=True, text=True, check=False
    )
    if started.returncode:
        missing(f"no Neo4j: {started.stderr.strip()} (or set NEO4J_TEST_URI to a server that tests may empty)")
    facts = json.loads(started.stdout)
    try:
        yield Server(facts["uri"], facts["user"], facts["password"])
    finally:
        subprocess.run([sys.executable, str(_RECIPE), "stop", str(folder)], check=True)


Stored = Callable[[str], Store]


@pytest.fixture(scope="session")
def stored() -> Stored:
    """Makes a store in memory of the graphs of some TriG; the store keeps a log of its own."""

    def make(text: str) -> Store:
        graphs: dict[str, list[Quad]] = defaultdict(list)
        for quad in parse(text, format=RdfFormat.TRIG):
            assert isinstance(quad, Quad)
            assert isinstance(quad.graph_name, NamedNode)
            graphs[quad.graph_name.value].append(quad)
        store = Store.in_memory()
        graphs.pop(store.iris.graph("log"), None)
        store.commit(graphs, record=Record("0.1", "2024-01-01T00:00:00Z"))
        return store

    return make


@pytest.fixture(scope="session")
def small(stored: Stored) -> Iterator[Store]:
    """The invented board "Northmere" of contract/small.trig in a store."""
    with stored(SMALL.read_text(encoding="utf-8")) as store:
        yield store


@pytest.fixture(scope="session")
def embedded(small: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The embedded engine on it."""
    engine = open_embedded(small, tmp_path_factory.mktemp("cypher"))
    try:
        yield engine
    finally:
        engine.close()
