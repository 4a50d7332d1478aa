"""The graph as nodes and relationships: in a Neo4j server, and for Cypher without a server."""

from graphkit.cypher.engine import Engine
from graphkit.cypher.sync import apply_to_server, open_embedded, open_target, plan_for_server, projection_of

__all__ = ["Engine", "apply_to_server", "open_embedded", "open_target", "plan_for_server", "projection_of"]
