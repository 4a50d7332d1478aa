"""Party nodes and the places where a paper names them.

What holds of a body wherever it is named (its name, its type) the reference graph says, once; a paper's graph says
which forms the paper uses. Of a party without a row in the reference list the paper's graph says all: then area, type
and name are in the IRI, so two papers of one area that mean the same thing say the same.
"""

from collections.abc import Container, Sequence
from functools import lru_cache
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graphkit.graph.iris import place_iri, scope_of
from graphkit.graph.reference import post_of, row_of
from graphkit.graph.vocabulary import PARTY_CLASSES, Cls, Prop, Reused
from graphkit.graph.writer import Writer
from graphkit.language.fold import slug
from graphkit.loaders.findings import Findings, Party
from graphkit.resources import ONTOLOGY

_LABELS: Final = frozenset({Reused.PREF_LABEL.value, Reused.ALT_LABEL.value})


def write_parties(writer: Writer, findings: Findings, codes: Sequence[str], used: Container[str]) -> dict[str, str]:
    """Write every party of a paper with its mentions; gives the IRI of each by its key.

    `codes` are the area's; `used` holds the reference ids of which the reference graph tells.
    """
    board = next((party.label for party in findings.parties if party.key == findings.body), None)
    scope = scope_of(codes, writer.document.key, board)
    found = {}
    for party in findings.parties:
        if party.id is None:
            subject = writer.iris.local_party(party.outcome, scope, party.type, party.label)
            for code in codes:
                writer.link(subject, Prop.AREA, place_iri(code))
        else:
            subject = writer.iris.body(party.id)
            writer.text(subject, Prop.REFERENCE_ID, party.id)
        found[party.key] = subject
        writer.text(subject, Prop.OUTCOME, party.outcome)
        told = party.id is not None and row_of(party.id) in used
        if not told:
            _write_name(writer, subject, party)
        _write_forms(writer, subject, party, told=told)
        _write_mentions(writer, subject, party)
    return found


def _write_name(writer: Writer, subject: str, party: Party) -> None:
    writer.types(subject, *PARTY_CLASSES[party.type])
    writer.text(subject, Reused.PREF_LABEL, party.label)
    writer.text(subject, Prop.PARTY_TYPE, party.type)
    if party.type == "sector":
        names = (_fold(name) for name in (party.label, *party.names))
        for sector in {_sectors()[name] for name in names if name in _sectors()}:
            writer.link(subject, Prop.SECTOR, sector)


def _write_forms(writer: Writer, subject: str, party: Party, *, told: bool) -> None:
    """The names that are not the preferred one, which for a post that the reference graph tells of is the list's."""
    post = post_of(party.id) if told and party.id else None
    for name in (party.label, *party.names):
        if slug(name) != post if post else name != party.label:
            writer.text(subject, Reused.ALT_LABEL, name)


def _write_mentions(writer: Writer, subject: str, party: Party) -> None:
    for span in party.spans:
        mention = writer.iris.mention(writer.document.key, party.key, span)
        writer.types(mention, Cls.MENTION)
        writer.link(mention, Prop.PARTY, subject)
        writer.link(mention, Prop.RECORDED_IN, writer.subject)
        writer.evidence(mention, span)


def _fold(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


@lru_cache(maxsize=1)
def _sectors() -> dict[str, str]:
    """The IRI of a sector by each of its labels, folded; the first in the file wins."""
    labels: dict[str, str] = {}
    for quad in parse(path=ONTOLOGY / "sectors.ttl", format=RdfFormat.TURTLE):
        if quad.predicate.value in _LABELS and isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
            labels.setdefault(_fold(quad.object.value), quad.subject.value)
    return labels
