"""Applying to a real Neo4j; and what is said when there is none."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from neo4j import Driver
from pyoxigraph import NamedNode, Quad

from graphkit.cypher import apply_to_server, plan_for_server, projection_of
from graphkit.cypher.model import Projection
from graphkit.cypher.projection import project
from graphkit.cypher.target import BATCH, Target
from graphkit.errors import Neo4jError, QueryFailed
from graphkit.graph.store import Store

GONE = "https://example.org/hwb/id/document/minutes/2024-03-14"


class Server(Protocol):
    uri: str
    user: str
    password: str
    database: str

    def emptied(self) -> Driver: ...


@pytest.fixture
def driver(neo4j_server: Server) -> Iterator[Driver]:
    """A connection of somebody else to an empty database."""
    with neo4j_server.emptied() as made:
        yield made


@pytest.fixture
def target(neo4j_server: Server) -> Iterator[Target]:
    """An empty database as a target."""
    place = neo4j_server
    place.emptied().close()
    with Target(place.uri, place.user, place.password, place.database, "northmere") as made:
        yield made


@pytest.fixture(scope="module")
def graph(small: Store) -> Projection:
    """The invented board as nodes and relationships."""
    return projection_of(small)


def counts(target: Target) -> tuple[object, ...]:
    rows = target.run("MATCH (n:Resource) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS n, count(r) AS r")
    return rows.values[0]


@pytest.mark.neo4j
def test_an_apply_makes_the_server_hold_the_graph_and_a_second_changes_nothing(
    target: Target, graph: Projection
) -> None:
    steps = target.plan(graph, 1)
    assert (steps.created.nodes, steps.created.relationships) == (len(graph.nodes), len(graph.relationships))
    target.apply(steps)
    assert counts(target) == (len(graph.nodes), len(graph.relationships))
    assert target.sequence() == 1
    again = target.plan(graph, 1)
    assert again.empty
    target.apply(again)
    assert target.plan(graph, 1, deep=True).empty


@pytest.mark.neo4j
def test_the_nodes_of_a_removed_document_go_and_shared_ones_stay(small: Store, target: Target) -> None:
    whole, rest = projection_of(small), project(small.quads(), {GONE})
    target.apply(target.plan(whole, 1))
    steps = target.plan(rest, 2)
    assert steps.deleted.by_label["Action"] == 5
    target.apply(steps)
    assert counts(target) == (len(rest.nodes), len(rest.relationships))
    assert target.plan(rest, 2, deep=True).empty
    left = target.run("MATCH (p:Party {referenceId: 'nwpt'}) RETURN p.altLabel AS names")
    assert left.values == (('["NWPT"]',),)
    assert target.sequence() == 2


@pytest.mark.neo4j
def test_data_of_others_stay_untouched(driver: Driver, target: Target, graph: Projection) -> None:
    driver.execute_query(
        "CREATE (:Resource {iri: 'urn:theirs', x: 1})-[:KNOWS {y: 2}]->(:Person), (:Resource {uri: 'urn:n10s'})"
    )
    target.apply(target.plan(graph, 1))
    driver.execute_query(
        "MATCH (p:Person), (a:Action {ref: 'r1'}) CREATE (p)-[:WATCHES]->(a) SET a.note = 'mine', a:Watched"
    )
    target.apply(target.plan(Projection({}, {}), 2))
    theirs = driver.execute_query(
        "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN labels(n) AS labels, n.x AS x, r.y AS y ORDER BY labels(n)[0], n.x"
    )
    assert [(*record["labels"], record["x"], record["y"]) for record in theirs.records] == [
        ("GraphkitSync", None, None),
        ("Person", None, None),
        ("Resource", 1, 2),
        ("Resource", None, None),
    ]


@pytest.mark.neo4j
def test_additions_of_others_to_our_nodes_outlive_an_apply_that_does_not_touch_them(
    driver: Driver, target: Target, graph: Projection
) -> None:
    target.apply(target.plan(graph, 1))
    driver.execute_query("MATCH (a:Action {ref: 'r1'}) SET a.note = 'mine', a:Watched")
    target.apply(target.plan(graph, 2))
    assert len(target.run("MATCH (a:Watched {note: 'mine'}) RETURN a.ref AS ref")) == 1
    deep = target.plan(graph, 2, deep=True)
    assert (deep.changed.nodes, deep.dropped_labels) == (1, {next(iter(deep.dropped_labels)): ("Watched",)})
    target.apply(deep)
    assert len(target.run("MATCH (a:Watched) RETURN a.ref AS ref")) == 0


@pytest.mark.neo4j
def test_what_other_hands_changed_is_found_by_a_deep_plan(driver: Driver, target: Target, graph: Projection) -> None:
    target.apply(target.plan(graph, 1))
    driver.execute_query("MATCH (a:Action {ref: 'r1'}) SET a.text = 'something else'")
    driver.execute_query("MATCH (:Action)-[r:RESPONSIBLE_PARTY]->() WITH r LIMIT 1 SET r.confidence = 1.0")
    assert target.plan(graph, 1).empty
    steps = target.plan(graph, 1, deep=True)
    assert (steps.changed.nodes, steps.changed.relationships) == (1, 1)
    target.apply(steps)
    assert target.plan(graph, 1, deep=True).empty


@pytest.mark.neo4j
def test_a_node_of_others_with_our_iri_stops_the_plan(driver: Driver, target: Target, graph: Projection) -> None:
    driver.execute_query("CREATE (:Resource {iri: $iri})", iri=GONE)
    with pytest.raises(Neo4jError, match=r"belongs to something else: use another database"):
        target.plan(graph, 1)


@pytest.mark.neo4j
def test_another_workspace_is_not_overwritten(neo4j_server: Server, target: Target, graph: Projection) -> None:
    target.apply(target.plan(graph, 1))
    place = neo4j_server
    with (
        Target(place.uri, place.user, place.password, place.database, "wolden") as other,
        pytest.raises(Neo4jError, match="workspace 'northmere'"),
    ):
        other.plan(graph, 1)


@pytest.mark.neo4j
def test_an_apply_that_was_cut_short_is_mended_by_the_next(
    target: Target, graph: Projection, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = target.plan(graph, 1)
    with monkeypatch.context() as patch:
        patch.setattr(target, "_put_relationships", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            target.apply(steps)
    assert target.sequence() is None
    rest = target.plan(graph, 1)
    assert (rest.created.nodes, rest.created.relationships) == (0, len(graph.relationships))
    with pytest.raises(Neo4jError, match="plan again"):
        target.apply(steps)
    target.apply(rest)
    assert target.plan(graph, 1, deep=True).empty


@pytest.mark.neo4j
def test_a_plan_that_another_apply_overtook_is_refused(target: Target, graph: Projection) -> None:
    late = target.plan(graph, 1)
    target.apply(target.plan(graph, 1))
    with pytest.raises(Neo4jError, match="another apply began after this plan was made: plan again"):
        target.apply(late)


@pytest.mark.neo4j
def test_more_than_one_batch_arrives(target: Target, small: Store) -> None:
    quads = list(small.quads())
    evidence = [quad for quad in quads if "/id/evidence/" in str(quad.subject)]
    many = [
        Quad(NamedNode(f"{str(quad.subject)[1:-1]}-{copy}"), quad.predicate, quad.object, quad.graph_name)
        for quad in evidence
        for copy in range(2 * BATCH // 76 + 1)
    ]
    graph = project([*quads, *many])
    assert len(graph.nodes) > 2 * BATCH
    target.apply(target.plan(graph, 1))
    assert counts(target) == (len(graph.nodes), len(graph.relationships))


@pytest.mark.neo4j
def test_one_call_applies_a_store_and_says_what_it_took(small: Store, neo4j_server: Server) -> None:
    neo4j_server.emptied().close()
    place = (neo4j_server.uri, neo4j_server.user, neo4j_server.password, neo4j_server.database)
    steps = plan_for_server(small, *place).created
    assert steps.by_label["Action"] == 16
    assert steps.nodes > steps.by_label["Action"] + steps.by_label["Document"]
    first = apply_to_server(small, *place)
    assert first.startswith(
        f"{neo4j_server.uri}, database neo4j: created {steps.nodes} nodes and {steps.relationships} relationships; "
    )
    assert apply_to_server(small, *place).endswith("nothing to change (sequence 1)")


@pytest.mark.neo4j
@pytest.mark.parametrize("cypher", ["CREATE (:Thing)", "MATCH (n) DETACH DELETE n", "MATCH (n) SET n.x = 1", "RETURN"])
def test_a_query_only_reads(target: Target, cypher: str) -> None:
    with pytest.raises(QueryFailed):
        target.run(cypher)
    assert counts(target) == (0, 0)


@pytest.mark.neo4j
def test_a_wrong_password_and_an_unknown_database_are_told(neo4j_server: Server) -> None:
    place = neo4j_server
    for password in ("wrong-password", None):
        with pytest.raises(Neo4jError, match="user 'neo4j' was refused: check NEO4J_USERNAME and NEO4J_PASSWORD"):
            Target(place.uri, place.user, password)
    with (
        Target(place.uri, place.user, place.password, "elsewhere") as target,
        pytest.raises(Neo4jError, match="no database 'elsewhere' there: check NEO4J_DATABASE"),
    ):
        target.sequence()


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_is_not_there_is_told_in_one_line(scheme: str) -> None:
    uri = f"{scheme}://127.0.0.1:{closed_port()}"
    with pytest.raises(Neo4jError) as refused:
        Target(uri, "neo4j", "secret")
    assert str(refused.value) == f"{uri}: no Neo4j answers there: start it, or set NEO4J_URI to its address"


@pytest.mark.parametrize("uri", ["http://localhost:7474", "localhost:7687", "rubbish", "bolt://", "neo4j://a b:1"])
def test_what_is_no_address_is_told(uri: str) -> None:
    with pytest.raises(Neo4jError) as refused:
        Target(uri, "neo4j", "secret")
    assert str(refused.value).startswith(f"{uri}: no ")
    assert "\n" not in str(refused.value)


def test_no_address_at_all_is_told(small: Store) -> None:
    with pytest.raises(Neo4jError, match="set NEO4J_URI"):
        apply_to_server(small, None, "neo4j", "secret", "neo4j")


def test_the_driver_adds_nothing_to_standard_error(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom graphkit.cypher.target import Target\nfrom graphkit.errors import Neo4jError\n"
        "try:\n    Target(sys.argv[1], 'neo4j', 'secret')\nexcept Neo4jError as error:\n    print(error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "always", "-c", code, f"neo4j://127.0.0.1:{closed_port()}"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.count("\n") == 1
    assert ran.stderr == ""
