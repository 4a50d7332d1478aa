"""The store: the RDF on disk (pyoxigraph), one named graph a document and four of our own.

The default graph holds every triple of the named graphs once (the log's apart), because the engine's own union of named
graphs gives a triple as often as there are graphs that hold it: two papers that name one body would double every row.
"""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graphkit.errors import QueryFailed, WorkspaceError
from graphkit.graph.answers import rows_of
from graphkit.graph.commit import Commit
from graphkit.graph.iris import DEFAULT_BASE, Iris, checked_base
from graphkit.graph.log import Change, Record, Stored
from graphkit.graph.rows import Rows
from graphkit.graph.sparql import Parameter, bind, refuse_service, syntax_error
from graphkit.graph.terms import node
from graphkit.graph.vocabulary import PREFIXES, Cls, Prop, Reused

_LARGE = 50_000
"""Quads of one commit after which the files are worth compacting (five queries ran 1.1 to 1.5 times faster)."""

_NOT_OURS = ("permission denied", "read-only", "no space")
"""What the file system says when nothing is wrong with the store itself."""

_OPENINGS = 8
"""Times that a reader tries to open a store whose writer is just replacing a file."""


class Store:
    """A graph on disk or in memory. Use as a context manager; a reader sees the state in which it was opened."""

    def __init__(self, inner: pyoxigraph.Store, base: str | None = None, claim: Path | None = None) -> None:
        self._open: pyoxigraph.Store | None = inner
        self._claim = claim
        self.iris = Iris(self._base_of_log() or base or DEFAULT_BASE)

    @classmethod
    def open(cls, folder: Path, base: str | None = None) -> "Store":
        """Open a store for reading and writing; it is made when it is not there.

        Raises WorkspaceError when another process writes to it (its number is named), when its files are broken, and
        when it was built under another base IRI; UsageError for a base that is no absolute IRI.
        """
        checked_base(base or DEFAULT_BASE)
        folder.parent.mkdir(parents=True, exist_ok=True)
        claim = folder.with_name(f"{folder.name}.pid")
        try:
            inner = pyoxigraph.Store(str(folder))
        except (OSError, RuntimeError) as error:
            raise _not_opened(folder, claim, error) from error
        _write(claim, str(os.getpid()))
        store = cls(inner, base, claim)
        if base and store.base != base:
            store.close()
            raise WorkspaceError(f"{folder}: built under {store.base}, not {base}; delete the folder and build again")
        return store

    @classmethod
    def read_only(cls, folder: Path) -> "Store":
        """Open a store as it is now, beside a writer if there is one.

        Raises WorkspaceError when there is no store, or its files are broken.
        """
        if not (folder / "CURRENT").exists():
            raise WorkspaceError(f"{folder}: no graph here yet; run graphkit build first")
        for attempt in range(_OPENINGS):
            try:
                return cls(pyoxigraph.Store.read_only(str(folder)))
            except (OSError, RuntimeError) as error:
                last = error
                time.sleep(0.05 * attempt)
        raise WorkspaceError(
            f"{folder}: the graph cannot be read ({last}); delete the folder and build again"
        ) from last

    @classmethod
    def in_memory(cls, base: str | None = None) -> "Store":
        """An empty store that is gone when it is closed."""
        return cls(pyoxigraph.Store(), base)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files, so that another process may write."""
        self._open = None
        if self._claim is not None:
            self._claim.unlink(missing_ok=True)
            self._claim = None

    @property
    def _inner(self) -> pyoxigraph.Store:
        if self._open is None:
            raise WorkspaceError("the graph is closed; open it again")
        return self._open

    @property
    def base(self) -> str:
        """The IRI under which the instances stand."""
        return self.iris.base

    def _base_of_log(self) -> str | None:
        for quad in self._inner.quads_for_pattern(None, node(Reused.TYPE), node(Cls.CHANGE), None):
            if isinstance(quad.graph_name, NamedNode):
                return quad.graph_name.value.removesuffix("graph/log")
        return None

    def query(self, sparql: str, **parameters: Parameter) -> Rows:
        """The answer to a reading query; the default graph holds all but the log, `GRAPH ?g` tells who says what.

        The prefixes of `vocabulary.PREFIXES` are declared. Parameters take the place of the variables of their names
        (see `sparql.bind`). Raises QueryFailed, with line and column, for what is no SPARQL query, for updates, for
        SERVICE, and for what the engine stops.
        """
        refuse_service(sparql)
        text = bind(sparql, parameters)
        try:
            return rows_of(self._inner.query(text, prefixes=PREFIXES))
        except SyntaxError as error:
            raise syntax_error(text, error) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryFailed(f"SPARQL: {' '.join(str(error).split())}") from error

    def select_quads(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        target: NamedNode | Literal | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """The quads of the named graphs that match; None matches all. The log's are among them."""
        found = self._inner.quads_for_pattern(
            node(subject) if subject else None,
            node(predicate) if predicate else None,
            target,
            node(graph) if graph else None,
        )
        return (quad for quad in found if not isinstance(quad.graph_name, DefaultGraph))

    def quads(self) -> Iterator[Quad]:
        """Every quad of the named graphs but the log's, in no order."""
        log = node(self.iris.graph("log"))
        return (quad for quad in self.select_quads() if quad.graph_name != log)

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of the named graphs, sorted."""
        return tuple(sorted(name.value for name in self._inner.named_graphs() if isinstance(name, NamedNode)))

    def dump(self) -> str:
        """All but the log as sorted N-Quads: two stores that hold the same give the same text."""
        return "".join(sorted(f"{quad} .\n" for quad in self.quads()))

    def commit(self, replace: Mapping[str, Iterable[Quad]], drop: Iterable[str] = (), *, record: Record) -> int:
        """Replace whole named graphs and drop others, in one transaction with the change record; gives its number.

        `replace` holds the new quads of each graph by its IRI; `drop` names graphs to take away. When the store holds
        all this already nothing is written, and the number is the last one. Raises ValueError for a quad that belongs
        to another graph or has a blank node.
        """
        commit = Commit(self._inner, self.iris, replace, drop, self.documents())
        text = commit.update(record, self.sequence + 1)
        if text:
            try:
                self._inner.update(text)
                self._inner.flush()
                if commit.size > _LARGE:
                    self._inner.optimize()
            except OSError as error:
                raise WorkspaceError(
                    f"the graph cannot be written ({error}); what was built before still stands"
                ) from error
        return self.sequence

    def preview(self, replace: Mapping[str, Iterable[Quad]], drop: Iterable[str] = ()) -> "Store":
        """What the store would hold after a commit, in memory and without the log: to derive more before writing."""
        gone = {node(name) for name in (*replace, *drop)}
        kept = (quad for quad in self.quads() if quad.graph_name not in gone)
        whole = [*kept, *(quad for quads in replace.values() for quad in quads)]
        made = pyoxigraph.Store()
        made.bulk_extend(whole)
        made.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in whole)
        return Store(made, self.base)

    @property
    def sequence(self) -> int:
        """The number of the last change, 0 before the first."""
        return max((change.sequence for change in self.changes()), default=0)

    def changes(self, since: int = 0) -> tuple[Change, ...]:
        """The change records after a number, oldest first."""
        graph = self.iris.graph("log")
        records = self.select_quads(None, Reused.TYPE, node(Cls.CHANGE), graph)
        found = [self._change(quad.subject.value) for quad in records if isinstance(quad.subject, NamedNode)]
        return tuple(sorted((each for each in found if each.sequence > since), key=lambda each: each.sequence))

    def _said(self, subject: str, predicate: str) -> list[str]:
        found = self.select_quads(subject, predicate, None, self.iris.graph("log"))
        return sorted(quad.object.value for quad in found if isinstance(quad.object, Literal | NamedNode))

    def _change(self, subject: str) -> Change:
        def said(predicate: Prop) -> tuple[str, ...]:
            return tuple(self._said(subject, predicate))

        return Change(
            int(said(Prop.SEQUENCE)[0]),
            said(Prop.VERSION)[0],
            said(Prop.TIME)[0],
            said(Prop.ADDED),
            said(Prop.CHANGED),
            said(Prop.REMOVED),
            int(said(Prop.QUADS)[0]),
        )

    def touched(self, since: int) -> frozenset[str] | None:
        """The subjects whose statements changed after a change; None when that is not known, so take all.

        The first change lists none, because it touches all; so do changes long past.
        """
        found: set[str] = set()
        for change in self.changes(since):
            subjects = self._said(self.iris.change(change.sequence), Prop.TOUCHED)
            if not subjects:
                return None
            found.update(subjects)
        return frozenset(found)

    def documents(self) -> tuple[Stored, ...]:
        """The documents that the store holds, by key."""
        found = []
        for quad in self.select_quads(None, Prop.FINGERPRINT, None, self.iris.graph("log")):
            subject = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
            path, digest = (self._said(subject, predicate)[0] for predicate in (Prop.PATH, Prop.DIGEST))
            found.append(Stored(self.iris.key_of(subject), path, digest, self._said(subject, Prop.FINGERPRINT)[0]))
        return tuple(sorted(found))


def _not_opened(folder: Path, claim: Path, error: Exception) -> WorkspaceError:
    words = str(error).lower()
    if any(reason in words for reason in _NOT_OURS):
        return WorkspaceError(
            f"{folder}: cannot be written ({error}); choose a workspace with space that you may write to"
        )
    if "lock" not in words:
        return WorkspaceError(f"{folder}: the graph cannot be opened ({error}); delete the folder and build again")
    holder = ""
    with suppress(OSError):
        holder = claim.read_text(encoding="ascii", errors="replace").strip()
    who = f"process {holder}" if holder.isdigit() else "another process"
    return WorkspaceError(f"{folder}: held by {who}; wait until it is done, or end it")


def _write(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.part")
    part.write_text(text, encoding="ascii")
    part.replace(path)
