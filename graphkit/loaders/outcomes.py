"""From passages of minutes to acts: outcomes, action lines, next steps, logs, and what the discussion tells."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from graphkit.documents.model import Span
from graphkit.language.act import Act, Lead
from graphkit.language.acts import parse_acts
from graphkit.language.fold import fold
from graphkit.language.parties import PartyHit
from graphkit.language.tokens import sentences
from graphkit.language.undertakings import adopted_in, outcome_in, undertakings_in
from graphkit.language.verbs import reading, readings
from graphkit.loaders.action_lines import Line, pressed_for, read_line
from graphkit.loaders.decisions import Decided
from graphkit.loaders.likeness import alike
from graphkit.loaders.logs import logged
from graphkit.loaders.passages import Passage
from graphkit.loaders.raw import Raw
from graphkit.loaders.source import Source
from graphkit.loaders.stems import is_stem, lead_of_group, lead_under

_LETTER = re.compile(r"\w")
# What shares this much of its words says the same again.
_SAME_ACTION, _SAME_VERB, _SAME_TOLD = 0.5, 0.2, 0.5
# In a paragraph of the outcome, later sentences are outcome still when they are worded like one.
_GOES_ON = re.compile(r"(?:and )?(?:that|to)\b")
_POINTS = re.compile(r"\b(?:this|that|it|these|so)(?: up| further| forward| matter)?$")
_WORDED_AS_OUTCOME = frozenset({"subjunctive", "passive", "to", "infinitive"})


@dataclass(slots=True)
class OutcomeReader:
    """Takes the passages of one paper in order and keeps what they hold."""

    source: Source
    raws: list[Raw] = field(default_factory=list)
    told: list[Raw] = field(default_factory=list)
    decided: list[Decided] = field(default_factory=list)
    _parents: dict[Span, Raw] = field(default_factory=dict)
    _latest: list[Raw] = field(default_factory=list)
    _pending: Passage | None = None
    # Who was named last as the subject of a sentence: "she" and "he" mean that one.
    _speaker: PartyHit | None = None

    def take(self, passage: Passage) -> None:
        """Reads one passage by its zone; attendance, reasons and the like hold no acts."""
        if passage.zone == "action-line":
            self._action_line(passage)
        elif passage.zone in ("outcome", "steps"):
            self._outcome(passage)
        elif passage.zone == "log":
            self._logged(passage)
        elif passage.zone == "narrative":
            self._told(passage)
        elif passage.zone == "preamble":
            self._asked(passage)

    def without_repeats(self) -> list[Raw]:
        """The acts, less what the discussion tells and the resolution says again (guide: "is not a second action")."""
        raws = self._once_an_item()
        return [*raws, *(raw for raw in self.told if not self._like(raw.act.span, raws, _SAME_TOLD))]

    def _once_an_item(self) -> list[Raw]:
        """The acts, less those that an item prints again word for word: as "Decision" and within its minutes."""
        seen: set[tuple[Span | None, str]] = set()
        kept: list[Raw] = []
        for raw in self.raws:
            words = (raw.title, fold(self.source.document.words(raw.act.span)).strip(" .;,"))
            if words not in seen:
                kept.append(raw)
            seen.add(words)
        return kept

    def _like(self, span: Span, raws: Iterable[Raw], share: float) -> list[Raw]:
        quote = self.source.document.quote
        return [raw for raw in raws if alike(quote(span), quote(raw.act.span)) >= share]

    def _outcome(self, passage: Passage) -> None:
        in_sequence = self._pending is not None and self._pending.lead_span == passage.lead_span
        if not (in_sequence and passage.number):
            self._latest = []
        self._pending = passage
        parent = self._parents.get(passage.parent.span) if passage.parent is not None else None
        acts = self._acts_of_outcome(passage, in_list=parent is not None or passage.zone == "steps")
        for act in acts:
            ref = _ref(passage)
            self.decided.append(Decided(act, ref, "resolved"))
            if act.is_action or passage.zone == "steps":
                raw = Raw(act, ref, parent, passage.lead_span, title=passage.title, rule=f"outcome-{act.kind}")
                self.raws.append(raw)
                self._latest.append(raw)
                self._parents[passage.span] = raw

    def _acts_of_outcome(self, passage: Passage, *, in_list: bool) -> list[Act]:
        """The acts of an outcome's passage; an item of a list of actions is one however it is worded."""
        prose, lead = self.source.prose, self._lead(passage)
        found: list[Act] = []
        if not is_stem(self.source, passage.span):
            whole = sentences(prose.text, passage.span)
            found = parse_acts(prose, whole[0], lead, loose=True) if whole else []
            if passage.parent is None and (passage.zone != "steps" or passage.block.kind == "paragraph"):
                for sentence in whole[1:]:
                    found += self._acts_of_later_sentence(sentence, lead)
        if found or not in_list:
            return found
        return [Act.of_words(passage.span, lead)]

    def _acts_of_later_sentence(self, sentence: Span, lead: Lead) -> list[Act]:
        """Behind its first sentence an outcome may tell what was said, and what somebody took on."""
        prose = self.source.prose
        if _GOES_ON.match(prose.low(sentence)):
            return parse_acts(prose, sentence, lead)
        told = outcome_in(prose, sentence) or undertakings_in(prose, sentence)
        return told or [act for act in parse_acts(prose, sentence, lead) if act.mood in _WORDED_AS_OUTCOME]

    def _lead(self, passage: Passage) -> Lead:
        """The lead-in's own, or what a stem without an act of its own lends ("Requests that:", "To instruct X:")."""
        parent = passage.parent
        if parent is None:
            return passage.lead
        if parent.span in self._parents:
            return lead_of_group(self.source, self._parents[parent.span].act, passage.lead)
        return lead_under(self.source, parent.span, self._lead(parent))

    def _action_line(self, passage: Passage) -> None:
        line = read_line(self.source.prose, passage.span)
        if line.acts:
            for raw in list(self._latest):
                if self._says_again(line.acts[0], raw.act) or self._only_points(raw):
                    self._drop(raw)
            self.raws += [Raw(act, title=passage.title, named=line.named, rule="action-line") for act in line.acts]
        elif line.named:
            self._name_owners(line)

    def _only_points(self, raw: Raw) -> bool:
        """Whether an undertaking names no object of its own: "officers would look into this"."""
        return raw.rule == "undertaking" and bool(_POINTS.search(self.source.low(raw.act.span).rstrip(" .")))

    def _says_again(self, act: Act, before: Act) -> bool:
        """Whether an action line says what was decided before it; the same verb tells much."""
        quote = self.source.document.quote
        share = alike(quote(Span(act.verb_span.start, act.span.end)), quote(before.span))
        verb = reading(before.verb, "base", "participle")
        same = verb is not None and any(verb.base == one.base for one in readings(act.verb))
        return share >= (_SAME_VERB if same else _SAME_ACTION)

    def _name_owners(self, line: Line) -> None:
        """A line of names gives owners to what stands before it, or makes an action of what was pressed for."""
        lettered = [raw for raw in self._latest if raw.ref and raw.ref.strip("(). ").lower() in line.letters]
        if lettered:
            for raw in lettered:
                raw.named = [line.letters[(raw.ref or "").strip("(). ").lower()]]
        elif self._latest:
            self._latest[-1].named = line.named
        elif self._pending is not None:
            act = pressed_for(self.source.prose, self._pending.span)
            if act is None:
                return
            pending = self._pending
            self.raws.append(Raw(act, _ref(pending), named=line.named, title=pending.title, rule="action-line-before"))

    def _drop(self, raw: Raw) -> None:
        for kept in (self.raws, self.told, self._latest):
            if raw in kept:
                kept.remove(raw)

    def _logged(self, passage: Passage) -> None:
        found = logged(self.source.prose, passage.span)
        if found is None:
            self._told(passage)
            return
        act, progress = found
        raw = Raw(act, _ref(passage), title=passage.title, progress=progress, rule="told-log")
        self.raws.append(raw)
        self._pending, self._latest = passage, []

    def _told(self, passage: Passage) -> None:
        prose = self.source.prose
        self._pending, self._latest = passage, []
        ref = _ref(passage) if passage.number and "." in passage.number else None
        whole = sentences(prose.text, passage.span)
        for before, sentence in zip([None, *whole], whole, strict=False):
            acts, rule = outcome_in(prose, sentence), "told-outcome"
            if not acts:
                acts, rule = undertakings_in(prose, sentence, self._speaker), "undertaking"
            if not acts and before is not None:
                acts, rule = adopted_in(prose, sentence, before), "told-outcome"
            found = [Raw(act, ref, title=passage.title, rule=rule) for act in acts]
            self.told += found
            self._latest += found
            self._speaker = next(iter(prose.starting(sentence, 5)), self._speaker)

    def _asked(self, passage: Passage) -> None:
        prose = self.source.prose
        for sentence in sentences(prose.text, passage.span):
            for act in parse_acts(prose, sentence, Lead()):
                if act.by_board or passage.block.kind == "item":
                    self.decided.append(Decided(act, passage.number, "asked"))


def _ref(passage: Passage) -> str | None:
    """The printed number, under that of the item it is nested in; None for a bullet."""
    own = passage.number.strip().rstrip(".") if passage.number else ""
    if not _LETTER.search(own):
        return None
    above = passage.parent.number if passage.parent is not None else None
    if above and _LETTER.search(above):
        return f"{above.strip('(). ')}.{own.strip('(). ')}"
    return own
