import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.cypher import open_embedded
from graphkit.cypher.embedded import Embedded
from graphkit.cypher.engine import Engine
from graphkit.cypher.model import Node, Projection
from graphkit.errors import BadParameter, MissingExtra, QueryFailed
from graphkit.graph.store import Store

ONE = Projection({"urn:1": Node("urn:1", ("Resource", "Thing"), {"iri": "urn:1", "size": 1})}, {})
TWO = Projection({"urn:2": Node("urn:2", ("Resource",), {"iri": "urn:2"})}, {})
ENDLESS = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*) AS n"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Embedded]:
    """An engine on one node, that gives up after two seconds or three rows."""
    made = Embedded(tmp_path / "cypher", "one", lambda: ONE, timeout=2, most=3)
    try:
        yield made
    finally:
        made.close()


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (:Thing {iri: 'urn:9'})",
        "create (:Thing)",
        "/* MATCH */ CREATE (n) RETURN n",
        "MATCH (n:Thing) CREATE (n)-[:R]->(:Thing)",
        "MERGE (n:Thing {iri: 'urn:9'}) ON CREATE SET n.size = 2",
        "MATCH (n:Thing) SET n.size = 2 RETURN n",
        "MATCH (n:Thing) SET n:Other",
        "MATCH (n:Thing) SET n += {size: 2}",
        "MATCH (n:Thing) REMOVE n.size",
        "MATCH (n:Thing) DELETE n",
        "MATCH (n) DETACH DELETE n",
        "FOREACH (x IN [1, 2] | CREATE (:Thing))",
        "CALL { CREATE (:Thing) } RETURN 1",
        "UNWIND [1] AS x CALL (x) { CREATE (:Thing) } IN TRANSACTIONS",
        "MATCH (n) RETURN n UNION CREATE (n) RETURN n",
        "CREATE INDEX FOR (n:Thing) ON (n.size)",
        "CREATE CONSTRAINT FOR (n:Thing) REQUIRE n.size IS UNIQUE",
        "DROP INDEX any IF EXISTS",
        "CALL merge.node(['Thing'], {})",
        "CREATE USER somebody SET PASSWORD 'secret12'",
        "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
        "LOAD CSV FROM 'https://example.org/x.csv' AS line RETURN line",
    ],
)
def test_what_writes_or_leaves_the_graph_is_refused(embedded: Engine, cypher: str) -> None:
    before = embedded.run("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS n, count(r) AS r")
    with pytest.raises(QueryFailed) as refused:
        embedded.run(cypher)
    assert "\n" not in str(refused.value)
    assert embedded.run("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS n, count(r) AS r") == before


@pytest.mark.parametrize(
    "cypher",
    [
        "RETURN 'CREATE (n) DELETE n' AS text",
        'RETURN "MERGE" AS text // CREATE (n)',
        "/* SET n.x = 1; DELETE */ RETURN 1 AS text",
        "MATCH (n:Topic) RETURN n.set AS `create`, n.delete AS merge LIMIT 1",
        "CALL db.labels() YIELD label RETURN label AS text LIMIT 1",
        "WITH 1 AS remove RETURN remove AS text",
    ],
)
def test_words_that_only_look_like_writing_are_allowed(embedded: Engine, cypher: str) -> None:
    assert len(embedded.run(cypher)) == 1


@pytest.mark.parametrize("cypher", ["", "RETURN", "MATCH (n:Thing RETURN n", "RETURN nothing", "RETURN 1/0", "\x00"])
def test_what_is_wrong_is_told_in_one_line(embedded: Engine, cypher: str) -> None:
    with pytest.raises(QueryFailed) as refused:
        embedded.run(cypher)
    message = str(refused.value)
    assert message.startswith("Cypher: ")
    assert "Exception" not in message
    assert "\n" not in message


def test_parameters_are_values_and_never_query_text(embedded: Engine) -> None:
    hostile = "' RETURN 1 //"
    assert embedded.run("RETURN $a AS a, $b AS b", {"a": hostile, "b": 2}).values == ((hostile, 2),)
    assert embedded.run("RETURN size($list) AS n", {"list": ("a", "b")}).values == ((2,),)
    with pytest.raises(BadParameter, match="type object"):
        embedded.run("RETURN $a AS a", {"a": object()})


def test_a_slow_query_is_stopped_and_the_engine_answers_again(engine: Embedded) -> None:
    with pytest.raises(QueryFailed, match="no answer within 2 seconds"):
        engine.run(ENDLESS)
    engine.timeout = 60
    assert engine.run("MATCH (n:Thing) RETURN n.size AS size").values == ((1,),)


def test_a_long_answer_is_refused(engine: Embedded) -> None:
    engine.timeout = 60
    assert len(engine.run("UNWIND range(1, 3) AS x RETURN x")) == 3
    with pytest.raises(QueryFailed, match="more than 3 rows: add LIMIT"):
        engine.run("UNWIND range(1, 4) AS x RETURN x")


def test_too_much_memory_ends_the_query_and_not_us(tmp_path: Path) -> None:
    engine = Embedded(tmp_path / "cypher", "one", lambda: ONE, timeout=120, memory=96)
    greedy = (
        "UNWIND range(1, 600000) AS a UNWIND range(1, 100) AS b WITH collect([a, b, toString(a)]) AS l RETURN size(l)"
    )
    try:
        with pytest.raises(QueryFailed):
            engine.run(greedy)
        assert engine.run("MATCH (n) RETURN count(n) AS n").values == ((1,),)
    finally:
        engine.close()


def test_the_database_is_made_once_for_a_state_and_again_for_another(tmp_path: Path) -> None:
    made: list[str] = []

    def make(stamp: str, projection: Projection) -> Embedded:
        def project() -> Projection:
            made.append(stamp)
            return projection

        return Embedded(tmp_path / "cypher", stamp, project, timeout=60)

    for stamp, projection, expected in (("a", ONE, "urn:1"), ("a", ONE, "urn:1"), ("b", TWO, "urn:2")):
        engine = make(stamp, projection)
        try:
            assert engine.run("MATCH (n:Resource) RETURN n.iri AS iri").values == ((expected,),)
        finally:
            engine.close()
    assert made == ["a", "b"]
    assert [path.name[0] for path in (tmp_path / "cypher").iterdir()] == ["b"]


def test_two_readers_share_a_database(small: Store, tmp_path: Path) -> None:
    engines = [open_embedded(small, tmp_path / "cypher", timeout=60) for _ in range(2)]
    try:
        answers = [engine.run("MATCH (a:Action) RETURN count(a) AS n") for engine in engines]
    finally:
        for engine in engines:
            engine.close()
    assert answers[0] == answers[1]
    assert answers[0].values == ((16,),)


def test_a_build_that_fails_leaves_nothing_and_can_be_done_again(tmp_path: Path) -> None:
    def stop() -> Projection:
        raise KeyboardInterrupt

    broken = Embedded(tmp_path / "cypher", "a", stop, timeout=60)
    with pytest.raises(KeyboardInterrupt):
        broken.run("RETURN 1 AS one")
    assert list((tmp_path / "cypher").iterdir()) == []


def test_a_broken_database_is_made_again_from_the_graph(tmp_path: Path) -> None:
    engine = Embedded(tmp_path / "cypher", "a", lambda: ONE, timeout=60)
    engine.run("RETURN 1 AS one")
    engine.close()
    (database,) = (tmp_path / "cypher").iterdir()
    for file in database.iterdir():
        file.write_bytes(b"nonsense")
    try:
        assert engine.run("MATCH (n) RETURN count(n) AS n").values == ((len(ONE.nodes),),)
    finally:
        engine.close()


@pytest.mark.parametrize("closed", ["closed", "forgotten"])
def test_nothing_is_written_to_standard_output_or_left_in_a_folder(tmp_path: Path, closed: str) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from graphkit.cypher.embedded import Embedded; from graphkit.cypher.model import Node, Projection\n"
        "node = Node('urn:1', ('Resource',), {'iri': 'urn:1'})\n"
        "engine = Embedded(Path(sys.argv[1]), 'a', lambda: Projection({'urn:1': node}, {}), timeout=60)\n"
        "print(engine.run('MATCH (n) RETURN n.iri AS iri').values)\n"
        "if sys.argv[2] == 'closed': engine.close()\n"
    )
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "cypher"), closed],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ran.stdout, ran.stderr) == ("(('urn:1',),)\n", "")
    assert list(home.iterdir()) == []
    assert list(temporary.iterdir()) == []


def test_closing_ends_the_process_and_removes_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    engine = Embedded(tmp_path / "cypher", "a", lambda: ONE, timeout=60)
    engine.run("RETURN 1 AS one")
    assert list(tmp_path.glob("graphkit-cypher-*"))
    engine.close()
    engine.close()
    assert not list(tmp_path.glob("graphkit-cypher-*"))


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match=r"pip install 'graphkit\[cypher\]'"):
        Embedded(tmp_path, "a", lambda: ONE).run("RETURN 1 AS one")
