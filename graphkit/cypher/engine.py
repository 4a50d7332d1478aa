"""What every Cypher engine does for its callers."""

from collections.abc import Mapping
from typing import Protocol

from graphkit.graph.rows import Rows


class Engine(Protocol):
    """Answers Cypher: the embedded engine, or a Neo4j server."""

    def run(self, cypher: str, parameters: Mapping[str, object] | None = None) -> Rows:
        """The rows of a query that only reads; nodes, relationships, paths, lists and maps are JSON text.

        Raises:
            QueryFailed: the query is wrong, writes, or took too long.
        """
        ...

    def close(self) -> None:
        """Lets go of the server or ends the process; the engine answers no more."""
        ...
