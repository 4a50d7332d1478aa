"""From acts to Findings: keys, parts, topics, deadlines and priorities, each with its place.

A loader says which passages hold acts and under which lead-in (`Raw`); everything that is the same for all kinds of paper
is done here.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from graphkit.documents.model import Document, Span
from graphkit.language.acts import Act
from graphkit.language.concepts import ConceptHit, find_concepts, populations_of, topics_of
from graphkit.language.deadlines import DueHit, choose, find_dues
from graphkit.language.fold import fold, slug
from graphkit.language.parties import Parties, PartyHit
from graphkit.language.recurrence import find_recurrence
from graphkit.language.roles import Part, Setting, parts_of, tail_parts
from graphkit.language.tokens import trim
from graphkit.loaders.findings import Action, Decision, Due, Party, Participation, Priority, Status, Tag


@dataclass(slots=True)
class Raw:
    """An act where it was found. `title` and `heading` lend topics; `named` are owners that a lead cell or action line
    gives; `others` parts that a table's columns give; `we` is the "we" of a commitment; `inherits` whether a sub-action
    takes its parent's owners; `due_cell` holds a timescale column's reading (None with `due_known` when it says none)."""

    act: Act
    ref: str | None = None
    parent: "Raw | None" = None
    stem: Span | None = None
    named: Sequence[PartyHit] = ()
    others: tuple[Part, ...] = ()
    title: Span | None = None
    heading: Span | None = None
    priority: str | None = None
    we: Span | None = None
    status: Status | None = None
    due: DueHit | None = None
    due_known: bool = False
    recurrence: str | None = None
    progress: str | None = None
    rule: str = ""
    key: str = field(default="", init=False)
    tail: Span | None = None


_STATUS: dict[str, Status] = {
    "agree": "agreed", "ask": "requested", "encourage": "requested", "recommend": "recommended", "note": "noted",
    "commit": "committed", "plan": "planned", "propose": "proposed",
}  # fmt: skip
WE = "partners-collectively"
_MASKING = frozenset({"organisation", "board", "team", "post"})


@dataclass(slots=True)
class Assembler:
    """Builds the actions of one paper. `anchor` is the meeting's date, to which relative deadlines are tied."""

    document: Document
    parties: Parties
    anchor: str | None
    decided: bool
    _extra: dict[str, Party] = field(default_factory=dict)

    def actions(self, raws: Sequence[Raw]) -> tuple[Action, ...]:
        """One Action a Raw, in order."""
        self._key(raws)
        built: dict[int, Action] = {}
        for raw in raws:
            built[id(raw)] = self._action(raw, built.get(id(raw.parent)) if raw.parent else None)
        return tuple(built.values())

    def all_parties(self) -> tuple[Party, ...]:
        """The paper's parties, with the collective "we" where a commitment used it."""
        known = {party.key for party in self.parties.parties}
        parties = (replace(party, partner=party.key in self.parties.partners) for party in self.parties.parties)
        return (*parties, *(party for key, party in sorted(self._extra.items()) if key not in known))

    def topics(self, span: Span) -> tuple[Tag, ...]:
        """The topics that a heading states."""
        return tuple(topics_of(self._concepts(span), (), (), ()))

    def _key(self, raws: Sequence[Raw]) -> None:
        text = self.document.text
        wanted = Counter(slug(raw.ref) for raw in raws if raw.ref)
        used: Counter[str] = Counter()
        for raw in raws:
            own = slug(raw.ref) if raw.ref else ""
            if not own or wanted[own] > 1:
                words = " ".join(fold(text[raw.act.span.start : raw.act.span.end]).split())
                digest = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]
                own = f"{own}-{digest}" if own else digest
            used[own] += 1
            raw.key = own if used[own] == 1 else f"{own}-{used[own]}"

    def _action(self, raw: Raw, parent: Action | None) -> Action:
        act, document = raw.act, self.document
        hits = self.parties.within(act.span)
        setting = self._setting(raw)
        outside = act.doer is not None and not act.span.holds(act.doer)
        doers = self.parties.within(act.doer) if outside and act.doer is not None else None
        parts = parts_of(document.text, act, hits, setting, raw.named, doers)
        parts = _with_tail(
            parts, tail_parts(document.text, raw.tail, self.parties.within(raw.tail)) if raw.tail else ()
        )
        parts = (*parts, *(part for part in raw.others if all(part.party != one.party for one in parts)))
        participations = tuple(Participation(*part) for part in parts)
        if parent is not None and not _has_own_owner(participations):
            participations = (*_inherited(parent), *(p for p in participations if p.role != "owner"))
        stem = raw.stem or (parent.span if parent else None)
        return Action(
            key=raw.key, span=act.span, text=document.words(act.span), status=self._status(raw, parent), rule=raw.rule or act.kind,
            confidence=0.7 if act.conditional else 0.9, ref=raw.ref, parent=parent.key if parent else None, stem=stem,
            participations=participations, topics=self._topics(raw, stem), populations=self._populations(raw, stem), due=self._due(raw),
            recurrence=raw.recurrence or self._recurrence(act.span), priority=raw.priority, progress=raw.progress,
        )  # fmt: skip

    def _status(self, raw: Raw, parent: Action | None) -> Status:
        act = raw.act
        if raw.status is not None:
            return raw.status
        if act.kind == "defer":
            return "deferred"
        if act.conditional:
            return "proposed"
        if act.governing == "note":
            return "noted"
        if act.kind == "ask" or act.governing in ("ask", "encourage"):
            return "requested"
        if act.kind == "recommend" or act.governing == "recommend":
            return "recommended"
        if parent is not None and act.governing == "agree":
            return parent.status
        return _STATUS[act.governing]

    def _setting(self, raw: Raw) -> Setting:
        body = (
            self.parties.body
            if self.decided and raw.act.governing not in ("note", "commit", "plan")
            else self.parties.body
        )
        span = next((party.spans[0] for party in self.parties.parties if party.key == body and party.spans), None)
        if raw.we is None:
            return Setting(body, span)
        if WE not in self._extra:
            self._extra[WE] = Party(WE, "partners", ("partners", "we"), "collective", (raw.we,))
        elif raw.we not in self._extra[WE].spans:
            self._extra[WE] = replace(self._extra[WE], spans=tuple(sorted({*self._extra[WE].spans, raw.we})))
        return Setting(body, span, WE, raw.we)

    def _concepts(self, span: Span | None) -> Sequence[ConceptHit]:
        """Concepts in a span, names of bodies masked: "Children's Trust" is not about children."""
        if span is None:
            return ()
        masks = [hit.span for hit in self.parties.within(span) if hit.type in _MASKING]
        return find_concepts(self.document.text, span, masks)

    def _topics(self, raw: Raw, stem: Span | None) -> tuple[Tag, ...]:
        clause = raw.act.span
        return tuple(
            topics_of(
                self._concepts(clause), self._concepts(stem), self._concepts(raw.heading), self._concepts(raw.title)
            )
        )

    def _populations(self, raw: Raw, stem: Span | None) -> tuple[Tag, ...]:
        return tuple(populations_of(self._concepts(raw.act.span), self._concepts(stem)))

    def _due(self, raw: Raw) -> Due | None:
        hit = raw.due
        if hit is None and not raw.due_known:
            hit = choose(find_dues(self.document.text, raw.act.span.start, raw.act.span.end, self.anchor))
        return Due(hit.text, hit.offset, hit.date, hit.span) if hit is not None else None

    def _recurrence(self, span: Span) -> str | None:
        found = find_recurrence(self.document.quote(span))
        return found[0] if found else None


def _with_tail(parts: tuple[Part, ...], tail: Sequence[Part]) -> tuple[Part, ...]:
    """The parts of a clause with those that a tail names ("Lead: X, with Y"): a lead there takes the place of "we" or the board."""
    if any(part.role == "owner" for part in tail):
        parts = tuple(
            part for part in parts if not (part.role == "owner" and part.basis in ("collective", "board", "host"))
        )
    known = {part.party for part in parts}
    return (*parts, *(part for part in tail if part.party not in known))


def _has_own_owner(parts: Iterable[Participation]) -> bool:
    return any(part.role == "owner" and part.basis in ("explicit", "host") for part in parts)


def _inherited(parent: Action) -> tuple[Participation, ...]:
    return tuple(
        replace(part, basis="inherited", rule="parent-item") for part in parent.participations if part.role == "owner"
    )


def decisions_of(document: Document, acts: Iterable[tuple[Act, str | None, str]]) -> tuple[Decision, ...]:
    """Decisions from (act, printed number, stage); keys from number and words, "adopted as" by verb and shared words."""
    made: list[Decision] = []
    used: Counter[str] = Counter()
    for act, ref, stage in acts:
        words = document.words(trim(document.text, act.span))
        key = f"{stage}-{hashlib.sha256(fold(words).encode('utf-8', 'replace')).hexdigest()[:8]}"
        used[key] += 1
        key = key if used[key] == 1 else f"{key}-{used[key]}"
        made.append(Decision(key, act.span, words, "asked" if stage == "asked" else "resolved", act.kind, ref))
    resolved = [decision for decision in made if decision.stage == "resolved"]
    return tuple(_with_adoption(decision, resolved) if decision.stage == "asked" else decision for decision in made)


def _with_adoption(asked: Decision, resolved: Sequence[Decision]) -> Decision:
    """The resolved decision that carries an ask: the same kind of act and most of its words."""
    best = max(resolved, key=lambda one: (_shared(asked.text, one.text), one.key), default=None)
    if best is None or best.act != asked.act or _shared(asked.text, best.text) < 0.6:
        return asked
    return replace(asked, adopted_as=best.key)


_COMMON = frozenset("the a an of to and in on for with its their that this be by at as is are it from will".split())


def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry its matter, folded."""
    return frozenset(
        word
        for word in fold(text).replace("-", " ").split()
        if word.strip(".,;:()'\"") not in _COMMON and len(word) > 2
    )


def _shared(a: str, b: str) -> float:
    left, right = content_words(a), content_words(b)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def priority(
    document: Document, span: Span, label: str, parent: str | None, topics: Callable[[Span], tuple[Tag, ...]]
) -> Priority:
    """A Priority whose key comes from its label and its parent's."""
    key = slug(label)[:60] or hashlib.sha256(label.encode("utf-8", "replace")).hexdigest()[:8]
    del document
    return Priority(f"{parent}.{key}" if parent else key, label, span, parent, topics(span))
