from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from graphkit.errors import QueryFailed
from graphkit.graph.sparql import bind, refuse_service
from graphkit.graph.store import Store

ANY_TEXT = st.text(st.characters(codec="utf-8"))


@given(ANY_TEXT)
def test_no_parameter_leaves_its_literal(value: str) -> None:
    rows = Store.in_memory().query("SELECT (?given AS ?a) (1 AS ?b) WHERE { FILTER(?given = ?given) }", given=value)
    assert len(rows) == 1
    assert list(rows[0]) == ["a", "b"]


@pytest.mark.parametrize(
    ("value", "expression"),
    [
        ("x", "?v = 'x'"),
        (3, "?v + 1 = 4"),
        (0.5, "?v < 0.6"),
        (True, "?v"),
        (date(2024, 6, 30), "?v < xsd:date('2024-07-01')"),
        (NamedNode("https://x.org/a"), "?v = <https://x.org/a>"),
    ],
)
def test_a_parameter_has_the_type_of_its_value(value: str | float | date | NamedNode, expression: str) -> None:
    assert Store.in_memory().query(f"ASK {{ FILTER({expression}) }}", v=value)[0] == {"answer": True}


def test_a_parameter_reaches_filters_in_every_group() -> None:
    query = "SELECT ?x { { SELECT ?x { VALUES ?x { 1 2 } FILTER(?x = ?n) } } OPTIONAL { FILTER(?n > 1) } }"
    assert Store.in_memory().query(query, n=2).column("x") == (2,)


def test_an_optional_parameter_can_be_asked_for() -> None:
    query = "SELECT ?x { VALUES ?x { 1 2 } FILTER(!BOUND(?n) || ?x = ?n) }"
    store = Store.in_memory()
    assert store.query(query).column("x") == (1, 2)
    assert store.query(query, n=None).column("x") == (1, 2)
    assert store.query(query, n=2).column("x") == (2,)


def test_only_variables_are_replaced() -> None:
    assert bind("'BOUND(?a)' BOUND ( $a ) bound(?b)", {"a": 1}) == "'BOUND(?a)' true bound(?b)"
    text = """SELECT * { ?a <x:?a> "?a" , '?a' , \"\"\"?a "?a\"\"\" . # ?a\n ?ab ex:?a $a }"""
    assert bind(text, {"a": 1}).count('"1"^^') == 2 + text.count("ex:?a")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x.org/> { ?a ?b ?c } }",
        "SELECT * { service silent <http://x.org/> { ?a ?b ?c } }",
        "SELECT * { ?s ?p ?o FILTER(1<2) .SERVICE<http://x.org/>{ ?a ?b ?c } }",
        "SELECT * { ?s ?p 1SERVICE<http://x.org/>{ ?a ?b ?c } }",
        "PREFIX : <http://x.org/> SELECT * { SERVICE:a { ?a ?b ?c } }",
        "SELECT * { \\u0053ERVICE <http://x.org/> { ?a ?b ?c } }",
        "SELECT * { \\U00000053ERVICE <http://x.org/> { ?a ?b ?c } }",
        "SELECT * { ?s ?p <http://x.org/a\\u0062'> . SERVICE <http://x.org/> { ?a ?b ?c } FILTER(?a = '') }",
        r"SELECT * { ?s ex:it\'s ?o . SERVICE <http://x.org/> { ?a ?b ?c } FILTER(?a = '') }",
        'SELECT * { ?s ?p """ " """ . SERVICE <http://x.org/> { ?a ?b ?c } }',
        "SELECT * { # a comment\r SERVICE <http://x.org/> { ?a ?b ?c } }",
        "SELECT * { { SELECT * { SERVICE ?s { ?a ?b ?c } } } }",
    ],
)
def test_no_query_reaches_the_network(query: str) -> None:
    with pytest.raises(QueryFailed, match="SERVICE is refused"):
        Store.in_memory().query(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ("SERVICE" AS ?service) {}',
        "SELECT * { ?service <x:SERVICE> hw:SERVICE } # SERVICE",
        "SELECT * { ?s ?p 'it is a SERVICE' , '''SERVICE ' SERVICE''' }",
    ],
)
def test_the_word_is_free_where_it_is_no_clause(query: str) -> None:
    refuse_service(query)
    assert len(Store.in_memory().query(query)) <= 1


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * WHERE { ?s ?p ", r"^SPARQL, line 1, column 24: expected one of"),
        ("SELECT ?x WHERE {\n ?x ?y ?z .\n FOO }", r"^SPARQL, line 3, column 7: "),
        ("SELECT * { ?s nowhere:x ?o }", r"^SPARQL, line 1, column \d+: this prefix is not declared$"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", "neither grouped nor bound"),
        ("INSERT DATA { <a:b> <a:c> 1 }", "updates are refused"),
        ("DELETE WHERE { ?s ?p ?o }", "updates are refused"),
        ("LOAD <http://x.org/>", "updates are refused"),
        ("DROP ALL", "updates are refused"),
        ("", "^SPARQL, line 1, column 1"),
        ("\ud800", "^SPARQL: "),
    ],
)
def test_what_is_no_query_is_told_in_one_line(query: str, message: str) -> None:
    with pytest.raises(QueryFailed, match=message) as caught:
        Store.in_memory().query(query)
    assert "\n" not in str(caught.value)


def test_other_graphs_are_never_fetched() -> None:
    assert len(Store.in_memory().query("SELECT * FROM <http://x.org/data> { ?s ?p ?o }")) == 0
