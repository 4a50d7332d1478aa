"""Cypher without a server: ArcadeDB in a process of its own, on a database that can be made again at any time.

The folder (build/cypher) holds one database, named by the stamp of the graph that it was made from; another stamp means
another database, built beside it and moved into place in one step. Queries read it through the engine's `query()`,
which refuses whatever writes, and it is opened for reading only, so several processes may ask at once.
"""

import re
import shutil
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from graphkit.cypher.batches import batches
from graphkit.cypher.model import Node, Projection, Relationship
from graphkit.cypher.plain import to_cell
from graphkit.cypher.process import Refused, Worker
from graphkit.errors import QueryFailed, WorkspaceError
from graphkit.graph.rows import Rows

FORMAT = 1
"""Goes into the stamp: counts up when databases are built in another way."""

_NODES, _LINKS = 2_000, 10_000
_ABANDONED = 3_600.0
_WRITES = frozenset({"QueryNotIdempotentException", "DatabaseIsReadOnlyException"})
_JAVA_CLASS = re.compile(r"(?:\b[a-z]\w*\.)+(?P<name>[A-Z]\w*(?:Exception|Error))\b(?::\s*)?")
_PREAMBLE = re.compile(r"^(?:Query failed|Reading the result set failed|Command failed): *")


class Embedded:
    """The embedded engine on one graph, an `Engine`.

    `stamp` (letters, digits, "-") tells graphs apart: `make` is asked for the projection only when no database of that
    stamp is there. A query is stopped after `timeout` seconds, or with more than `most` rows; `memory` is Java's heap
    in MB. The process starts with the first query and again after one that had to be stopped.
    """

    def __init__(
        self,
        folder: Path,
        stamp: str,
        make: Callable[[], Projection],
        *,
        timeout: float = 30.0,
        most: int = 1_000_000,
        memory: int = 512,
    ) -> None:
        self.timeout = timeout
        self._folder = folder.resolve()
        self._database = self._folder / f"{stamp}.{FORMAT}"
        self._make = make
        self._most = most
        self._memory = memory
        self._worker: Worker | None = None

    def run(self, cypher: str, parameters: Mapping[str, object] | None = None) -> Rows:
        """The rows of a query that only reads.

        Raises:
            MissingExtra: the extra `cypher` is not installed.
            QueryFailed: the query is wrong, writes, or takes too long, too much memory or too many rows.
            WorkspaceError: the database cannot be made.
        """
        worker = self._ready()
        try:
            answer = worker.ask("query", self.timeout, text=cypher, parameters=dict(parameters or {}), most=self._most)
        except Refused as refused:
            raise QueryFailed(self._explained(refused)) from None
        return Rows(tuple(answer["columns"]), tuple(tuple(to_cell(value) for value in row) for row in answer["rows"]))

    def close(self) -> None:
        """Ends the process."""
        if self._worker is not None:
            self._worker.kill()
            self._worker = None

    def _ready(self) -> Worker:
        if self._worker is not None and self._worker.alive():
            return self._worker
        self.close()
        self._worker = worker = Worker(self._memory)
        try:
            self._open(worker)
        except (OSError, Refused) as error:
            self.close()
            raise WorkspaceError(
                f"{self._folder}: no Cypher database can be made here: {_one_line(str(error))}: see that there "
                "is space and that you may write"
            ) from error
        except BaseException:
            self.close()
            raise
        return worker

    def _open(self, worker: Worker) -> None:
        """Opens the database; one that is damaged is made again, since all in it comes from the store."""
        if self._database.is_dir():
            try:
                worker.ask("open", folder=str(self._database))
            except Refused:
                shutil.rmtree(self._database, ignore_errors=True)
            else:
                return
        self._build(worker)
        worker.ask("open", folder=str(self._database))

    def _build(self, worker: Worker) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._sweep()
        fresh = self._folder / f"new-{uuid.uuid4().hex}"
        try:
            projection = self._make()
            fill(worker, fresh, projection)
            self._check(fresh, projection)
            try:
                fresh.rename(self._database)
            except OSError:
                # another process built the same one first
                if not self._database.is_dir():
                    raise
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        for other in self._folder.iterdir():
            if other != self._database and not other.name.startswith("new-"):
                shutil.rmtree(other, ignore_errors=True)

    def _check(self, fresh: Path, projection: Projection) -> None:
        """Holds a new database against what went in, since the engine may lose writes unsaid (on a full disk)."""
        worker = Worker(self._memory)
        wanted = {"MATCH (n)": len(projection.nodes), "MATCH ()-[n]->()": len(projection.relationships)}
        try:
            worker.ask("open", folder=str(fresh))
            for pattern, count in wanted.items():
                text = f"{pattern} RETURN count(n) AS n"
                answer = worker.ask("query", self.timeout, text=text, parameters={}, most=1)
                if answer["rows"][0][0] != count:
                    raise OSError(f"only {answer['rows'][0][0]} of {count} were written")
        finally:
            worker.kill()

    def _sweep(self) -> None:
        """Removes what builds that were killed left behind."""
        for other in self._folder.glob("new-*"):
            if time.time() - other.stat().st_mtime > _ABANDONED:
                shutil.rmtree(other, ignore_errors=True)

    def _explained(self, refused: Refused) -> str:
        message = str(refused)
        if refused.kind == "TooManyRows":
            return f"the answer has more than {self._most} rows: add LIMIT"
        if any(kind in message for kind in _WRITES):
            return "Cypher only reads here, and this query writes: papers and decisions are what change the graph"
        if "LOAD CSV" in message:
            return "Cypher: LOAD CSV is off: a query reads the graph, neither files nor the network"
        return f"Cypher: {_one_line(message)}"


def fill(worker: Worker, folder: Path, projection: Projection) -> None:
    """Makes a database of the projection at `folder`, which must not exist."""
    by_labels: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for iri in sorted(projection.nodes):
        node = projection.nodes[iri]
        by_labels[node.labels].append(node)
    by_type: dict[str, list[Relationship]] = defaultdict(list)
    for key in sorted(projection.relationships):
        link = projection.relationships[key]
        by_type[link.type].append(link)
    worker.ask("build", folder=str(folder), labels=sorted(by_labels), types=sorted(by_type))
    for labels, nodes in sorted(by_labels.items()):
        for some in batches(nodes, _NODES):
            worker.ask("fill", labels=labels, rows=[node.properties for node in some])
    for name, links in sorted(by_type.items()):
        for part in batches(links, _LINKS):
            worker.ask("link", type=name, rows=[(link.key.start, link.key.end, link.properties) for link in part])
    worker.ask("built")


def _one_line(message: str) -> str:
    """The engine's message without Java's class names, on one line of at most 300 characters."""
    words = " ".join(_PREAMBLE.sub("", _JAVA_CLASS.sub("", message)).split())
    return words if len(words) <= 300 else words[:299] + "…"
