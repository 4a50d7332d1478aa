"""The topics and population groups, read from the SKOS schemes in `ontology/`, which are their only source.

A concept's labels are its skos:prefLabel, altLabel and hiddenLabel. Properties of our own steer tagging: hw:cueLabel (a
word that points to the concept where no label stands), hw:exceptLabel (words within which its labels state nothing),
hw:forGroup (the topic is stated when its broader topic and that group are) and hw:givesWay (the topic is meant only
where nothing states another). They are described in topics.ttl.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from graphkit import resources

Scheme = Literal["topic", "population"]

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_HW = "https://example.org/hwb/ns#"
_CLASSES: dict[str, Scheme] = {_HW + "Topic": "topic", _HW + "PopulationGroup": "population"}
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABELS = (_SKOS + "prefLabel", _SKOS + "altLabel", _SKOS + "hiddenLabel")


@dataclass(frozen=True, slots=True)
class Concept:
    """A topic or a population group; `broader` holds the slugs of all concepts above it, however far."""

    slug: str
    scheme: Scheme
    label: str
    labels: tuple[str, ...]
    cues: tuple[str, ...]
    exceptions: tuple[str, ...]
    broader: frozenset[str]
    parents: frozenset[str]
    group: str | None = None
    gives_way: bool = False
    method: bool = False


def read_concepts(paths: Iterable[Path]) -> dict[str, Concept]:
    """The concepts of these Turtle files by slug, sorted. Raises SyntaxError for a file that is no Turtle."""
    facts: dict[str, dict[str, list[str]]] = {}
    for path in paths:
        _read(path, facts)
    slugs = {iri: said[_SKOS + "notation"][0] for iri, said in facts.items() if _SKOS + "notation" in said}
    schemes = {iri: scheme for iri in slugs if (scheme := _scheme(facts[iri])) is not None}
    concepts = [_concept(iri, scheme, facts, slugs) for iri, scheme in schemes.items()]
    return {concept.slug: concept for concept in sorted(concepts, key=lambda concept: concept.slug)}


@cache
def concepts() -> dict[str, Concept]:
    """The concepts of the schemes that come with graphkit."""
    return read_concepts([resources.ONTOLOGY / "topics.ttl", resources.ONTOLOGY / "populations.ttl"])


def _read(path: Path, facts: dict[str, dict[str, list[str]]]) -> None:
    import pyoxigraph as ox

    for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            facts.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object.value)


def _scheme(said: dict[str, list[str]]) -> Scheme | None:
    return next((_CLASSES[kind] for kind in said.get(_TYPE, []) if kind in _CLASSES), None)


def _concept(iri: str, scheme: Scheme, facts: dict[str, dict[str, list[str]]], slugs: dict[str, str]) -> Concept:
    said = facts[iri]
    above: set[str] = set()
    waiting = list(said.get(_SKOS + "broader", []))
    while waiting:
        parent = waiting.pop()
        if parent not in above:
            above.add(parent)
            waiting += facts.get(parent, {}).get(_SKOS + "broader", [])
    group = said.get(_HW + "forGroup", [None])[0]
    return Concept(
        slug=slugs[iri],
        scheme=scheme,
        label=said[_SKOS + "prefLabel"][0],
        labels=tuple(dict.fromkeys(label for kind in _LABELS for label in said.get(kind, []))),
        cues=tuple(said.get(_HW + "cueLabel", [])),
        exceptions=tuple(said.get(_HW + "exceptLabel", [])),
        broader=frozenset(slugs[parent] for parent in above if parent in slugs),
        parents=frozenset(slugs[parent] for parent in said.get(_SKOS + "broader", []) if parent in slugs),
        group=slugs.get(group) if group else None,
        gives_way=said.get(_HW + "givesWay") == ["true"],
        method=said.get(_HW + "method") == ["true"],
    )
