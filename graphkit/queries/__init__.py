"""The front door to the named questions in `queries/`.

A question is two files of one name there, in SPARQL and in Cypher, that give the same rows; add your own beside them.
A parameter `topic` is the variable `?topic` (or `$topic`) of the SPARQL file, and `$topic` of the Cypher file. Where a
column has the name of a parameter, the parameter is `$_board` in SPARQL and the column `?board`.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from graphkit.errors import BadParameter, UsageError
from graphkit.graph.rows import Rows
from graphkit.queries.named import NamedQuery, catalogue, get
from graphkit.queries.parameters import Given, Parameter, checked

if TYPE_CHECKING:
    from graphkit.cypher.engine import Engine
    from graphkit.graph.store import Store

__all__ = ["NamedQuery", "Parameter", "catalogue", "checked", "get", "run"]


def run(
    store: "Store",
    name: str,
    parameters: Mapping[str, object] | None = None,
    language: str = "sparql",
    engine: "Engine | None" = None,
) -> Rows:
    """The rows of a named query: the same in "sparql", from the store, and in "cypher", from the engine.

    Raises:
        UnknownQuery: there is no query of that name.
        BadParameter: a parameter is missing, unknown or of the wrong type, or names no concept of the graph.
        QueryFailed: the engine refused or stopped it.
    """
    query = get(name)
    values = checked(name, query.parameters, parameters or {})
    for parameter in query.parameters:
        if parameter.of is not None and values[parameter.name] != "":
            _check_concept(store, parameter, values[parameter.name])
    if language == "cypher":
        if engine is None:
            raise UsageError("Cypher needs an engine: give engine=..., or ask in SPARQL")
        rows = engine.run(query.cypher, values)
    elif language == "sparql":
        rows = store.query(query.sparql, **query.bound(values))
    else:
        raise UsageError(f"language {language!r} is not known: choose sparql or cypher")
    return Rows(tuple(query.columns), rows.values)


def _check_concept(store: "Store", parameter: Parameter, slug: Given) -> None:
    found = store.query(_NOTATIONS, _class=f"{parameter.of}").column("notation")
    known = sorted(str(notation) for notation in found)
    if slug in known:
        return
    near = get_close_matches(str(slug), known, n=5, cutoff=0.5)
    words = set(str(slug).split("-"))
    near += [notation for notation in known if words & set(notation.split("-")) and notation not in near]
    hint = f"did you mean {', '.join(near[:8])}?" if near else f"choose one of {', '.join(known[:40])}"
    raise BadParameter(f"{parameter.name}={slug}: the graph knows no such {parameter.of}: {hint}")


_NOTATIONS = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?notation WHERE {
  ?concept a ?type ; skos:notation ?notation .
  FILTER (?type = IRI(CONCAT("https://example.org/hwb/ns#", $_class)))
} ORDER BY ?notation
"""
