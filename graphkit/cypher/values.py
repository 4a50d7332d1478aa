"""How RDF literals become properties.

| literal | property |
|---|---|
| plain, or tagged "en" | string |
| tagged otherwise ("cy") | string, in a property of its own: `prefLabel_cy` |
| xsd:integer and its kinds, of 64 bits | integer |
| xsd:decimal, xsd:double, xsd:float, finite | float |
| xsd:boolean | boolean |
| xsd:date without a time zone | date |
| any other datatype, or a value outside those | string as written, with the datatype in `NAME_datatype` |

A functional property (owl:FunctionalProperty) is a single value; if papers give more than one, it is the first, and
`NAME_all` holds them all. Every other property is a sorted list. A list of mixed types becomes strings, with a list
`NAME_datatype` beside it in the same order.
"""

import datetime as dt
import math
from collections.abc import Iterable
from typing import NamedTuple, cast

from pyoxigraph import Literal

from graphkit.cypher.model import Property, Scalar
from graphkit.cypher.names import compact
from graphkit.graph.vocabulary import XSD

_SIGNED = ("integer", "int", "long", "short", "byte", "nonPositiveInteger", "negativeInteger")
_UNSIGNED = ("nonNegativeInteger", "positiveInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte")
_INTEGERS = frozenset(XSD + name for name in _SIGNED + _UNSIGNED)
_FLOATS = frozenset({XSD + "decimal", XSD + "double", XSD + "float"})
_STRINGS = frozenset({XSD + "string", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"})
_LONG = 2**63


class Cell(NamedTuple):
    """One literal: its value, its text as written, and its datatype ("xsd:gYear"), or "" where the value tells it."""

    value: Scalar
    text: str
    datatype: str


def cell(literal: Literal) -> Cell:
    """The value of a literal; never fails."""
    text, datatype = literal.value, literal.datatype.value
    value = _native(text, datatype)
    if value is None:
        return Cell(text, text, compact(datatype))
    return Cell(value, text, "")


def language(literal: Literal) -> str:
    """The tag of a literal that is not English ("cy"), with "_" for "-", else ""."""
    tag = literal.language
    return "" if tag is None or tag == "en" or tag.startswith("en-") else tag.replace("-", "_")


def properties(name: str, cells: Iterable[Cell], *, functional: bool) -> dict[str, Property]:
    """All properties that one predicate gives a node."""
    found = sorted(set(cells), key=lambda entry: (type(entry.value).__name__, entry.value, entry.datatype))
    if len({type(entry.value) for entry in found}) > 1:
        found = [Cell(entry.text, entry.text, entry.datatype or _implied(entry.value)) for entry in found]
    values, datatypes = [entry.value for entry in found], [entry.datatype for entry in found]
    single = functional and len(found) == 1
    made: dict[str, Property] = {}
    if functional:
        made[name] = values[0]
    if not single:
        made[f"{name}_all" if functional else name] = cast("Property", values)
    if any(datatypes):
        made[f"{name}_datatype"] = datatypes[0] if single else datatypes
    return made


def _implied(value: Scalar) -> str:
    kinds: dict[type, str] = {str: "string", bool: "boolean", int: "integer", float: "decimal", dt.date: "date"}
    return f"xsd:{kinds[type(value)]}"


def _native(text: str, datatype: str) -> Scalar | None:
    """The value as the engines' own type, or None where they have none that holds it."""
    if datatype in _STRINGS:
        return text
    try:
        if datatype in _INTEGERS:
            number = int(text)
            return number if -_LONG <= number < _LONG else None
        if datatype in _FLOATS:
            real = float(text)
            return real if math.isfinite(real) else None
        if datatype == XSD + "date":
            return dt.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
    if datatype == XSD + "boolean":
        return {"true": True, "1": True, "false": False, "0": False}.get(text)
    return None
