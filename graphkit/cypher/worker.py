# ruff: noqa: ANN401  # Java objects and JSON, both without types
"""The process that holds the embedded engine: it reads requests on standard input and answers on standard output.

Run as a script by `graphkit.cypher.process`, never imported. One JSON value a line each way: {"do": "build" | "fill" |
"link" | "built" | "open" | "query", ...} in; {"ok": ...} or {"error": kind, "message": ...} out. It ends when standard
input does, so that it never outlives its parent; a parent that has waited long enough kills it.

The engine's own log lines go to a file: standard output is moved away before Java starts.
"""

import contextlib
import datetime as dt
import json
import math
import os
import queue
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any


class Engine:
    """One open database; the first request starts Java."""

    def __init__(self) -> None:
        self.database: Any = None
        self.batch: Any = None
        self.records: dict[str, str] = {}

    def do(self, request: dict[str, Any]) -> Any:
        """Answers one request."""
        return getattr(self, f"do_{request.pop('do')}")(**request)

    def do_build(self, folder: str, labels: list[list[str]], types: list[str]) -> None:
        """Makes an empty database with a type for every set of labels and of relationships."""
        import arcadedb_embedded
        import jpype

        self.database = arcadedb_embedded.create_database(folder)
        schema = self.database.get_java_database().getSchema()
        for label in sorted({label for several in labels for label in several}):
            schema.createVertexType(label)
        kind = jpype.JClass("com.arcadedb.schema.Type").STRING
        iri = schema.getType("Resource").createProperty("iri", kind)
        for several in labels:
            if len(several) > 1:
                maker = schema.buildVertexType().withName("~".join(several))
                for label in several:
                    maker = maker.withSuperType(label)
                maker.create()
        iri.createIndex(jpype.JClass("com.arcadedb.schema.Schema$INDEX_TYPE").LSM_TREE, True)
        for name in types:
            schema.createEdgeType(name)
        self.batch = self.database.graph_batch()

    def do_fill(self, labels: list[str], rows: list[dict[str, Any]]) -> None:
        """Adds nodes: their properties, `iri` among them."""
        records = self.batch.create_vertices("~".join(labels), rows)
        self.records.update((row["iri"], record) for row, record in zip(rows, records, strict=True))

    def do_link(self, type: str, rows: list[list[Any]]) -> None:  # noqa: A002  # the protocol's word
        """Adds relationships: [start IRI, end IRI, properties]."""
        starts, ends = [self.records[row[0]] for row in rows], [self.records[row[1]] for row in rows]
        self.batch.new_edges(starts, type, ends, [row[2] for row in rows])

    def do_built(self) -> None:
        """Writes everything to disk and closes the database."""
        self.batch.close()
        self.database.close()
        self.database, self.batch, self.records = None, None, {}

    def do_open(self, folder: str) -> None:
        """Opens a database for reading only; others may do so at the same time."""
        import arcadedb_embedded
        import jpype

        arcadedb_embedded.jvm.start_jvm()
        factory = jpype.JClass("com.arcadedb.database.DatabaseFactory")(folder)
        mode = jpype.JClass("com.arcadedb.engine.ComponentFile").MODE.READ_ONLY
        self.database = arcadedb_embedded.Database(factory.open(mode))

    def do_query(self, text: str, parameters: dict[str, Any], most: int) -> dict[str, Any]:
        """The columns and rows of a reading query; the engine refuses a writing one before it starts."""
        columns = self._declared_columns(text)
        rows = []
        for result in self.database.query("opencypher", text, parameters):
            columns = columns or [str(name) for name in result.get_property_names()]
            rows.append([plain(result.get(name)) for name in columns])
            if len(rows) > most:
                raise TooManyRowsError
        return {"columns": columns, "rows": rows}

    def _declared_columns(self, text: str) -> list[str]:
        """The names that RETURN gives, which the engine tells only with a first row; none for "RETURN *"."""
        import jpype

        parser = jpype.JClass("com.arcadedb.query.opencypher.parser.Cypher25AntlrParser")
        clause = parser(self.database.get_java_database()).parse(text).getReturnClause()
        if clause is None or clause.isReturnAll():
            return []
        items = list(clause.getReturnItems())
        return [] if any(item.isStar() for item in items) else [str(item.getOutputName()) for item in items]


class TooManyRowsError(Exception):
    """The answer is longer than the parent can use."""


def plain(value: Any) -> Any:
    """A value of the engine as JSON has it; see `graphkit.cypher.plain` for the shapes of nodes and the like."""
    if value is None or isinstance(value, bool):
        return value
    for kind in (str, int):
        if isinstance(value, kind):
            return kind(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else str(float(value))
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return _element(value)


def _element(value: Any) -> Any:
    import jpype
    from arcadedb_embedded.type_conversion import convert_java_to_python

    value = value.get_java_document() if hasattr(value, "get_java_document") else value
    if isinstance(value, jpype.JClass("com.arcadedb.graph.Vertex")):
        return {"labels": _labels(value), "properties": _properties(value)}
    if isinstance(value, jpype.JClass("com.arcadedb.graph.Edge")):
        return {"type": str(value.getTypeName()), "properties": _properties(value)}
    if isinstance(value, jpype.JClass("com.arcadedb.query.opencypher.traversal.TraversalPath")):
        nodes = [plain(node) for node in value.getVertices()]
        return {"nodes": nodes, "relationships": [plain(edge) for edge in value.getEdges()]}
    converted = convert_java_to_python(value)
    return str(value) if converted is value else plain(converted)


def _labels(vertex: Any) -> list[str]:
    return sorted(str(vertex.getTypeName()).split("~"))


def _properties(record: Any) -> dict[str, Any]:
    from arcadedb_embedded.type_conversion import convert_java_to_python

    return {str(name): plain(convert_java_to_python(record.get(name))) for name in record.getPropertyNames()}


def _dates(value: dict[str, Any]) -> Any:
    """A date, which JSON has no way to write but {"$date": "2024-03-14"}."""
    return dt.date.fromisoformat(value["$date"]) if value.keys() == {"$date"} else value


def _requests(source: IO[str]) -> Iterator[dict[str, Any]]:
    """Requests as they come. A thread reads them, so that the end of input ends us even in the middle of a query."""
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()

    def read() -> None:
        for line in source:
            lines.put(line)
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    while True:
        yield json.loads(lines.get(), object_hook=_dates)


def _answer(engine: Engine, request: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"ok": engine.do(request)}
    except TooManyRowsError:
        return {"error": "TooManyRows", "message": ""}
    except Exception as error:  # noqa: BLE001  # every failure is the parent's to word
        return {"error": type(error).__name__, "message": str(error)}


def main() -> None:
    """Serves until standard input ends."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    log = os.open(Path("engine.log"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    source = os.fdopen(os.dup(0), encoding="utf-8")
    engine = Engine()
    with contextlib.suppress(BrokenPipeError):
        for request in _requests(source):
            out.write(json.dumps(_answer(engine, request)) + "\n")
            out.flush()


if __name__ == "__main__":
    main()
