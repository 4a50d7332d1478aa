import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graphkit.graph.check import Problem, check
from graphkit.graph.infer import inferred_quads
from graphkit.graph.log import Record
from graphkit.graph.store import Store
from graphkit.graph.terms import decimal_literal, integer_literal, text_literal
from graphkit.graph.vocabulary import BASIS, OA, STATUS, TOPIC, Prop, Reused

BASE = "https://example.org/hwb/id/"
ACTION = f"{BASE}action/2024%2Fminutes/1"
DEADLINE = f"{BASE}deadline/2024%2Fminutes/1"
EVIDENCE = f"{BASE}evidence/strategy/0-9"
DOCUMENT = f"{BASE}document/2024%2Fminutes"
SECTOR = f"{BASE}party/local/E06000999/sector/voluntary%20sector"


def test_a_sound_graph_breaks_no_shape(store: Store, record: Record) -> None:
    store.commit({store.iris.graph("inferred"): inferred_quads(store)}, record=record)
    assert check(store) == ()


def amend(store: Store, subject: str, predicate: str, value: NamedNode | Literal | None) -> None:
    """Give a subject one value for a predicate, or none, in the graph of the minutes."""
    graph = NamedNode(DOCUMENT)
    said = (NamedNode(subject), NamedNode(predicate))
    kept = [quad for quad in store.select_quads(graph=DOCUMENT) if (quad.subject, quad.predicate) != said]
    if value is not None:
        kept.append(Quad(NamedNode(subject), NamedNode(predicate), value, graph))
    store.commit({DOCUMENT: kept}, record=Record("0", "2024-01-01T00:00:00Z"))


@pytest.mark.parametrize(
    ("subject", "predicate", "value", "shape", "message"),
    [
        (ACTION, Prop.TEXT, None, "Action", "text must be there, once"),
        (ACTION, Prop.TEXT, text_literal(""), "Action", "text must be there, once"),
        (ACTION, Prop.STATUS, None, "Action", "status must be one status of the list"),
        (ACTION, Prop.STATUS, NamedNode(STATUS + "done"), "Action", "status must be one status of the list"),
        (ACTION, Prop.EVIDENCE, None, "Action", "evidence is missing: nothing is stated without its words"),
        (ACTION, Prop.RULE, None, "Action", "rule must name the one rule that read it"),
        (ACTION, Prop.CONFIDENCE, decimal_literal(1.2), "Action", "confidence must be one decimal from 0 to 1"),
        (ACTION, Prop.CONFIDENCE, text_literal("high"), "Action", "confidence must be one decimal from 0 to 1"),
        (ACTION, Reused.CONCEPT, NamedNode(TOPIC + "x"), "Action", "subject must be a topic of the ontology"),
        (DEADLINE, Prop.OFFSET, text_literal("in a year"), "Deadline", "offset must be a duration, such as P12M"),
        (DEADLINE, Prop.RESOLVED_DATE, text_literal("June"), "Deadline", "resolvedDate must be one year, month or day"),
        (DOCUMENT, Prop.DIGEST, text_literal("abc"), "Document", "digest must be a SHA-256 in hexadecimal"),
        (DOCUMENT, Prop.KIND, None, "Document", "kind must be minutes, strategy, action-plan or unreadable"),
        (SECTOR, Reused.IDENTIFIER, text_literal("ODS:X1"), "SectorGroup", "a sector group never has a code"),
        (SECTOR, Prop.OUTCOME, text_literal("lost"), "Party", "outcome must be resolved, ambiguous or unresolved"),
    ],
)  # fmt: skip
def test_each_break_is_one_line_with_its_paper(
    store: Store, subject: str, predicate: str, value: NamedNode | Literal | None, shape: str, message: str
) -> None:
    amend(store, subject, predicate, value)
    problems = check(store)
    path = "" if subject == SECTOR else "2024/minutes.txt"
    assert problems == (Problem(path, subject, shape, message),)
    assert str(problems[0]).endswith(f"{subject}: {message} ({shape})")


def test_evidence_must_end_after_it_starts(store: Store) -> None:
    quad = next(q for q in store.select_quads(predicate=OA + "start", graph=DOCUMENT))
    assert isinstance(quad.subject, NamedNode)
    amend(store, quad.subject.value, OA + "start", integer_literal(10**6))
    assert [each.message for each in check(store)] == ["start must come before end"]


def test_a_participation_needs_a_basis_of_the_list(store: Store) -> None:
    rows = store.query("SELECT ?p { ?p hw:subject ?a ; hw:role role:owner . ?a hw:recordedIn ?d } ORDER BY ?p")
    subject = next(str(p) for p in rows.column("p") if "2024" in str(p))
    amend(store, subject, Prop.BASIS, NamedNode(BASIS + "guess"))
    assert check(store) == (Problem("2024/minutes.txt", subject, "Assertion", "basis must be one basis of the list"),)


def test_a_paper_left_without_its_reference_data_is_found(store: Store, record: Record) -> None:
    store.commit({}, [store.iris.graph("reference")], record=record)
    assert {each.shape for each in check(store)} >= {"Document", "Participation"}
