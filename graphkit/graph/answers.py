"""What the SPARQL engine gives back, as Rows."""

from collections.abc import Callable
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

from graphkit.graph.rows import Rows, Value
from graphkit.graph.vocabulary import XSD

Term = NamedNode | BlankNode | Literal | Triple

_WHOLE: Final = (
    "integer int long short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger "
    "unsignedLong unsignedInt unsignedShort unsignedByte"
)
_READ: Final[dict[str, Callable[[str], Value]]] = {
    **{XSD + name: int for name in _WHOLE.split()},
    **{XSD + name: float for name in ("decimal", "double", "float")},
    XSD + "boolean": lambda text: text in {"true", "1"},
}


def rows_of(answer: QuerySolutions | QueryBoolean | QueryTriples) -> Rows:
    """SELECT as it is; CONSTRUCT and DESCRIBE with the columns subject, predicate, object; ASK as one row, "answer"."""
    if isinstance(answer, QueryBoolean):
        return Rows(("answer",), ((bool(answer),),))
    if isinstance(answer, QueryTriples):
        triples = (tuple(value_of(term) for term in (each.subject, each.predicate, each.object)) for each in answer)
        return Rows(("subject", "predicate", "object"), tuple(triples))
    columns = tuple(variable.value for variable in answer.variables)
    return Rows(columns, tuple(tuple(value_of(each[name]) for name in columns) for each in answer))


def value_of(term: Term | None) -> Value:
    """A term as a plain value: an IRI and a date as a string, numbers and booleans as Python's own."""
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, Literal):
        read = _READ.get(term.datatype.value)
        try:
            return read(term.value) if read else term.value
        except ValueError:
            # Not a number in spite of its datatype, or one of more digits than Python will read.
            return term.value
    return str(term)
