import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from graphkit.documents.model import Span
from graphkit.errors import UsageError
from graphkit.graph.iris import DEFAULT_BASE, Iris, checked_base, scope_of, segment, unsegment

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_a_segment_gives_its_text_back(text: str) -> None:
    assert unsegment(segment(text)) == text


@given(ANY_TEXT, ANY_TEXT)
def test_different_texts_give_different_segments(one: str, other: str) -> None:
    assert (segment(one) == segment(other)) == (one == other)


@given(ANY_TEXT, ANY_TEXT)
def test_a_hostile_key_stays_inside_its_segment(document: str, key: str) -> None:
    iri = Iris().part("action", document, key)
    assert NamedNode(iri).value == iri
    assert iri.count("/") == DEFAULT_BASE.count("/") + 2
    assert not set('<>"{}|\\^` #?') & set(iri)


@given(ANY_TEXT)
def test_the_key_of_a_document_can_be_read_from_its_iri(key: str) -> None:
    iris = Iris("urn:northmere:")
    assert iris.key_of(iris.document(key)) == key


def test_dots_alone_are_no_path_steps() -> None:
    assert segment("..") == "%2E%2E"
    assert segment("a.b") == "a.b"


@pytest.mark.parametrize(
    "base",
    [
        "https://x.org/id/",
        "http://x.org/",
        "https://x.org/id#",
        "urn:hwb:",
        "urn:hwb:id/",
        "https://[::1]:8/",
        "https://ä.org/ü/",
    ],
)
def test_a_good_base(base: str) -> None:
    assert checked_base(base) == base
    assert NamedNode(Iris(base).document("a")).value.startswith(base)


@pytest.mark.parametrize(
    "base",
    ["", "id/", "/tmp/", "https://x.org", "https://x.org/id", "file:///etc/", "javascript:alert(1)/",
     "https://x/> <a:b> <c:d/", "https://x.org/a b/", "https://x.org/\n/", "http:///", "https://x.org/?q=/"],
)  # fmt: skip
def test_a_bad_base_says_what_to_give(base: str) -> None:
    with pytest.raises(UsageError, match="base IRI"):
        Iris(base)


def test_names_are_kept_apart_by_area_else_by_document() -> None:
    assert scope_of(("E06000002", "E06000001"), "a") == "E06000001+E06000002"
    assert scope_of((), "a") == "document:a"
    assert scope_of((), "a", "Northmere Health and Wellbeing Board") == "board:northmere-health-and-wellbeing-board"
    assert scope_of((), "a", "Health and Wellbeing Board") == "document:a"
    assert scope_of(("E06000001",), "a", "Northmere Health and Wellbeing Board") == "E06000001"


def test_evidence_is_named_by_its_place() -> None:
    assert Iris().evidence("2024/a", Span(3, 9)) == f"{DEFAULT_BASE}evidence/2024%2Fa/3-9"
