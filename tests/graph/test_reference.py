from pyoxigraph import NamedNode, Quad

from graphkit.graph.reference import named_ids, post_of, reference_quads, row_of
from graphkit.graph.store import Store
from graphkit.graph.vocabulary import Cls, Prop, Reused
from graphkit.identity import Reference
from graphkit.identity import reference as whole_list

PARTY = "https://example.org/hwb/id/party/"


def said(quads: list[Quad], subject: str, predicate: str) -> set[str]:
    found = (quad for quad in quads if quad.subject == NamedNode(subject) and quad.predicate.value == predicate)
    return {getattr(quad.object, "value", "") for quad in found}


def test_a_body_comes_with_what_it_belongs_to_and_what_followed(reference: Reference) -> None:
    quads = reference_quads(["northmere-hwb"], reference)
    board, council, later = (
        f"{PARTY}{name}" for name in ("northmere-hwb", "northmere-city-council", "northmere-and-wolden-council")
    )
    assert said(quads, board, Reused.TYPE) == {Cls.BOARD, Cls.ORGANIZATION, Cls.PARTY}
    assert said(quads, board, Reused.PREF_LABEL) == {"Northmere Health and Wellbeing Board"}
    assert said(quads, board, Reused.UNIT_OF) == {council}
    assert said(quads, later, Prop.RESULTED_FROM) == {council}
    assert said(quads, council, Reused.IDENTIFIER) == {"GSS:E06000999"}
    assert said(quads, council, Prop.AREA) == {"http://statistics.data.gov.uk/id/statistical-geography/E06000999"}


def test_a_post_has_the_lists_name_and_its_council(reference: Reference) -> None:
    post = "post:director-of-public-health@northmere-city-council"
    quads = reference_quads([post], reference)
    iri = f"{PARTY}post%3Adirector-of-public-health%40northmere-city-council"
    assert said(quads, iri, Reused.PREF_LABEL) == {"Director of Public Health"}
    assert said(quads, iri, Reused.POST_IN) == {f"{PARTY}northmere-city-council"}
    assert (row_of(post), post_of(post)) == ("northmere-city-council", "director-of-public-health")


def test_order_and_repeats_do_not_matter_and_strangers_are_passed_over(reference: Reference) -> None:
    ids = ["E06000999", "northmere-hwb", "nobody", "northmere-hwb"]
    assert reference_quads(ids, reference) == reference_quads(reversed(ids[:3]), reference)
    assert reference_quads(["nobody", "post:x@nobody"], reference) == []


def test_the_whole_list_can_be_written() -> None:
    lists = whole_list()
    quads = reference_quads([*lists.organisations, *lists.places], lists)
    labelled = {quad.subject for quad in quads if quad.predicate.value == Reused.PREF_LABEL}
    assert {quad.subject for quad in quads} == labelled
    assert len(labelled) == len(lists.organisations) + len(lists.places)
    linked = (Prop.RESULTED_FROM, Reused.UNIT_OF, Prop.AREA)
    assert {quad.object for quad in quads if quad.predicate.value in linked} <= labelled


def test_the_ids_are_those_that_papers_name(store: Store) -> None:
    post = "post:director-of-public-health@northmere-city-council"
    assert named_ids(store) == {"northmere-hwb", post, "E06000999"}
