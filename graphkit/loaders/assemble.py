"""From acts to actions: keys, parts, status, topics and deadlines, each with its place.

A loader says which passages hold acts and what their place lends them (`Raw`); everything that is the same for all
kinds of paper is done here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graphkit.documents.model import Span
from graphkit.language.concepts import populations_of
from graphkit.language.confidence import confidence, weighed
from graphkit.language.crowds import is_crowd
from graphkit.language.deadlines import choose, find_dues
from graphkit.language.participation import Participation
from graphkit.language.parts_beside import parts_of_tail
from graphkit.language.recurrence import find_recurrence
from graphkit.language.roles import Setting, parts_of
from graphkit.language.strangers import is_stranger, kind_of_name
from graphkit.language.topic_choice import choose_topics
from graphkit.loaders.findings import Action, Due, Party, Priority, Status
from graphkit.loaders.keys import action_keys, priority_key
from graphkit.loaders.raw import Raw
from graphkit.loaders.source import Source

# Not a party of the paper but the "we" of its commitments: all partners together.
WE = "partners-collectively"

_FIRST_LINES = 600
_REPORT_OF = re.compile(r"\b(?:report|foreword|statement|message|introduction) (?:of|by|from)\s+(?:the |our )?$")
_STATUS: dict[str, Status] = {
    "agree": "agreed", "ask": "requested", "encourage": "requested", "recommend": "recommended", "note": "noted",
    "commit": "committed", "plan": "planned", "propose": "proposed",
}  # fmt: skip


def priority_at(source: Source, span: Span, label: str, parent: str | None = None) -> Priority:
    """The priority that stands at `span`; `parent` is the key of the one above it."""
    return Priority(priority_key(label, parent), label, span, parent, source.topics(span))


def parties_of(source: Source, actions: Sequence[Action]) -> tuple[Party, ...]:
    """The paper's parties, the collective "we" of its commitments, and who takes part but is in no list of names."""
    parties = [replace(party, partner=party.key in source.parties.partners) for party in source.parties.parties]
    spans = sorted({part.span for action in actions for part in action.participations if part.party == WE})
    if spans and source.parties.party(WE) is None:
        parties.append(Party(WE, "partners", ("partners", "we"), "collective", tuple(spans)))
    return (*parties, *_unlisted(source, actions))


def _unlisted(source: Source, actions: Iterable[Action]) -> Iterator[Party]:
    """Those who take part and stand in no list of names: people by what they are, and doers by their own words."""
    places: dict[str, list[Span]] = {}
    for part in (part for action in actions for part in action.participations):
        if is_crowd(part.party) or is_stranger(part.party):
            places.setdefault(part.party, []).append(part.span)
    for key, spans in places.items():
        label = source.document.words(spans[0])
        kind = "collective" if is_crowd(key) else kind_of_name(label) or "organisation"
        partner = kind not in ("collective", "person")
        yield Party(key, label, (label,), kind, tuple(sorted(set(spans))), partner=partner)


@dataclass(frozen=True, slots=True)
class Assembler:
    """Builds the actions of one paper. `anchor` is the meeting's date, to which relative deadlines are tied."""

    source: Source
    anchor: str | None = None

    def actions(self, raws: Sequence[Raw]) -> tuple[Action, ...]:
        """One action for each act, in order; a parent stands before its sub-actions."""
        built: dict[int, Action] = {}
        words = self.source.document.words
        keys = action_keys([(raw.ref, words(raw.act.span)) for raw in raws])
        for raw, key in zip(raws, keys, strict=True):
            built[id(raw)] = self._action(raw, key, built.get(id(raw.parent)) if raw.parent else None)
        return tuple(built.values())

    def _action(self, raw: Raw, key: str, parent: Action | None) -> Action:
        act, source, rule = raw.act, self.source, raw.rule or raw.act.kind
        stem = raw.stem or (parent.span if parent else None)
        clause, around = source.concepts(act.span), source.concepts(stem)
        setting = source.topic_setting(act, stem, raw.heading, raw.title)
        return Action(
            key=key,
            span=act.span,
            text=source.document.words(act.span),
            status=_status(raw, parent),
            rule=rule,
            confidence=confidence("actions", rule),
            ref=raw.ref,
            parent=parent.key if parent else None,
            stem=stem,
            participations=weighed(self._participations(raw, parent)),
            topics=choose_topics(setting),
            populations=tuple(populations_of(clause, around)),
            due=self._due(raw),
            recurrence=raw.recurrence or self._recurrence(raw),
            priority=raw.priority,
            progress=raw.progress,
        )

    def _participations(self, raw: Raw, parent: Action | None) -> tuple[Participation, ...]:
        parts = parts_of(self.source.prose, raw.act, self._setting(raw), raw.named)
        if raw.tail is not None:
            parts = _with_tail(parts, parts_of_tail(self.source.prose, raw.tail))
        known = {part.party for part in parts}
        parts = (*parts, *(part for part in raw.others if part.party not in known))
        if parent is not None and not any(_is_own_owner(part) for part in parts):
            inherited = (
                replace(part, basis="inherited", rule="parent-item") for part in _owners(parent.participations)
            )
            parts = (*inherited, *(part for part in parts if part.role != "owner"))
        return parts

    def _setting(self, raw: Raw) -> Setting:
        body = self.source.parties.party(self.source.parties.body) if self.source.parties.body else None
        span = body.spans[0] if body and body.spans else None
        doer = raw.act.doer
        said = self.source.low(doer) if doer is not None else ""
        we = raw.we or (doer if said == "we" else None)
        author = self._author() if said == "i" else None
        return Setting(self.source.parties.body, span, WE if we else None, we, author)

    def _author(self) -> str | None:
        """The post whose report the paper says it is, in its first lines ("Annual report of the Director of ...")."""
        posts = (hit for hit in self.source.parties.within(Span(0, _FIRST_LINES)) if hit.type == "post")
        return next((hit.key for hit in posts if _REPORT_OF.search(self.source.low(Span(0, hit.span.start)))), None)

    def _due(self, raw: Raw) -> Due | None:
        hit = raw.due
        if hit is None and not raw.due_known:
            places = (raw.act.span, raw.tail) if raw.tail is not None else (raw.act.span,)
            found = (choose(find_dues(self.source.document.text, *place, self.anchor)) for place in places)
            hit = next((due for due in found if due is not None), None)
        return Due(hit.text, hit.offset, hit.date, hit.span) if hit is not None else None

    def _recurrence(self, raw: Raw) -> str | None:
        found = find_recurrence(self.source.document.quote(raw.act.span))
        return found[0] if found else None


def _status(raw: Raw, parent: Action | None) -> Status:
    """The status that a table or label gives, else the one that the act's kind and its governing verb give."""
    act = raw.act
    if raw.status is not None:
        return raw.status
    if act.kind == "defer":
        return "deferred"
    if act.conditional:
        return "proposed"
    if act.governing == "note":
        return "noted"
    if act.kind == "ask":
        return "requested"
    if act.kind == "recommend":
        return "recommended"
    if parent is not None and act.governing == "agree":
        return parent.status
    return _STATUS[act.governing]


def _with_tail(parts: tuple[Participation, ...], tail: Sequence[Participation]) -> tuple[Participation, ...]:
    """The parts of a clause with those of its tail, whose lead takes the place of "we" or the board."""
    if any(part.role == "owner" for part in tail):
        parts = tuple(part for part in parts if part.role != "owner" or part.basis == "explicit")
    known = {part.party for part in parts}
    return (*parts, *(part for part in tail if part.party not in known))


def _owners(parts: Iterable[Participation]) -> Iterable[Participation]:
    return (part for part in parts if part.role == "owner")


def _is_own_owner(part: Participation) -> bool:
    return part.role == "owner" and part.basis in ("explicit", "host")
