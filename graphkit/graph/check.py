"""The graph against the shapes of `ontology/shapes.ttl` (SHACL, W3C Recommendation of 20 July 2017)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.graph.ontology import SHAPES
from graphkit.graph.store import Store
from graphkit.graph.vocabulary import DCTERMS, RDFS, SKOS, local_name
from graphkit.resources import ONTOLOGY

if TYPE_CHECKING:
    import rdflib

# What no shape looks at, and most of the text of the concept schemes.
_UNSEEN = frozenset(
    {SKOS + name for name in ("hiddenLabel", "altLabel", "scopeNote", "definition", "related", "narrower", "inScheme")}
    | {RDFS + "label", RDFS + "comment", DCTERMS + "description"}
)
_PATH = """
SELECT ?path WHERE {
  { ?focus hw:path ?path } UNION { ?focus hw:recordedIn|oa:hasSource ?document . ?document hw:path ?path }
  UNION { ?focus hw:subject|^hw:hasDeadline ?subject . ?subject hw:recordedIn ?document . ?document hw:path ?path }
} ORDER BY ?path LIMIT 1"""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that breaks a shape: the document's path ("" where none), the subject's IRI, the shape, and why."""

    path: str
    focus: str
    shape: str
    message: str

    def __str__(self) -> str:
        """One line: what, where, why."""
        where = f"{self.path}: " if self.path else ""
        return f"{where}{self.focus}: {self.message} ({self.shape})"


def check(store: Store) -> tuple[Problem, ...]:
    """Everything in the graph that breaks a shape, sorted; empty when all is well."""
    import rdflib
    from pyshacl import validate

    shapes = rdflib.Graph().parse(ONTOLOGY / SHAPES, format="turtle")
    # The graph names every hw: class itself, so no inference is needed: one plain pass over the data.
    data = _data(store)
    _, report, _ = validate(data, shacl_graph=shapes, inference="none", advanced=False, inplace=True)
    if not isinstance(report, rdflib.Graph):
        raise TypeError(f"pyshacl gave no report graph: {report!r}")
    results = report.subjects(rdflib.RDF.type, rdflib.SH.ValidationResult)
    return tuple(sorted({_problem(store, data, shapes, report, result) for result in results}))


def _data(store: Store) -> "rdflib.Graph":
    import rdflib

    lines = {f"{quad.triple} .\n" for quad in store.quads() if quad.predicate.value not in _UNSEEN}
    return rdflib.Graph().parse(data="".join(lines), format="nt")


def _problem(
    store: Store,
    data: "rdflib.Graph",
    shapes: "rdflib.Graph",
    report: "rdflib.Graph",
    result: "rdflib.term.Node",
) -> Problem:
    from pyoxigraph import NamedNode
    from rdflib import RDF, SH, URIRef

    focus = report.value(result, SH.focusNode)
    message = " ".join(str(report.value(result, SH.resultMessage)).split())
    source = report.value(result, SH.sourceShape)
    # A property shape may belong to several node shapes: the one meant is aimed at a class of the focus.
    classes = set(data.objects(focus, RDF.type))
    owners = [
        each for each in shapes.subjects(SH.property, source) if set(shapes.objects(each, SH.targetClass)) & classes
    ]
    shape = min(map(str, owners), default=str(source))
    paths = store.query(_PATH, focus=NamedNode(str(focus))).column("path") if isinstance(focus, URIRef) else ()
    return Problem(str(paths[0]) if paths else "", str(focus), local_name(shape), message)
