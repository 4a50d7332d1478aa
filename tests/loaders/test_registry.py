import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from graphkit import resources
from graphkit.documents.model import Document
from graphkit.errors import UsageError
from graphkit.loaders import registry
from graphkit.loaders.findings import Findings
from graphkit.loaders.registry import Context, Loader, available, choose, count

Reader = Callable[..., Any]

MINUTES = "Wolden Board\n\nPresent: Councillor Ash\n\nApologies: Lena Brook\n\nRESOLVED that the report be noted.\n"
STRATEGY = "Our vision\n\nOur priorities are clean air and safe streets. We want to walk. We will:\n\n- plant trees\n"
LOG = """Ref,Action,Lead,By when
1,Plant trees,Lena Brook,May 2031
2,Dig a pond,Lena Brook,June 2031
3,Mend a fence,Lena Brook,July 2031
"""


def test_there_is_a_loader_for_each_kind_of_paper() -> None:
    assert {name: loader.kind for name, loader in available().items()} == {
        "action-log": "action-plan",
        "minutes": "minutes",
        "strategy": "strategy",
    }
    assert all(loader.help for loader in available().values())


@pytest.mark.parametrize(
    ("text", "name", "kind", "why"),
    [
        (MINUTES, "paper.txt", "minutes", "3 signs of minutes"),
        (STRATEGY, "paper.txt", "strategy", "1 signs of a strategy"),
        (LOG, "log.csv", "action-plan", "an action table of 3 rows"),
    ],
)
def test_a_paper_is_recognised_and_says_why(read: Reader, text: str, name: str, kind: str, why: str) -> None:
    findings = read(text, None, name).findings
    assert findings.kind == kind
    assert findings.why_kind.startswith(why)
    assert findings.why_kind.endswith(")")


TABLE = (
    "Ref | Action | Lead | By when\n1 | Plant trees | Lena Brook | May 2031\n2 | Dig a pond | Lena Brook | June 2031\n"
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Issue - meetings\n\nFood\n\nMeeting: 07/06/2031 - Wolden Board (Item 8)\n\na) a plan be made\n", "minutes"),
        ("Decision details\nFood\nDecision Maker: Cabinet\n1. That the plan be reviewed within a year.\n", "minutes"),
        ("Agenda item\n\nReview of the Action Plan\n\nThe officers went through the action plan.\n", "minutes"),
        (f"Agenda item\n\nActions arising\n\n{TABLE}", "minutes"),
        (f"Wolden Board: action log\n\n{TABLE}", "action-plan"),
        ("Wolden Food Partnership\n\nAction Plan 2031-33\n\nThe plan was drawn up in the spring.\n", "action-plan"),
        ("Wolden strategy and action plan\n\nOur vision is clean air.\n\nWe will plant. We will walk.\n", "strategy"),
    ],
)  # fmt: skip
def test_the_head_of_a_paper_tells_its_kind(read: Reader, text: str, kind: str) -> None:
    assert read(text).findings.kind == kind


def test_a_kind_may_be_forced(read: Reader) -> None:
    paper = read(MINUTES, "strategy")
    assert (paper.findings.kind, paper.findings.why_kind) == ("strategy", "forced by the caller")


def test_an_unknown_kind_is_refused_with_the_known_ones(read: Reader) -> None:
    with pytest.raises(UsageError, match="unknown kind 'newsletter': choose one of action-log, minutes, strategy"):
        choose(read(MINUTES).document, "newsletter")


def test_phrases_are_counted_in_any_case(read: Reader) -> None:
    assert count(read("We Will plant. WE WILL dig. We won't.").document, "we will", "dig") == 3


def _module(name: str, loader: object) -> ModuleType:
    module = ModuleType(f"graphkit.loaders.{name}")
    module.__dict__["LOADER"] = loader
    return module


def _loader(name: str) -> Loader:
    def recognise(_document: Document) -> tuple[float, str]:
        return 0.0, "never"

    def read(_document: Document, _context: Context, why: str) -> Findings:
        return Findings("minutes", why)

    return Loader(name, "minutes", "for a test", recognise, read)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Fills a loaders folder with modules of these names and LOADERs."""

    def fill(**modules: object) -> None:
        for name, loader in modules.items():
            (tmp_path / f"{name}.py").touch()
            monkeypatch.setitem(sys.modules, f"graphkit.loaders.{name}", _module(name, loader))
        monkeypatch.setattr(resources, "LOADERS", tmp_path)

    return fill


def test_only_a_file_with_a_loader_is_a_kind_of_paper(folder: Callable[..., None]) -> None:
    """An installed package keeps the machinery in the same folder as the kinds of papers."""
    folder(agenda=_loader("agenda"), helpers=None, machinery="no loader")
    assert set(registry.available.__wrapped__()) == {"agenda"}


def test_two_loaders_of_one_name_are_refused(folder: Callable[..., None]) -> None:
    folder(agenda=_loader("agenda"), calendar=_loader("agenda"))
    with pytest.raises(ValueError, match="two loaders are named 'agenda': rename one"):
        registry.available.__wrapped__()
