"""Values of the neo4j driver in the shapes of `graphkit.cypher.plain`."""

import math
from collections.abc import Mapping

from neo4j.graph import Node, Path, Relationship

from graphkit.cypher.names import HASH, WORKSPACE

_OURS = frozenset({HASH, WORKSPACE})


def from_driver(value: object) -> object:
    """A value of the neo4j driver as JSON has it."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else str(value)
        case Node():
            return {"labels": sorted(value.labels), "properties": _properties(value)}
        case Relationship():
            return {"type": value.type, "properties": _properties(value)}
        case Path():
            return {
                "nodes": [from_driver(node) for node in value.nodes],
                "relationships": [from_driver(link) for link in value.relationships],
            }
        case Mapping():
            return {str(name): from_driver(item) for name, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [from_driver(item) for item in value]
        case bytes() | bytearray():
            return value.hex()
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def _properties(element: Node | Relationship) -> dict[str, object]:
    return {name: from_driver(item) for name, item in element.items() if name not in _OURS}
