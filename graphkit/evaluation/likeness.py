"""How alike two wordings are: compared as bags of words, whatever their order, case and punctuation."""

import re
from collections import Counter
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+")
_UNSAID = frozenset({"the", "a", "an", "of", "and", "s"})


def words(text: str | None) -> list[str]:
    """The words of a text in order, in lower case; an apostrophe joins ("board's" is "boards")."""
    return _WORD.findall((text or "").lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "").replace("'", ""))


def plain_name(text: str | None) -> str:
    """A name without case, punctuation and small words: two forms that differ in those alone are one name."""
    return " ".join(word for word in words(text) if word not in _UNSAID)


@lru_cache(maxsize=8192)
def _bag(text: str | None) -> Counter[str]:
    """How often each word stands in a text; each text of a paper is held against many others."""
    return Counter(words(text))


def contained(one: str | None, other: str | None) -> float:
    """Share of the shorter text's words that the longer has too; a single word counts only as the whole of both."""
    first, second = _bag(one), _bag(other)
    shorter = min(first.total(), second.total())
    if shorter < 2:
        # A word alone is in too many texts.
        return float(first == second and bool(first))
    return (first & second).total() / shorter


def alike(one: str | None, other: str | None) -> float:
    """Dice's coefficient of the two bags of words: 1 for the same words, 0 for none in common."""
    first, second = _bag(one), _bag(other)
    if not first or not second:
        return 0.0
    return 2 * (first & second).total() / (first.total() + second.total())
