"""From a store to an engine: the two ways in which the graph reaches Cypher.

The neo4j driver is imported only where a server is asked for: it brings half a second of other packages along.
"""

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.cypher.embedded import Embedded
from graphkit.cypher.model import Projection
from graphkit.cypher.projection import project
from graphkit.errors import Neo4jError

if TYPE_CHECKING:
    from graphkit.cypher.plan import Plan
    from graphkit.cypher.target import Target
    from graphkit.graph.store import Store


def projection_of(store: "Store") -> Projection:
    """All of the store but its change log, as nodes and relationships."""
    return project(store.quads())


def open_embedded(store: "Store", folder: Path, timeout: float = 30.0) -> Embedded:
    """The embedded engine on this store as it is now, with its database in `folder`; close it when done.

    Nothing starts before the first query, which also builds the database if that of this state is not there yet.
    """
    return Embedded(folder, _stamp(store), lambda: projection_of(store), timeout=timeout)


def open_target(store: "Store", uri: str | None, user: str, password: str | None, database: str) -> "Target":
    """A server's database as the target of this store; the store's base IRI names the workspace there.

    Raises:
        Neo4jError: no address is given, or the server cannot be reached or refuses us.
    """
    if not uri:
        raise Neo4jError("no address of a Neo4j server: set NEO4J_URI, for example to neo4j://localhost:7687")
    from graphkit.cypher.target import Target

    return Target(uri, user, password, database, store.base)


def plan_for_server(
    store: "Store", uri: str | None, user: str, password: str | None, database: str, *, deep: bool = False
) -> "Plan":
    """What an apply would do; `deep` looks at every property there, not only at the hashes kept with them.

    Raises:
        Neo4jError: the server cannot be reached or refuses us.
    """
    with open_target(store, uri, user, password, database) as target:
        return target.plan(projection_of(store), store.sequence, deep=deep)


def apply_to_server(store: "Store", uri: str | None, user: str, password: str | None, database: str) -> str:
    """Makes the server's database hold this graph and says in one line what that took.

    Raises:
        Neo4jError: the server cannot be reached or refuses us.
    """
    with open_target(store, uri, user, password, database) as target:
        steps = target.plan(projection_of(store), store.sequence)
        target.apply(steps)
    done = str(steps) if steps.empty else f"created {steps.created}; changed {steps.changed}; deleted {steps.deleted}"
    return f"{uri}, database {database}: {done} (sequence {steps.sequence})"


def _stamp(store: "Store") -> str:
    """Tells states of stores apart: the last change has a time, so a store that was built anew has another stamp."""
    state = repr((store.base, store.changes()[-1:], store.documents()))
    return f"{store.sequence}-{blake2b(state.encode(), digest_size=8).hexdigest()}"
