"""Findings to quads: everything that one paper says, in the graph named by the paper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from graphkit.documents.model import Document
from graphkit.graph.acts import write_actions, write_decisions
from graphkit.graph.iris import DEFAULT_BASE, place_iri
from graphkit.graph.keys import Keys
from graphkit.graph.parties import write_parties
from graphkit.graph.priorities import write_priorities
from graphkit.graph.terms import date_literal
from graphkit.graph.vocabulary import Cls, Prop, Reused
from graphkit.graph.writer import Writer
from graphkit.loaders.findings import Findings

if TYPE_CHECKING:
    from graphkit.identity import Identified


def quads_of(document: Document, identified: "Identified", base: str = DEFAULT_BASE) -> list[Quad]:
    """All that a paper says, sorted, in the graph `{base}document/{key}`: the same findings give the same quads.

    Of bodies whose reference row is in `identified.used`, `reference_quads` says name, type and codes.

    Raises RunError, naming the paper, when the findings contradict themselves (a key used twice, a link to a key that
    is not there, a span outside the text), and UsageError for a base that is no absolute IRI.
    """
    findings = identified.findings
    codes = identified.area.codes if identified.area else ()
    writer = Writer(document, base)
    keys = Keys(document, findings)
    parties = write_parties(writer, findings, codes, identified.used)
    board = parties[keys.party(findings.body)] if findings.body else None
    _write_document(writer, findings, board, codes)
    if findings.kind == "minutes":
        _write_meeting(writer, findings, board)
    else:
        _write_strategy(writer, findings, board)
    write_priorities(writer, findings, keys)
    write_actions(writer, findings, keys, parties)
    write_decisions(writer, findings, keys)
    _write_unread(writer, findings)
    return writer.quads()


def _title(document: Document, findings: Findings) -> str:
    return findings.title or document.key.rpartition("/")[2]


def _write_document(writer: Writer, findings: Findings, board: str | None, codes: Sequence[str]) -> None:
    document, subject = writer.document, writer.subject
    writer.types(subject, Cls.DOCUMENT)
    writer.text(subject, Reused.TITLE, _title(document, findings))
    writer.text(subject, Prop.PATH, document.path)
    writer.text(subject, Prop.KIND, findings.kind)
    writer.text(subject, Prop.WHY_KIND, findings.why_kind)
    writer.text(subject, Prop.DIGEST, document.digest)
    writer.text(subject, Prop.URL, document.url)
    if findings.date:
        writer.literal(subject, Prop.DATE, date_literal(findings.date))
    if board:
        writer.link(subject, Prop.ISSUED_BY, board)
    for code in codes:
        writer.link(subject, Prop.PLACE, place_iri(code))
    if findings.title_span:
        writer.evidence(subject, findings.title_span)


def _write_meeting(writer: Writer, findings: Findings, board: str | None) -> None:
    meeting = writer.part("meeting")
    writer.types(meeting, Cls.MEETING)
    writer.link(meeting, Prop.RECORDED_IN, writer.subject)
    if board:
        writer.link(meeting, Prop.HELD_BY, board)
    if findings.date:
        writer.literal(meeting, Reused.START_DATE, date_literal(findings.date))
    if findings.date_span:
        writer.evidence(meeting, findings.date_span)


def _write_strategy(writer: Writer, findings: Findings, board: str | None) -> None:
    strategy = writer.part("strategy")
    writer.types(strategy, Cls.STRATEGY)
    writer.text(strategy, Reused.TITLE, _title(writer.document, findings))
    writer.link(strategy, Prop.RECORDED_IN, writer.subject)
    if board:
        writer.link(strategy, Prop.ISSUED_BY, board)
    if findings.title_span:
        writer.evidence(strategy, findings.title_span)


def _write_unread(writer: Writer, findings: Findings) -> None:
    writer.integer(writer.subject, Prop.PASSAGES, findings.passages)
    for each in findings.unread:
        subject = writer.iris.unread(writer.document.key, each.span)
        writer.types(subject, Cls.UNREAD)
        writer.link(subject, Prop.RECORDED_IN, writer.subject)
        writer.text(subject, Prop.REASON, each.reason)
        writer.evidence(subject, each.span)
