"""One transaction: which triples go and come, and the SPARQL Update that does it together with its change record."""

from collections.abc import Iterable, Mapping
from typing import Final

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Triple

from graphkit.graph.iris import Iris
from graphkit.graph.log import Change, Record, Stored, change_quads, stored_quads
from graphkit.graph.terms import node
from graphkit.graph.vocabulary import Prop

_KEPT: Final = 100
"""Changes of which the log still tells the subjects touched; who is further behind takes all."""


class Commit:
    """The difference between what some named graphs hold and what they shall hold; `held`: the documents stored."""

    def __init__(
        self,
        store: pyoxigraph.Store,
        iris: Iris,
        replace: Mapping[str, Iterable[Quad]],
        drop: Iterable[str],
        held: Iterable[Stored],
    ) -> None:
        self._store = store
        self._iris = iris
        self._log = node(iris.graph("log"))
        self._held = {document.key: document for document in held}
        documents = {iris.document(key) for key in self._held}
        gone = set(drop) - set(replace)
        self._dropped = sorted(name for name in gone if name in documents or store.contains_named_graph(node(name)))
        self._gone: list[Quad] = []
        self._come: list[Quad] = []
        self._differing: set[str] = set()
        for name in self._dropped:
            self._compare(name, ())
        for name, quads in replace.items():
            self._compare(name, quads)

    @property
    def size(self) -> int:
        """How many quads go or come."""
        return len(self._gone) + len(self._come)

    def _compare(self, name: str, quads: Iterable[Quad]) -> None:
        graph = node(name)
        new = set(quads)
        for quad in new:
            if quad.graph_name != graph:
                raise ValueError(f"a quad of {quad.graph_name} among those of {name}")
            if BlankNode in {type(quad.subject), type(quad.object)}:
                raise ValueError(f"a blank node in {name}: {quad}")
        old = set(self._store.quads_for_pattern(None, None, None, graph))
        if old != new:
            self._differing.add(name)
            self._gone += old - new
            self._come += new - old

    def update(self, record: Record, sequence: int) -> str | None:
        """The SPARQL Update for all of it, or None when the store holds it already."""
        told = [document for document in record.documents if self._held.get(document.key) != document]
        if not (self.size or self._dropped or told):
            return None
        change = self._change(record, sequence)
        touched = self._touched() if sequence > 1 else []
        forgotten = [old for key in self._forgotten(told, change.removed) for old in self._log_quads(key)]
        kept = [quad for document in told for quad in stored_quads(self._iris, document)]
        log = [*change_quads(self._iris, change, touched), *kept]
        parts = [_data("DELETE DATA", [*self._gone, *forgotten], self._orphans())]
        parts += [f"DROP SILENT GRAPH {node(name)}" for name in self._dropped]
        parts.append(_data("INSERT DATA", [*self._come, *log], [quad.triple for quad in self._come]))
        if sequence > _KEPT:
            old = node(self._iris.change(sequence - _KEPT))
            parts.append(f"DELETE WHERE {{ GRAPH {self._log} {{ {old} {node(Prop.TOUCHED)} ?touched }} }}")
        return " ;\n".join(part for part in parts if part)

    def _change(self, record: Record, sequence: int) -> Change:
        keys = [document.key for document in record.documents]
        differing = {key for key in keys if self._iris.document(key) in self._differing}
        dropped, held = set(self._dropped), self._held.keys()
        return Change(
            sequence,
            record.version,
            record.time,
            added=tuple(sorted(set(keys) - held)),
            changed=tuple(sorted(differing & held)),
            removed=tuple(sorted(key for key in held if self._iris.document(key) in dropped)),
            quads=self._size_after(),
        )

    def _size_after(self) -> int:
        logged = sum(1 for _ in self._store.quads_for_pattern(None, None, None, self._log))
        merged = sum(1 for _ in self._store.quads_for_pattern(None, None, None, DefaultGraph()))
        return len(self._store) - logged - merged + len(self._come) - len(self._gone)

    def _touched(self) -> list[str]:
        subjects = {quad.subject.value for quad in (*self._gone, *self._come) if isinstance(quad.subject, NamedNode)}
        return sorted(subjects)

    def _forgotten(self, told: Iterable[Stored], removed: Iterable[str]) -> list[str]:
        return [*(document.key for document in told), *removed]

    def _log_quads(self, key: str) -> Iterable[Quad]:
        return self._store.quads_for_pattern(node(self._iris.document(key)), None, None, self._log)

    def _orphans(self) -> list[Triple]:
        """The triples that no graph holds any more."""
        gone = set(self._gone)
        come = {quad.triple for quad in self._come}
        return [quad.triple for quad in self._gone if quad.triple not in come and not self._elsewhere(quad, gone)]

    def _elsewhere(self, quad: Quad, gone: set[Quad]) -> bool:
        others = self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return any(
            each not in gone and each.graph_name != self._log and not isinstance(each.graph_name, DefaultGraph)
            for each in others
        )


def _data(form: str, quads: Iterable[Quad], merged: Iterable[Triple]) -> str:
    """INSERT DATA or DELETE DATA of quads in their graphs and of triples in the default graph; "" for none."""
    lines: dict[str, list[str]] = {}
    for quad in quads:
        lines.setdefault(str(quad.graph_name), []).append(f"{quad.triple} .")
    blocks = [f"GRAPH {name} {{\n" + "\n".join(each) + "\n}" for name, each in lines.items()]
    blocks += [f"{triple} ." for triple in merged]
    return f"{form} {{\n" + "\n".join(blocks) + "\n}" if blocks else ""
