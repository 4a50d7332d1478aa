import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from graphkit.graph.answers import value_of
from graphkit.graph.rows import Rows, Value
from graphkit.graph.store import Store
from graphkit.graph.vocabulary import XSD


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (NamedNode("https://x.org/a"), "https://x.org/a"),
        (Literal("words"), "words"),
        (Literal("mots", language="fr"), "mots"),
        (Literal("7", datatype=NamedNode(XSD + "integer")), 7),
        (Literal("0.5", datatype=NamedNode(XSD + "decimal")), 0.5),
        (Literal("1e3", datatype=NamedNode(XSD + "double")), 1000.0),
        (Literal("true", datatype=NamedNode(XSD + "boolean")), True),
        (Literal("2024-06-30", datatype=NamedNode(XSD + "date")), "2024-06-30"),
        (Literal("2024-06", datatype=NamedNode(XSD + "gYearMonth")), "2024-06"),
        (Literal("seven", datatype=NamedNode(XSD + "integer")), "seven"),
        (Literal("9" * 5000, datatype=NamedNode(XSD + "integer")), "9" * 5000),
        (BlankNode("b"), "_:b"),
        (None, None),
    ],
)
def test_a_term_becomes_a_plain_value(term: NamedNode | Literal | BlankNode | None, value: Value) -> None:
    assert value_of(term) == value
    assert type(value_of(term)) is type(value)


def test_every_form_of_query_gives_rows(store: Store) -> None:
    assert store.query("SELECT ?none ?label { status:agreed skos:prefLabel ?label }") == Rows(
        ("none", "label"), ((None, "agreed"),)
    )
    assert store.query("ASK { ?s a hw:Unicorn }") == Rows(("answer",), ((False,),))
    built = store.query("CONSTRUCT { ?s skos:prefLabel ?l } { ?s skos:prefLabel ?l ; a hw:Status }")
    assert built.columns == ("subject", "predicate", "object")
    assert len(built) == 8
    assert len(store.query("DESCRIBE status:agreed")) == 6
