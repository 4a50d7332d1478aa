"""The Python face: import graphkit; graphkit.build(...); graphkit.open(...)."""

from collections.abc import Iterator
from pathlib import Path

import networkx
import pandas as pd
import pytest

import graphkit
from graphkit.errors import BadParameter, QueryFailed, UnknownQuery, UsageError, WorkspaceError
from graphkit.session import Graph

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "northmere"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    folder = tmp_path_factory.mktemp("face")
    report = graphkit.build(EXAMPLES, folder / "w")
    assert report.papers == 8
    with graphkit.open(folder / "w") as opened:
        yield opened


def test_the_public_names_are_these() -> None:
    assert sorted(graphkit.__all__) == ["__version__", "build", "open"]
    assert all(hasattr(graphkit, name) for name in graphkit.__all__)


def test_rows_are_what_pandas_takes(graph: Graph) -> None:
    rows = graph.query("owners-of-topic", topic="youth-mental-health")
    frame = pd.DataFrame(rows)
    assert list(frame.columns) == list(rows.columns)
    assert len(frame) == len(rows) > 0
    assert frame["quote"].str.len().min() > 0


def test_the_two_languages_agree(graph: Graph) -> None:
    parameters = {"topic": "youth-mental-health"}
    assert (
        graph.query("owners-of-topic", language="cypher", **parameters).values
        == graph.query("owners-of-topic", **parameters).values
    )


def test_own_queries_in_both_languages(graph: Graph) -> None:
    (sparql,) = graph.sparql("SELECT (COUNT(?a) AS ?n) WHERE { ?a a hw:Action }")
    (cypher,) = graph.cypher("MATCH (a:Action) RETURN count(a) AS n")
    assert sparql == cypher


def test_networkx_holds_the_same_actions(graph: Graph) -> None:
    network = graph.to_networkx()
    assert isinstance(network, networkx.MultiDiGraph)
    actions = [name for name, labels in network.nodes(data="labels") if labels and "Action" in labels]
    assert len(actions) == graph.sparql("SELECT (COUNT(?a) AS ?n) WHERE { ?a a hw:Action }")[0]["n"]


def test_wrong_calls_raise_what_their_docstrings_say(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(UnknownQuery):
        graph.query("owners")
    with pytest.raises(BadParameter):
        graph.query("owners-of-topic", topic="no-such-topic")
    with pytest.raises(UsageError):
        graph.query("owners-of-topic", language="gremlin", topic="poverty")
    with pytest.raises(QueryFailed):
        graph.sparql("INSERT DATA { <a:b> <a:c> 1 }")
    with pytest.raises(WorkspaceError):
        graphkit.open(tmp_path)


def test_the_graph_holds_the_examples_to_the_ontology(graph: Graph) -> None:
    assert graph.check() == ()
