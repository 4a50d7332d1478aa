"""The Python face: an open graph that answers in both languages, draws and syncs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from graphkit import workspace as workspaces
from graphkit.errors import UsageError
from graphkit.graph.rows import Rows
from graphkit.graph.store import Store
from graphkit.workspace import Workspace

if TYPE_CHECKING:
    import networkx

    from graphkit.cypher import Engine
    from graphkit.cypher.plan import Plan
    from graphkit.graph.check import Problem


class Graph:
    """An open workspace, as it stood when it was opened; use it in a `with` block or call `close()`."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._store = Store.read_only(workspace.store)
        self._engine: Engine | None = None

    def query(self, name: str, *, language: str = "sparql", **parameters: object) -> Rows:
        """The rows of a named question, the same in "sparql" and "cypher".

        Raises:
            UnknownQuery: there is no question of that name.
            BadParameter: a parameter is missing, unknown or of the wrong type.
        """
        from graphkit import queries

        if language not in ("sparql", "cypher"):
            raise UsageError(f"language {language!r} is not known: choose sparql or cypher")
        engine = self._cypher_engine() if language == "cypher" else None
        return queries.run(self._store, name, parameters, language=language, engine=engine)

    def sparql(self, text: str) -> Rows:
        """The rows of a SPARQL query over all papers.

        Raises:
            QueryFailed: the query is wrong, writes, or reaches for another server.
        """
        return self._store.query(text)

    def cypher(self, text: str, **parameters: object) -> Rows:
        """The rows of a Cypher query, answered by the embedded engine.

        Raises:
            MissingExtra: the extra `cypher` is not installed.
            QueryFailed: the query is wrong, writes, or took too long.
        """
        return self._cypher_engine().run(text, parameters)

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """The graph for networkx: nodes keyed by IRI, with labels and properties."""
        from graphkit.graph.networks import to_networkx

        return to_networkx(self._store)

    def check(self) -> "tuple[Problem, ...]":
        """What breaks the ontology's shapes."""
        from graphkit.graph.check import check

        return check(self._store)

    def write_pages(self, out: Path | None = None) -> tuple[Path, ...]:
        """Writes the pages into a folder (build/pages in the workspace by default); gives their paths."""
        from graphkit.views import write_pages

        return write_pages(self._store, out or self.workspace.pages)

    def status(self) -> str:
        """What was built from what, for a person to read."""
        from graphkit.status import status

        return status(self._store, self.workspace)

    def plan_for_neo4j(
        self,
        uri: str | None = None,
        user: str | None = None,
        password: str | None = None,
        database: str | None = None,
        *,
        deep: bool = False,
    ) -> "Plan":
        """What `apply_to_neo4j` would do; `deep` compares every property there.

        Raises:
            Neo4jError: the server cannot be reached or refuses us.
        """
        from graphkit.cypher import plan_for_server

        address, name, base = self._server(uri, user, database)
        return plan_for_server(self._store, address, name, password, base, deep=deep)

    def apply_to_neo4j(
        self,
        uri: str | None = None,
        user: str | None = None,
        password: str | None = None,
        database: str | None = None,
    ) -> str:
        """Puts the graph into a Neo4j server; says what changed.

        Raises:
            Neo4jError: the server cannot be reached or refuses us.
        """
        from graphkit.cypher import apply_to_server

        address, name, base = self._server(uri, user, database)
        return apply_to_server(self._store, address, name, password, base)

    def _server(self, uri: str | None, user: str | None, database: str | None) -> tuple[str | None, str, str]:
        """Address, user and database: as given, else as the settings say."""
        settings = self.workspace.neo4j
        return uri or settings.uri, user or settings.user or "neo4j", database or settings.database or "neo4j"

    def close(self) -> None:
        """Ends the embedded engine, if one runs, and lets go of the store."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None
        self._store.close()

    def _cypher_engine(self) -> "Engine":
        if self._engine is None:
            from graphkit.cypher import open_embedded

            self._engine = open_embedded(self._store, self.workspace.cypher)
        return self._engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@contextmanager
def open_graph(root: Path | None) -> Iterator[Graph]:
    """The graph of the workspace at `root`, or of the nearest one upwards."""
    graph = Graph(workspaces.find(root))
    try:
        yield graph
    finally:
        graph.close()
