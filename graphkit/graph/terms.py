"""RDF terms: literals that every RDF format can carry, in the one form in which the store gives them back."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from pyoxigraph import Literal, NamedNode

from graphkit.graph.vocabulary import XSD

# What XML 1.0 (section 2.2, Char) and with it RDF/XML cannot hold, and the lone surrogates that UTF-8 cannot.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

_DECIMAL: Final = NamedNode(XSD + "decimal")
_INTEGER: Final = NamedNode(XSD + "integer")


@lru_cache(maxsize=65536)
def node(iri: str) -> NamedNode:
    """The node of an IRI; ValueError when it is none."""
    return NamedNode(str(iri))


def writable(text: str) -> str:
    """The text with each character that RDF/XML cannot carry replaced by U+FFFD, one for one, so that offsets hold."""
    return _UNWRITABLE.sub("�", text)


def text_literal(text: str) -> Literal:
    """A plain string."""
    return Literal(writable(text))


def integer_literal(number: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(number), datatype=_INTEGER)


def decimal_literal(number: float) -> Literal:
    """An xsd:decimal of at most four places, without closing zeros: the form in which the store gives it back."""
    return Literal(f"{number:.4f}".rstrip("0").rstrip("."), datatype=_DECIMAL)


def date_literal(stated: str) -> Literal | None:
    """A year, month or day ("2024", "2024-06", "2024-06-30") with the datatype that fits; None for no such day."""
    parts = _DATE.fullmatch(stated)
    if parts is None:
        return None
    year, month, day = (int(part) if part else None for part in parts.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    kind = "date" if day else "gYearMonth" if month else "gYear"
    return Literal(stated, datatype=NamedNode(XSD + kind))
