from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graphkit.documents.model import Document, Span
from graphkit.errors import RunError, UsageError
from graphkit.graph.quads import quads_of
from graphkit.graph.terms import writable
from graphkit.graph.vocabulary import HW, OA, PARTY_CLASSES, ROLE_EDGES, Cls, Prop, Reused
from graphkit.identity import Area, Identified
from graphkit.loaders.findings import (
    Action,
    Basis,
    Decision,
    Due,
    Findings,
    Participation,
    Party,
    PartyType,
    Priority,
    Role,
    Status,
    Tag,
    Unread,
)

Read = tuple[Document, Identified]
ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=120)
TYPES: list[PartyType] = ["organisation", "team", "post", "sector", "board", "collective", "person"]
ROLES: list[Role] = ["owner", "deliverer", "supporter", "consulted", "funder", "host", "recipient", "audience"]
BASES: list[Basis] = ["explicit", "host", "board", "collective", "inherited", "inferred"]
STATUSES: list[Status] = ["agreed", "recommended", "requested", "committed", "proposed", "planned", "noted", "deferred"]


@st.composite
def papers(draw: st.DrawFn) -> tuple[Document, Identified]:
    """Any text at all with any findings about it, hostile ones too."""
    text = draw(ANY_TEXT)

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span(start, draw(st.integers(start + 1, len(text))))

    def tags() -> tuple[Tag, ...]:
        return tuple(
            Tag(draw(ANY_TEXT), draw(st.sampled_from(["explicit", "inherited"])), span())
            for _ in range(draw(st.integers(0, 2)))
        )

    def keys() -> list[str]:
        return draw(st.lists(ANY_TEXT, max_size=3, unique=True))

    parties = []
    for key in keys():
        label = draw(ANY_TEXT)
        names = (label, *draw(st.lists(ANY_TEXT, max_size=2)))
        identity = draw(st.none() | ANY_TEXT)
        parties.append(Party(key, label, names, draw(st.sampled_from(TYPES)), (span(), span()), id=identity))
    priorities = [Priority(key, draw(ANY_TEXT), span(), topics=tags()) for key in keys()]
    actions = []
    for key in keys():
        parts = [
            Participation(
                party.key,
                draw(st.sampled_from(ROLES)),
                draw(st.sampled_from(BASES)),
                draw(ANY_TEXT),
                span(),
                draw(st.floats(0, 1)),
            )
            for party in parties
        ]
        due = Due(draw(ANY_TEXT), draw(st.none() | ANY_TEXT), draw(st.none() | ANY_TEXT), span())
        actions.append(
            Action(
                key, span(), draw(ANY_TEXT), draw(st.sampled_from(STATUSES)), draw(ANY_TEXT), draw(st.floats(0, 1)),
                stem=span(), participations=tuple(parts), topics=tags(), populations=tags(), due=due,
                priority=priorities[0].key if priorities else None,
            )
        )  # fmt: skip
    findings = Findings(
        draw(st.sampled_from(["minutes", "strategy", "action-plan"])), draw(ANY_TEXT), draw(st.none() | ANY_TEXT),
        date=draw(st.none() | ANY_TEXT), body=parties[0].key if parties else None, parties=tuple(parties),
        priorities=tuple(priorities), actions=tuple(actions),
        decisions=tuple(Decision(key, span(), draw(ANY_TEXT), "asked", "note") for key in keys()),
        unread=(Unread(span(), draw(ANY_TEXT)),),
    )  # fmt: skip
    area = draw(st.none() | st.builds(Area, st.lists(ANY_TEXT, max_size=2).map(tuple), ANY_TEXT, ANY_TEXT))
    document = Document(draw(ANY_TEXT), draw(ANY_TEXT), "text/plain", text, (), "0" * 64)
    return document, Identified(findings, area, frozenset())


def by_subject(quads: list[Quad]) -> dict[str, dict[str, list[NamedNode | Literal]]]:
    """Objects by predicate by subject."""
    found: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    for quad in quads:
        assert isinstance(quad.subject, NamedNode)
        assert isinstance(quad.object, NamedNode | Literal)
        found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return found


def values(quads: list[Quad], subject: str, predicate: str) -> set[str]:
    return {each.value for each in by_subject(quads)[subject].get(predicate, [])}


@given(papers())
def test_the_same_findings_give_the_same_quads(paper: tuple[Document, Identified]) -> None:
    document, identified = paper
    findings = identified.findings
    turned = replace(
        findings,
        parties=findings.parties[::-1],
        actions=findings.actions[::-1],
        priorities=findings.priorities[::-1],
        decisions=findings.decisions[::-1],
    )
    assert quads_of(document, identified) == quads_of(document, replace(identified, findings=turned))


@given(papers())
def test_every_evidence_quotes_the_text(paper: tuple[Document, Identified]) -> None:
    document, identified = paper
    text = writable(document.text)
    shown = [said for said in by_subject(quads_of(document, identified)).values() if OA + "exact" in said]
    assert shown
    for said in shown:
        start, end = int(said[OA + "start"][0].value), int(said[OA + "end"][0].value)
        assert said[OA + "exact"][0].value == text[start:end]
        assert text[:start].endswith(said[OA + "prefix"][0].value)
        assert text[end:].startswith(said[OA + "suffix"][0].value)
        assert len(said[OA + "prefix"][0].value) == min(32, start)


@given(papers())
def test_every_quad_stands_in_the_graph_of_its_document(paper: tuple[Document, Identified]) -> None:
    document, identified = paper
    quads = quads_of(document, identified, "urn:northmere:")
    assert len({quad.graph_name for quad in quads}) == 1
    assert len(set(quads)) == len(quads)
    assert {
        kind for quad in quads if quad.predicate.value == Reused.TYPE and isinstance(kind := quad.object, NamedNode)
    }


def test_every_fact_of_an_action(minutes: Read) -> None:
    quads = quads_of(*minutes)
    base = "https://example.org/hwb/id/"
    first, second = (f"{base}action/2024%2Fminutes/{key}" for key in ("1", "1.a"))
    assert values(quads, first, Reused.TYPE) == {Cls.ACTION}
    assert values(quads, first, Prop.TEXT) == {"review loneliness support"}
    assert values(quads, first, Prop.STATUS) == {"https://example.org/hwb/status/agreed"}
    assert values(quads, first, Prop.CONFIDENCE) == {"0.9"}
    assert values(quads, first, Prop.ORDER) == {"1"}
    assert values(quads, first, Prop.RESPONSIBLE_PARTY) == {f"{base}party/northmere-hwb"}
    assert values(quads, first, Reused.CONCEPT) == {"https://example.org/hwb/topic/loneliness"}
    assert values(quads, first, Prop.TARGETS) == {"https://example.org/hwb/population/refugees-asylum"}
    assert values(quads, second, Reused.IS_PART_OF) == {first}
    assert values(quads, second, Prop.RECURRENCE) == {"R/P1Y"}
    deadline = f"{base}deadline/2024%2Fminutes/1"
    assert values(quads, first, Prop.HAS_DEADLINE) == {deadline}
    assert values(quads, deadline, Prop.RESOLVED_DATE) == {"2024-06"}


def test_a_commitment_is_an_action_under_its_priority(strategy: Read) -> None:
    quads = quads_of(*strategy)
    base = "https://example.org/hwb/id/"
    assert values(quads, f"{base}action/strategy/a", Reused.TYPE) == {Cls.ACTION, Cls.COMMITMENT}
    assert values(quads, f"{base}action/strategy/a", Prop.ADVANCES) == {f"{base}priority/strategy/1.1"}
    assert values(quads, f"{base}strategy/strategy", Prop.HAS_PRIORITY) == {
        f"{base}priority/strategy/1",
        f"{base}priority/strategy/1.1",
    }
    assert values(quads, f"{base}document/strategy", Reused.TITLE) == {"strategy"}


def test_direct_edges_are_those_of_the_participations(minutes: Read, strategy: Read) -> None:
    edges = set(ROLE_EDGES.values())
    for read in (minutes, strategy):
        quads = quads_of(*read)
        direct = {(quad.subject, quad.predicate, quad.object) for quad in quads if quad.predicate.value in edges}
        stated = {
            (said[Prop.SUBJECT][0], said[Prop.PREDICATE][0], said[Prop.OBJECT][0])
            for said in by_subject(quads).values()
            if Prop.ROLE in said
        }
        assert direct == stated


def test_a_party_without_a_reference_row_stays_in_its_area(minutes: Read) -> None:
    here = quads_of(*minutes)
    there = quads_of(minutes[0], replace(minutes[1], area=Area(("E06000001",), "Wolden", "")))

    def teams(quads: list[Quad]) -> set[str]:
        return {iri for iri, said in by_subject(quads).items() if NamedNode(Cls.TEAM) in said.get(Reused.TYPE, [])}

    assert teams(here) == {"https://example.org/hwb/id/party/local/E06000999/team/Housing%20Team"}
    assert teams(here).isdisjoint(teams(there))


def test_an_ambiguous_name_is_not_an_unresolved_one(minutes: Read) -> None:
    quads = quads_of(*minutes)
    trust = "https://example.org/hwb/id/party/ambiguous/E06000999/organisation/Wolden%20Hospital%20Trust"
    assert values(quads, trust, Prop.OUTCOME) == {"ambiguous"}


def test_of_a_body_in_the_reference_list_the_paper_says_only_its_forms(minutes: Read) -> None:
    board = "https://example.org/hwb/id/party/northmere-hwb"
    told = quads_of(*minutes)
    assert values(told, board, Reused.ALT_LABEL) == {"the Board"}
    assert not values(told, board, Reused.PREF_LABEL)
    alone = quads_of(minutes[0], replace(minutes[1], used=frozenset()))
    assert values(alone, board, Reused.PREF_LABEL) == {"Northmere Health and Wellbeing Board"}
    assert values(alone, board, Reused.TYPE) == {Cls.BOARD, Cls.ORGANIZATION, Cls.PARTY}
    post = "https://example.org/hwb/id/party/post%3Adirector-of-public-health%40northmere-city-council"
    assert values(told, post, Reused.ALT_LABEL) == {"DPH"}


def test_a_sector_group_points_to_its_sector(minutes: Read) -> None:
    said = by_subject(quads_of(*minutes))
    found = {each.value for each in (term for found in said.values() for term in found.get(Prop.SECTOR, []))}
    assert found == {"https://example.org/hwb/sector/voluntary-sector", "https://example.org/hwb/sector/nhs"}


def test_every_type_of_party_has_its_classes() -> None:
    assert set(PARTY_CLASSES) == set(TYPES)
    assert all(classes[-1] is Cls.PARTY and classes[0].startswith(HW) for classes in PARTY_CLASSES.values())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda f: replace(f, actions=(*f.actions, f.actions[0])), "share the action key '1'"),
        (lambda f: replace(f, parties=f.parties[1:]), "name party 'board'"),
        (lambda f: replace(f, actions=(replace(f.actions[0], priority="9"),)), "name priority '9'"),
        (lambda f: replace(f, actions=(f.actions[1],)), "name action '1'"),
        (lambda f: replace(f, decisions=(f.decisions[0],)), "name decision 'r1'"),
        (lambda f: replace(f, unread=(Unread(Span(5, 5), "x"),)), "characters 5 to 5"),
        (lambda f: replace(f, unread=(Unread(Span(0, 10**6), "x"),)), "characters 0 to 1000000"),
    ],
)
def test_findings_that_contradict_themselves_are_refused(minutes: Read, change: object, message: str) -> None:
    assert callable(change)
    broken = replace(minutes[1], findings=change(minutes[1].findings))
    with pytest.raises(RunError, match=f"^2024/minutes.txt: .*{message}.*mend the loader"):
        quads_of(minutes[0], broken)


def test_a_bad_base_is_refused(minutes: Read) -> None:
    with pytest.raises(UsageError, match="base IRI"):
        quads_of(minutes[0], minutes[1], "here/")
