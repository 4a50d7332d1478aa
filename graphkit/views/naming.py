"""Names that tell parties apart: "Healthwatch" of one area is not that of the next."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graphkit.views import words
from graphkit.views.model import Action, Paper, Party


def told_apart(
    parties: Iterable[Party], areas: Mapping[str, str], actions: Iterable[Action], papers: Mapping[str, Paper]
) -> dict[str, Party]:
    """Parties by key; a label that comes twice is followed by area, paper or type, or by a number, in brackets."""
    same: defaultdict[str, list[Party]] = defaultdict(list)
    for party in parties:
        same[party.label].append(party)
    where = _papers_of(actions)
    found: dict[str, Party] = {}
    for group in same.values():
        group.sort(key=lambda party: (-len(where.get(party.key, ())), party.key))
        hints = [areas.get(party.key) or _paper(where.get(party.key, set()), papers) for party in group]
        for party, clear in zip(group, _clear(group, hints), strict=True):
            label = f"{party.label} ({clear})" if clear and len(group) > 1 else party.label
            found[party.key] = Party(party.key, label, party.type)
    return dict(sorted(found.items()))


def _clear(group: list[Party], hints: list[str]) -> list[str]:
    """What to put in brackets: a hint that only one has, with the type where two share it, else a number too.

    The first party without a hint keeps its plain name: it is the one that several papers speak of.
    """
    typed = [f"{hint}, {party.type}" if hint else party.type for party, hint in zip(group, hints, strict=True)]
    found: list[str] = []
    for i, (hint, full) in enumerate(zip(hints, typed, strict=True)):
        if hints.count(hint) == 1:
            found.append(hint)
        elif typed.count(full) == 1:
            found.append(full)
        else:
            first_plain = not hint and i == hints.index("")
            found.append("" if first_plain else f"{full} {typed[: i + 1].count(full)}")
    return found


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
