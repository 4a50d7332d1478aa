"""Nodes and relationships, as every engine gets them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

Scalar = str | int | float | bool | dt.date
Property = Scalar | list[str] | list[int] | list[float] | list[bool] | list[dt.date]
"""What both Neo4j and the embedded engine store: a flat value, or a list of one type without nulls."""

BASE_LABEL = "Resource"


class Key(NamedTuple):
    """What makes a relationship one: IRIs of its start node, its predicate and its end node."""

    start: str
    predicate: str
    end: str


@dataclass(frozen=True, slots=True)
class Node:
    """A thing with its labels (sorted, `Resource` among them) and properties; `hash` changes with either."""

    iri: str
    labels: tuple[str, ...]
    properties: Mapping[str, Property]
    hash: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "hash", fingerprint(self.labels, self.properties))


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link with its type (RESPONSIBLE_PARTY) and properties; `hash` changes with either."""

    key: Key
    type: str
    properties: Mapping[str, Property]
    hash: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "hash", fingerprint((self.type,), self.properties))


@dataclass(frozen=True, slots=True)
class Projection:
    """The whole graph: nodes by IRI, relationships by key, every end of a relationship among the nodes."""

    nodes: Mapping[str, Node]
    relationships: Mapping[Key, Relationship]

    def digest(self) -> str:
        """A hash of everything: equal for equal projections, in whatever order they were made."""
        lines = [f"{iri} {node.hash}" for iri, node in self.nodes.items()]
        lines += [f"{' '.join(key)} {link.hash}" for key, link in self.relationships.items()]
        return blake2b("\n".join(sorted(lines)).encode(), digest_size=16).hexdigest()


def fingerprint(names: tuple[str, ...], properties: Mapping[str, Property]) -> str:
    """Sixteen hexadecimal digits for labels (or a type) and properties; the text and the type of a value both count."""
    content = repr((names, sorted(properties.items())))
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
