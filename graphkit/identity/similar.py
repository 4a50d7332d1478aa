"""Names that are nearly a body's name: a word misspelt, or a word of the hospital's name left out.

A score alone is never safe, since near names of different bodies score higher than misspellings of the right one. So a
candidate must be of the same kind, every telling word must answer a telling word of the other name within one or two
letters, and place and compass words must be the same.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from graphkit.identity.forms import Shape, plain, shape
from graphkit.identity.phrases import COMPASS
from graphkit.identity.reference import Organisation, Reference
from graphkit.language.fold import slug

# Words that a trust's name is often printed without; they tell no trust from another in the same place.
_OMITTED = frozenset({"hospital", "hospitals", "university", "teaching", "general", "healthcare", "services", "the"})
_SMALL = frozenset({"and", "of", "the", "for"})
# Words that make the kind of a body; printed wrong they hide it.
_HEADS = (
    "ambulance", "authority", "board", "borough", "care", "city", "clinical", "college", "commissioning",
    "constabulary", "council", "county", "district", "fire", "foundation", "group", "health", "healthcare",
    "healthwatch", "hospital", "hospitals", "integrated", "metropolitan", "partnership", "police", "primary",
    "rescue", "service", "social", "trust", "university", "wellbeing",
)  # fmt: skip
_LEAST = 0.7


@dataclass(frozen=True, slots=True)
class Near:
    """A body whose name is near a printed one: score from 0 to 1, and in what the two differ."""

    body: Organisation
    score: float
    difference: str


class Similar:
    """Bodies by kind of name, to be compared with names that are none of theirs."""

    def __init__(self, reference: Reference, place_words: frozenset[str]) -> None:
        self._place_words = place_words
        self._known: set[str] = set(_HEADS)
        self._by_kind: dict[str, list[tuple[Organisation, str, Shape]]] = defaultdict(list)
        for body in reference.organisations.values():
            names = [body.name, *(a.text for a in reference.by_target.get(body.id, ()) if a.kind == "former name")]
            for name in names:
                taken = shape(name)
                self._known.update(plain(name).split())
                if taken and taken.words:
                    self._by_kind[taken.kind].append((body, plain(name), taken))

    def find(self, name: str) -> list[Near]:
        """The bodies that a name is near to, best first; equal scores in the order of their ids."""
        heads = {word: head for word in plain(name).split() if (head := self._head(word))}
        taken = shape(" ".join(heads.get(word, word) for word in plain(name).split()))
        if taken is None or not set(taken.words) - _SMALL - _OMITTED:
            return []
        wrong = [f"{word} for {head}" for word, head in heads.items()]
        best: dict[str, Near] = {}
        for body, key, other in self._by_kind.get(taken.kind, ()):
            differences = self._differences(taken, other)
            if differences is None:
                continue
            score = round(max(ratio(plain(name), key), ratio(slug(name), slug(body.name))) / 100, 2)
            if score >= _LEAST and (body.id not in best or best[body.id].score < score):
                best[body.id] = Near(body, score, ", ".join(wrong + differences))
        return sorted(best.values(), key=lambda near: (-near.score, near.body.id))

    def _differences(self, printed: Shape, official: Shape) -> list[str] | None:
        """In what two names of one kind differ, or None when they cannot be the same body's."""
        if printed.qualifiers and official.qualifiers and not printed.qualifiers & official.qualifiers:
            return None
        left = [word for word in printed.words if word not in _SMALL]
        right = [word for word in official.words if word not in _SMALL]
        wrong = []
        for word in left:
            match = self._answer(word, right)
            if match is None:
                return None
            right.remove(match)
            if match != word:
                wrong.append(f"{word} for {match}")
        if right and (printed.kind != "trust" or not set(right) <= _OMITTED):
            return None
        return wrong + [f"{word} missing" for word in right]

    def _head(self, word: str) -> str | None:
        """The word for a kind of body that an unknown word is one letter away from."""
        if word in self._known or len(word) < 4:
            return None
        near = [head for head in _HEADS if head[0] == word[0] and OSA.distance(word, head, score_cutoff=1) <= 1]
        return near[0] if len(near) == 1 else None

    def _answer(self, word: str, others: list[str]) -> str | None:
        if word in others:
            return word
        if word in COMPASS or word in self._place_words or len(word) < 4:
            return None
        return next(self._misspelt(word, others), None)

    def _misspelt(self, word: str, others: list[str]) -> Iterator[str]:
        for other in others:
            allowed = 2 if min(len(word), len(other)) >= 8 else 1
            if (
                other[0] == word[0]
                and other not in COMPASS
                and OSA.distance(word, other, score_cutoff=allowed) <= allowed
            ):
                yield other
