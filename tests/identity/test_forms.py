"""Forms of a name that are the same name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.identity.forms import acronym_form, initials, plain, shape, without_article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northmere & Wolden Clinical Commissioning Group", "northmere and wolden CCG"),
        ("The King’s Trust", "Kings Trust"),
        ("Northmere Health and Well-Being Board", "Northmere Health & Wellbeing Board"),
        ("NHS Wolden Integrated Care Board (ICB)", "NHS Wolden ICB"),
        ("Wolden Integration Joint Board", "Wolden Health and Social Care Integration Joint Board"),
        ("Health Watch Wolden", "Healthwatch\xa0Wolden"),
        ("Saint Mary's", "St. Mary's"),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Department of Parks (Wales)", "Department of Parks"),
        ("North Wolden Council", "Wolden Council"),
        ("Wolden CCGs", "Wolden CCG"),
    ],
)
def test_different(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    ("name", "expected"), [("the ICB", "ICB"), ("B&Q", "B&Q"), ("Icb", None), ("NHS England", None)]
)
def test_acronym_form(name: str, expected: str | None) -> None:
    assert expected == acronym_form(name)


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("Wolden Royal NHS Foundation Trust", "trust", ("wolden", "royal")),
        ("London Borough of Wolden", "council", ("wolden",)),
        ("Wolden Metropolitan Borough Council", "council", ("wolden",)),
        ("University of Wolden", "university", ("wolden",)),
        ("Wolden University Hospitals NHS Trust", "trust", ("wolden", "university", "hospitals")),
        ("Wolden Fire & Rescue Service", "fire", ("wolden",)),
        ("Aber University Health Board", "health board", ("aber",)),
    ],
)
def test_shape(name: str, kind: str, words: tuple[str, ...]) -> None:
    taken = shape(name)
    assert taken is not None
    assert (kind, words) == taken[:2]


@pytest.mark.parametrize("name", ["Wolden Youth Council", "Wolden Parish Council", "Friends of Wolden", ""])
def test_no_shape(name: str) -> None:
    assert shape(name) is None


def test_initials() -> None:
    assert initials("City and County of Northmere Council") == "CCNC"


@given(st.text(max_size=80))
def test_any_text_has_a_form(name: str) -> None:
    assert plain(plain(name)) == plain(name)
    assert without_article(name) == " ".join(without_article(name).split())
    shape(name)
    assert acronym_form(name) is None or len(acronym_form(name) or "") <= 9
