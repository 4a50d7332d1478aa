"""What partners commit to in a strategy or a plan: list items, headings that are actions, labelled lines, and prose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graphkit.documents.model import Span
from graphkit.language.act import Act, Governing, Lead
from graphkit.language.acts import actions_in
from graphkit.language.deadlines import find_dues
from graphkit.language.fold import fold
from graphkit.language.heads import find_head
from graphkit.language.participation import Participation, Role
from graphkit.language.parties import PartyHit
from graphkit.language.tokens import sentences, trim
from graphkit.loaders.column_words import Meaning, meaning_of
from graphkit.loaders.findings import Kind
from graphkit.loaders.name_cells import names_in
from graphkit.loaders.plan_items import (
    body_in_heading,
    completes,
    doer_in_lead,
    is_commitment,
    is_recommendation,
    is_undertaken,
    lead_in_brackets,
    own_words,
    promised,
    recommended_words,
    states_nothing,
    status_of,
    wants_verb,
    we_of,
    who_behind_dash,
)
from graphkit.loaders.plan_nested import nested
from graphkit.loaders.plan_prose import told_commitments
from graphkit.loaders.raw import Raw
from graphkit.loaders.sections import Line, Section, command_of
from graphkit.loaders.source import Source
from graphkit.loaders.timing import due_in

_HEADLINE = re.compile(
    r"\s*(?:(?:headline|key|priority|main|lead) )?(?P<word>action|step|commitment|pledge) "
    r"(?P<ref>\d+(?:\.\d+)?)\s*[:.–-]\s*(?=\S)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\s*[*_]{0,2}(?P<label>[A-Z][A-Za-z /-]{1,24}?)[*_]{0,2}\s*:[*_]{0,2}\s*")
# A sentence after the act that tells who does what in it.
_TELLS_WHO = re.compile(
    r"(?:lead|leads|owner|by|with|partners?|sponsor|responsible|delivered by|led by|supported by|funded by)\b"
    r"(?:[^.:]{0,20}:|\s[-–—]\s)"
    r"|.*\b(?:will|would|to) (?:lead|pay|fund|employ|host|support)\b",
    re.DOTALL,
)
_LABEL_ROLES: dict[Meaning, Role] = {"deliver": "deliverer", "support": "supporter", "fund": "funder"}
_TOLD_BY_LABEL: frozenset[Meaning] = frozenset({"lead", "due", "status", *_LABEL_ROLES})
_PARAGRAPH = re.compile(r"\d{1,2}\.\d{1,2}\.?")
# Where prose may promise something: not in what was done, nor among aims.
_TELLING = frozenset({"open", "commitments", "measures", "background"})
# Acts are looked for in the first sentences of an item; the rest explains.
_SENTENCES = 3
_LONGEST_STATUS = 60


@dataclass(slots=True)
class CommitmentReader:
    """Takes the lines of one paper in order and keeps the acts they commit to.

    `kind` is the paper's: what a plan of action lists is planned, unless partners promise it. `sections` tells where
    each act of `raws` stands.
    """

    source: Source
    kind: Kind = "strategy"
    raws: list[Raw] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    # The sections whose headings are actions themselves.
    actions: set[Section] = field(default_factory=set)
    # The headline action in whose section the lines stand, the latest act, those since the last "Timescale:", and the
    # leads that the plan names for all that has none of its own.
    _headline: Raw | None = None
    _label: Span | None = None
    _latest: Raw | None = None
    _group: list[Raw] = field(default_factory=list)
    _leads: Sequence[PartyHit] = ()

    def take(self, line: Line, following: Line | None = None) -> None:
        """Reads one line by its zone; `following` is the line after it."""
        if line.block.kind == "heading":
            if not self._headline_action(line, following):
                self._headline, self._latest, self._group = None, None, []
        elif line.block.kind == "paragraph" and self._labelled(line):
            return
        elif is_commitment(self.source.document, line):
            self._commitment(line)
        elif self._is_step(line):
            self._commitment(replace(line, zone="commitments"))
        elif line.zone in _TELLING:
            self._told(line)

    def _is_step(self, line: Line) -> bool:
        """Whether a numbered item of a priority's section is worded as a promise or a command ("2.1 Open a hub")."""
        number = line.block.number
        if line.zone != "open" or line.block.kind != "item" or number is None or not line.section.numbered:
            return False
        return _PARAGRAPH.fullmatch(number.strip()) is not None and (
            command_of(self.source.document.quote(line.block.span)) == "sure"
        )

    def _commitment(self, line: Line) -> None:
        """One list item (or line) under a lead-in of commitments."""
        own, ref, self._label = own_words(self.source.document, line)
        if own is None:
            return
        parts = nested(self.source, own, line.governing)
        if parts is None:
            self._item(line, own, ref, self._headline)
            return
        self._item(line, parts.stem, ref, self._headline)
        parent = self._latest if self._latest is not None and self._latest.ref == ref else self._headline
        for mark, part in parts.items:
            self._item(line, part, f"{ref or ''}{mark}" if mark else None, parent)

    def _item(self, line: Line, own: Span, ref: str | None, parent: Raw | None) -> None:
        """The acts of an item, or of a part of one."""
        lead = Lead(line.governing, doer_in_lead(self.source, line.lead))
        bracket = lead_in_brackets(self.source, own) or who_behind_dash(self.source, own)
        acts, tail = self._acts(Span(own.start, bracket.start) if bracket else own, lead, stem=line.stem)
        tail = tail or bracket
        if (
            not acts
            and line.governing != "agree"
            and (completes(self.source, own, line.lead) or self._among_acts(line))
        ):
            acts = [Act.of_words(trim(self.source.document.text, own, ".;,"), lead)]
        if not acts and is_recommendation(line) and (line.block.kind == "item" or self._latest is None):
            acts = [Act.of_words(recommended_words(self.source, own), lead)]
        we = we_of(self.source.document, line)
        for act in acts:
            raw = Raw(promised(self.source, act), heading=self._label or line.heading, rule="commitment")
            raw.ref, raw.parent, raw.stem, raw.tail, raw.we = ref, parent, line.lead, tail, we
            raw.status = status_of(raw.act, line, self.kind)
            self._add(raw, line)
            body = body_in_heading(self.source, line.heading) if line.heading is not None else None
            if body is not None and (act.doer is None or self.source.low(act.doer) == "we"):
                raw.named, raw.we = [body], None

    def _among_acts(self, line: Line) -> bool:
        """Whether an item without a verb is an act by its place: "This year: ...", or after an item that is one."""
        if line.block.kind != "item" or line.lead is None or not states_nothing(self.source, line.block.span):
            return False
        if line.stem and not wants_verb(self.source, line.lead):
            return True
        latest = self._latest
        among = latest is not None and latest.stem == line.lead and not line.section.whole
        return among and find_head(self.source.prose, line.block.span) is None

    def _acts(self, own: Span, lead: Lead, *, stem: bool) -> tuple[list[Act], Span | None]:
        """The acts of an item, and the words after them that tell who does what."""
        prose = self.source.prose
        acts: list[Act] = []
        for sentence in sentences(prose.text, own)[:_SENTENCES]:
            if acts and _TELLS_WHO.match(prose.low(sentence)):
                return acts, Span(sentence.start, own.end)
            found = [act for act in actions_in(prose, sentence, lead) if is_undertaken(prose, act, stem=stem)]
            if not acts or any(act.doer is not None for act in found):
                acts += found
        return acts, None

    def _add(self, raw: Raw, line: Line) -> None:
        if raw.act.doer is None and raw.parent is None:
            raw.named = self._leads
        self._keep(raw, line)
        self._group.append(raw)
        self._latest = raw

    def _keep(self, raw: Raw, line: Line) -> None:
        self.raws.append(raw)
        self.sections.append(line.section)

    def _headline_action(self, line: Line, following: Line | None) -> bool:
        """A heading that is an action itself ("Headline action 2: Write a strategy"); the list below nests in it."""
        text = self.source.document.text
        match = _HEADLINE.match(text, *line.block.span)
        if match is None and not (following is not None and self._is_action(line, following)):
            return False
        ref = match["ref"] if match is not None else (line.block.number or "").strip().rstrip(".")
        start = match.end() if match is not None else line.block.span.start
        self.actions.add(line.section)
        # A step or a pledge is promised by all; an action of a plan is planned.
        promised_by_all = match is not None and fold(match["word"]) != "action" and self.kind == "strategy"
        governing: Governing = "commit" if promised_by_all else "plan"
        self._headline, self._group = None, []
        for act in actions_in(self.source.prose, Span(start, line.block.span.end), Lead(governing))[:1]:
            raw = Raw(act, ref=ref or None, heading=line.heading, rule="headline-action")
            raw.we = line.block.span if promised_by_all else None
            self._add(raw, line)
            self._headline = raw
        return True

    def _is_action(self, line: Line, following: Line) -> bool:
        """Whether a numbered heading is an action by its wording and the "Lead: ..." below it."""
        document = self.source.document
        if not line.block.number or line.section.opens is not None or line.section.numbered:
            return False
        label = _LABELLED.match(document.text, *following.block.span) if following.block.kind == "paragraph" else None
        told = label is not None and meaning_of(label["label"]) in _TOLD_BY_LABEL
        return told and command_of(document.quote(line.block.span)) is not None

    def _labelled(self, line: Line) -> bool:
        """A line that tells more of the acts before it ("Lead: ...", "Timescale: ..."); False when it is none."""
        text = self.source.document.text
        match = _LABELLED.match(text, *line.block.span)
        if match is None:
            return False
        meaning = meaning_of(match["label"])
        rest = trim(text, Span(match.end(), line.block.span.end))
        if self._latest is not None and meaning in _TOLD_BY_LABEL:
            self._tell(self._latest, meaning, rest)
            return True
        if meaning != "lead":
            return False
        first = sentences(text, rest)[:1]
        self._leads = self._lead_names(first[0]) if first else ()
        return bool(self._leads)

    def _tell(self, raw: Raw, meaning: Meaning, rest: Span) -> None:
        hits = self.source.parties.within(rest)
        if meaning == "lead":
            raw.named = self._lead_names(rest) or hits
        elif meaning == "due":
            self._tell_due(rest)
        elif meaning == "status":
            raw.progress = fold(self.source.document.words(rest))[:_LONGEST_STATUS] or None
        else:
            role = _LABEL_ROLES[meaning]
            parts = (Participation(hit.key, role, "explicit", f"{meaning}-label", hit.span) for hit in hits)
            raw.others = (*raw.others, *parts)

    def _lead_names(self, span: Span) -> Sequence[PartyHit]:
        """Who leads by the words of a label: "Head of Housing, Wolden Council" is one post, and not its council too."""
        return [one.hit for one in names_in(self.source, span, "owner") if one.role == "owner"]

    def _tell_due(self, rest: Span) -> None:
        """A timescale is that of all acts since the last one, but for those that state their own."""
        document = self.source.document
        for raw in self._group:
            if raw.due is None and not find_dues(document.text, *raw.act.span, None):
                raw.due, raw.due_known = due_in(document, rest, None), True
        self._group = []

    def _told(self, line: Line) -> None:
        """Sentences in which a named body will do something, or "we" will by a time."""
        for act, we in told_commitments(self.source, line):
            raw = Raw(act, heading=line.heading, we=we, rule="prose-commitment")
            raw.status = status_of(act, line, self.kind)
            self._keep(raw, line)
