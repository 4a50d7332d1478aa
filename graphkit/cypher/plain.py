"""Answers of Cypher engines as cells of Rows, alike for all of them.

Numbers, strings and booleans stay; dates and times are ISO 8601; lists and maps are JSON text, and so are
nodes {"labels": [...], "properties": {...}},
relationships {"type": ..., "properties": {...}} and
paths {"nodes": [...], "relationships": [...]}.
Element ids are left out, since they differ from engine to engine, and so are the ends of a relationship, which Neo4j
does not send along: return them beside it.
"""

import json

from graphkit.graph.rows import Value


def to_cell(value: object) -> Value:
    """A plain value as a cell."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
