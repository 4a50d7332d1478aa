"""Every fact of one paper judged: right, false (found, not in gold) or missed (in gold, not found).

Facts of an action that was not found are missed with it, and those of a false action are false with it. A value that is
not the gold's (a status, a deadline, a date) is both: the wrong one is false, the right one missed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from graphkit.documents.model import Span
from graphkit.evaluation.facts import ActionFact, Kind, PaperFacts, PartyFact, TagFact
from graphkit.evaluation.likeness import alike
from graphkit.evaluation.pairing import (
    CLOSE,
    pairs,
    same_action,
    same_due,
    same_part,
    same_partner,
    same_party,
)

Verdict = Literal["right", "false", "missed"]

# The other side of an action that only one side has, and the place of what is said of a paper as a whole.
_NOTHING = ActionFact("")


@dataclass(frozen=True, slots=True)
class Judged:
    """One fact and its verdict.

    `fact` says it in words, `action` is the text of the action it belongs to, "" for one of the paper itself. `span`
    is where the paper says it, as far as known. `rule` and `confidence` are those of a fact that was found.
    """

    kind: Kind
    verdict: Verdict
    fact: str
    action: str = ""
    span: Span | None = None
    rule: str = ""
    confidence: float | None = None


def judged(gold: PaperFacts, found: PaperFacts) -> tuple[Judged, ...]:
    """Every fact of a paper, as gold has it and as it was found."""
    linked = pairs(gold.actions, found.actions, same_action, CLOSE)
    rows = [(gold.actions[i], found.actions[j]) for i, j in linked]
    known_gold, known_found = {i for i, _ in linked}, {j for _, j in linked}
    rows += [(action, _NOTHING) for i, action in enumerate(gold.actions) if i not in known_gold]
    rows += [(_NOTHING, action) for j, action in enumerate(found.actions) if j not in known_found]
    all_of_them = [one for ours, theirs in rows for one in _of_action(ours, theirs)]
    return (*all_of_them, *_of_paper(gold, found))


def _of_action(gold: ActionFact, found: ActionFact) -> Iterator[Judged]:
    """An action and all that is said of it; one of the two is empty where the other side has no such action."""
    both = gold is not _NOTHING and found is not _NOTHING
    verdict: Verdict = "right" if both else "false" if gold is _NOTHING else "missed"
    known = gold if found is _NOTHING else found
    yield Judged("actions", verdict, known.text, known.text, known.span, found.rule, found.confidence)
    yield from _parts(gold, found)
    yield from _tags("topics", gold, found, gold.topics, found.topics)
    yield from _tags("populations", gold, found, gold.populations, found.populations)
    yield from _due(gold, found)
    under = alike(gold.priority, found.priority) >= CLOSE
    yield from _value("action-priority", gold, found, gold.priority, found.priority, same=under)
    if both:
        yield from _value("status", gold, found, gold.status, found.status, same=gold.status == found.status)


def _due(gold: ActionFact, found: ActionFact) -> Iterator[Judged]:
    said = ["" if due is None else str(due) for due in (gold.due, found.due)]
    there = [replace(one, span=one.due.span or one.span) if one.due else one for one in (gold, found)]
    yield from _value("due", there[0], there[1], said[0], said[1], same=same_due(gold.due, found.due))


def _parts(gold: ActionFact, found: ActionFact) -> Iterator[Judged]:
    def chosen(action: ActionFact, wanted: Callable[[PartyFact], bool]) -> list[PartyFact]:
        return [part for part in action.parties if wanted(part)]

    kinds: tuple[tuple[Kind, Callable[[PartyFact], bool], Callable[[PartyFact, PartyFact], float]], ...] = (
        ("owners", lambda part: part.role == "owner", same_part),
        ("other roles", lambda part: part.role != "owner", same_part),
        ("named owners", _is_named_owner, same_party),
    )
    for kind, wanted, same in kinds:
        yield from _parties(kind, chosen(gold, wanted), chosen(found, wanted), same, gold.text, found.text)


def _is_named_owner(part: PartyFact) -> bool:
    return part.role == "owner" and part.type not in ("board", "collective")


def _parties(
    kind: Kind,
    gold: Sequence[PartyFact],
    found: Sequence[PartyFact],
    same: Callable[[PartyFact, PartyFact], float],
    in_gold: str = "",
    in_found: str = "",
) -> Iterator[Judged]:
    """Parties of one kind, in one action or in the whole paper, one with another."""
    linked = pairs(gold, found, same, 1.0)
    right, known = {j for _, j in linked}, {i for i, _ in linked}
    for j, part in enumerate(found):
        verdict: Verdict = "right" if j in right else "false"
        yield Judged(kind, verdict, _part(part), in_found, part.span, part.rule, part.confidence)
    for i, part in enumerate(gold):
        if i not in known:
            yield Judged(kind, "missed", _part(part), in_gold, part.span)


def _part(part: PartyFact) -> str:
    return f"{part.role}: {part.shown}" if part.role and part.role != "owner" else part.shown


def _tags(
    kind: Kind, gold: ActionFact, found: ActionFact, in_gold: Sequence[TagFact], in_found: Sequence[TagFact]
) -> Iterator[Judged]:
    right, read = {tag.slug for tag in in_gold}, {tag.slug: tag for tag in in_found}
    for slug, tag in sorted(read.items()):
        verdict: Verdict = "right" if slug in right else "false"
        yield Judged(kind, verdict, slug, found.text, tag.span or found.span, tag.rule)
    for slug in sorted(right - set(read)):
        yield Judged(kind, "missed", slug, gold.text, gold.span)


def _value(kind: Kind, gold: ActionFact, found: ActionFact, right: str, read: str, *, same: bool) -> Iterator[Judged]:
    """A value that each side has once or not at all ("")."""
    if same and (right or read):
        yield Judged(kind, "right", read, found.text, found.span)
        return
    if read:
        yield Judged(kind, "false", read, found.text, found.span)
    if right:
        yield Judged(kind, "missed", right, gold.text, gold.span)


def _of_paper(gold: PaperFacts, found: PaperFacts) -> Iterator[Judged]:
    linked = pairs(gold.priorities, found.priorities, lambda one, other: alike(one.label, other.label), CLOSE)
    right, known = {j for _, j in linked}, {i for i, _ in linked}
    for j, priority in enumerate(found.priorities):
        yield Judged("priorities", "right" if j in right else "false", priority.label, span=priority.span)
    for i, priority in enumerate(gold.priorities):
        if i not in known:
            yield Judged("priorities", "missed", priority.label, span=priority.span)
    yield from _parties("partners", gold.partners, found.partners, same_partner)
    yield from _value("date", _NOTHING, _NOTHING, gold.date, found.date, same=gold.date == found.date)
    boards = (", ".join(sorted(gold.board)), ", ".join(sorted(found.board)))
    yield from _value("board", _NOTHING, _NOTHING, *boards, same=bool(gold.board & found.board))
    yield from _value("kind", _NOTHING, _NOTHING, gold.kind, found.kind, same=gold.kind == found.kind)
