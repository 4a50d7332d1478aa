"""A paper explained line by line: the zone of each passage, the facts taken there by which rules, or why none.

A second pass over a paper that has been read: it walks the passages again and lays the findings beside them, so that
reading itself stays free of it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from graphkit.documents.model import Block, Document, Span
from graphkit.language.leadin_words import lead_in
from graphkit.language.leadins import opens
from graphkit.language.parties import PartyHit
from graphkit.language.strategy_lines import heading_opens, lead_opens
from graphkit.loaders.account import EXPECTED, Account, accounts_of
from graphkit.loaders.column_words import meaning_of
from graphkit.loaders.findings import Action, Findings, Participation, Tag
from graphkit.loaders.rulebook import known
from graphkit.loaders.silence import ZONES, why_silent
from graphkit.reading import Paper, source_of

if TYPE_CHECKING:
    from graphkit.loaders.source import Source

Thing = TypeVar("Thing")
_SHOWN = 90
# The rules of lead-ins in minutes by the zone that they open, where they are not called after it.
_OPENING = {
    "narrative": ("discussion",),
    "preamble": ("asked",),
    "outcome": ("outcome", "outcome-of-a-body", "outcome-in-a-word", "recommends"),
}
# Zones in which it matters what opened them; a discussion goes on after whatever stood before it.
_LED = frozenset({"outcome", "steps", "commitments", "aims", "priorities"})


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as told beside its passage: what it is and says, the rule that read it, and the words that show it.

    `rule` is "" and `confidence` None where its kind has none; `line` is where the words stand; `under` the place in
    this list of the fact that it belongs to (an owner to its action), None for one by itself.
    """

    what: str
    says: str
    words: str
    line: int
    rule: str = ""
    confidence: float | None = None
    basis: str = ""
    under: int | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """A passage: its lines, zone and words, what opened the zone, who is named, its facts, or why it has none."""

    first: int
    last: int
    span: Span
    zone: str
    text: str
    lead_in: str = ""
    names: tuple[str, ...] = ()
    facts: tuple[Told, ...] = ()
    why: str = ""
    unread: bool = False


def explain(paper: Paper) -> list[Explained]:
    """The passages of a paper in its order."""
    return list(_Explainer(paper).passages())


def rules_of(passages: Iterable[Explained]) -> dict[str, str]:
    """What each rule named by a fact means, in the order in which they are first named."""
    meanings = known()
    named = dict.fromkeys(fact.rule for one in passages for fact in one.facts if fact.rule)
    return {rule: meanings[rule].means if rule in meanings else "" for rule in named}


def as_dicts(passages: Iterable[Explained]) -> list[dict[str, Any]]:
    """The same as plain dictionaries and lists."""
    return [{**asdict(one), "span": list(one.span)} for one in passages]


class _Explainer:
    def __init__(self, paper: Paper) -> None:
        self.document, self.findings = paper.document, paper.findings
        self.source: Source = source_of(paper.document)
        self.index = _Index(self.findings)
        self.labels = {party.key: party.label for party in self.findings.parties}
        self.unread = {one.span: one.reason for one in self.findings.unread}
        text = self.document.text
        self.line_starts = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]

    def line(self, at: int) -> int:
        return bisect_right(self.line_starts, at)

    def passages(self) -> Iterator[Explained]:
        accounts = accounts_of(self.document, self.findings.kind)
        led = (one for one in accounts if one.lead_span is not None and one.zone != "lead")
        opened = _Placed((one.lead_span, one.zone) for one in led if one.lead_span is not None)
        found = [self._account(one, opened) for one in accounts]
        covered = sorted(span for one in accounts for span in one.places)
        found += self._others(covered)
        return iter(sorted(found, key=lambda one: one.span))

    def _account(self, account: Account, opened: "_Placed[str]") -> Explained:
        told = tuple(_Facts(self, account).told())
        why = "" if told else self.unread.get(account.span) or why_silent(self.source, account)
        if account.zone == "lead" and not told:
            why = self._opening(account.span, next(iter(opened.within(account.places)), "")) or why
        elif account.opens and account.zone in EXPECTED and not told and account.span not in self.unread:
            why = "it opens or explains what is listed around it"
        return replace(
            self._explained(account.span, ZONES.get(account.zone, account.zone), account.places),
            lead_in=self._shown(account.lead_span)
            if account.zone in _LED and account.lead_span != account.span
            else "",
            facts=told,
            why=why,
            unread=account.span in self.unread,
        )

    def _opening(self, span: Span, zone: str) -> str:
        """What a lead-in of a strategy opens, and by which rule where its words alone tell."""
        words = self.document.quote(span)
        found = heading_opens(words) or lead_opens(words)
        zone = zone or (found.zone if found else "")
        by = f" (rule {found.rule})" if found else ""
        return f"it opens {ZONES.get(zone, zone)}{by}" if zone else ""

    def _explained(self, span: Span, zone: str, places: Iterable[Span]) -> Explained:
        spans = list(places)
        names = tuple(dict.fromkeys(self._name(hit) for one in spans for hit in self.source.parties.within(one)))
        text = " | ".join(self.document.words(one) for one in spans)
        first, last = self.line(spans[0].start), self.line(max(spans[0].start, spans[-1].end - 1))
        return Explained(first, last, span, zone, text, names=names)

    def _name(self, hit: PartyHit) -> str:
        return f"{self.labels.get(hit.key, hit.key)} ({hit.type}, rule {hit.rule})"

    def _shown(self, span: Span | None) -> str:
        if span is None:
            return ""
        words = self.document.words(span)
        return f"line {self.line(span.start)}: {words if len(words) <= _SHOWN else words[: _SHOWN - 1] + '…'}"

    def _others(self, covered: list[Span]) -> Iterator[Explained]:
        """Blocks in no passage: furniture of the page, headings and lead-ins of minutes, and headers of tables."""
        headers: dict[tuple[int, int], list[Block]] = {}
        for block in self.document.blocks:
            at = bisect_right(covered, block.span)
            near = covered[max(0, at - 1) : at + 1]
            if block.span.start == block.span.end or any(one.meets(block.span) for one in near):
                continue
            if block.kind == "cell" and block.place is not None and not block.boilerplate:
                headers.setdefault((block.place.table, block.place.row), []).append(block)
                continue
            zone, why = self._other(block)
            facts = tuple(_Facts(self, Account(block.span, zone)).told())
            yield replace(self._explained(block.span, zone, [block.span]), facts=facts, why="" if facts else why)
        for cells in headers.values():
            meanings = ", ".join(meaning_of(self.document.words(cell.span)) for cell in cells)
            spans = [cell.span for cell in cells]
            yield replace(self._explained(spans[0], "table header", spans), why=f"its columns hold: {meanings}")

    def _other(self, block: Block) -> tuple[str, str]:
        """The zone of a block in no passage, and what it does."""
        if block.boilerplate:
            return "page furniture", "never read for facts"
        words = self.document.quote(block.span)
        found = opens(words)
        if found is not None:
            rules = (name for name in _OPENING.get(found.zone, (found.zone,)) if lead_in(name).shows(words))
            by = f" (rule {rule})" if (rule := next(rules, "")) else ""
            return "lead-in", f"it opens {ZONES.get(found.zone, found.zone)}{by}"
        return ("heading", "it begins an item") if block.kind == "heading" else ("number", "the number of an item")


class _Placed(Generic[Thing]):
    """Things by where they start, to be asked for those that start in a passage."""

    def __init__(self, things: Iterable[tuple[Span, Thing]]) -> None:
        placed = sorted(((span.start, i, thing) for i, (span, thing) in enumerate(things)), key=lambda one: one[:2])
        self._starts, self._things = [one[0] for one in placed], [one[2] for one in placed]

    def within(self, places: Iterable[Span]) -> list[Thing]:
        """Those that start in one of the places, in the order of the text."""
        found: list[Thing] = []
        for place in places:
            found += self._things[bisect_left(self._starts, place.start) : bisect_left(self._starts, place.end)]
        return found


class _Index:
    """All facts of a paper by place."""

    def __init__(self, findings: Findings) -> None:
        self.priorities = _Placed((one.span, one) for one in findings.priorities)
        self.decisions = _Placed((one.span, one) for one in findings.decisions)
        self.actions = _Placed((one.span, one) for one in findings.actions)
        self.parts = _Placed(
            (part.span, (one, part))
            for one in findings.actions
            for part in one.participations
            if part.basis == "explicit"
        )
        self.labels = {one.key: one for one in findings.priorities}


class _Facts:
    """What was taken from one passage."""

    def __init__(self, explainer: _Explainer, account: Account) -> None:
        self.explainer, self.places = explainer, account.places
        self.document: Document = explainer.document
        self.found: list[Told] = []

    def told(self) -> list[Told]:
        """The facts: of the whole paper, priorities, decisions, actions with their parts, and parts of others."""
        findings, index = self.explainer.findings, self.explainer.index
        for what, says, span in (("title", findings.title, findings.title_span),
                                 ("date", findings.date, findings.date_span)):  # fmt: skip
            if span is not None and any(place.start <= span.start < place.end for place in self.places):
                self._tell(what, says or "", span)
        for priority in index.priorities.within(self.places):
            self._tags(self._tell("priority", priority.label, priority.span), priority.topics)
        own = index.actions.within(self.places)
        for decision in index.decisions.within(self.places):
            if not any(one.span.meets(decision.span) for one in own):
                self._tell("decision", f"{decision.act} ({decision.stage})", decision.span)
        for action in own:
            self._action(action)
        for action, part in index.parts.within(self.places):
            if action not in own:
                self._part(part, None, f" of the action in line {self.explainer.line(action.span.start)}")
        return self.found

    def _tell(self, what: str, says: str, span: Span, under: int | None = None) -> int:
        """Adds a fact; gives its place in the list."""
        return self._add(Told(what, says, self.document.words(span), self.explainer.line(span.start), under=under))

    def _add(self, told: Told) -> int:
        self.found.append(told)
        return len(self.found) - 1

    def _action(self, action: Action) -> None:
        ref = f" {action.ref}" if action.ref else ""
        words, line = self.document.words(action.span), self.explainer.line(action.span.start)
        at = self._add(Told(f"action{ref}", action.status, words, line, action.rule, action.confidence))
        for part in action.participations:
            self._part(part, at)
        if action.due is not None:
            when = action.due.date or action.due.offset or "no date"
            self._tell("due", when, action.due.span, under=at)
        if action.recurrence:
            self._tell("recurs", action.recurrence, action.span, under=at)
        self._tags(at, action.topics)
        self._tags(at, action.populations, "population")
        priority = self.explainer.index.labels.get(action.priority or "")
        if priority is not None:
            self._tell("priority", priority.label, priority.span, under=at)

    def _part(self, part: Participation, under: int | None, of: str = "") -> None:
        label = self.explainer.labels.get(part.party, part.party)
        words, line = self.document.words(part.span), self.explainer.line(part.span.start)
        self._add(Told(part.role + of, label, words, line, part.rule, part.confidence, part.basis, under))

    def _tags(self, under: int, tags: Iterable[Tag], what: str = "topic") -> None:
        for tag in tags:
            words, line = self.document.words(tag.span), self.explainer.line(tag.span.start)
            self._add(Told(what, tag.slug, words, line, basis=tag.basis, under=under))
