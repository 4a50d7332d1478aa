"""The page that describes the ontology, made from the Turtle.

Run python -m graphkit.graph.ontology_page > docs/ontology.md.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import Literal, NamedNode

from graphkit.graph.ontology import ontology_quads
from graphkit.graph.vocabulary import HW, OWL, PREFIXES, RDF, RDFS, SCHEMA, SKOS, local_name

_INTRO: Final = """\
# The ontology

Made from `ontology/*.ttl` by `python -m graphkit.graph.ontology_page`; do not edit it here.

Every fact of the graph stands in the named graph of the document that states it, and leads to the exact characters
that show it (`hw:evidence`). Who does what is said twice: as a node of its own (Participation, with role, basis, rule,
confidence and evidence) and as the direct edge made from it. A node carries its class and every `hw:` class above it,
so `?x a hw:Party` and `MATCH (x:Party)` find boards too. Classes of other vocabularies are reached through the ontology
graph: `?x a/rdfs:subClassOf* org:Organization`.

In the property graph a class is a label, a property that holds one value a scalar, any other a sorted list, and a link
a relationship named in capitals (`hw:responsibleParty` is `RESPONSIBLE_PARTY`).
"""
_PICTURE: Final = """\
## The picture

Solid lines are links, hollow arrows lead to the class above. Left out, because nearly every class has them:
`recordedIn`, `evidence`, and the `subject` and `object` of assertions.
"""
_SCHEMES: Final = (
    ("Role", "Roles"),
    ("Status", "Statuses"),
    ("Basis", "Bases"),
    ("Sector", "Sectors"),
    ("Topic", "Topics"),
    ("PopulationGroup", "Population groups"),
)
_LISTED: Final = frozenset({"Role", "Status", "Basis"})
_PREFIX: Final = {
    **{namespace: prefix for prefix, namespace in PREFIXES.items()},
    "http://www.w3.org/ns/opengov#": "opengov",
}


@dataclass(slots=True)
class _Term:
    """One subject of the ontology: what it says, by predicate."""

    iri: str
    links: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    words: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def word(self, *predicates: str) -> str:
        """The first literal of the first predicate that has one."""
        return next((min(self.words[each]) for each in predicates if self.words[each]), "")

    def kind(self, iri: str) -> bool:
        """Whether it is of this class."""
        return iri in self.links[RDF + "type"]


def page() -> str:
    """The whole page, in Markdown."""
    terms = _terms()
    classes = [each for each in terms if each.kind(OWL + "Class")]
    properties = [each for each in terms if each.kind(OWL + "DatatypeProperty") or each.kind(OWL + "ObjectProperty")]
    parts = [
        _INTRO,
        _PICTURE,
        _picture(classes, properties),
        "## Classes\n",
        _table(("Class", "Below", "What it is"), map(_class_row, classes)),
        "## Properties\n",
        "Values: one, or several (+).\n",
        _table(("Property", "From", "To", "What it says"), map(_property_row, properties)),
        "## Concepts\n",
        *(_scheme(terms, name, title) for name, title in _SCHEMES),
    ]
    return "\n".join(parts)


def _terms() -> list[_Term]:
    found: dict[str, _Term] = {}
    for quad in ontology_quads():
        if isinstance(quad.subject, NamedNode):
            term = found.setdefault(quad.subject.value, _Term(quad.subject.value))
            if isinstance(quad.object, Literal):
                term.words[quad.predicate.value].append(quad.object.value)
            elif isinstance(quad.object, NamedNode):
                term.links[quad.predicate.value].append(quad.object.value)
    return sorted(found.values(), key=lambda each: (not each.iri.startswith(HW), each.iri))


def _short(iri: str) -> str:
    for namespace, prefix in _PREFIX.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _ends(term: _Term, single: str, several: str) -> list[str]:
    return sorted(term.links[RDFS + single] or term.links[SCHEMA + several])


def _picture(classes: Iterable[_Term], properties: Iterable[_Term]) -> str:
    lines = ["```mermaid", "classDiagram"]
    for each in classes:
        above = (iri for iri in sorted(each.links[RDFS + "subClassOf"]) if iri.startswith(HW))
        lines += [f"    {local_name(iri)} <|-- {local_name(each.iri)}" for iri in above]
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in properties:
        domain, target = each.links[RDFS + "domain"], each.links[RDFS + "range"]
        if all(len(ends) == 1 and ends[0].startswith(HW) for ends in (domain, target)):
            names[local_name(domain[0]), local_name(target[0])].append(local_name(each.iri))
    lines += [f"    {start} --> {end} : {', '.join(sorted(said))}" for (start, end), said in sorted(names.items())]
    return "\n".join([*lines, "```", ""])


def _class_row(term: _Term) -> tuple[str, ...]:
    above = ", ".join(f"`{_short(iri)}`" for iri in sorted(term.links[RDFS + "subClassOf"]))
    return f"`{_short(term.iri)}`", above, _definition(term)


def _property_row(term: _Term) -> tuple[str, ...]:
    start, end = (
        ", ".join(f"`{_short(iri)}`" for iri in _ends(term, *names))
        for names in (("domain", "domainIncludes"), ("range", "rangeIncludes"))
    )
    several = "" if term.kind(OWL + "FunctionalProperty") else " +"
    above = "".join(f" Below `{_short(iri)}`." for iri in sorted(term.links[RDFS + "subPropertyOf"]))
    return f"`{_short(term.iri)}`{several}", start, end, _definition(term) + above


def _definition(term: _Term) -> str:
    definition = term.word(SKOS + "definition")
    comment = term.word(RDFS + "comment")
    return f"{definition} {comment}".strip()


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join([*lines, ""])


def _scheme(terms: Iterable[_Term], name: str, title: str) -> str:
    concepts = {each.iri: each for each in terms if each.kind(HW + name)}
    head = f"### {title} ({len(concepts)})\n"
    if name in _LISTED:
        rows = ((f"`{each.word(SKOS + 'notation')}`", each.word(SKOS + "definition")) for each in concepts.values())
        return f"{head}\n{_table((name, 'Meaning'), rows)}"
    below: dict[str, list[_Term]] = defaultdict(list)
    for each in concepts.values():
        for above in [iri for iri in each.links[SKOS + "broader"] if iri in concepts] or [""]:
            below[above].append(each)
    return f"{head}\n" + "\n".join(_tree(below, "", 0)) + "\n"


def _tree(below: dict[str, list[_Term]], above: str, depth: int) -> Iterator[str]:
    for each in sorted(below[above], key=lambda term: term.word(SKOS + "prefLabel").casefold()):
        yield f"{'  ' * depth}- {each.word(SKOS + 'prefLabel')} `{each.word(SKOS + 'notation')}`"
        yield from _tree(below, each.iri, depth + 1)


if __name__ == "__main__":
    sys.stdout.write(page())
