"""Reference lists of an invented country, and papers made by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.documents.model import Block, Document, Span
from graphkit.identity import Identified, Identifier, Reference
from graphkit.language.party import Party, PartyType
from graphkit.loaders.findings import Findings


@pytest.fixture(scope="session")
def lists() -> Reference:
    """The lists of an invented country, in `lists/`."""
    return Reference(Path(__file__).parent / "lists")


@pytest.fixture(scope="session")
def identifier(lists: Reference) -> Identifier:
    """An identifier over the invented lists."""
    return Identifier(lists)


def _paper(text: str = "", url: str | None = None) -> Document:
    return Document("p", "p.txt", "text/plain", text, (Block("paragraph", Span(0, len(text))),), "0", url)


def _party(*names: str, kind: PartyType = "organisation", body: bool = False, at: int = 0) -> Party:
    spans = (Span(at, at + len(names[0])),)
    return Party(names[0], names[0], names, kind, spans, body=body)


@pytest.fixture(scope="session")
def paper() -> Callable[..., Document]:
    """Makes a paper of one paragraph: text, url."""
    return _paper


@pytest.fixture(scope="session")
def party() -> Callable[..., Party]:
    """Makes a party as read, keyed by its first name: names, kind, body, at."""
    return _party


@pytest.fixture(scope="session")
def reading(identifier: Identifier) -> Callable[..., Identified]:
    """Identifies parties in a paper of the Northmere board (or of `board`) of 1 May 2019 (or `date`)."""

    def run(
        *parties: Party, date: str | None = "2019-05-01", board: str = "Northmere Health and Wellbeing Board"
    ) -> Identified:
        own = _party(board, kind="board", body=True)
        findings = Findings("minutes", "test", date=date, body=own.key, parties=(own, *parties))
        return identifier.identify(findings, _paper())

    return run


@pytest.fixture(scope="session")
def means(reading: Callable[..., Identified]) -> Callable[..., Party]:
    """The party that some names (of a `kind`, default organisation) become in such a paper."""

    def run(*names: str, kind: PartyType = "organisation", **setting: str | None) -> Party:
        result = reading(_party(*names, kind=kind), **setting)
        return next(each for each in result.findings.parties if names[0] in each.names)

    return run
