"""Parties of one paper that turned out to be the same body become one, everywhere in the findings."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graphkit.loaders.findings import Action, Findings, Participation, Party


def merged(findings: Findings, parties: Iterable[Party]) -> Findings:
    """The findings with the given parties, those of one id united and their keys replaced wherever they stand."""
    groups: dict[str, list[Party]] = {}
    for party in parties:
        groups.setdefault(f"id {party.id}" if party.id else f"key {party.key}", []).append(party)
    united = tuple(_united(group) for group in groups.values())
    keys = {party.key: whole.key for whole, group in zip(united, groups.values(), strict=True) for party in group}
    return replace(
        findings,
        parties=united,
        body=keys.get(findings.body, findings.body) if findings.body else None,
        actions=tuple(_rekeyed(action, keys) for action in findings.actions),
    )


def _united(group: list[Party]) -> Party:
    """One party of several: the board first, then the one that was found most surely, then the earliest."""
    first = min(group, key=lambda party: (not party.body, party.spans[:1], party.key))
    if len(group) == 1:
        return first
    names = dict.fromkeys([first.label, *first.names, *(name for party in group for name in party.names)])
    spans = sorted({span for party in group for span in party.spans})
    whys = dict.fromkeys(party.why for party in (first, *group))
    return replace(
        first,
        names=tuple(names),
        spans=tuple(spans),
        body=any(party.body for party in group),
        partner=any(party.partner for party in group),
        why="; ".join(whys),
    )


def _rekeyed(action: Action, keys: Mapping[str, str]) -> Action:
    if not action.participations:
        return action
    best: dict[tuple[str, str], Participation] = {}
    for part in action.participations:
        moved = replace(part, party=keys.get(part.party, part.party))
        known = best.get((moved.party, moved.role))
        # A party takes part once in a role; the surer statement stands, the earlier one where they are as sure.
        if known is None or (-moved.confidence, moved.span) < (-known.confidence, known.span):
            best[moved.party, moved.role] = moved
    return replace(action, participations=tuple(best.values()))
