"""Parties of one body become one party, wherever they stand."""

from dataclasses import replace

from graphkit.documents.model import Span
from graphkit.identity.merge import merged
from graphkit.language.party import Party
from graphkit.loaders.findings import Action, Findings, Participation, Role


def _part(party: str, confidence: float, start: int, role: Role = "owner") -> Participation:
    return Participation(party, role, "explicit", "test", Span(start, start + 3), confidence)


def _findings() -> Findings:
    parties = (
        Party("a", "The Body", ("The Body", "Body"), "organisation", (Span(9, 12),), id="x", why="one", partner=True),
        Party("b", "The Body", ("The Body", "TB"), "board", (Span(1, 3),), id="x", why="two", body=True),
        Party("c", "Other", ("Other",), "organisation", (Span(20, 25),)),
        Party("d", "Other", ("Other",), "organisation", (Span(30, 35),)),
    )
    parts = (_part("a", 0.5, 9), _part("b", 0.9, 1), _part("c", 0.9, 20, "supporter"), _part("a", 0.4, 9, "supporter"))
    action = Action("k", Span(0, 40), "do", "agreed", "test", 0.9, participations=parts)
    return Findings("minutes", "test", body="b", parties=parties, actions=(action,))


def test_names_spans_and_marks_are_united() -> None:
    findings = _findings()
    whole = merged(findings, findings.parties)
    first = whole.parties[0]
    assert (first.key, first.body, first.partner, first.type) == ("b", True, True, "board")
    assert first.names == ("The Body", "TB", "Body")
    assert first.spans == (Span(1, 3), Span(9, 12))
    assert first.why == "two; one"


def test_keys_are_replaced_and_a_role_is_stated_once() -> None:
    findings = _findings()
    whole = merged(replace(findings, body="a"), findings.parties)
    assert whole.body == "b"
    parts = {(each.party, each.role): each.confidence for each in whole.actions[0].participations}
    assert parts == {("b", "owner"): 0.9, ("c", "supporter"): 0.9, ("b", "supporter"): 0.4}


def test_parties_without_an_id_stay_apart() -> None:
    findings = _findings()
    assert [each.key for each in merged(findings, findings.parties).parties] == ["b", "c", "d"]
