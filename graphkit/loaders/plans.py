"""Strategies and plans: priorities, aims and what partners commit to, in headings, lists, prose and tables.

Commitments stand in lists under "We will" and its like, in tables of actions, and in prose where a named body (or "we",
with a time) will do something. Outcome statements are priorities of their own, never actions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import re

from graphkit.documents.model import Block, Document, Span
from graphkit.language.acts import ACTIONS, Act, Lead, parse_acts
from graphkit.language.deadlines import find_dues
from graphkit.language.fold import fold
from graphkit.language.names import find_parties
from graphkit.language.parties import Parties, PartyHit
from graphkit.language.recurrence import find_recurrence
from graphkit.language.roles import Part
from graphkit.language.timescales import due_of_cell
from graphkit.language.tokens import sentences, trim
from graphkit.language.verbs import reading
from graphkit.loaders.assemble import Assembler, Raw, priority
from graphkit.loaders.dating import title_of
from graphkit.loaders.findings import Findings, Priority, Unread
from graphkit.loaders.registry import Context
from graphkit.loaders.sections import Line, Section, item_label, label_of, lines
from graphkit.loaders.tables import action_tables, meaning_of
from graphkit.loaders.table_actions import RowSetting, raws_of_table

_WE = re.compile(r"\b(?:we|our|us)\b|\bpartners\b", re.I)
_GENERIC = re.compile(
    r"^(?:what|how|why|who|where|when|our (?:vision|approach|principles|commitments?|values|plan)|vision|introduction|foreword|contents|delivery|delivering|governance|"
    r"next steps?|actions?|commitments?|priorit(?:y|ies)|our priorities|priority themes?|(?:our |the )?(?:core|supporting|key|strategic|top|main|shared|other|new) (?:priorit|themes|aims|goals|actions|communities)|our (?:communities|partners|people|area|city|county)|summary|background|context|conclusion|appendix|glossary|about|contact|evidence|monitoring|measuring|"
    r"reporting|engagement|consultation|case study|key (?:actions|facts|messages|priorities)|strategy|action plan|making it happen|the (?:strategy|plan|board)|"
    r"(?:joint )?(?:local )?(?:health and wellbeing|integrated care|wellbeing|implementation|delivery|corporate) (?:strategy|plan)|we will|resources|implementation|progress)\b"
)
_LEAD_LABEL = re.compile(
    r"(?:lead|leads|owner|by|with|partners?|sponsor|responsible|delivered by|led by|supported by|funded by)\b[^.:]{0,20}:"
)
_LEAD_DOER = re.compile(
    r"\s+(?:should|must|will|shall|to|are asked to|is asked to|are invited to|agree to|commit to)\s*[:\-–]+\s*$"
)
_LABELLED = re.compile(r"\s*[*_]{0,2}(?P<label>[A-Z][A-Za-z /-]{1,24}?)[*_]{0,2}\s*:[*_]{0,2}\s*")
_HEADLINE = re.compile(
    r"\s*(?:headline |key |priority |main |lead )?action (?P<ref>\d+(?:\.\d+)?)\s*[:.–-]\s*(?=\S)", re.I
)
_AMBITION = re.compile(r"\s*(?:our |the )?(?:ambition|aim|outcome|what we want to achieve|goal|objective)\s*:\s*(?=\S)", re.I)
_LEADS = re.compile(r"\b(?:will|would|to) (?:lead|pay|fund|employ|host|support)\b")
_ROLE_OF = {"deliver": "deliverer", "support": "supporter", "fund": "funder"}
_PROSE_DOER = frozenset({"organisation", "team", "post", "board", "collective", "sector"})


@dataclass(slots=True)
class _Reader:
    document: Document
    parties: Parties
    assembler: Assembler
    raws: list[Raw] = field(default_factory=list)
    priorities: dict[str, Priority] = field(default_factory=dict)
    sections: dict[int, str] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    group: list[Raw] = field(default_factory=list)
    latest: Raw | None = None
    headline: Raw | None = None
    plan_lead: Sequence[PartyHit] = ()

    def priority_of(self, section: Section | None) -> str | None:
        """The key of the nearest priority above."""
        while section is not None:
            if id(section) in self.sections:
                return self.sections[id(section)]
            section = section.parent
        return None

    def add_priority(self, span: Span, label: str, parent: str | None) -> str:
        """Adds a priority once; gives its key."""
        one = priority(self.document, span, label, parent, self.assembler.topics)
        same = next((known for known in self.priorities.values() if fold(known.label) == fold(label)), None)
        if same is not None:
            return same.key
        self.priorities[one.key] = one
        return one.key

    def row_priority(self, cell: Block | None, caption: Span | None) -> str | None:
        """The priority that a row's own cell names, else the one whose heading stands above its table."""
        if cell is not None:
            label = label_of(self.document, cell.span)[0]
            return None if fold(label) in ("all", "n/a", "-", "general") else self.add_priority(cell.span, label, None)
        if caption is None:
            return None
        label = label_of(self.document, caption)[0]
        return next(
            (one.key for one in self.priorities.values() if one.span == caption or fold(one.label) == fold(label)), None
        )

    def commitment(self, line: Line) -> None:
        """One list item (or line) under a lead-in of commitments."""
        document = self.document
        we = None if line.governing == "recommend" else _we_span(document, line)
        acts: list[Act] = []
        own, ref = _own_words(document, line)
        if own is None:
            return
        lead = Lead(line.governing, _lead_doer(document, self.parties, line.lead))
        tail: Span | None = None
        for sentence in sentences(document.text, own)[:3]:
            if acts and (_LEAD_LABEL.match(fold(document.quote(sentence))) or _LEADS.search(fold(document.quote(sentence)))):
                tail = Span(sentence.start, own.end)
                break
            found = [
                act
                for act in parse_acts(document.text, sentence, lead, self.parties.within)
                if act.kind in ACTIONS and _is_undertaken(act)
            ]
            if not acts or any(act.doer is not None for act in found):
                acts += found
        if not acts:
            if line.zone == "commitments":
                self.unread.append(Unread(line.block.span, "no act understood in a list of commitments"))
            return
        for act in acts:
            self._add(
                Raw(
                    act,
                    ref,
                    self.headline,
                    stem=line.lead,
                    heading=_heading(line),
                    priority=self.priority_of(line.section),
                    we=we,
                    rule="commitment",
                    tail=tail,
                )
            )

    def _add(self, raw: Raw) -> None:
        if not raw.named and self.plan_lead:
            raw.named = self.plan_lead if raw.act.doer is None and raw.parent is None else ()
        self.raws.append(raw)
        self.group.append(raw)
        self.latest = raw

    def headline_action(self, line: Line, label: Span, ref: str) -> None:
        """A heading that is an action itself ("Headline action 2: Write a strategy"); the list below nests in it."""
        acts = [
            act
            for act in parse_acts(self.document.text, label, Lead("plan"), self.parties.within)
            if act.kind in ACTIONS
        ]
        self.headline, self.group = None, []
        if acts:
            self._add(
                Raw(
                    acts[0],
                    ref,
                    heading=_heading(line),
                    priority=self.priority_of(line.section),
                    rule="headline-action",
                )
            )
            self.headline = self.latest

    def labelled(self, line: Line) -> bool:
        """A line that tells more of the actions before it ("Lead: ...", "Timescale: ..."); False when it is none."""
        text = self.document.text
        match = _LABELLED.match(text, line.block.span.start, line.block.span.end)
        if match is None:
            return False
        meaning = meaning_of(match["label"])
        rest = trim(text, Span(match.end(), line.block.span.end))
        if meaning == "lead" and self.latest is None:
            self.plan_lead = self.parties.within(sentences(text, rest)[0]) if rest.end > rest.start else ()
            return bool(self.plan_lead)
        if self.latest is None or meaning not in ("lead", "deliver", "support", "fund", "due", "status"):
            return False
        self._tell(meaning, rest)
        return True

    def _tell(self, meaning: str, rest: Span) -> None:
        hits = self.parties.within(rest)
        for raw in self.group if meaning == "due" else [self.latest]:
            if raw is None:
                continue
            if meaning == "lead":
                raw.named = hits
            elif meaning == "due" and raw.due is None and not find_dues(self.document.text, *raw.act.span, None):
                hit = due_of_cell(self.document.quote(rest), None)
                raw.due = hit and replace(hit, span=Span(hit.span.start + rest.start, hit.span.end + rest.start))
                raw.due_known = True
            elif meaning == "status":
                raw.progress = fold(self.document.words(rest))[:60] or None
            elif meaning in _ROLE_OF:
                raw.others = (
                    *raw.others,
                    *(Part(hit.key, _ROLE_OF[meaning], "explicit", f"{meaning}-label", 0.9, hit.span) for hit in hits),
                )
        if meaning == "due":
            self.group = []

    def aims(self, line: Line) -> None:
        """Outcome statements told one a line or one a sentence."""
        for sentence in sentences(self.document.text, line.block.span):
            words = self.document.words(sentence).rstrip(".")
            if 12 < len(words) < 160 and not words.startswith(("“", '"', "‘")):
                self.add_priority(sentence, words, self.priority_of(line.section))

    def prose(self, line: Line) -> None:
        """A sentence in which a named body will do something, or "we" will by a time."""
        text = self.document.text
        for sentence in sentences(text, line.block.span):
            folded = fold(text[sentence.start : sentence.end])
            if " will " not in f" {folded}" or len(folded) > 400:
                continue
            for act in parse_acts(text, sentence, Lead("commit"), self.parties.within):
                if act.kind not in ACTIONS or act.doer is None or act.passive:
                    continue
                doer = fold(text[act.doer.start : act.doer.end])
                named = [hit for hit in self.parties.within(act.doer) if hit.type in _PROSE_DOER]
                timed = bool(find_dues(text, act.span.start, act.span.end, None)) or find_recurrence(
                    text[act.span.start : act.span.end]
                )
                if (doer == "we" and timed) or (named and doer != "we" and _will_do(text, act)):
                    we = act.doer if doer == "we" else None
                    self.raws.append(
                        Raw(
                            act,
                            heading=_heading(line),
                            priority=self.priority_of(line.section),
                            we=we,
                            rule="prose-commitment",
                        )
                    )


_DONE = re.compile(r"\s*(?:\[[xX]\]|~~)")
_BOX = re.compile(r"\s*(?:\[ ?\]\s*)?(?:\*\*\s*)?(?P<ref>[A-Z]{1,4}\d{1,2}[a-z]?)?\s*(?:\*\*)?\s*[:.–-]?\s*")


def _own_words(document: Document, line: Line) -> tuple[Span | None, str | None]:
    """An item's words without a tick box or code, and its reference; no words when the box is ticked (it is done)."""
    span, number = line.block.span, line.block.number
    ref = number.strip().rstrip(".") if number and re.search(r"\w", number) else None
    if _DONE.match(document.text, span.start, span.end):
        return None, ref
    box = _BOX.match(document.text, span.start, span.end)
    if box is None or box.end() >= span.end:
        return span, ref
    return Span(box.end(), span.end), box["ref"] or ref


def _is_undertaken(act: Act) -> bool:
    """A command, a gerund, "X will" or "X to"; a statement of what is or was done is background."""
    return act.mood in ("command", "infinitive", "gerund", "modal", "to", "subjunctive") or (
        act.passive and act.mood == "passive"
    )


def _will_do(text: str, act: Act) -> bool:
    before = fold(text[(act.doer or act.span).end : act.verb_span.start])
    return "will" in before.split() and not re.search(r"\b(?:be|have|need|continue)\b", before)


def _heading(line: Line) -> Span | None:
    return line.section.heading.span if line.section.heading else None


def _lead_doer(document: Document, parties: Parties, lead: Span | None) -> Span | None:
    """The body that a lead-in names as doer: "The two councils should:"; None for "we"."""
    if lead is None:
        return None
    match = _LEAD_DOER.search(document.text, lead.start, lead.end)
    if match is None or not [hit for hit in parties.within(Span(lead.start, match.start())) if hit.type in _PROSE_DOER]:
        return None
    return trim(document.text, Span(lead.start, match.start()))


def _we_span(document: Document, line: Line) -> Span | None:
    """The words that stand for the partners collectively: the lead-in's "we", or the list's own heading."""
    if line.lead is None:
        return line.block.span
    match = _WE.search(document.text, line.lead.start, line.lead.end)
    return Span(match.start(), match.end()) if match else line.lead


def _is_commitment(document: Document, line: Line) -> bool:
    if line.zone != "commitments":
        return False
    if line.block.kind == "item" or line.governing == "recommend":
        return True
    first = fold(document.quote(line.block.span)).split()
    return (
        bool(first)
        and reading(first[0].strip(".,:;"), "base", "gerund") is not None
        and len(document.words(line.block.span)) < 300
    )


def _mark_priorities(reader: _Reader, every: Sequence[Line]) -> None:
    """Which headings are priorities: those that say so, and those whose sections hold commitments or aims."""
    document = reader.document
    holds = {
        id(line.section)
        for line in every
        if _is_commitment(document, line) or (line.zone == "aims" and line.block.kind == "item")
    }
    for line in every:
        section = line.section
        if line.zone == "heading" and section.heading is not None and id(section) not in reader.sections:
            generic = bool(_GENERIC.match(fold(section.label)))
            inside = id(section) in holds or any(
                id(other.section) in holds and other.section.parent is section for other in every
            )
            if section.numbered or (
                inside and not generic and section.heading.level > 0 and not _is_title(document, section)
            ):
                label, _ = label_of(document, section.heading.span)
                reader.sections[id(section)] = reader.add_priority(
                    section.heading.span, label, reader.priority_of(section.parent)
                )


def _is_title(document: Document, section: Section) -> bool:
    title, span = title_of(document)
    return section.heading is not None and span == section.heading.span and title is not None


def read_plan(document: Document, context: Context, why: str, kind: str) -> Findings:
    """Reads a strategy or a plan: headings, lists, prose and tables alike."""
    parties = find_parties(document, context.gazetteer)
    assembler = Assembler(document, parties, None, decided=False)
    reader = _Reader(document, parties, assembler)
    every = list(lines(document))
    _mark_priorities(reader, every)
    for line in every:
        headline = _HEADLINE.match(document.text, *line.block.span) if line.block.kind == "heading" else None
        if headline:
            reader.headline_action(line, Span(headline.end(), line.block.span.end), headline["ref"])
        elif line.zone == "heading":
            reader.headline, reader.latest, reader.group = None, None, []
        elif line.block.kind == "paragraph" and reader.labelled(line):
            continue
        elif _is_commitment(document, line):
            reader.commitment(line)
        elif line.zone == "priorities" and line.block.kind == "item":
            reader.add_priority(
                line.block.span, label_of(document, line.block.span)[0], reader.priority_of(line.section)
            )
        elif line.zone == "aims" and line.block.kind == "item":
            reader.add_priority(
                line.block.span, document.words(line.block.span).rstrip("."), reader.priority_of(line.section)
            )
        elif line.block.kind in ("paragraph", "lead") and (ambition := _AMBITION.match(document.text, *line.block.span)):
            own = trim(document.text, Span(ambition.end(), line.block.span.end), ". ")
            reader.add_priority(own, document.words(own), reader.priority_of(line.section))
        elif line.zone == "aims" and line.block.kind == "paragraph":
            reader.aims(line)
        elif line.zone in ("open", "commitments"):
            reader.prose(line)
    for table in action_tables(document):
        reader.raws += raws_of_table(document, parties, table, RowSetting("planned", None, reader.row_priority))
    title, title_span = title_of(document)
    for raw in reader.raws:
        raw.title = raw.title or title_span
    reader.raws.sort(key=lambda raw: raw.act.span)
    return Findings(
        kind="action-plan" if kind == "action-plan" else "strategy", why_kind=why, title=title, title_span=title_span, body=parties.body,
        actions=assembler.actions(reader.raws), parties=assembler.all_parties(), priorities=tuple(reader.priorities.values()),
        unread=tuple(reader.unread),
    )  # fmt: skip
