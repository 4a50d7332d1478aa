"""The quality of the two SKOS schemes as data."""

from collections import Counter
from pathlib import Path

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import RDF, SKOS

from graphkit import resources
from graphkit.language.concept_table import concepts, read_concepts
from graphkit.language.fold import fold

HW = Namespace("https://example.org/hwb/ns#")
FILES = (resources.ONTOLOGY / "topics.ttl", resources.ONTOLOGY / "populations.ttl")


@pytest.fixture(scope="module")
def graph() -> Graph:
    made = Graph()
    for file in FILES:
        made.parse(file, format="turtle")
    return made


@pytest.fixture(scope="module")
def members(graph: Graph) -> list[URIRef]:
    return sorted(subject for subject in graph.subjects(RDF.type, SKOS.Concept) if isinstance(subject, URIRef))


def test_the_table_holds_every_concept(members: list[URIRef]) -> None:
    assert {member.rsplit("/", 1)[1] for member in members} == set(concepts())


def test_each_concept_is_complete(graph: Graph, members: list[URIRef]) -> None:
    for member in members:
        assert [str(name) for name in graph.objects(member, SKOS.notation)] == [member.rsplit("/", 1)[1]]
        for needed in (SKOS.prefLabel, SKOS.definition, SKOS.inScheme):
            assert len(list(graph.objects(member, needed))) == 1, (member, needed)


def test_labels_of_a_concept_are_disjoint(graph: Graph, members: list[URIRef]) -> None:
    kinds = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, HW.cueLabel)
    for member in members:
        counted = Counter(fold(str(label)) for kind in kinds for label in graph.objects(member, kind))
        assert [label for label, count in counted.items() if count > 1] == [], member


def test_broader_and_narrower_mirror_each_other(graph: Graph) -> None:
    broader = {(narrow, broad) for narrow, broad in graph.subject_objects(SKOS.broader)}
    assert broader == {(narrow, broad) for broad, narrow in graph.subject_objects(SKOS.narrower)}


def test_top_concepts_are_those_without_a_broader(graph: Graph, members: list[URIRef]) -> None:
    tops = {member for member in members if not list(graph.objects(member, SKOS.broader))}
    assert tops == set(graph.subjects(SKOS.topConceptOf)) == set(graph.objects(None, SKOS.hasTopConcept))


def test_no_concept_is_broader_than_itself() -> None:
    assert [slug for slug, concept in concepts().items() if slug in concept.broader] == []


def test_related_concepts_exist_and_are_not_also_broader(graph: Graph, members: list[URIRef]) -> None:
    for one, other in graph.subject_objects(SKOS.related):
        assert other in members
        assert (one, SKOS.broader, other) not in graph


def test_groups_and_parents_are_known() -> None:
    table = concepts()
    assert all(concept.group in table for concept in table.values() if concept.group)
    assert all(concept.broader <= set(table) for concept in table.values())


def test_a_workspace_can_read_its_own_scheme(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix hw: <https://example.org/hwb/ns#> .\n"
        "<urn:x:pets> a skos:Concept , hw:Topic ;\n"
        "  skos:notation 'pets' ; skos:prefLabel 'Pets'@en ; skos:altLabel 'dogs'@en .",
        encoding="utf-8",
    )
    (pets,) = read_concepts([file]).values()
    assert (pets.slug, pets.scheme, pets.labels) == ("pets", "topic", ("Pets", "dogs"))


def test_a_broken_scheme_says_so(tmp_path: Path) -> None:
    file = tmp_path / "broken.ttl"
    file.write_text("<urn:x> a", encoding="utf-8")
    with pytest.raises(SyntaxError):
        read_concepts([file])
