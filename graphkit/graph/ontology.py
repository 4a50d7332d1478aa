"""The ontology graph: every Turtle file of `ontology/` but the shapes."""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import BlankNode, Quad, RdfFormat, parse

from graphkit.errors import RunError
from graphkit.graph.iris import DEFAULT_BASE, Iris
from graphkit.graph.terms import node
from graphkit.resources import ONTOLOGY

SHAPES = "shapes.ttl"


def ontology_files(folder: Path = ONTOLOGY) -> tuple[Path, ...]:
    """The Turtle files that the ontology graph is made of, sorted by name."""
    return tuple(path for path in sorted(folder.glob("*.ttl")) if path.name != SHAPES)


def ontology_quads(base: str = DEFAULT_BASE, folder: Path = ONTOLOGY) -> list[Quad]:
    """Classes, properties and concept schemes, sorted, in `{base}graph/ontology`.

    Raises RunError, naming the file and the line, for one that is no Turtle, and for one with a blank node: it would
    have another name in every build.
    """
    graph = node(Iris(base).graph("ontology"))
    quads: set[Quad] = set()
    for path in ontology_files(folder):
        try:
            found = parse(path=path, format=RdfFormat.TURTLE)
            quads.update(Quad(quad.subject, quad.predicate, quad.object, graph) for quad in found)
        except SyntaxError as error:
            raise RunError(f"{path}: {' '.join(str(error.msg).split())}; mend the Turtle") from error
        _refuse_blank(path, quads)
    return sorted(quads, key=str)


def _refuse_blank(path: Path, quads: Iterable[Quad]) -> None:
    for quad in quads:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            raise RunError(f"{path}: a blank node at {quad.predicate.value}; give it an IRI")
