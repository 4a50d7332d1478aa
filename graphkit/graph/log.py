"""The change log: one record a transaction, and which documents the store holds. The only place with a clock."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from graphkit.graph.iris import Iris
from graphkit.graph.terms import integer_literal, node, text_literal
from graphkit.graph.vocabulary import XSD, Cls, Prop, Reused


@dataclass(frozen=True, slots=True, order=True)
class Stored:
    """A document that the store holds. `fingerprint` covers all that its facts were made from, see the build."""

    key: str
    path: str
    digest: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Record:
    """What the caller of a commit says about it: the version, the time (ISO 8601, UTC), the documents replaced."""

    version: str
    time: str
    documents: tuple[Stored, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One record of the log; `added`, `changed` and `removed` hold document keys, `quads` the number held after it."""

    sequence: int
    version: str
    time: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    quads: int


def change_quads(iris: Iris, change: Change, touched: Iterable[str]) -> list[Quad]:
    """A change record as quads of the log graph."""
    graph, subject = node(iris.graph("log")), node(iris.change(change.sequence))

    def say(predicate: str, value: NamedNode | Literal) -> Quad:
        return Quad(subject, node(predicate), value, graph)

    keys = ((Prop.ADDED, change.added), (Prop.CHANGED, change.changed), (Prop.REMOVED, change.removed))
    return [
        say(Reused.TYPE, node(Cls.CHANGE)),
        say(Prop.SEQUENCE, integer_literal(change.sequence)),
        say(Prop.VERSION, text_literal(change.version)),
        say(Prop.TIME, Literal(change.time, datatype=NamedNode(XSD + "dateTime"))),
        say(Prop.QUADS, integer_literal(change.quads)),
        *(say(predicate, text_literal(key)) for predicate, names in keys for key in names),
        *(say(Prop.TOUCHED, node(iri)) for iri in touched),
    ]


def stored_quads(iris: Iris, document: Stored) -> list[Quad]:
    """What the log keeps of a document that the store holds."""
    graph, subject = node(iris.graph("log")), node(iris.document(document.key))
    said = (
        (Prop.PATH, document.path),
        (Prop.DIGEST, document.digest),
        (Prop.FINGERPRINT, document.fingerprint),
    )
    return [Quad(subject, node(predicate), text_literal(value), graph) for predicate, value in said]
