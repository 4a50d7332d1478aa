"""Papers of an invented board, read from files as users give them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from graphkit import documents, resources
from graphkit.documents.model import Document, Span
from graphkit.language.gazetteer import Gazetteer
from graphkit.loaders.findings import Action, Findings
from graphkit.loaders.registry import Context, read_findings


@dataclass(frozen=True)
class Read:
    """A paper with what was found in it, and its findings in words."""

    document: Document
    findings: Findings

    def words(self, span: Span | None) -> str | None:
        return None if span is None else self.document.words(span)

    def actions(self) -> list[str]:
        """The words of the actions."""
        return [action.text for action in self.findings.actions]

    def action(self, start: str) -> Action:
        """The action whose words start so."""
        [found] = [action for action in self.findings.actions if action.text.startswith(start)]
        return found

    def parts(self, start: str) -> dict[str, str]:
        """Role by label of those who take part in the action whose words start so."""
        labels = {party.key: party.label for party in self.findings.parties}
        return {labels[part.party]: part.role for part in self.action(start).participations}

    def owners(self, start: str) -> list[str]:
        """The labels of the action's owners."""
        return [label for label, role in self.parts(start).items() if role == "owner"]

    def priorities(self) -> list[str]:
        return [priority.label for priority in self.findings.priorities]


@pytest.fixture(scope="session")
def context() -> Context:
    """The names known beforehand are those that graphkit ships."""
    return Context(Gazetteer.load(resources.REFERENCE))


@pytest.fixture
def read(tmp_path: Path, context: Context) -> Callable[..., Read]:
    """Reads a text as the file that it would be; `kind` forces a loader."""

    def of(text: str, kind: str | None = None, name: str = "paper.txt") -> Read:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        document = documents.read(path)
        return Read(document, read_findings(document, context, kind))

    return of
