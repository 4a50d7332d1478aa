"""How IRIs become labels, property names and relationship types.

A label and a property are named by the local name (hw:responsibleParty, "responsibleParty"), a relationship type by the
same in capitals ("RESPONSIBLE_PARTY").
"""

import re
from collections.abc import Iterable
from functools import cache

from graphkit.graph.vocabulary import HW, PREFIXES

IRI = "iri"
TYPES = "types"
GRAPHS = "graphs"
GRAPH = "graph"
PREDICATE = "predicate"
WORKSPACE = "graphkitWorkspace"
HASH = "graphkitHash"
RESERVED = frozenset({IRI, TYPES, GRAPHS, WORKSPACE, HASH})
"""Properties of every node that no predicate may take the name of."""

_BY_NAMESPACE = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_UNUSUAL = re.compile(r"\W")


@cache
def local_name(iri: str) -> str:
    """What follows the last "#" or "/", with characters that Cypher would want quoted made "_"."""
    name = iri.rstrip("#/").rpartition("#" if "#" in iri.rstrip("#/") else "/")[2]
    return _UNUSUAL.sub("_", name) or "_"


def compact(iri: str) -> str:
    """The IRI with a known prefix ("xsd:gYear"), or as it is."""
    for namespace, prefix in _BY_NAMESPACE.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


@cache
def relationship_type(iri: str) -> str:
    """The predicate's local name in capitals, with "_" between its words."""
    return _WORD_START.sub("_", local_name(iri)).upper()


def property_names(predicates: Iterable[str]) -> dict[str, str]:
    """A name for each predicate, no two alike: where local names collide, our own keeps it and others get a prefix."""
    taken = set(RESERVED)
    names: dict[str, str] = {}
    for predicate in sorted(set(predicates), key=lambda iri: (not iri.startswith(HW), iri)):
        name = local_name(predicate)
        if name in taken:
            name = _UNUSUAL.sub("_", compact(predicate))
        taken.add(name)
        names[predicate] = name
    return names
