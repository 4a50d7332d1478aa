"""Minutes: one agenda item or a whole meeting.

Actions stand in the outcome of an item, in action lines, in lists of proposed next steps, and where a named doer takes
something on in the discussion. What the board is asked to do before the minutes is kept as a decision "asked".
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import re

from graphkit.documents.model import Document, Span
from graphkit.language.acts import ACTIONS, Act, Lead, parse_acts
from graphkit.language.fold import fold
from graphkit.language.heads import find_head
from graphkit.language.leadins import names_priorities
from graphkit.language.names import find_parties
from graphkit.language.parties import Parties, PartyHit
from graphkit.language.tokens import sentences
from graphkit.language.undertakings import outcome_in, undertaking_in
from graphkit.loaders.assemble import Assembler, Raw, content_words, decisions_of, priority
from graphkit.loaders.dating import meeting_date, title_of
from graphkit.loaders.findings import Findings, Priority, Unread
from graphkit.loaders.passages import MinutesWalk, Passage
from graphkit.loaders.registry import Context
from graphkit.loaders.sections import item_label
from graphkit.loaders.table_actions import RowSetting, raws_of_table
from graphkit.loaders.tables import action_tables

_PRIORITY_TITLE = re.compile(
    r"(?:update on |review of |progress on )?(?:the )?(?P<label>[^:]{4,90}?) priority\b|(?P<aim>(?:aim|priority|theme|outcome|goal) \d+\s*[:–-] .+)",
    re.I,
)

_STEM = re.compile(
    r"(?:^(?:to |that )?(?:[\w ]{0,40}?)(?:request|ask|agree|recommend|note|resolve|instruct|direct)\w*\b.{0,100}?|\bbe (?:invited|asked|requested|recommended|instructed|encouraged) )(?:\bthat|\bto)?\s*(?::|:-|[-–—])$"
)


@dataclass(slots=True)
class _Reader:
    document: Document
    parties: Parties
    raws: list[Raw] = field(default_factory=list)
    decided: list[tuple[Act, str | None, str]] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    parents: dict[int, Raw] = field(default_factory=dict)
    latest: list[Raw] = field(default_factory=list)
    told: list[tuple[int, Raw]] = field(default_factory=list)
    pending: Passage | None = None
    outcome_items: set[int] = field(default_factory=set)

    def take(self, passage: Passage) -> None:
        """Reads one passage by its zone."""
        if passage.zone == "action-line":
            self._action_line(passage)
        elif passage.zone in ("outcome", "steps"):
            self._outcome(passage)
        elif passage.zone == "narrative":
            self._told(passage)
        elif passage.zone == "preamble":
            self._asked(passage)

    def _outcome(self, passage: Passage) -> None:
        self.pending, parent = passage, self._parent(passage)
        lead = self._lead(passage)
        acts = [] if self._is_stem(passage) else self._acts(passage, lead)
        if parent is not None and not acts:
            acts = [_bare_act(passage.span, lead)]
        if not acts and passage.zone == "steps":
            acts = [_bare_act(passage.span, lead)]
        if not acts and not passage.children and find_head(self.document.text, passage.span, ()) is None:
            self.unread.append(Unread(passage.span, "no act understood in an outcome"))
        self.latest = []
        for act in acts:
            ref = self._ref(passage)
            self.decided.append((act, ref, "resolved"))
            if act.kind in ACTIONS or passage.zone == "steps":
                self._add(act, passage, ref, parent)
        if passage.zone == "outcome":
            self.outcome_items.add(passage.item)

    def _is_stem(self, passage: Passage) -> bool:
        """A lead-in without an act of its own: "Requests that:", "(c) that the Trust be invited to -"."""
        return bool(_STEM.search(fold(self.document.quote(passage.span)).strip()))

    def _acts(self, passage: Passage, lead: Lead) -> list[Act]:
        found: list[Act] = []
        for sentence in sentences(self.document.text, passage.span):
            found += parse_acts(self.document.text, sentence, lead, self.parties.within)
            if passage.zone == "steps" or passage.parent is not None:
                break
        return found

    def _add(self, act: Act, passage: Passage, ref: str | None, parent: Raw | None) -> None:
        raw = Raw(act, ref, parent, stem=passage.lead_span, title=passage.title, rule=f"outcome-{act.kind}")
        self.raws.append(raw)
        self.latest.append(raw)
        self.parents[id(passage)] = raw

    def _parent(self, passage: Passage) -> Raw | None:
        return self.parents.get(id(passage.parent)) if passage.parent is not None else None

    def _lead(self, passage: Passage) -> Lead:
        """The lead-in's own, or what a stem without an act of its own lends ("Requests that:", "To instruct X:")."""
        parent = passage.parent
        if parent is None or id(parent) in self.parents:
            return passage.lead
        above = self._lead(parent)
        acts = parse_acts(self.document.text, parent.span, above, self.parties.within)
        if acts and acts[-1].kind == "ask":
            return Lead("ask", acts[-1].doer)
        words = fold(self.document.quote(parent.span))
        if re.search(r"\b(?:request|ask|instruct|direct)\w*\b", words):
            return Lead("ask", acts[-1].doer if acts else None)
        return Lead(above.governing, acts[-1].doer if acts else above.addressee)

    def _ref(self, passage: Passage) -> str | None:
        own = passage.number.strip().rstrip(".") if passage.number else None
        if own is None or not re.search(r"\w", own):
            return None
        own = own if re.match(r"\(.*\)$|.*\)$", own) else own.strip()
        if passage.parent is not None and passage.parent.number and re.search(r"\w", passage.parent.number):
            return f"{passage.parent.number.strip('(). ')}.{own.strip('(). ')}"
        return own

    def _action_line(self, passage: Passage) -> None:
        """ "ACTION: names" gives owners to what stands before it; "ACTION: X to do y" is an act of its own."""
        hits = self.parties.within(passage.span)
        acts = [
            act
            for act in parse_acts(self.document.text, passage.span, Lead(), self.parties.within)
            if act.kind in ACTIONS
        ]
        if acts and (acts[0].doer is None or acts[0].verb_span.start > passage.span.start):
            same = [raw for raw in self.latest if _alike(self.document, raw.act.span, acts[0].span) >= 0.5]
            for raw in same:
                self.raws.remove(raw)
            for act in acts:
                self.raws.append(Raw(act, title=passage.title, rule="action-line"))
        elif hits and self.latest:
            self.latest[-1].named = hits
        elif hits and self.pending is not None:
            self._pressed_for(self.pending, hits)

    def _pressed_for(self, passage: Passage, hits: Sequence[PartyHit]) -> None:
        """An action line after a paragraph of the discussion: the act is what that paragraph presses for."""
        text = self.document.text
        for sentence in reversed(sentences(text, passage.span)):
            acts = parse_acts(text, sentence, Lead(), self.parties.within)
            for act in reversed(acts):
                if act.kind in (*ACTIONS, "consider"):
                    self.raws.append(
                        Raw(act, self._ref(passage), named=hits, title=passage.title, rule="action-line-before")
                    )
                    return
        self.unread.append(Unread(hits[0].span, "an action line whose act was not found"))

    def _told(self, passage: Passage) -> None:
        self.pending, self.latest = passage, []
        for sentence in sentences(self.document.text, passage.span):
            acts = outcome_in(self.document.text, sentence, self.parties.within)
            rule = "told-outcome"
            if not acts:
                acts, rule = undertaking_in(self.document.text, sentence, self.parties.within), "undertaking"
            for act in acts:
                raw = Raw(
                    act,
                    self._ref(passage) if passage.number and "." in passage.number else None,
                    title=passage.title,
                    rule=rule,
                )
                self.told.append((passage.item, raw))
                self.raws.append(raw)
                self.latest.append(raw)

    def _asked(self, passage: Passage) -> None:
        for sentence in sentences(self.document.text, passage.span):
            for act in parse_acts(self.document.text, sentence, Lead(), self.parties.within):
                if act.by_board or passage.block.kind == "item":
                    self.decided.append((act, passage.number, "asked"))

    def without_repeats(self) -> list[Raw]:
        """The raws, less what the discussion tells and the resolution says again (guide: "is not a second action")."""
        told = {id(raw) for _, raw in self.told}
        formal = [raw for raw in self.raws if id(raw) not in told]
        return [
            raw
            for raw in self.raws
            if id(raw) not in told or all(_alike(self.document, raw.act.span, one.act.span) < 0.55 for one in formal)
        ]


def _bare_act(span: Span, lead: Lead) -> Act:
    return Act("undertake", span, "", Span(span.start, span.start), lead.governing, lead.addressee)


def _alike(document: Document, a: Span, b: Span) -> float:
    left, right = content_words(document.quote(a)), content_words(document.quote(b))
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _priorities(document: Document, assembler: Assembler) -> tuple[Priority, ...]:
    """Aims that the minutes quote: in item titles ("Aim 2: ..."), and in lists of a strategy's priorities."""
    found: dict[str, Priority] = {}
    listing = False
    for block in document.body():
        words = document.words(block.span).removesuffix(".")
        label: str | None = None
        if block.kind == "item" and listing:
            label = item_label(document, block.span)
        elif block.kind != "cell":
            listing = names_priorities(words)
            match = _PRIORITY_TITLE.fullmatch(words) if block.kind == "heading" else None
            label = (match["label"] or match["aim"]).strip() if match else None
        if label:
            one = priority(document, block.span, label, None, assembler.topics)
            found.setdefault(one.key, one)
    return tuple(found.values())


def read_minutes(document: Document, context: Context, why: str) -> Findings:
    """Reads the minutes of an item or of a whole meeting."""
    parties = find_parties(document, context.gazetteer)
    reader = _Reader(document, parties)
    for passage in MinutesWalk(document).passages():
        reader.take(passage)
    date, date_span = meeting_date(document)
    title, title_span = title_of(document)
    assembler = Assembler(document, parties, date, decided=True)
    priorities = _priorities(document, assembler)
    under = {one.span: one.key for one in priorities}
    raws = reader.without_repeats()
    for table in action_tables(document):
        raws += raws_of_table(document, parties, table, RowSetting("agreed", date, lambda _cell, _caption: None))
    raws.sort(key=lambda raw: raw.act.span)
    for raw in raws:
        raw.title = raw.title or title_span
        raw.priority = under.get(raw.title) if raw.title else None
    actions = assembler.actions(raws)
    return Findings(
        kind="minutes", why_kind=why, title=title, title_span=title_span, date=date, date_span=date_span, body=parties.body,
        parties=assembler.all_parties(), priorities=priorities, actions=actions, decisions=decisions_of(document, reader.decided),
        unread=tuple(reader.unread),
    )  # fmt: skip
