"""How alike two passages are: the resolution says again what the discussion told, and adopts what was asked."""

from functools import lru_cache

from graphkit.language.data_file import word_set
from graphkit.language.fold import fold

_COMMON = word_set("common")


def alike(a: str, b: str) -> float:
    """The share of the shorter text's words of matter that the other has too, from 0 to 1."""
    left, right = _matter(a), _matter(b)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


@lru_cache(maxsize=4096)
def _matter(text: str) -> frozenset[str]:
    words = fold(text).replace("-", " ").split()
    return frozenset(word for word in words if len(word) > 2 and word.strip(".,;:()'\"") not in _COMMON)
