import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from graphkit.graph.terms import date_literal, decimal_literal, text_literal, writable
from graphkit.graph.vocabulary import XSD

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_every_text_survives_every_format(text: str) -> None:
    quad = Quad(NamedNode("a:s"), NamedNode("https://x.org/p"), text_literal(text), NamedNode("a:g"))
    for kind in (RdfFormat.N_QUADS, RdfFormat.TRIG):
        assert list(parse(serialize([quad], format=kind) or b"", format=kind)) == [quad]
    xml = serialize([quad.triple], format=RdfFormat.RDF_XML) or b""
    assert [each.triple for each in parse(xml, format=RdfFormat.RDF_XML)] == [quad.triple]


@given(ANY_TEXT)
def test_offsets_hold(text: str) -> None:
    assert len(writable(text)) == len(text)


@given(st.floats(0, 1))
def test_a_confidence_comes_back_from_the_store_as_it_was_written(number: float) -> None:
    quad = Quad(NamedNode("a:s"), NamedNode("a:p"), decimal_literal(number), NamedNode("a:g"))
    store = Store()
    store.add(quad)
    assert list(store) == [quad]
    assert abs(float(decimal_literal(number).value) - number) <= 0.00005


@pytest.mark.parametrize(
    ("stated", "kind"), [("2024", "gYear"), ("2024-06", "gYearMonth"), ("2024-02-29", "date"), ("0001-01-01", "date")]
)
def test_a_date_has_the_datatype_of_its_length(stated: str, kind: str) -> None:
    assert date_literal(stated) == Literal(stated, datatype=NamedNode(XSD + kind))


@pytest.mark.parametrize("stated", ["", "24", "2024-13", "2023-02-29", "2024-6-1", "June", "0000", "2024-06-30T10:00"])
def test_what_is_no_date_is_left_out(stated: str) -> None:
    assert date_literal(stated) is None
