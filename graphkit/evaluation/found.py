"""From a reading's findings to facts that can be compared."""

from collections.abc import Iterable, Mapping

from graphkit.evaluation.facts import ActionFact, DueFact, PaperFacts, PartyFact, PriorityFact, TagFact
from graphkit.evaluation.likeness import plain_name
from graphkit.loaders.findings import Action, Findings, Participation, Party, Tag


def found_facts(findings: Findings) -> PaperFacts:
    """What a reading says of its paper."""
    parties = {party.key: party for party in findings.parties}
    labels = {priority.key: priority.label for priority in findings.priorities}
    body = parties.get(findings.body) if findings.body else None
    return PaperFacts(
        kind=findings.kind,
        board=frozenset(plain_name(name) for name in body.names) if body else frozenset(),
        date=findings.date or "",
        actions=tuple(_action(action, parties, labels) for action in findings.actions),
        priorities=tuple(PriorityFact(one.label, one.span) for one in findings.priorities),
        partners=tuple(_partner(party) for party in findings.parties if party.partner),
    )


def _action(action: Action, parties: Mapping[str, Party], labels: Mapping[str, str]) -> ActionFact:
    return ActionFact(
        text=action.text,
        ref=action.ref or "",
        status=action.status,
        parties=tuple(_part(part, parties[part.party]) for part in action.participations if part.party in parties),
        topics=_tags(action.topics),
        populations=_tags(action.populations),
        due=DueFact(action.due.text, action.due.offset, action.due.date, action.due.span) if action.due else None,
        priority=labels.get(action.priority or "", ""),
        span=action.span,
        rule=action.rule,
        confidence=action.confidence,
    )


def _tags(tags: Iterable[Tag]) -> tuple[TagFact, ...]:
    return tuple(TagFact(tag.slug, tag.basis, tag.span) for tag in tags)


def _part(part: Participation, party: Party) -> PartyFact:
    names = _names([*party.names, party.label])
    return PartyFact(names, party.type, party.label, part.role, part.span, part.rule, part.confidence)


def _partner(party: Party) -> PartyFact:
    return PartyFact(_names([*party.names, party.label]), party.type, party.label, span=next(iter(party.spans), None))


def _names(printed: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in map(plain_name, printed) if name)
