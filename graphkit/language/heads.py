"""The head of a clause: who is its subject, which verb governs it, and in which mood.

Boards word an outcome in every mood there is: passive subjunctive ("the plan be noted"), subjunctive ("the Chair
write to ..."), infinitive ("to ask ..."), imperative, third person, past, gerund, and "X to circulate ...". This module
finds subject and verb in any of them; `act_kinds.py` says what the verb does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from graphkit.documents.model import Span
from graphkit.language.data_file import word_set
from graphkit.language.parties import PartyHit
from graphkit.language.prose import Prose
from graphkit.language.tokens import Word, trim, words
from graphkit.language.verbs import Form, Verb, reading, readings, unknown_participle

Mood = Literal["command", "infinitive", "gerund", "third", "past", "subjunctive", "modal", "passive", "to", "be"]

_MODALS = word_set("modals")
_ADVERBS = word_set("adverbs")
_PRONOUNS = word_set("pronouns")
_SUBORDINATE = word_set("subordinate")
_NOUN_GERUNDS = word_set("noun_gerunds")
# The forms of "be" that leave the act still to do ("the plan be noted"), and those that tell that it is done.
_UNDONE = frozenset({"be", "being"})
_BE = _UNDONE | {"been", "is", "are", "was", "were"}
_COMPARED = frozenset({"fewer", "less", "more", "later", "sooner", "rather", "other", "earlier"})
_FINITE = frozenset({"was", "were", "had"})
_RELATIVE = frozenset({"that", "which", "who"})
_HAVE = frozenset({"has", "had", "have"})
_FIRST: tuple[tuple[Form, Mood], ...] = (
    ("base", "command"), ("gerund", "gerund"), ("third", "third"), ("past", "past"),
)  # fmt: skip
_AFTER_SUBJECT: tuple[tuple[Form, Mood], ...] = (
    ("base", "subjunctive"), ("third", "third"), ("past", "past"), ("gerund", "gerund"),
)  # fmt: skip
# Words in commas after a party that tell more of it: "the Chair, on behalf of partners, ...".
_PARENTHESIS = re.compile(
    r",\s*(?:on behalf of|together with|working with|with|alongside|through|supported by|having|in \w+ with)\s[^,]+",
    re.IGNORECASE,
)
_OPENS_SUBJECT = word_set("opens_subject")
_NOT_BEFORE_VERB = word_set("not_before_verb")
_NO_VERBS = word_set("no_verbs")
_SHORTEST_VERB = 3
# A clause is searched no further than this many words.
_REACH = 40


@dataclass(frozen=True, slots=True)
class Head:
    """Subject (None when it is left out), verb and mood of a clause; `passive` when the subject undergoes the act."""

    verb: Verb
    verb_span: Span
    mood: Mood
    subject: Span | None = None
    passive: bool = False


def find_head(prose: Prose, span: Span) -> Head | None:
    """The head of the clause in `span`, or None when it has no verb that we know."""
    tokens = words(prose.text, span)[:_REACH]
    return _Clause(prose, tokens, prose.named(span)).head() if tokens else None


def find_loose_head(prose: Prose, span: Span) -> Head | None:
    """The head of an outcome's clause whose subject is no party that we know; asked when `find_head` finds none."""
    tokens = words(prose.text, span)[:_REACH]
    return _Clause(prose, tokens, prose.named(span)).loose_head() if tokens else None


@dataclass(frozen=True, slots=True)
class _Clause:
    prose: Prose
    tokens: list[Word]
    hits: Sequence[PartyHit]

    def loose_head(self) -> Head | None:
        """A subject that is no party we know, and a base form behind it: "the chairs of the groups report ..."."""
        if any(token.low == "having" for token in self.tokens):
            return None
        for i in range(1, len(self.tokens) - 1):
            token, last = self.tokens[i], self.tokens[i - 1]
            if token.low in _SUBORDINATE or token.low in _BE:
                return None
            if token.low == "to" and (verb := reading(self.tokens[i + 1].low, "base")) is not None:
                return _head(self.tokens[i + 1], verb, "to", self._before(i))
            verb = reading(token.low, "base")
            plural = last.low.endswith("s") and not last.low.endswith(("ss", "'s"))
            opens = self.tokens[0].low in _OPENS_SUBJECT or self.tokens[0].low.endswith("s")
            if verb and opens and (plural or not verb.noun) and last.low not in _NOT_BEFORE_VERB:
                return _head(token, verb, "subjunctive", self._before(i))
        return None

    def head(self) -> Head | None:
        verb_first = None if self._is_named(self.tokens[0]) else self._verb_first()
        subject_first = self._subject_first()
        if verb_first is None or subject_first is None:
            return verb_first or subject_first
        # "Work with schools be taken forward": a noun that only looks like a command.
        doubtful = verb_first.verb.noun and verb_first.mood in ("command", "third")
        return subject_first if doubtful and subject_first.mood in ("passive", "modal", "be") else verb_first

    def _is_named(self, token: Word) -> bool:
        return any(hit.span.start <= token.start < hit.span.end for hit in self.hits)

    def _verb_first(self) -> Head | None:
        """A clause that opens with its verb: "ask X to ...", "to ask", "asking", "asks", "asked", "be asked"."""
        i = self._past_adverbs(0)
        if self.tokens[i].low == "be":
            return self._after_be(i, None)
        if self.tokens[i].low in _MODALS:
            head = self._after_modal(i, Span(self.tokens[i].start, self.tokens[i].start))
            return head and replace(head, subject=None)
        if self.tokens[i].low == "to" and i + 1 < len(self.tokens):
            verb = self.tokens[self._past_adverbs(i + 1)]
            return _head(verb, reading(verb.low, "base"), "infinitive")
        token = self.tokens[i]
        found = ((reading(token.low, form), mood) for form, mood in _FIRST)
        return next((_head(token, verb, mood) for verb, mood in found if verb is not None), None)

    def _past_adverbs(self, i: int) -> int:
        """The first word from `i` on that is no adverb, else the last word."""
        while i < len(self.tokens) - 1 and _is_adverb(self.tokens[i]):
            i += 1
        return i

    def _subject_first(self) -> Head | None:
        """A subject, then its verb: the earliest place where one can stand."""
        skipped = 0
        for i in range(1, len(self.tokens)):
            if self._is_named(self.tokens[i]):
                continue
            if i < skipped:
                continue
            if self.tokens[i].low in _SUBORDINATE and not self._compares(i):
                return None
            if self.tokens[i].low == "having":
                skipped = self._past_comma(i)
                continue
            head = self._verb_at(i)
            if head is not None:
                return head
            if self.tokens[i].low in _FINITE and self.tokens[i - 1].low not in _RELATIVE:
                # "Members were keen for pupils to be involved": said of the subject, and nothing is to be done.
                return None
        return None

    def _compares(self, i: int) -> bool:
        """Whether "than" or "as" only counts: "no fewer than two members", "no later than May"."""
        return self.tokens[i].low == "than" and self.tokens[i - 1].low in _COMPARED

    def _past_comma(self, i: int) -> int:
        """The first word behind the comma that ends the words in commas which word `i` opens."""
        comma = self.prose.text.find(",", self.tokens[i].end, self.tokens[-1].end)
        return next((j for j in range(i, len(self.tokens)) if self.tokens[j].start > comma >= 0), i + 1)

    def _verb_at(self, i: int) -> Head | None:
        """The verb at word `i`, whose subject is all the words before it."""
        token = self.tokens[i]
        subject = self._before(i)
        if token.low in _MODALS:
            return self._after_modal(i, subject)
        if token.low in _BE:
            return None if token.low == "being" and self._be_later(i) else self._after_be(i, subject)
        if token.low in _HAVE:
            return self._after_have(i, subject)
        if token.low == "to":
            return self._after_to(i, subject)
        if not self._ends_in_party(subject) and self.tokens[0].low not in _PRONOUNS:
            return None
        for form, mood in _AFTER_SUBJECT:
            verb = reading(token.low, form)
            after = self.tokens[i + 1].low if i + 1 < len(self.tokens) else ""
            if form == "past" and after == "by":
                # "a group, led by the Trust, be set up"
                continue
            if verb and verb.noun and after in _BE | _HAVE | _MODALS:
                # "the Trust staff were pleased"
                continue
            if verb and (form != "gerund" or (token.low not in _NOUN_GERUNDS and self._starts_with_party(subject))):
                return _head(token, verb, mood, subject)
        return None

    def _be_later(self, i: int) -> bool:
        """Whether "being" only tells more of its noun: "the work being done to cut waste be noted"."""
        return any(
            token.low == "be" and self.tokens[j - 1].low not in _MODALS | {"to"}
            for j, token in enumerate(self.tokens[i + 1 :], i + 1)
        )

    def _before(self, i: int) -> Span:
        """The subject that ends before word `i`, its brackets included and an adverb before the verb left out."""
        while i > 1 and _is_adverb(self.tokens[i - 1]) and not self._is_named(self.tokens[i - 1]):
            i -= 1
        return trim(self.prose.text, Span(self.tokens[0].start, self.tokens[i].start), ',;:-–—("“”')

    def _after_modal(self, i: int, subject: Span) -> Head | None:
        j = self._next(i)
        if j is None:
            return None
        if self.tokens[j].low in _BE:
            head = self._after_be(j, subject)
            return head and replace(head, mood="modal")
        return _head(self.tokens[j], _base(self.tokens[j].low), "modal", subject)

    def _after_be(self, i: int, subject: Span | None) -> Head | None:
        j = self._next(i)
        if j is None:
            return None
        verb = reading(self.tokens[j].low, "participle")
        if verb is None and self.tokens[i].low == "be":
            verb = unknown_participle(self.tokens[j].low)
        if verb is not None:
            mood: Mood = "passive" if self.tokens[i].low in _UNDONE else "be"
            head = _head(self.tokens[j], verb, mood, subject)
            return head and replace(head, passive=True)
        if self.tokens[i].low in ("is", "are") and self.tokens[j].low == "to" and subject is not None:
            # "The Trust is to open a ward."
            head = self._after_to(j, subject)
            if head is not None and head.mood == "to":
                return head
        goes_on = self.tokens[j].low == "to" and j + 1 < len(self.tokens) and self.tokens[j + 1].low == "be"
        return self._after_be(j + 1, subject) if goes_on else None

    def _after_to(self, i: int, subject: Span) -> Head | None:
        """As in "X to circulate", "the plan to be circulated"."""
        if i + 1 == len(self.tokens):
            return None
        after = self.tokens[i + 1]
        if after.low == "be" and i + 2 < len(self.tokens):
            return self._after_be(i + 1, subject)
        return _head(after, _base(after.low), "to", subject) if self._ends_in_party(subject) else None

    def _after_have(self, i: int, subject: Span) -> Head | None:
        """What has been done already: "the Trust has opened", "the pilot had been extended"."""
        j = self._next(i)
        if j is None:
            return None
        if self.tokens[j].low == "been":
            head = self._after_be(j, subject)
            return head and replace(head, mood="be")
        return _head(self.tokens[j], reading(self.tokens[j].low, "participle"), "past", subject)

    def _next(self, i: int) -> int | None:
        """The next word that is no adverb: "be formally noted", "will now write"."""
        return next((j for j in range(i + 1, len(self.tokens)) if not _is_adverb(self.tokens[j])), None)

    def _starts_with_party(self, subject: Span) -> bool:
        return any(0 <= hit.span.start - subject.start < 5 for hit in self.hits)

    def _ends_in_party(self, subject: Span) -> bool:
        """Whether the words so far are a party, named to the end but for brackets or a possessive."""
        last = max((hit.span.end for hit in self.hits if subject.start <= hit.span.start < subject.end), default=None)
        if last is None:
            return False
        rest = self.prose.text[last : subject.end].strip(" )\xa0\n")
        in_commas = _PARENTHESIS.fullmatch(rest) and self.prose.text[subject.end : subject.end + 1] == ","
        in_brackets = rest.startswith("(") and ")" not in rest
        return not rest.strip(",") or bool(in_commas) or in_brackets or rest.startswith(("'s ", "’s "))


def _base(word: str) -> Verb | None:
    """The verb after "will" or "X to": one that we know, or any word that may be one, which is then something to do."""
    known = reading(word, "base")
    if known is not None or readings(word) or word in _NO_VERBS or not word.isalpha() or len(word) < _SHORTEST_VERB:
        return known
    return Verb(word, "base", frozenset({"undertake"}), noun=False)


def _head(token: Word, verb: Verb | None, mood: Mood, subject: Span | None = None) -> Head | None:
    return Head(verb, Span(token.start, token.end), mood, subject) if verb else None


def _is_adverb(token: Word) -> bool:
    return token.low in _ADVERBS or (len(token.low) > 4 and token.low.endswith("ly") and not readings(token.low))
