"""The head of a clause: who is its subject, which verb governs it, and in which mood.

Boards word an outcome in every mood there is: passive subjunctive ("the plan be noted"), subjunctive ("the Chair
write to ..."), infinitive ("to ask ..."), imperative, third person, past, gerund, and "X to circulate ...". This module
finds subject and verb in any of them; `acts.py` says what the verb does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from graphkit.documents.model import Span
from graphkit.language.tokens import Word, trim, words
from graphkit.language.verbs import Verb, reading, readings

Mood = Literal["command", "infinitive", "gerund", "third", "past", "subjunctive", "modal", "passive", "to", "be"]

MODALS = frozenset({"will", "would", "shall", "should", "must", "may", "might", "could", "can", "ought"})
WEAK_MODALS = frozenset({"should", "may", "might", "could", "can", "ought"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being"})
_ADVERBS = frozenset(
    "also now not formally jointly actively regularly continue further then both each all either still already please "
    "fully closely kindly urgently again together".split()
)
_DETERMINERS = frozenset("the a an all each every any both its their our this that these those no some other".split())
# A verb form after one of these words is not the clause's verb: "a plan to reduce", "work with", "which aims".
_SUBORDINATE = frozenset(
    "which who whom whose where when while because if unless until once before after as than".split()
)
_NOUN_GERUNDS = frozenset(
    "meeting building housing planning funding training learning hearing briefing feeling finding being spending working".split()
)
_REACH = 40


class Hit(Protocol):
    """A place where somebody who can act is named."""

    @property
    def span(self) -> Span:
        """Where."""

    @property
    def key(self) -> str:
        """Whose."""

    @property
    def type(self) -> str:
        """What kind of party."""


@dataclass(frozen=True, slots=True)
class Head:
    """Subject (None when it is left out), verb and mood of a clause; `passive` when the subject undergoes the act."""

    verb: Verb
    verb_span: Span
    mood: Mood
    subject: Span | None = None
    passive: bool = False
    weak: bool = False


def find_head(text: str, span: Span, hits: Sequence[Hit]) -> Head | None:
    """The head of the clause in `span`, or None when it has no verb that we know."""
    tokens = words(text, span)[:_REACH]
    if not tokens:
        return None
    first = _verb_first(tokens, hits)
    passive_later = _subject_first(text, tokens, hits)
    if first is not None:
        doubtful = first.verb.noun and first.mood in ("command", "third")
        later = passive_later is not None and passive_later.mood in ("passive", "modal", "be")
        if not (doubtful and later) and not _is_party_start(tokens[0], hits):
            return first
    return passive_later or (first if first and not _is_party_start(tokens[0], hits) else None)


def _is_party_start(token: Word, hits: Sequence[Hit]) -> bool:
    return any(hit.span.start <= token.start < hit.span.end for hit in hits)


def _verb_first(tokens: list[Word], hits: Sequence[Hit]) -> Head | None:
    i = 0
    while i < len(tokens) - 1 and (tokens[i].low in _ADVERBS or _is_adverb(tokens[i])):
        i += 1
    token, mood = tokens[i], None
    if token.low == "to" and i + 1 < len(tokens):
        i += 1
        while i < len(tokens) - 1 and (tokens[i].low in _ADVERBS or _is_adverb(tokens[i])):
            i += 1
        token, mood = tokens[i], "infinitive"
    found = readings(token.low)
    order: tuple[tuple[str, Mood], ...] = (
        ("base", "command"),
        ("gerund", "gerund"),
        ("third", "third"),
        ("past", "past"),
    )
    for form, default in order:
        verb = next((one for one in found if one.form == form), None)
        if verb is not None and (mood is None or form == "base"):
            return Head(verb, Span(token.start, token.end), "infinitive" if mood else default)
    return None


def _is_adverb(token: Word) -> bool:
    return len(token.low) > 4 and token.low.endswith("ly") and not readings(token.low)


def _subject_first(text: str, tokens: list[Word], hits: Sequence[Hit]) -> Head | None:
    """A subject, then its verb: the earliest place where one can stand."""
    start = tokens[0].start
    for i in range(1, len(tokens)):
        token = tokens[i]
        if any(hit.span.start <= token.start < hit.span.end for hit in hits):
            continue
        if token.low in _SUBORDINATE:
            return None
        head = _verb_after(text, tokens, i, Span(start, tokens[i - 1].end), hits)
        if head is not None:
            return head
    return None


def _verb_after(text: str, tokens: list[Word], i: int, subject: Span, hits: Sequence[Hit]) -> Head | None:
    token = tokens[i]
    subject = trim(text, subject, ",;:-–—(")
    if token.low in MODALS:
        return _after_modal(tokens, i, subject)
    if token.low in _BE:
        return _after_be(tokens, i, subject)
    if token.low == "to":
        verb = reading(tokens[i + 1].low, "base") if i + 1 < len(tokens) else None
        if i + 2 < len(tokens) and tokens[i + 1].low == "be":
            return _after_be(tokens, i + 1, subject)
        if verb and _ends_in_party(subject, hits, text):
            return Head(verb, Span(tokens[i + 1].start, tokens[i + 1].end), "to", subject)
        return None
    if _ends_in_party(subject, hits, text) or (
        tokens[0].low in {"each", "every", "all", "it", "they", "he", "she", "we"}
    ):
        for form, mood in (("base", "subjunctive"), ("third", "third"), ("past", "past"), ("gerund", "gerund")):
            verb = reading(token.low, form)  # type: ignore[arg-type]  # a Literal in a loop
            if verb and (form != "gerund" or (token.low not in _NOUN_GERUNDS and _starts_with_party(subject, hits))):
                return Head(verb, Span(token.start, token.end), mood, subject)  # type: ignore[arg-type]
    return None


def _after_modal(tokens: list[Word], i: int, subject: Span) -> Head | None:
    weak = tokens[i].low in WEAK_MODALS
    j = _skip(tokens, i + 1)
    if j is None:
        return None
    if tokens[j].low in _BE:
        head = _after_be(tokens, j, subject)
        return head and Head(head.verb, head.verb_span, "modal", subject, head.passive, weak)
    verb = reading(tokens[j].low, "base")
    return Head(verb, Span(tokens[j].start, tokens[j].end), "modal", subject, weak=weak) if verb else None


def _after_be(tokens: list[Word], i: int, subject: Span) -> Head | None:
    j = _skip(tokens, i + 1)
    if j is None:
        return None
    mood: Mood = "passive" if tokens[i].low in ("be", "been", "being") else "be"
    verb = reading(tokens[j].low, "participle")
    if verb:
        return Head(verb, Span(tokens[j].start, tokens[j].end), mood, subject, passive=True)
    if tokens[j].low == "to" and j + 1 < len(tokens):
        return _after_be(tokens, j + 1, subject) if tokens[j + 1].low == "be" else None
    return None


def _skip(tokens: list[Word], i: int) -> int | None:
    """Past adverbs: "be formally noted", "will now write", "would, if possible, bring"."""
    while i < len(tokens) and (tokens[i].low in _ADVERBS or _is_adverb(tokens[i])):
        i += 1
    return i if i < len(tokens) else None


def _starts_with_party(subject: Span, hits: Sequence[Hit]) -> bool:
    return any(hit.span.start - subject.start < 5 for hit in hits if hit.span.start >= subject.start)


def _ends_in_party(subject: Span, hits: Sequence[Hit], text: str) -> bool:
    """Whether the words so far are a party: named to the end, but for brackets and a "with ..." phrase in commas."""
    last = max((hit.span.end for hit in hits if subject.start <= hit.span.start < subject.end), default=None)
    if last is None:
        return False
    rest = text[last : subject.end].strip(" ,\xa0\n")
    return not rest or (rest.startswith("(") and rest.endswith(")")) or rest.startswith(("'s ", "’s "))
