"""A query's text before it runs: parameters put in, and whatever could reach the network or write refused.

Reads the lexical grammar of SPARQL 1.1 (section 19.8) only so far as to tell words and variables from strings, IRIs and
comments.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode

from graphkit.errors import QueryFailed
from graphkit.graph.terms import date_literal, text_literal

Parameter = str | int | float | bool | date | NamedNode | Literal | None
"""A plain string stays one; for an IRI give a NamedNode. None leaves the variable as it is: unbound."""

_TOKEN: Final = re.compile(
    r'''(?P<comment>\#[^\n\r]*)
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<string>"""(?:[^"\\]|\\.|"(?!""))*""" | \'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\'
        | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
    |(?P<bound>\b(?i:BOUND)\s*\(\s*[?$]\w+\s*\))
    |(?P<variable>[?$]\w+)
    |(?P<name>[\w.\-]*:(?:[\w.\-:%]|\\.)*)
    |(?P<word>\w+)
    |(?P<space>\s+)
    |(?P<other>.)''',
    re.VERBOSE | re.DOTALL,
)
_CODEPOINT: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_PLACE: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_WRITES: Final = frozenset({"insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with"})


def refuse_service(text: str) -> None:
    """QueryFailed for a query with a SERVICE clause: the graph never reaches the network.

    Looks at the text as it stands and with its code point escapes (section 19.2) decoded. A parser may split letters
    that run on ("1SERVICE<...>"), so the word counts wherever it stands outside strings, IRIs, variables, comments and
    local names.
    """
    for each in {text, _CODEPOINT.sub(_decoded, text)}:
        for kind, token in _tokens(each):
            word = token.partition(":")[0] if kind == "name" else token
            if kind in {"word", "name"} and "service" in word.casefold():
                raise QueryFailed(
                    "SPARQL: SERVICE is refused, a query never reaches the network; "
                    "take the clause out (or rename a prefix with that word in it)"
                )


def _decoded(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number < 0x110000 else ""


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    for match in _TOKEN.finditer(text):
        yield str(match.lastgroup), match[0]


def bind(text: str, parameters: Mapping[str, Parameter]) -> str:
    """The query with each parameter in place of the variable of its name, as SEP-0007 of the SPARQL community does.

    The engine's own substitutions act only after filters and only on selected variables, so they are of no use for a
    parameter in FILTER. Terms are written by the RDF library, so no value can leave its literal. BOUND(?x) of a
    parameter that is given becomes true. A parameter can stand neither in SELECT nor after AS.
    """
    terms = {name: str(_term(value)) for name, value in parameters.items() if value is not None}
    if not terms:
        return text
    return "".join(_bound(kind, token, terms) for kind, token in _tokens(text))


def _bound(kind: str, token: str, terms: Mapping[str, str]) -> str:
    if kind == "variable":
        return terms.get(token[1:], token)
    if kind == "bound" and re.split(r"[?$]", token)[1].rstrip(") \t\r\n") in terms:
        return "true"
    return token


def _term(value: str | float | date | NamedNode | Literal) -> NamedNode | Literal:
    if isinstance(value, NamedNode | Literal):
        return value
    if isinstance(value, str):
        return text_literal(value)
    if isinstance(value, date):
        return date_literal(value.isoformat()) or text_literal(value.isoformat())
    return Literal(value)


def syntax_error(text: str, error: SyntaxError) -> QueryFailed:
    """What to tell the author of a query that is no SPARQL, in one line with line and column."""
    words = {token.casefold() for kind, token in _tokens(text) if kind == "word"}
    hint = "; updates are refused, only SELECT, ASK, CONSTRUCT and DESCRIBE run" if words & _WRITES else ""
    found = _PLACE.match(str(error))
    if found is None:
        return QueryFailed(f"SPARQL: {' '.join(str(error).split())[:160]}{hint}")
    line, column, detail = found.groups()
    if "Prefix not found" in detail:
        detail = "this prefix is not declared"
    elif "variable that is unbound" in detail:
        detail = "a selected variable is neither grouped nor bound"
    else:
        detail = " ".join(detail.split())
        detail = detail if len(detail) <= 100 else detail[:100].rsplit(",", 1)[0] + " ..."
    return QueryFailed(f"SPARQL, line {line}, column {column}: {detail}{hint}")
