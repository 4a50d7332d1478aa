"""Three small papers of one invented board, with hand-made findings that use everything a finding can hold."""

from collections.abc import Callable, Iterator
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, settings

from graphkit.documents.model import Document, Span
from graphkit.graph.log import Record, Stored
from graphkit.graph.ontology import ontology_quads
from graphkit.graph.quads import quads_of
from graphkit.graph.reference import reference_quads
from graphkit.graph.store import Store
from graphkit.identity import Area, Identified, Organisation, Place, Reference
from graphkit.loaders.findings import (
    Action,
    Decision,
    Due,
    Findings,
    Participation,
    Party,
    Priority,
    Tag,
    Unread,
)

# How long an example takes depends on what else the machine does.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

AREA = Area(("E06000999",), "Northmere", "the board's name")

MINUTES = """Northmere Health and Wellbeing Board
12 March 2024
The Board was asked to note the report.
RESOLVED that
1. the Board would review loneliness support for young refugees with the voluntary sector by June 2024;
(a) Dr Ada Quill would brief the Housing Team every year;
2. Wolden Hospital Trust, funded by the NHS and supported by the Director of Public Health, host a pilot.
An odd line that no rule reads.
"""
STRATEGY = """Northmere Strategy 2023
Priority 1: Better mental health
Priority 1.1: Less loneliness
We will engage schools and train staff.
"""


def paper(key: str, text: str) -> Document:
    """A plain text document."""
    digest = sha256(text.encode()).hexdigest()
    return Document(key, f"{key}.txt", "text/plain", text, (), digest, url=f"https://northmere.example/{key}")


def spotter(text: str) -> Callable[[str], Span]:
    """Finds the first place of some words in a text."""

    def spot(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    return spot


Read = tuple[Document, Identified]
"""A paper with what was found in it."""


def _board(spot: Callable[[str], Span], name: str, **more: object) -> Party:
    return Party(
        "board", "Northmere Health and Wellbeing Board", ("Northmere Health and Wellbeing Board", name), "board",
        (spot(name),), body=True, id="northmere-hwb", outcome="resolved",
    )  # fmt: skip


def _minutes() -> Read:
    document = paper("2024/minutes", MINUTES)
    spot = spotter(MINUTES)
    parties = (
        _board(spot, "the Board"),
        Party("vs", "voluntary sector", ("the voluntary sector",), "sector", (spot("voluntary sector"),)),
        Party("quill", "Dr Ada Quill", ("Dr Ada Quill",), "person", (spot("Dr Ada Quill"),)),
        Party("housing", "Housing Team", ("Housing Team", "the Housing Team"), "team", (spot("Housing Team"),)),
        Party("trust", "Wolden Hospital Trust", ("Wolden Hospital Trust",), "organisation",
              (spot("Wolden Hospital Trust"),), outcome="ambiguous", candidates=("a", "b")),
        Party("nhs", "NHS bodies", ("NHS bodies", "the NHS"), "sector", (spot("the NHS"),)),
        Party("dph", "DPH", ("DPH", "Director of Public Health"), "post", (spot("Director of Public Health"),),
              id="post:director-of-public-health@northmere-city-council", outcome="resolved"),
    )  # fmt: skip
    first = Action(
        "1", spot("the Board would review loneliness support for young refugees"), "review loneliness support",
        "agreed", "resolved-list", 0.9, ref="1.", stem=spot("RESOLVED that"),
        participations=(
            Participation("board", "owner", "board", "board-default", spot("the Board would"), 0.5),
            Participation("vs", "deliverer", "explicit", "with", spot("the voluntary sector"), 0.8),
        ),
        topics=(Tag("loneliness", "explicit", spot("loneliness")),),
        populations=(Tag("refugees-asylum", "explicit", spot("refugees")),),
        due=Due("by June 2024", "P3M", "2024-06", spot("by June 2024")),
    )  # fmt: skip
    second = Action(
        "1.a", spot("Dr Ada Quill would brief the Housing Team every year"), "brief the Housing Team", "requested",
        "sub-item", 0.85, ref="(a)", parent="1", recurrence="R/P1Y", progress="on track",
        participations=(
            Participation("quill", "owner", "explicit", "subject", spot("Dr Ada Quill"), 0.95),
            Participation("housing", "recipient", "explicit", "brief", spot("the Housing Team"), 0.9),
        ),
    )  # fmt: skip
    third = Action(
        "2", spot("Wolden Hospital Trust, funded by the NHS"), "host a pilot", "agreed", "resolved-list", 1.0,
        participations=(
            Participation("trust", "host", "host", "host", spot("Wolden Hospital Trust"), 0.7),
            Participation("nhs", "funder", "explicit", "funded-by", spot("funded by the NHS"), 0.8),
            Participation("dph", "supporter", "explicit", "supported-by", spot("Director of Public Health"), 0.8),
        ),
    )  # fmt: skip
    decisions = (
        Decision("ask", spot("note the report"), "note the report", "asked", "note", adopted_as="r1"),
        Decision("r1", first.span, first.text, "resolved", "undertake", ref="1."),
    )
    findings = Findings(
        "minutes", "RESOLVED", "Loneliness", spot("Northmere Health"), "2024-03-12", spot("12 March 2024"), "board",
        parties, (), (first, second, third), decisions, 5,
        (Unread(spot("An odd line that no rule reads."), "no verb"),),
    )  # fmt: skip
    return document, Identified(findings, AREA, frozenset({"northmere-hwb", "northmere-city-council"}))


def _strategy() -> Read:
    document = paper("strategy", STRATEGY)
    spot = spotter(STRATEGY)
    parties = (
        _board(spot, "Northmere"),
        Party("we", "partners", ("partners", "we"), "collective", (spot("We"),)),
        Party("schools", "schools", ("schools",), "sector", (spot("schools"),)),
        Party("staff", "staff", ("staff",), "collective", (spot("staff"),)),
    )
    priorities = (
        Priority("1", "Better mental health", spot("Priority 1: Better mental health"),
                 topics=(Tag("mental-health", "explicit", spot("mental health")),)),
        Priority("1.1", "Less loneliness", spot("Priority 1.1: Less loneliness"), parent="1",
                 topics=(Tag("loneliness", "explicit", spot("loneliness")),)),
    )  # fmt: skip
    action = Action(
        "a", spot("engage schools and train staff"), "engage schools and train staff", "committed", "we-will", 0.9,
        priority="1.1",
        participations=(
            Participation("we", "owner", "collective", "we", spot("We"), 0.6),
            Participation("schools", "consulted", "explicit", "engage", spot("schools"), 0.8),
            Participation("staff", "audience", "explicit", "train", spot("staff"), 0.8),
        ),
        topics=(Tag("loneliness", "inherited", spot("Priority 1.1: Less loneliness")),),
    )  # fmt: skip
    findings = Findings(
        "strategy",
        "We will",
        None,
        spot("Northmere Strategy 2023"),
        "2023",
        None,
        "board",
        parties,
        priorities,
        (action,),
    )
    return document, Identified(findings, AREA, frozenset({"northmere-hwb"}))


class SmallReference(Reference):
    """Four invented bodies of one area."""

    @property
    def organisations(self) -> dict[str, Organisation]:
        board, council, later = "northmere-hwb", "northmere-city-council", "northmere-and-wolden-council"
        rows = (
            (board, "Northmere Health and Wellbeing Board", "health-and-wellbeing-board", (), (council,)),
            (council, "Northmere City Council", "local-authority", (later,), ()),
            (later, "Northmere and Wolden Council", "local-authority", (), ()),
        )
        return {
            identity: Organisation(
                identity, name, kind, ("E06000999",), "own area", "", (("gss", "E06000999"),), "", "", later, whole,
                derived=False, source="",
            )
            for identity, name, kind, later, whole in rows
        }  # fmt: skip

    @property
    def places(self) -> dict[str, Place]:
        return {"E06000999": Place("E06000999", "Northmere", "unitary", (), "", "", ())}


@pytest.fixture(scope="session")
def minutes() -> Read:
    return _minutes()


@pytest.fixture(scope="session")
def strategy() -> Read:
    return _strategy()


@pytest.fixture(scope="session")
def reference() -> Reference:
    return SmallReference()


@pytest.fixture
def record() -> Record:
    return Record("0.1", "2024-05-01T09:00:00Z")


@pytest.fixture
def store(minutes: Read, strategy: Read, reference: Reference) -> Iterator[Store]:
    """Both papers, the reference data and the ontology."""
    documents = [minutes, strategy]
    ids = ["northmere-hwb", "post:director-of-public-health@northmere-city-council", "E06000999"]
    with Store.in_memory() as made:
        iris = made.iris
        replace = {iris.document(document.key): quads_of(document, identified) for document, identified in documents}
        replace[iris.graph("ontology")] = ontology_quads()
        replace[iris.graph("reference")] = reference_quads(ids, reference)
        held = tuple(Stored(document.key, document.path, document.digest, "f") for document, _ in documents)
        made.commit(replace, record=Record("0.1", "2024-05-01T09:00:00Z", held))
        yield made
