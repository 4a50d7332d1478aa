"""From passages of minutes to acts: outcomes, action lines, next steps, and what the discussion tells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graphkit.documents.model import Span
from graphkit.language.act import Act, Lead
from graphkit.language.acts import actions_in, parse_acts
from graphkit.language.formulas import formula_of
from graphkit.language.parties import PartyHit
from graphkit.language.tokens import sentences, trim
from graphkit.language.undertakings import outcome_in, undertaking_in
from graphkit.loaders.decisions import Decided
from graphkit.loaders.likeness import alike
from graphkit.loaders.passages import Passage
from graphkit.loaders.raw import Raw
from graphkit.loaders.source import Source

# A lead-in without an act of its own: "Requests that:", "(c) that the Trust be invited to -".
_STEM = re.compile(
    r"(?:^(?:to |that )?(?:[\w ]{0,40}?)(?:request|ask|agree|recommend|note|resolve|instruct|direct)\w*\b.{0,100}?"
    r"|\bbe (?:invited|asked|requested|recommended|instructed|encouraged) )(?:\bthat|\bto)?\s*(?::|:-|[-–—])$"
    r"|\bbe (?:invited|asked|requested|instructed|encouraged) to$"
)
_ASKS = re.compile(r"\b(?:request|ask|instruct|direct)\w*\b")
_LETTER = re.compile(r"\w")
# What shares this much of its words says the same again.
_SAME_ACTION, _SAME_TOLD = 0.5, 0.55


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

    def take(self, passage: Passage) -> None:
        """Reads one passage by its zone; attendance, reasons and the like hold no acts."""
        if passage.zone == "action-line":
            self._action_line(passage)
        elif passage.zone in ("outcome", "steps"):
            self._outcome(passage)
        elif passage.zone == "narrative":
            self._told(passage)
        elif passage.zone == "preamble":
            self._asked(passage)

    def without_repeats(self) -> list[Raw]:
        """The acts, less what the discussion tells and the resolution says again (guide: "is not a second action")."""
        return [*self.raws, *(raw for raw in self.told if not self._like(raw.act.span, self.raws, _SAME_TOLD))]

    def _like(self, span: Span, raws: Iterable[Raw], share: float) -> list[Raw]:
        quote = self.source.document.quote
        return [raw for raw in raws if alike(quote(span), quote(raw.act.span)) >= share]

    def _outcome(self, passage: Passage) -> None:
        self._pending, self._latest = passage, []
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
        if not _STEM.search(prose.low(passage.span).strip()):
            whole = sentences(prose.text, passage.span)
            own = whole[:1] if passage.zone == "steps" or passage.parent is not None else whole
            found = [act for sentence in own for act in parse_acts(prose, sentence, lead)]
        if found or not in_list:
            return found
        return [Act.of_words(passage.span, lead)]

    def _lead(self, passage: Passage) -> Lead:
        """The lead-in's own, or what a stem without an act of its own lends ("Requests that:", "To instruct X:")."""
        parent = passage.parent
        if parent is None or parent.span in self._parents:
            return passage.lead
        above = self._lead(parent)
        acts = parse_acts(self.source.prose, parent.span, above)
        if acts and acts[-1].kind == "ask":
            return Lead("ask", acts[-1].doer)
        doer = acts[-1].doer if acts else self._doer_of_stem(parent.span)
        if _ASKS.search(self.source.low(parent.span)):
            return Lead("ask", doer)
        return Lead(above.governing, doer if acts or doer else above.addressee)

    def _doer_of_stem(self, stem: Span) -> Span | None:
        """The parties with whose names a stem ends: "agrees that the Director of Public Health and the ICB:"."""
        own = trim(self.source.document.text, stem, ":-–— ")
        hits = self.source.parties.within(Span(formula_of(self.source.prose, own, "agree").end, own.end))
        return Span(hits[0].span.start, own.end) if hits and hits[-1].span.end == own.end else None

    def _action_line(self, passage: Passage) -> None:
        """An action line: names give owners to what stands before it; "X to do y" is an act of its own."""
        hits = self.source.parties.within(passage.span)
        acts = actions_in(self.source.prose, passage.span, Lead())
        if acts and (acts[0].doer is None or acts[0].verb_span.start > passage.span.start):
            for raw in self._like(acts[0].span, self._latest, _SAME_ACTION):
                self._drop(raw)
            self.raws += [Raw(act, title=passage.title, rule="action-line") for act in acts]
        elif hits and self._latest:
            self._latest[-1].named = hits
        elif hits and self._pending is not None:
            self._pressed_for(self._pending, hits)

    def _drop(self, raw: Raw) -> None:
        for kept in (self.raws, self.told, self._latest):
            if raw in kept:
                kept.remove(raw)

    def _pressed_for(self, passage: Passage, hits: Sequence[PartyHit]) -> None:
        """An action line after a paragraph of the discussion: the act is what that paragraph presses for."""
        prose = self.source.prose
        for sentence in reversed(sentences(prose.text, passage.span)):
            for act in reversed(parse_acts(prose, sentence, Lead())):
                if act.is_action or act.kind == "consider":
                    agreed = replace(act, governing="agree")
                    rule = "action-line-before"
                    self.raws.append(Raw(agreed, _ref(passage), named=hits, title=passage.title, rule=rule))
                    return

    def _told(self, passage: Passage) -> None:
        prose = self.source.prose
        self._pending, self._latest = passage, []
        ref = _ref(passage) if passage.number and "." in passage.number else None
        for sentence in sentences(prose.text, passage.span):
            acts, rule = outcome_in(prose, sentence), "told-outcome"
            if not acts:
                acts, rule = undertaking_in(prose, sentence), "undertaking"
            found = [Raw(act, ref, title=passage.title, rule=rule) for act in acts]
            self.told += found
            self._latest += found

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
