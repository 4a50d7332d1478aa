"""What partners commit to in a strategy or a plan: list items, headings that are actions, labelled lines, and prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graphkit.documents.model import Document, Span
from graphkit.language.act import Act, Lead
from graphkit.language.acts import actions_in
from graphkit.language.deadlines import find_dues
from graphkit.language.fold import fold
from graphkit.language.participation import Participation, Role
from graphkit.language.parties import PartyHit
from graphkit.language.recurrence import find_recurrence
from graphkit.language.tokens import sentences, trim
from graphkit.language.verbs import reading
from graphkit.loaders.column_words import Meaning, meaning_of
from graphkit.loaders.findings import Unread
from graphkit.loaders.plan_priorities import Priorities
from graphkit.loaders.raw import Raw
from graphkit.loaders.sections import Line
from graphkit.loaders.source import Source
from graphkit.loaders.timing import due_in

_WE = re.compile(r"\b(?:we|our|us)\b|\bpartners\b", re.IGNORECASE)
_HEADLINE = re.compile(
    r"\s*(?:headline |key |priority |main |lead )?action (?P<ref>\d+(?:\.\d+)?)\s*[:.–-]\s*(?=\S)", re.IGNORECASE
)
_LABELLED = re.compile(r"\s*[*_]{0,2}(?P<label>[A-Z][A-Za-z /-]{1,24}?)[*_]{0,2}\s*:[*_]{0,2}\s*")
_DONE = re.compile(r"\s*(?:\[[xX]\]|~~)")
_BOX = re.compile(r"\s*(?:\[ ?\]\s*)?(?:\*\*\s*)?(?P<ref>[A-Z]{1,4}\d{1,2}[a-z]?)?\s*(?:\*\*)?\s*[:.–-]?\s*")
# A sentence after the act that tells who does what in it.
_TELLS_WHO = re.compile(
    r"(?:lead|leads|owner|by|with|partners?|sponsor|responsible|delivered by|led by|supported by|funded by)\b"
    r"[^.:]{0,20}:"
    r"|.*\b(?:will|would|to) (?:lead|pay|fund|employ|host|support)\b",
    re.DOTALL,
)
_LEAD_DOER = re.compile(
    r"\s+(?:should|must|will|shall|to|are asked to|is asked to|are invited to|agree to|commit to)\s*[:\-–]+\s*$"
)
_NOT_PROMISED = re.compile(r"\b(?:be|have|need|continue)\b")
_BODIES = frozenset({"organisation", "team", "post", "board", "collective", "sector"})
_LABEL_ROLES: dict[Meaning, Role] = {"deliver": "deliverer", "support": "supporter", "fund": "funder"}
_TOLD_BY_LABEL: frozenset[Meaning] = frozenset({"lead", "due", "status", *_LABEL_ROLES})
_UNDERTAKEN = frozenset({"command", "infinitive", "gerund", "modal", "to", "subjunctive"})
# Acts are looked for in the first sentences of an item; the rest explains.
_SENTENCES = 3
_LONGEST_LINE, _LONGEST_SENTENCE, _LONGEST_STATUS = 300, 400, 60


def is_commitment(document: Document, line: Line) -> bool:
    """Whether a line is a commitment: an item of such a list, a recommendation, or a short line with a verb first."""
    if line.zone != "commitments":
        return False
    if line.block.kind == "item" or line.governing == "recommend":
        return True
    words = document.words(line.block.span)
    first = fold(words).partition(" ")[0].strip(".,:;")
    return reading(first, "base", "gerund") is not None and len(words) < _LONGEST_LINE


@dataclass(slots=True)
class CommitmentReader:
    """Takes the lines of one paper in order and keeps the acts they commit to."""

    source: Source
    priorities: Priorities
    raws: list[Raw] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    # The headline action in whose section the lines stand, the latest act, those since the last "Timescale:", and the
    # leads that the plan names for all that has none of its own.
    _headline: Raw | None = None
    _latest: Raw | None = None
    _group: list[Raw] = field(default_factory=list)
    _leads: Sequence[PartyHit] = ()

    def take(self, line: Line) -> None:
        """Reads one line by its zone."""
        if line.block.kind == "heading" and self._headline_action(line):
            return
        if line.zone == "heading":
            self._headline, self._latest, self._group = None, None, []
        elif line.block.kind == "paragraph" and self._labelled(line):
            return
        elif is_commitment(self.source.document, line):
            self._commitment(line)
        elif not self.priorities.take(line) and line.zone in ("open", "commitments"):
            self.raws += self._told(line)

    def _commitment(self, line: Line) -> None:
        """One list item (or line) under a lead-in of commitments."""
        own, ref = _own_words(self.source.document, line)
        if own is None:
            return
        acts, tail = self._acts(own, Lead(line.governing, self._lead_doer(line)))
        if not acts:
            self.unread.append(Unread(line.block.span, "no act understood in a list of commitments"))
        we = None if line.governing == "recommend" else _we(self.source.document, line)
        for act in acts:
            raw = self._raw(line, act, "commitment")
            raw.ref, raw.parent, raw.stem, raw.tail, raw.we = ref, self._headline, line.lead, tail, we
            self._add(raw)

    def _acts(self, own: Span, lead: Lead) -> tuple[list[Act], Span | None]:
        """The acts of an item, and the words after them that tell who does what."""
        prose = self.source.prose
        acts: list[Act] = []
        for sentence in sentences(prose.text, own)[:_SENTENCES]:
            if acts and _TELLS_WHO.match(prose.low(sentence)):
                return acts, Span(sentence.start, own.end)
            found = [act for act in actions_in(prose, sentence, lead) if _is_undertaken(act)]
            if not acts or any(act.doer is not None for act in found):
                acts += found
        return acts, None

    def _raw(self, line: Line, act: Act, rule: str) -> Raw:
        return Raw(act, heading=line.heading, priority=self.priorities.above(line.section), rule=rule)

    def _add(self, raw: Raw) -> None:
        if raw.act.doer is None and raw.parent is None:
            raw.named = self._leads
        self.raws.append(raw)
        self._group.append(raw)
        self._latest = raw

    def _headline_action(self, line: Line) -> bool:
        """A heading that is an action itself ("Headline action 2: Write a strategy"); the list below nests in it."""
        text = self.source.document.text
        match = _HEADLINE.match(text, *line.block.span)
        if match is None:
            return False
        self._headline, self._group = None, []
        for act in actions_in(self.source.prose, Span(match.end(), line.block.span.end), Lead("plan"))[:1]:
            raw = self._raw(line, act, "headline-action")
            raw.ref = match["ref"]
            self._add(raw)
            self._headline = raw
        return True

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
        self._leads = self.source.parties.within(first[0]) if first else ()
        return bool(self._leads)

    def _tell(self, raw: Raw, meaning: Meaning, rest: Span) -> None:
        hits = self.source.parties.within(rest)
        if meaning == "lead":
            raw.named = hits
        elif meaning == "due":
            self._tell_due(rest)
        elif meaning == "status":
            raw.progress = fold(self.source.document.words(rest))[:_LONGEST_STATUS] or None
        else:
            role = _LABEL_ROLES[meaning]
            parts = (Participation(hit.key, role, "explicit", f"{meaning}-label", 0.9, hit.span) for hit in hits)
            raw.others = (*raw.others, *parts)

    def _tell_due(self, rest: Span) -> None:
        """A timescale is that of all acts since the last one, but for those that state their own."""
        document = self.source.document
        for raw in self._group:
            if raw.due is None and not find_dues(document.text, *raw.act.span, None):
                raw.due, raw.due_known = due_in(document, rest, None), True
        self._group = []

    def _told(self, line: Line) -> Iterator[Raw]:
        """Sentences in which a named body will do something, or "we" will by a time."""
        prose = self.source.prose
        for sentence in sentences(prose.text, line.block.span):
            folded = prose.low(sentence)
            if "will" not in folded.split() or len(folded) > _LONGEST_SENTENCE:
                continue
            for act in actions_in(prose, sentence, Lead("commit")):
                if act.doer is None or act.passive:
                    continue
                is_we = prose.low(act.doer) == "we"
                if _is_timed(prose.text, act) if is_we else self._will_do(act, act.doer):
                    raw = self._raw(line, act, "prose-commitment")
                    raw.we = act.doer if is_we else None
                    yield raw

    def _will_do(self, act: Act, doer: Span) -> bool:
        """Whether a body is named that "will" do it, and not merely be, have, need or continue something."""
        before = self.source.low(Span(doer.end, act.verb_span.start))
        named = any(hit.type in _BODIES for hit in self.source.parties.within(doer))
        return named and "will" in before.split() and not _NOT_PROMISED.search(before)

    def _lead_doer(self, line: Line) -> Span | None:
        """The body that a lead-in names as doer: "The two councils should:"; None for "we"."""
        if line.lead is None:
            return None
        text = self.source.document.text
        match = _LEAD_DOER.search(text, *line.lead)
        doer = Span(line.lead.start, match.start()) if match else None
        if doer is None or not any(hit.type in _BODIES for hit in self.source.parties.within(doer)):
            return None
        return trim(text, doer)


def _own_words(document: Document, line: Line) -> tuple[Span | None, str | None]:
    """An item's words without a tick box or code, and its reference; no words when the box is ticked (it is done)."""
    span, number = line.block.span, line.block.number
    ref = number.strip().rstrip(".") if number and re.search(r"\w", number) else None
    if _DONE.match(document.text, *span):
        return None, ref
    box = _BOX.match(document.text, *span)
    if box is None or box.end() >= span.end:
        return span, ref
    return Span(box.end(), span.end), box["ref"] or ref


def _is_undertaken(act: Act) -> bool:
    """A command, a gerund, "X will" or "X to"; a statement of what is or was done is background."""
    return act.mood in _UNDERTAKEN or (act.passive and act.mood == "passive")


def _is_timed(text: str, act: Act) -> bool:
    return bool(find_dues(text, *act.span, None)) or find_recurrence(text[slice(*act.span)]) is not None


def _we(document: Document, line: Line) -> Span:
    """The words that stand for the partners collectively: the lead-in's "we", or the list's own heading."""
    if line.lead is None:
        return line.block.span
    match = _WE.search(document.text, *line.lead)
    return Span(match.start(), match.end()) if match else line.lead
