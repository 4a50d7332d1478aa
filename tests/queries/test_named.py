import re
from pathlib import Path

import pytest

from graphkit import queries
from graphkit.errors import RunError, UnknownQuery
from graphkit.queries import named as module
from graphkit.resources import QUERIES

ELEVEN = {
    "owners-of-topic",
    "board-by-default",
    "no-owner",
    "not-understood",
    "due",
    "commitments-by-priority",
    "priorities-without-resolutions",
    "shared-actions",
    "actions-for-population",
    "why",
    "recommended-and-resolved",
}
EVIDENCE = ["quote", "document", "path", "start", "end"]


def test_the_eleven_questions_are_there_each_in_both_languages() -> None:
    assert {query.name for query in queries.catalogue()} >= ELEVEN
    assert {path.stem for path in QUERIES.glob("*.rq")} == {path.stem for path in QUERIES.glob("*.cypher")}


@pytest.mark.parametrize("query", queries.catalogue(), ids=lambda query: query.name)
def test_every_answer_shows_its_words_and_their_place(query: queries.NamedQuery) -> None:
    assert [column for column in query.columns if column in EVIDENCE] == EVIDENCE


@pytest.mark.parametrize("query", queries.catalogue(), ids=lambda query: query.name)
def test_the_parameters_of_the_header_are_those_of_both_texts(query: queries.NamedQuery) -> None:
    names = {parameter.name for parameter in query.parameters}
    assert set(re.findall(r"\$(\w+)", query.sparql)) <= query.bound(dict.fromkeys(names, "")).keys()
    assert set(re.findall(r"[?$](\w+)", query.sparql)) >= query.bound(dict.fromkeys(names, "")).keys()
    assert set(re.findall(r"\$(\w+)", query.cypher)) == names


@pytest.mark.parametrize("query", queries.catalogue(), ids=lambda query: query.name)
def test_no_parameter_takes_the_place_of_a_column(query: queries.NamedQuery) -> None:
    assert not query.bound({parameter.name: "" for parameter in query.parameters}).keys() & query.columns.keys()


@pytest.mark.parametrize("query", queries.catalogue(), ids=lambda query: query.name)
def test_every_answer_has_an_order(query: queries.NamedQuery) -> None:
    assert "ORDER BY" in query.sparql
    assert "ORDER BY" in query.cypher


def test_an_unknown_name_brings_those_that_come_close() -> None:
    with pytest.raises(UnknownQuery, match="no query 'owner-of-topics': did you mean owners-of-topic"):
        queries.get("owner-of-topics")
    with pytest.raises(UnknownQuery, match="why"):
        queries.get("../graphkit/errors")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?x WHERE { ?x ?y ?z }",
        "# title: [",
        "# title: a\n# question: b\n# columns: c\n# says_not: d",
        "# title: a\n# question: b\n# columns: {c: d}\n",
        "# - a\n# - b\n",
    ],
)
def test_a_file_without_a_proper_header_is_named(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.rq").write_text(text)
    (tmp_path / "mine.cypher").write_text("RETURN 1 AS c")
    monkeypatch.setattr(module, "QUERIES", tmp_path)
    with pytest.raises(RunError, match=r"mine\.rq: no named query"):
        queries.get("mine")


def test_a_query_of_ones_own_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.rq").write_text("# title: A\n# question: B?\n# columns: {c: d}\n# says_not: e\nSELECT ?c {}")
    (tmp_path / "mine.cypher").write_text("RETURN 1 AS c")
    monkeypatch.setattr(module, "QUERIES", tmp_path)
    assert queries.get("mine").columns == {"c": "d"}
    assert [query.name for query in queries.catalogue()] == ["mine"]
