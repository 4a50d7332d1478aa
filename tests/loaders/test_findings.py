"""What holds of the findings of any paper, well formed or not."""

from dataclasses import fields, is_dataclass
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit import resources
from graphkit.documents.model import Block, BlockKind, Document, Span, TablePlace
from graphkit.language.gazetteer import Gazetteer
from graphkit.loaders.findings import Action, Decision, Findings
from graphkit.loaders.registry import Context, available, read_findings

LINES = st.sampled_from(
    [
        "RESOLVED: That",
        "(1) the report be noted; and",
        "Northmere Police be asked to share its data within six months",
        "The Board agreed that (1) officers write; (2) the Chair reply.",
        "ACTION: Chair",
        "Minutes:",
        "We will:",
        "open a hub by 2033, led by Northmere City Council",
        "Priority 2: Ageing well",
        "Lead: Northmere City Council",
        "Timescale: ongoing",
        "Headline action 1: Plant trees",
        "Our ambition: cleaner air",
        "Requests that:",
        "a) appoint a lead; b) hold a fair",
        "Recommendations",
        "•",
        "",
    ]
)
KINDS: list[BlockKind] = ["heading", "paragraph", "item", "label", "cell"]


@cache
def known() -> Context:
    """The names known beforehand; no fixture, for hypothesis would print it."""
    return Context(Gazetteer.load(resources.REFERENCE))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any blocks of any text: of every kind, level, number and place."""
    text, blocks = "", []
    for number, line in enumerate(draw(st.lists(LINES | st.text(max_size=60), max_size=12))):
        span = Span(len(text), len(text) + len(line))
        kind = draw(st.sampled_from(KINDS))
        header = draw(st.sampled_from(["Action", "Lead", "By when", "Priority", "Status", "Ref", ""]))
        place = TablePlace(0, number // 3, number % 3, header) if kind == "cell" else None
        marker = draw(st.none() | st.sampled_from(["1.", "(a)", "6.2", "•", "-", "ii."]))
        blocks.append(Block(kind, span, draw(st.integers(0, 3)), marker if kind == "item" else None, place))
        text += line + "\n"
    return Document("paper", "paper.txt", "text/plain", text, tuple(blocks), "0" * 64)


def spans_of(value: object) -> list[Span]:
    """Every span anywhere in the findings."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for one in value for span in spans_of(one)]
    if is_dataclass(value):
        return [span for one in fields(value) for span in spans_of(getattr(value, one.name))]
    return []


@settings(deadline=None)
@given(document=documents(), kind=st.none() | st.sampled_from(["minutes", "strategy", "action-log"]))
def test_any_paper_is_read_and_every_fact_leads_to_its_words(document: Document, kind: str | None) -> None:
    context = known()
    findings = read_findings(document, context, kind)
    assert all(0 <= span.start <= span.end <= len(document.text) for span in spans_of(findings))
    assert findings == read_findings(document, context, kind)
    check(findings, document)


def check(findings: Findings, document: Document) -> None:
    for found in (*findings.actions, *findings.decisions):
        assert isinstance(found, Action | Decision)
        assert found.text == document.words(found.span)
    for due in (action.due for action in findings.actions if action.due is not None):
        assert due.text == document.words(due.span)
    keys = {party.key for party in findings.parties}
    assert len(keys) == len(findings.parties)
    assert findings.body is None or findings.body in keys
    assert {part.party for action in findings.actions for part in action.participations} <= keys
    actions = [action.key for action in findings.actions]
    assert len(actions) == len(set(actions))
    assert {action.parent for action in findings.actions} - {None} <= set(actions)
    priorities = {priority.key for priority in findings.priorities}
    assert {action.priority for action in findings.actions} - {None} <= priorities
    assert {priority.parent for priority in findings.priorities} - {None} <= priorities


@pytest.mark.parametrize("kind", ["minutes", "strategy", "action-log"])
@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that " + "Northmere Police and the Chair write and, " * 3000,
        "RESOLVED that " + "a" * 100_000,
        "The Board agreed " + "(1) " * 20_000,
        "We will: " + "including the " * 20_000 + "schools",
        "Northmere Police will " + "with the by the " * 10_000,
    ],
    ids=["conjunctions", "one word", "numbers", "examples", "prepositions"],
)
def test_endless_lines_are_read(context: Context, text: str, kind: str) -> None:
    block = Block("paragraph", Span(0, len(text)))
    document = Document("paper", "paper.txt", "text/plain", text, (block,), "0" * 64)
    findings = read_findings(document, context, kind)
    assert all(span.end <= len(text) for span in spans_of(findings))


def test_an_empty_paper_has_no_findings(context: Context) -> None:
    document = Document("paper", "paper.txt", "text/plain", "", (), "0" * 64)
    for name in available():
        findings = read_findings(document, context, name)
        assert (findings.actions, findings.priorities, findings.parties, findings.title) == ((), (), (), None)
