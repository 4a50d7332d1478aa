import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.language.data_file import data_file
from graphkit.language.verbs import Form, reading, readings


@pytest.mark.parametrize(
    ("base", "third", "past", "participle", "gerund"),
    [
        ("ask", "asks", "asked", "asked", "asking"),
        ("agree", "agrees", "agreed", "agreed", "agreeing"),
        ("approve", "approves", "approved", "approved", "approving"),
        ("carry", "carries", "carried", "carried", "carrying"),
        ("survey", "surveys", "surveyed", "surveyed", "surveying"),
        ("publish", "publishes", "published", "published", "publishing"),
        ("plan", "plans", "planned", "planned", "planning"),
        ("submit", "submits", "submitted", "submitted", "submitting"),
        ("target", "targets", "targeted", "targeted", "targeting"),
        ("review", "reviews", "reviewed", "reviewed", "reviewing"),
        ("fulfil", "fulfils", "fulfilled", "fulfilled", "fulfilling"),
        ("write", "writes", "wrote", "written", "writing"),
        ("bring", "brings", "brought", "brought", "bringing"),
        ("undertake", "undertakes", "undertook", "undertaken", "undertaking"),
        ("oversee", "oversees", "oversaw", "overseen", "overseeing"),
    ],
)
def test_every_form_leads_back_to_its_base(base: str, third: str, past: str, participle: str, gerund: str) -> None:
    forms: dict[Form, str] = {
        "base": base,
        "third": third,
        "past": past,
        "participle": participle,
        "gerund": gerund,
    }
    for form, word in forms.items():
        verb = reading(word, form)
        assert verb is not None
        assert verb.base == base


@pytest.mark.parametrize("word", ["planed", "submited", "carryed", "bringed", "makeing", "hospital", ""])
def test_what_is_no_verb_form_has_no_reading(word: str) -> None:
    assert readings(word) == ()


def test_a_verb_may_perform_several_acts() -> None:
    support = reading("supports", "third")
    assert support is not None
    assert support.does("approve")
    assert support.does("undertake")
    assert not support.does("ask")


def test_a_word_that_is_as_likely_a_noun_says_so_but_never_as_gerund() -> None:
    assert [verb.noun for verb in readings("work")] == [True]
    assert not any(verb.noun for verb in readings("working"))
    assert not any(verb.noun for verb in readings("write"))


def test_case_and_the_kind_of_hyphen_do_not_matter() -> None:
    assert readings("RE‐ELECTED") == readings("re-elected") != ()


def test_every_verb_of_the_table_has_all_its_forms() -> None:
    table = data_file("verbs.yaml")
    bases = {base for listed in table["acts"].values() for base in listed}
    for base in bases:
        forms = {verb.form for word in _words_of(base) for verb in readings(word) if verb.base == base}
        assert forms == {"base", "third", "past", "participle", "gerund"}, base
    assert set(table["nouns"]) | set(table["irregular"]) | set(table["doubling"]) <= bases


def _words_of(base: str) -> list[str]:
    from graphkit.language.verbs import _verbs

    return [word for word, verbs in _verbs().items() if any(verb.base == base for verb in verbs)]


@given(st.text())
def test_any_word_can_be_looked_up(word: str) -> None:
    assert all(verb.base and verb.acts for verb in readings(word))
