"""Strategies and plans: priorities, aims and what partners commit to, in headings, lists, prose and tables.

Commitments stand in lists under "We will" and its like, in tables of actions, and in prose where a named body (or "we",
with a time) will do something. Outcome statements are priorities of their own, never actions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from graphkit.documents.model import Block, Document, Span
from graphkit.language.acts import ACTIONS, Act, Lead, parse_acts
from graphkit.language.deadlines import find_dues
from graphkit.language.fold import fold
from graphkit.language.names import find_parties
from graphkit.language.parties import Parties
from graphkit.language.recurrence import find_recurrence
from graphkit.language.tokens import sentences
from graphkit.language.verbs import reading
from graphkit.loaders.assemble import Assembler, Raw, priority
from graphkit.loaders.dating import title_of
from graphkit.loaders.findings import Findings, Priority, Unread
from graphkit.loaders.registry import Context
from graphkit.loaders.sections import Line, Section, label_of, lines
from graphkit.loaders.tables import action_tables
from graphkit.loaders.table_actions import RowSetting, raws_of_table

_WE = regex.compile(r"\b(?:we|our|us)\b|\bpartners\b", regex.I)
_GENERIC = regex.compile(
    r"^(?:what|how|why|who|where|when|our (?:vision|approach|principles|commitments?|values|plan)|vision|introduction|foreword|contents|delivery|delivering|governance|"
    r"next steps?|actions?|commitments?|priorit(?:y|ies)|our priorities|priority themes?|summary|background|context|conclusion|appendix|glossary|about|contact|evidence|monitoring|measuring|"
    r"reporting|engagement|consultation|case study|key (?:actions|facts|messages|priorities)|strategy|action plan|making it happen|the (?:strategy|plan|board)|"
    r"(?:joint )?(?:local )?(?:health and wellbeing|integrated care|wellbeing|implementation|delivery|corporate) (?:strategy|plan)|we will|resources|implementation|progress)\b"
)
_LEAD_LABEL = regex.compile(r"(?:lead|leads|owner|by|with|partners?|sponsor|responsible|delivered by|led by|supported by|funded by)\b[^.:]{0,20}:")
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
    owner: dict[int, Raw] = field(default_factory=dict)

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
        return next((one.key for one in self.priorities.values() if one.span == caption or fold(one.label) == fold(label)), None)

    def commitment(self, line: Line) -> None:
        """One list item (or line) under a lead-in of commitments."""
        document, lead_words = self.document, fold(line.lead_words)
        we = _we_span(document, line, lead_words)
        acts: list[Act] = []
        own, ref = _own_words(document, line)
        if own is None:
            return
        tail: Span | None = None
        for sentence in sentences(document.text, own)[:3]:
            if acts and _LEAD_LABEL.match(fold(document.quote(sentence))):
                tail = Span(sentence.start, own.end)
                break
            found = [act for act in parse_acts(document.text, sentence, Lead("commit"), self.parties.within) if act.kind in ACTIONS and _is_undertaken(act)]
            if not acts or any(act.doer is not None for act in found):
                acts += found
        if not acts:
            if line.zone == "commitments":
                self.unread.append(Unread(line.block.span, "no act understood in a list of commitments"))
            return
        for act in acts:
            heading = line.section.heading.span if line.section.heading else None
            self.raws.append(Raw(act, ref, stem=line.lead, heading=heading, priority=self.priority_of(line.section), we=we, rule="commitment", tail=tail))

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
                timed = bool(find_dues(text, act.span.start, act.span.end, None)) or find_recurrence(text[act.span.start : act.span.end])
                if (doer == "we" and timed) or (named and doer != "we" and _will_do(text, act)):
                    heading = line.section.heading.span if line.section.heading else None
                    we = act.doer if doer == "we" else None
                    self.raws.append(Raw(act, heading=heading, priority=self.priority_of(line.section), we=we, rule="prose-commitment"))


_DONE = regex.compile(r"\s*(?:\[[xX]\]|~~)")
_BOX = regex.compile(r"\s*(?:\[ ?\]\s*)?(?:\*\*\s*)?(?P<ref>[A-Z]{1,4}\d{1,2}[a-z]?)?\s*(?:\*\*)?\s*[:.–-]?\s*")


def _own_words(document: Document, line: Line) -> tuple[Span | None, str | None]:
    """An item's words without a tick box or code, and its reference; no words when the box is ticked (it is done)."""
    span, number = line.block.span, line.block.number
    ref = number.strip().rstrip(".") if number and regex.search(r"\w", number) else None
    if _DONE.match(document.text, span.start, span.end):
        return None, ref
    box = _BOX.match(document.text, span.start, span.end)
    if box is None or box.end() >= span.end:
        return span, ref
    return Span(box.end(), span.end), box["ref"] or ref


def _is_undertaken(act: Act) -> bool:
    """A command, a gerund, "X will" or "X to"; a statement of what is or was done is background."""
    return act.mood in ("command", "infinitive", "gerund", "modal", "to", "subjunctive") or (act.passive and act.mood == "passive")


def _will_do(text: str, act: Act) -> bool:
    before = fold(text[(act.doer or act.span).end : act.verb_span.start])
    return "will" in before.split() and not regex.search(r"\b(?:be|have|need|continue)\b", before)


def _we_span(document: Document, line: Line, lead_words: str) -> Span | None:
    """The words that stand for the partners collectively: the lead-in's "we", or the list's own heading."""
    if line.lead is None:
        return line.block.span
    del lead_words
    match = _WE.search(document.text, line.lead.start, line.lead.end)
    return Span(match.start(), match.end()) if match else line.lead


def _is_commitment(document: Document, line: Line) -> bool:
    if line.zone != "commitments":
        return False
    if line.block.kind == "item":
        return True
    first = fold(document.quote(line.block.span)).split()
    return bool(first) and reading(first[0].strip(".,:;"), "base", "gerund") is not None and len(document.words(line.block.span)) < 300


def _mark_priorities(reader: _Reader, every: Sequence[Line]) -> None:
    """Which headings are priorities: those that say so, and those whose sections hold commitments or aims."""
    document = reader.document
    holds = {id(line.section) for line in every if _is_commitment(document, line) or (line.zone == "aims" and line.block.kind == "item")}
    for line in every:
        section = line.section
        if line.zone == "heading" and section.heading is not None and id(section) not in reader.sections:
            generic = bool(_GENERIC.match(fold(section.label)))
            inside = id(section) in holds or any(id(other.section) in holds and other.section.parent is section for other in every)
            if section.numbered or (inside and not generic and section.heading.level > 0 and not _is_title(document, section)):
                label, _ = label_of(document, section.heading.span)
                reader.sections[id(section)] = reader.add_priority(section.heading.span, label, reader.priority_of(section.parent))


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
        if _is_commitment(document, line):
            reader.commitment(line)
        elif line.zone == "priorities" and line.block.kind == "item":
            reader.add_priority(line.block.span, label_of(document, line.block.span)[0], reader.priority_of(line.section))
        elif line.zone == "aims" and line.block.kind == "item":
            reader.add_priority(line.block.span, document.words(line.block.span).rstrip("."), reader.priority_of(line.section))
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
