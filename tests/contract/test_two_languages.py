"""Promise 5: each named query gives the same rows in SPARQL and in Cypher, on every engine."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from neo4j import Driver

from graphkit import queries
from graphkit.cypher import open_target, projection_of
from graphkit.cypher.engine import Engine
from graphkit.graph.store import Store


class Server(Protocol):
    uri: str
    user: str
    password: str
    database: str

    def emptied(self) -> Driver: ...


ASKED: list[tuple[str, dict[str, object]]] = [
    ("owners-of-topic", {"topic": "mental-health"}),
    ("owners-of-topic", {"topic": "self-harm"}),
    ("owners-of-topic", {"topic": "health-inequalities"}),
    ("board-by-default", {}),
    ("board-by-default", {"board": "WOLDEN"}),
    ("board-by-default", {"board": "northmere"}),
    ("no-owner", {}),
    ("no-owner", {"topic": "mental-health"}),
    ("no-owner", {"topic": "loneliness"}),
    ("not-understood", {}),
    ("not-understood", {"paper": "MINUTES"}),
    ("not-understood", {"paper": "nowhere"}),
    ("due", {}),
    ("due", {"by": "2024-12-31"}),
    ("due", {"by": "2025-12-31"}),
    ("commitments-by-priority", {}),
    ("commitments-by-priority", {"strategy": "2023 TO"}),
    ("commitments-by-priority", {"strategy": "nowhere"}),
    ("priorities-without-resolutions", {}),
    ("priorities-without-resolutions", {"inferred": 0}),
    ("shared-actions", {}),
    ("shared-actions", {"partner": "nwpt"}),
    ("shared-actions", {"partner": "northmere health"}),
    ("actions-for-population", {"population": "migrants"}),
    ("actions-for-population", {"population": "refugees"}),
    ("why", {"partner": "nwpt"}),
    ("why", {"partner": "NWPT", "action": "R3"}),
    ("why", {"partner": "board"}),
    ("recommended-and-resolved", {}),
    ("recommended-and-resolved", {"board": "Wolden"}),
    # text of a user is never text of a query
    ("why", {"partner": "' OR 1=1 //"}),
    ("why", {"partner": '" } UNION { ?s ?p ?o } #'}),
    ("shared-actions", {"partner": "\\"}),
    ("board-by-default", {"board": "$_board ?board {}"}),
]
IDS = [f"{name} {' '.join(str(value) for value in values.values())}".strip() for name, values in ASKED]


@pytest.fixture(scope="module")
def server(small: Store, neo4j_server: Server) -> Iterator[Engine]:
    """A real Neo4j with the same graph."""
    place = neo4j_server
    place.emptied().close()
    with open_target(small, place.uri, place.user, place.password, place.database) as target:
        target.apply(target.plan(projection_of(small), small.sequence))
        yield target


@pytest.mark.parametrize(("name", "values"), ASKED, ids=IDS)
def test_the_embedded_engine_gives_the_rows_of_sparql(
    small: Store, embedded: Engine, name: str, values: dict[str, object]
) -> None:
    asked = queries.run(small, name, values)
    assert queries.run(small, name, values, language="cypher", engine=embedded) == asked


@pytest.mark.neo4j
@pytest.mark.parametrize(("name", "values"), ASKED, ids=IDS)
def test_a_real_neo4j_gives_the_rows_of_sparql(
    small: Store, server: Engine, name: str, values: dict[str, object]
) -> None:
    asked = queries.run(small, name, values)
    assert queries.run(small, name, values, language="cypher", engine=server) == asked


def test_every_query_is_asked_and_has_several_rows(small: Store) -> None:
    longest: dict[str, int] = {}
    for name, values in ASKED:
        longest[name] = max(longest.get(name, 0), len(queries.run(small, name, values)))
    assert longest.keys() == {query.name for query in queries.catalogue()}
    assert min(longest.values()) >= 2


@pytest.mark.parametrize("name", [query.name for query in queries.catalogue()])
def test_the_columns_are_those_of_the_header_in_both_languages(small: Store, embedded: Engine, name: str) -> None:
    values = next(values for asked, values in ASKED if asked == name)
    query = queries.get(name)
    checked = queries.checked(name, query.parameters, values)
    assert small.query(query.sparql, **query.bound(checked)).columns == tuple(query.columns)
    assert embedded.run(query.cypher, checked).columns == tuple(query.columns)


@pytest.mark.neo4j
def test_engines_agree_on_values_of_every_kind(embedded: Engine, server: Engine) -> None:
    for cypher in (
        "MATCH (n:Resource) RETURN n ORDER BY n.iri",
        "MATCH (n:Resource) RETURN n.iri AS iri, labels(n)[0] IN labels(n) AS known ORDER BY iri",
        "MATCH p = (d:Deadline)-[e:EVIDENCE]->(place:Evidence) RETURN p, e, [d, 1.5, null] AS list ORDER BY place.iri",
        "MATCH (a:Action)-[r]->(p:Party) RETURN r ORDER BY a.iri, type(r), p.iri",
        "MATCH (d:Deadline) RETURN d.resolvedDate AS date, {a: d.offset} AS map ORDER BY d.iri",
        "RETURN 1 AS whole, 1.5 AS real, true AS yes, null AS nothing, 'é' AS text, date('2024-02-29') AS day",
        "MATCH (n:Nothing) RETURN n.x AS x, 1 AS one",
    ):
        assert embedded.run(cypher) == server.run(cypher), cypher
