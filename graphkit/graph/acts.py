"""Actions with their participations, and decisions."""

from collections.abc import Mapping

from graphkit.graph.iris import basis_iri, role_iri, status_iri
from graphkit.graph.keys import Keys, in_order
from graphkit.graph.priorities import content_key, write_tag
from graphkit.graph.terms import date_literal, decimal_literal
from graphkit.graph.vocabulary import ROLE_EDGES, Cls, Prop, Reused
from graphkit.graph.writer import Writer
from graphkit.loaders.findings import Action, Due, Findings, Participation


def write_actions(writer: Writer, findings: Findings, keys: Keys, parties: Mapping[str, str]) -> None:
    """Write the actions of a paper; those of a strategy or plan are also Commitments. `parties`: IRI by key."""
    for order, action in in_order(findings.actions):
        subject = writer.part("action", action.key)
        writer.types(subject, Cls.ACTION)
        if findings.kind != "minutes":
            writer.types(subject, Cls.COMMITMENT)
        writer.integer(subject, Prop.ORDER, order)
        _write_words(writer, subject, action)
        _write_places(writer, subject, action, keys)
        for each in action.participations:
            _write_participation(writer, subject, action, each, parties[keys.party(each.party)])
        for tag in action.topics:
            write_tag(writer, subject, f"action-{action.key}", Reused.CONCEPT, tag)
        for tag in action.populations:
            write_tag(writer, subject, f"action-{action.key}", Prop.TARGETS, tag)
        if action.due is not None:
            _write_deadline(writer, subject, action.key, action.due)


def _write_words(writer: Writer, subject: str, action: Action) -> None:
    writer.text(subject, Prop.TEXT, action.text)
    writer.text(subject, Prop.REF, action.ref)
    writer.link(subject, Prop.STATUS, status_iri(action.status))
    writer.text(subject, Prop.RECURRENCE, action.recurrence)
    writer.text(subject, Prop.PROGRESS, action.progress)
    writer.text(subject, Prop.RULE, action.rule)
    writer.literal(subject, Prop.CONFIDENCE, decimal_literal(action.confidence))
    writer.evidence(subject, action.span)
    if action.stem is not None:
        writer.evidence(subject, action.stem, Prop.STEM)


def _write_places(writer: Writer, subject: str, action: Action, keys: Keys) -> None:
    writer.link(subject, Prop.RECORDED_IN, writer.subject)
    if action.parent is not None:
        writer.link(subject, Reused.IS_PART_OF, writer.part("action", keys.action(action.parent)))
    if action.priority is not None:
        writer.link(subject, Prop.ADVANCES, writer.part("priority", keys.priority(action.priority)))


def _write_participation(writer: Writer, subject: str, action: Action, each: Participation, party: str) -> None:
    edge = ROLE_EDGES[each.role]
    digest = content_key(each.party, each.role, each.basis, each.rule, *each.span)
    participation = writer.part("participation", action.key, digest)
    writer.link(subject, edge, party)
    writer.types(participation, Cls.PARTICIPATION, Cls.ASSERTION)
    writer.link(participation, Prop.SUBJECT, subject)
    writer.link(participation, Prop.PREDICATE, edge)
    writer.link(participation, Prop.OBJECT, party)
    writer.link(participation, Prop.ROLE, role_iri(each.role))
    writer.link(participation, Prop.BASIS, basis_iri(each.basis))
    writer.text(participation, Prop.RULE, each.rule)
    writer.literal(participation, Prop.CONFIDENCE, decimal_literal(each.confidence))
    writer.evidence(participation, each.span)


def _write_deadline(writer: Writer, subject: str, key: str, due: Due) -> None:
    deadline = writer.part("deadline", key)
    writer.link(subject, Prop.HAS_DEADLINE, deadline)
    writer.types(deadline, Cls.DEADLINE)
    writer.text(deadline, Prop.STATED_AS, due.text)
    writer.text(deadline, Prop.OFFSET, due.offset)
    if due.date is not None:
        writer.literal(deadline, Prop.RESOLVED_DATE, date_literal(due.date))
    writer.evidence(deadline, due.span)


def write_decisions(writer: Writer, findings: Findings, keys: Keys) -> None:
    """Write what the board was asked to decide and what it decided."""
    for order, decision in in_order(findings.decisions):
        subject = writer.part("decision", decision.key)
        writer.types(subject, Cls.DECISION)
        writer.text(subject, Prop.TEXT, decision.text)
        writer.text(subject, Prop.REF, decision.ref)
        writer.text(subject, Prop.STAGE, decision.stage)
        writer.text(subject, Prop.ACT, decision.act)
        writer.integer(subject, Prop.ORDER, order)
        writer.link(subject, Prop.RECORDED_IN, writer.subject)
        writer.evidence(subject, decision.span)
        if decision.adopted_as is not None:
            writer.link(subject, Prop.ADOPTED_AS, writer.part("decision", keys.decision(decision.adopted_as)))
