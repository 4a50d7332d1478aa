"""Names that tell parties apart: "Healthwatch" of one area is not that of the next."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graphkit.views import words
from graphkit.views.model import Action, Paper, Party


def told_apart(
    parties: Iterable[Party], areas: Mapping[str, str], actions: Iterable[Action], papers: Mapping[str, Paper]
) -> dict[str, Party]:
    """Parties by key; a label that comes twice is followed by the area, else the paper, else the key, in brackets."""
    same: defaultdict[str, list[Party]] = defaultdict(list)
    for party in parties:
        same[party.label].append(party)
    where = _papers_of(actions)
    found: dict[str, Party] = {}
    for group in same.values():
        hints = [areas.get(party.key) or _paper(where.get(party.key, set()), papers) for party in group]
        for party, hint in zip(group, hints, strict=True):
            clear = hint if hint and hints.count(hint) == 1 else party.key
            label = party.label if len(group) == 1 else f"{party.label} ({clear})"
            found[party.key] = Party(party.key, label, party.type)
    return dict(sorted(found.items()))


def _papers_of(actions: Iterable[Action]) -> dict[str, set[str]]:
    where: defaultdict[str, set[str]] = defaultdict(set)
    for action in actions:
        for part in action.parts:
            where[part.party].add(action.paper)
    return where


def _paper(keys: set[str], papers: Mapping[str, Paper]) -> str:
    """The date of the one paper that names a party, else the end of that paper's key; empty when there are more."""
    if len(keys) != 1:
        return ""
    (key,) = keys
    paper = papers.get(key)
    return words.date(paper.date) if paper and paper.date else key.rsplit("/", 1)[-1]
