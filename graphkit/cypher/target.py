"""A Neo4j server that is kept in step with the graph.

What is ours there: nodes `:Resource` and relationships with `graphkitWorkspace` set to our workspace, and one node
`:GraphkitSync`. Nothing else is changed or deleted; only a relationship that somebody else drew to a node of ours goes
when that node goes. A node's or relationship's hash is kept with it, so that only what differs is written. Each
batch is one managed transaction, so an `apply` that was cut short is mended by the next plan.

Properties and labels that others add to our nodes stay until the node itself changes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import LiteralString, Self, cast

from neo4j import READ_ACCESS, ManagedTransaction, Query, Record
from neo4j.exceptions import AuthError, ClientError
from neo4j.exceptions import Neo4jError as ServerError
from neo4j.time import Date

from graphkit.cypher.batches import batches
from graphkit.cypher.connection import connect, explained, one_line
from graphkit.cypher.driver_values import from_driver
from graphkit.cypher.model import BASE_LABEL, Key, Node, Projection, Property, Relationship, fingerprint
from graphkit.cypher.names import HASH, WORKSPACE
from graphkit.cypher.plain import to_cell
from graphkit.cypher.plan import Held, Plan, State, plan
from graphkit.errors import Neo4jError, QueryFailed
from graphkit.graph.rows import Rows

BATCH = 2_000
_QUERY_SECONDS = 60.0

# subclasses of the error for a wrong query that no other query would avoid
_NOT_THE_QUERY = (AuthError,)
_CONSTRAINT = "CREATE CONSTRAINT graphkit_resource_iri IF NOT EXISTS FOR (n:Resource) REQUIRE n.iri IS UNIQUE"
_SYNC = "MATCH (s:GraphkitSync {workspace: $workspace}) RETURN s.sequence AS sequence, s.attempt AS attempt"
_BEGIN = """
MERGE (s:GraphkitSync {workspace: $workspace}) ON CREATE SET s.attempt = 0
WITH s WHERE s.attempt = $attempt
SET s.attempt = s.attempt + 1, s.complete = false
RETURN s.attempt AS attempt
"""
_END = """
MATCH (s:GraphkitSync {workspace: $workspace})
SET s.sequence = $sequence, s.complete = true, s.applied = datetime()
"""
_HELD_NODES = """
MATCH (n:Resource) WHERE n.iri IS NOT NULL
RETURN n.iri AS iri, n.graphkitWorkspace AS workspace, n.graphkitHash AS hash, labels(n) AS labels,
       CASE WHEN $deep AND n.graphkitWorkspace = $workspace THEN properties(n) END AS properties
"""
_HELD_RELATIONSHIPS = """
MATCH (a:Resource)-[r]->(b:Resource) WHERE r.graphkitWorkspace = $workspace
RETURN a.iri AS start, r.predicate AS predicate, b.iri AS end, r.graphkitHash AS hash, type(r) AS type,
       elementId(r) AS id, CASE WHEN $deep THEN properties(r) END AS properties
"""
_PUT_NODES = "UNWIND $rows AS row MERGE (n:Resource {iri: row.iri}) SET n = row.properties SET n:$(row.labels)"
_DROP_LABELS = "UNWIND $rows AS row MATCH (n:Resource {iri: row.iri}) REMOVE n:$(row.labels)"
_DROP_NODES = "UNWIND $rows AS iri MATCH (n:Resource {iri: iri, graphkitWorkspace: $workspace}) DETACH DELETE n"
# CREATE and element ids rather than MERGE: a query planned while the database is empty looks for a relationship from
# its busier end, and a status or a document has thousands (measured: 18 seconds instead of half a second)
_CREATE_RELATIONSHIPS = """
UNWIND $rows AS row
MATCH (a:Resource {iri: row.start}), (b:Resource {iri: row.end})
CREATE (a)-[r:$($type)]->(b)
SET r = row.properties
"""
_CHANGE_RELATIONSHIPS = """
UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.id AND r.graphkitWorkspace = $workspace AND r.predicate = row.predicate
SET r = row.properties
"""
_DROP_RELATIONSHIPS = """
UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.id AND r.graphkitWorkspace = $workspace AND r.predicate = row.predicate
DELETE r
"""


class Target:
    """A database of a Neo4j server (5.26 or newer), and the part of it that belongs to one workspace; an `Engine`.

    Raises:
        Neo4jError: from every method, when the server cannot be reached or refuses us.
    """

    def __init__(
        self, uri: str, user: str, password: str | None, database: str = "neo4j", workspace: str = "graphkit"
    ) -> None:
        self.uri = uri
        self.database = database
        self.workspace = workspace
        self._user = user
        self._driver = connect(uri, user, password)

    def plan(self, projection: Projection, sequence: int, *, deep: bool = False) -> Plan:
        """What has to change to make the server hold this projection of the store at `sequence`.

        `deep` compares every property and label as they are in the server, and so finds what other hands changed;
        otherwise the hashes that were written with them are compared.
        """
        return plan(projection, self._state(projection, deep=deep), sequence)

    def apply(self, steps: Plan) -> None:
        """Does what the plan says, once; after an apply that was cut short a new plan does the rest.

        Raises:
            Neo4jError: another apply began since the plan was made, too.
        """
        if steps.empty and steps.sequence == steps.before:
            return
        self._write(_CONSTRAINT)
        if not self._write(_BEGIN, attempt=steps.attempt):
            raise Neo4jError(f"{self.uri}: another apply began after this plan was made: plan again")
        self._put_nodes(steps)
        self._put_relationships(steps)
        gone = steps.gone_relationships.items()
        self._batched(_DROP_RELATIONSHIPS, ({"id": held.id, "predicate": key.predicate} for key, held in gone))
        self._batched(_DROP_NODES, steps.gone_nodes)
        self._write(_END, sequence=steps.sequence)

    def sequence(self) -> int | None:
        """The sequence of the store that was last applied in full; None when none was."""
        return self._sync()[0]

    def run(self, cypher: str, parameters: Mapping[str, object] | None = None) -> Rows:
        """The rows of a query that only reads.

        Raises:
            QueryFailed: the query is wrong, writes, or took longer than a minute.
        """
        try:
            with (
                explained(self.uri, self._user, self.database),
                self._driver.session(database=self.database, default_access_mode=READ_ACCESS) as session,
            ):
                result = session.run(Query(cypher, timeout=_QUERY_SECONDS), dict(parameters or {}))
                columns = tuple(result.keys())
                rows = tuple(tuple(to_cell(from_driver(value)) for value in record.values()) for record in result)
        except Neo4jError as error:
            if isinstance(error.__cause__, ClientError) and not isinstance(error.__cause__, _NOT_THE_QUERY):
                raise QueryFailed(_query_words(error.__cause__)) from None
            raise
        return Rows(columns, rows)

    def close(self) -> None:
        """Closes the connection."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _sync(self) -> tuple[int | None, int]:
        records = self._read(_SYNC)
        return (records[0]["sequence"], records[0]["attempt"]) if records else (None, 0)

    def _state(self, projection: Projection, *, deep: bool) -> State:
        sequence, attempt = self._sync()
        nodes: dict[str, Held] = {}
        for record in self._read(_HELD_NODES, deep=deep):
            if record["workspace"] == self.workspace:
                labels = tuple(sorted(record["labels"]))
                nodes[record["iri"]] = Held(_hash(record, labels), labels)
            elif record["iri"] in projection.nodes:
                raise Neo4jError(self._conflict(record))
        relationships: dict[Key, Held] = {}
        for record in self._read(_HELD_RELATIONSHIPS, deep=deep):
            key = Key(record["start"], record["predicate"], record["end"])
            relationships[key] = Held(_hash(record, (record["type"],)), (record["type"],), record["id"])
        return State(nodes, relationships, sequence, attempt)

    def _conflict(self, record: Record) -> str:
        owner = f"workspace {record['workspace']!r}" if record["workspace"] else "something else"
        return (
            f"{self.uri}: database {self.database!r} has a :{BASE_LABEL} {record['iri']} that belongs to {owner}: "
            "use another database, or remove it there"
        )

    def _put_nodes(self, steps: Plan) -> None:
        rows = (
            {"iri": node.iri, "labels": node.labels, "properties": self._owned(node)}
            for node in steps.new_nodes + steps.changed_nodes
        )
        self._batched(_PUT_NODES, rows)
        dropped = steps.dropped_labels.items()
        self._batched(_DROP_LABELS, ({"iri": iri, "labels": labels} for iri, labels in dropped))

    def _put_relationships(self, steps: Plan) -> None:
        by_type: dict[str, list[Relationship]] = defaultdict(list)
        for link in steps.new_relationships:
            by_type[link.type].append(link)
        for name, some in sorted(by_type.items()):
            rows = ({"start": link.key.start, "end": link.key.end, "properties": self._owned(link)} for link in some)
            self._batched(_CREATE_RELATIONSHIPS, rows, type=name)
        changed = (
            {"id": found, "predicate": link.key.predicate, "properties": self._owned(link)}
            for found, link in steps.changed_relationships
        )
        self._batched(_CHANGE_RELATIONSHIPS, changed)

    def _owned(self, element: Node | Relationship) -> dict[str, Property]:
        return {**element.properties, WORKSPACE: self.workspace, HASH: element.hash}

    def _batched(self, statement: LiteralString, rows: Iterable[object], **parameters: str) -> None:
        for batch in batches(rows, BATCH):
            self._write(statement, rows=batch, **parameters)

    def _write(self, statement: LiteralString, **parameters: object) -> list[Record]:
        """One statement in one managed transaction, repeated by the driver when the server says that may help."""
        work = self._work(statement, parameters)
        with explained(self.uri, self._user, self.database), self._driver.session(database=self.database) as session:
            return session.execute_write(work)

    def _read(self, statement: LiteralString, **parameters: object) -> list[Record]:
        work = self._work(statement, parameters)
        with explained(self.uri, self._user, self.database), self._driver.session(database=self.database) as session:
            return session.execute_read(work)

    def _work(
        self, statement: LiteralString, parameters: Mapping[str, object]
    ) -> Callable[[ManagedTransaction], list[Record]]:
        bound = {"workspace": self.workspace, **parameters}
        return lambda transaction: list(transaction.run(statement, bound))


def _hash(record: Record, names: tuple[str, ...]) -> str:
    """The hash kept with an element; or, of a deep reading, that of what is really there."""
    properties = record["properties"]
    if properties is None:
        return str(record["hash"])
    ours = {name: _native(value) for name, value in properties.items() if name not in (WORKSPACE, HASH)}
    return fingerprint(names, ours)


def _native(value: object) -> Property:
    """A property as the driver reads it, as the projection has it."""
    if isinstance(value, Date):
        return value.to_native()
    found = [_native(item) for item in value] if isinstance(value, list) else value
    return cast("Property", found)


def _query_words(error: ServerError) -> str:
    code = error.code or ""
    if "AccessMode" in code:
        return "Cypher only reads here, and this query writes: papers and decisions are what change the graph"
    if "TransactionTimedOut" in code:
        return f"no answer within {_QUERY_SECONDS:g} seconds, so the query was stopped: ask for less"
    return f"Cypher: {one_line(error.message or code)}"
