"""Papers that nobody wrote in good faith, or that a capture broke: every one is read, or refused in one line.

What their reading costs as they grow is measured by tests/benchmarks/reading.py.
"""

import string
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit import documents
from graphkit.documents.model import Document
from graphkit.loaders.findings import Findings
from graphkit.loaders.registry import Context, read_findings

Reader = Callable[..., Any]
SIZE = 12_000

_SAID = (
    "The Board agreed that the Director of Public Health would bring a report on smoking to the next meeting. "
    "Members noted the update from Northmere City Council and Wolden Hospitals NHS Trust. "
)


def _again(words: str) -> Callable[[int], str]:
    return lambda size: words * (size // len(words))


def _numbered(line: str, lead: str = "") -> Callable[[int], str]:
    """Lines with a number in each ("{}")."""
    return lambda size: lead + "".join(line.format(i) for i in range(size // len(line)))


def _letters(line: str) -> Callable[[int], str]:
    """The like with another three letters in each."""
    az = string.ascii_uppercase
    return lambda size: "".join(
        line.format(az[i // 676 % 26] + az[i // 26 % 26].lower() + az[i % 26].lower()) for i in range(size // len(line))
    )


# Papers that strain a reader, made to about the number of characters asked for.
PAPERS: dict[str, Callable[[int], str]] = {
    "one line": _again(_SAID),
    "one sentence": _again(_SAID.replace(".", ",")),
    "one word": _again("a"),
    "blanks": lambda size: " " * size + "x",
    "a place again and again": _again("Northmere "),
    "places joined for ever": _again("Wolden and "),
    "a head again and again": _again("Trust, "),
    "brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "quotation marks": _again('"'),
    "only numbers": _again("1 "),
    "only dates": _again("12 May 2024 "),
    "lines": _again(_SAID + "\n"),
    "bullets": _numbered("- the Trust open hub {} by March 2025\n", "RESOLVED that\n"),
    "commitments": _numbered("- open hub {} by March 2025\n", "Our strategy\n\nWe will:\n"),
    "empty items": lambda size: "RESOLVED that\n" + "- \n" * (size // 3),
    "numbers": _numbered("{}. That plan A be noted\n", "RESOLVED\n"),
    "numbers in a line": _numbered("({}) plan A be made; ", "RESOLVED that "),
    "headings": _numbered("# Priority {}: Better lives\nWe will build a hub.\n"),
    "action lines": _numbered("Members discussed report {}.\nACTION: Director of Public Health\n"),
    "acronyms": _letters("Northmere {0} Group ({0}G) "),
    "bodies": _letters("The {}ton Partnership met. "),
    "Welsh": _again("Penderfynwyd y bydd y Bwrdd yn cytuno i'r cynllun ac yn ei gyhoeddi. "),
    "mojibake": _again("The Board’s – plan â€™ Ã© ".encode().decode("latin-1")),
    "aligned columns": _numbered("Open hub {}      Northmere City Council      March 2025      Open\n"),
}


def spans_of(findings: Findings) -> list[tuple[int, int]]:
    """Every place that the findings point to."""
    spans = [action.span for action in findings.actions]
    spans += [part.span for action in findings.actions for part in action.participations]
    spans += [action.due.span for action in findings.actions if action.due is not None]
    spans += [priority.span for priority in findings.priorities]
    spans += [span for party in findings.parties for span in party.spans]
    spans += [one.span for one in findings.unread]
    return [(span.start, span.end) for span in spans]


def check(document: Document, findings: Findings) -> None:
    """Every place lies in the paper, every action quotes it, and no key is given twice."""
    assert all(0 <= start < end <= len(document.text) for start, end in spans_of(findings))
    assert all(action.text == document.words(action.span) for action in findings.actions)
    keys = [action.key for action in findings.actions]
    assert len(keys) == len(set(keys))
    assert all(a.span.start <= b.span.end for a, b in pairwise(findings.actions) if b.parent is None)


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("kind", [None, "minutes", "strategy", "action-log"])
def test_a_broken_paper_is_read_whatever_kind_it_is_taken_for(read: Reader, name: str, kind: str | None) -> None:
    paper = read(PAPERS[name](SIZE), kind)
    check(paper.document, paper.findings)


def test_ten_thousand_bullets_give_ten_thousand_actions(read: Reader) -> None:
    text = "RESOLVED that\n" + "".join(f"- the Trust open hub {i} by March 2025\n" for i in range(10_000))
    assert len(read(text, "minutes").findings.actions) == 10_000


def test_a_list_nested_two_hundred_deep_keeps_every_item(read: Reader) -> None:
    text = "RESOLVED that\n" + "".join("  " * depth + f"- plan {depth} be published\n" for depth in range(200))
    paper = read(text, "minutes")
    assert len(paper.findings.actions) == 200


@pytest.fixture(scope="session")
def read_any(context: Context, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], tuple[Any, Any]]:
    """The like of `read` for examples made one after another."""
    path = tmp_path_factory.mktemp("any") / "paper.txt"

    def of(text: str, kind: str) -> tuple[Document, Findings]:
        path.write_text(text, encoding="utf-8")
        document = documents.read(path)
        return document, read_findings(document, context, kind)

    return of


WRITTEN = st.one_of(st.characters(exclude_categories=["C"]), st.sampled_from("\n\t\u200b-•:;,.()1aA"))


@given(st.text(WRITTEN, max_size=400), st.sampled_from(["minutes", "strategy", "action-log"]))
@settings(deadline=None)
def test_any_text_at_all_is_read(read_any: Reader, text: str, kind: str) -> None:
    check(*read_any(text + " x", kind))
