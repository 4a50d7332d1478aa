"""The same, on what graphkit itself reads from the papers of the example board."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from neo4j import Driver

import graphkit
from graphkit import queries
from graphkit.cypher import open_embedded, open_target, projection_of
from graphkit.cypher.engine import Engine
from graphkit.graph.rows import Rows
from graphkit.graph.store import Store
from graphkit.workspace import Workspace

PAPERS = Path(__file__).parents[2] / "examples" / "northmere"
USED = {
    "topic": "SELECT DISTINCT ?slug WHERE { ?action a hw:Action ; dcterms:subject/skos:notation ?slug } ORDER BY ?slug",
    "population": "SELECT DISTINCT ?slug WHERE { ?action a hw:Action ; hw:targets/skos:notation ?slug } ORDER BY ?slug",
}
WORDS = ["council", "the", "Board", "é"]


class Server(Protocol):
    uri: str
    user: str
    password: str
    database: str

    def emptied(self) -> Driver: ...


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store that a build of the example makes."""
    root = tmp_path_factory.mktemp("boards")
    graphkit.build([PAPERS], root)
    with Store.read_only(Workspace(root).store) as store:
        yield store


@pytest.fixture(scope="module")
def asked(board: Store) -> dict[tuple[str, str], Rows]:
    """The rows in SPARQL of each query: with nothing chosen, and with every slug that the board uses."""
    found: dict[tuple[str, str], Rows] = {}
    for query in queries.catalogue():
        if not any(parameter.required for parameter in query.parameters):
            found[query.name, ""] = queries.run(board, query.name)
        for parameter in query.parameters:
            slugs = board.query(USED[parameter.name]).column("slug") if parameter.name in USED else ()
            for value in [*map(str, slugs), *(WORDS if parameter.type == "text" and parameter.required else ())]:
                found[query.name, f"{parameter.name}={value}"] = queries.run(board, query.name, {parameter.name: value})
    return found


def same(asked: dict[tuple[str, str], Rows], board: Store, engine: Engine) -> list[tuple[str, str]]:
    """The questions on which the engine does not agree."""
    differing = []
    for (name, values), rows in asked.items():
        key, _, value = values.partition("=")
        given = {key: value} if key else {}
        if queries.run(board, name, given, language="cypher", engine=engine) != rows:
            differing.append((name, values))
    return differing


def test_every_question_has_rows(asked: dict[tuple[str, str], Rows]) -> None:
    rows = {name: max(len(found) for (other, _), found in asked.items() if other == name) for name, _ in asked}
    assert rows.keys() == {query.name for query in queries.catalogue()}
    # All of the example board may be understood.
    assert {name for name, many in rows.items() if many == 0} <= {"not-understood"}


def test_the_embedded_engine_agrees(board: Store, asked: dict[tuple[str, str], Rows], tmp_path: Path) -> None:
    engine = open_embedded(board, tmp_path, timeout=120)
    try:
        assert same(asked, board, engine) == []
    finally:
        engine.close()


@pytest.mark.neo4j
def test_a_real_neo4j_agrees(board: Store, asked: dict[tuple[str, str], Rows], neo4j_server: Server) -> None:
    place = neo4j_server
    place.emptied().close()
    with open_target(board, place.uri, place.user, place.password, place.database) as target:
        target.apply(target.plan(projection_of(board), board.sequence))
        assert target.plan(projection_of(board), board.sequence, deep=True).empty
        assert same(asked, board, target) == []
