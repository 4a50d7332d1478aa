import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.language.acronyms import find_definitions


@pytest.mark.parametrize(
    ("text", "acronym", "full"),
    [
        ("the Northmere Carers Trust (NCT) met", "NCT", "Northmere Carers Trust"),
        ("Wolden Community Safety Partnership (CSP)", "CSP", "Community Safety Partnership"),
        ("Fire and Rescue Service (FRS)", "FRS", "Fire and Rescue Service"),
        ("from the Department of Health (“DoH”)".replace("“", '"').replace("”", '"'), "DoH", "Department of Health"),
        ("Kindle HealthCare Trust (KHCT)", "KHCT", "Kindle HealthCare Trust"),
        ("NCT  Northmere Carers Trust", "NCT", "Northmere Carers Trust"),
        ("NCT - Northmere Carers Trust", "NCT", "Northmere Carers Trust"),
    ],
)
def test_definitions(text: str, acronym: str, full: str) -> None:
    (found,) = find_definitions(text)
    assert (found.acronym, found.full) == (acronym, full)
    assert text[found.start : found.end] == full
    assert text[found.acronym_start : found.acronym_end] == acronym


@pytest.mark.parametrize(
    "text", ["the item (PDF) here", "a trust (NCT)", "Wolden Trust (Chair)", "RESOLVED That It Be"]
)
def test_other_brackets_define_nothing(text: str) -> None:
    assert find_definitions(text) == []


@given(st.text(alphabet="Aa Bb()&/-\n", max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert all(text[one.acronym_start : one.acronym_end] == one.acronym for one in find_definitions(text))
