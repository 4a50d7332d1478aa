"""Finding labels in text as whole words, whatever the case, number, hyphens and line breaks.

Words are compared one by one in a tree, so a text is read once however many labels there are. "Well-being" and
"wellbeing" are the same, and so are "care home" and "care homes"; a label of one word that is plural ("falls") is found
in the plural only, and an abbreviation ("SEND") only in capitals.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from graphkit.language.fold import fold

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?|&")
# What may stand between two words of a label: a little white space or joining punctuation, never an empty line.
_GAP = re.compile(r"(?!\s*\n\s*\n)[\s\-/,'+]{0,12}")


class _Word(NamedTuple):
    """A word of a text; `glue` is "-" or " " when the next word may belong to the same label, else ""."""

    printed: str
    low: str
    stem: str
    start: int
    end: int
    glue: str

    @property
    def capitals(self) -> bool:
        """Whether it is written like an abbreviation."""
        return sum(letter.isupper() for letter in self.printed) > 1


class _Single(NamedTuple):
    """A label of one word."""

    key: str
    low: str
    capitals: bool

    def fits(self, low: str, word: _Word) -> bool:
        if self.capitals:
            return word.capitals
        plural = self.low.endswith("s") and not self.low.endswith("ss")
        return not plural or low.removesuffix("'") == self.low


class _Node:
    """A place in the tree of labels: the words that may follow, and the keys of the labels that end here."""

    __slots__ = ("below", "keys")

    def __init__(self) -> None:
        self.below: dict[str, _Node] = {}
        self.keys: dict[str, None] = {}


Found = tuple[str, int, int]


class LabelMatcher:
    """Labels by key, ready to be found."""

    def __init__(self, labels: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        self._singles: dict[str, list[_Single]] = {}
        for key, forms in labels.items():
            for form in forms:
                self._add(key, _words(form, 0, len(form)))

    def find(self, text: str, start: int, end: int) -> list[Found]:
        """(key, start, end) of every label in text[start:end], in order; labels inside longer ones are given too."""
        words = _words(text, start, end)
        found: dict[Found, None] = {}
        singles, first = self._singles, self._root.below
        for index, word in enumerate(words):
            if word.stem in singles:
                self._single(word.stem, word.low, word, word.end, found)
            if word.glue == "-":
                after = words[index + 1]
                self._single(word.low + after.stem, word.low + after.low, word, after.end, found)
                self._walk(self._root, words, index, index, found)
            elif word.glue and word.stem in first:
                self._walk(self._root, words, index, index, found)
        return sorted(found, key=lambda hit: (hit[1], -hit[2], hit[0]))

    def _add(self, key: str, words: list[_Word]) -> None:
        if len(words) == 1:
            self._keep_single(key, words[0].stem, words[0].low, words[0].capitals)
        elif words:
            self._keep([word.stem for word in words], key)
            for index, word in enumerate(words[:-1]):
                if word.glue == "-":
                    after = words[index + 1]
                    joined = [
                        *(w.stem for w in words[:index]),
                        word.low + after.stem,
                        *(w.stem for w in words[index + 2 :]),
                    ]
                    if len(joined) == 1:
                        self._keep_single(key, joined[0], word.low + after.low, capitals=False)
                    else:
                        self._keep(joined, key)

    def _keep_single(self, key: str, stem: str, low: str, capitals: bool) -> None:
        self._singles.setdefault(stem, []).append(_Single(key, low, capitals))

    def _keep(self, stems: list[str], key: str) -> None:
        node = self._root
        for stem in stems:
            node = node.below.setdefault(stem, _Node())
        node.keys[key] = None

    def _single(self, stem: str, low: str, word: _Word, end: int, found: dict[Found, None]) -> None:
        for single in self._singles.get(stem, ()):
            if single.fits(low, word):
                found[single.key, word.start, end] = None

    def _walk(self, node: _Node, words: list[_Word], first: int, index: int, found: dict[Found, None]) -> None:
        word = words[index]
        steps = [(node.below.get(word.stem), index)]
        if word.glue == "-":
            steps.append((node.below.get(word.low + words[index + 1].stem), index + 1))
        for below, last in steps:
            if below is None:
                continue
            for key in below.keys:
                found[key, words[first].start, words[last].end] = None
            if words[last].glue:
                self._walk(below, words, first, last + 1, found)


def _words(text: str, start: int, end: int) -> list[_Word]:
    folded = fold(text[start:end])
    places = [token.span() for token in _TOKEN.finditer(folded)]
    words = []
    for index, (first, last) in enumerate(places):
        glue = _glue(folded[last : places[index + 1][0]]) if index + 1 < len(places) else ""
        low = folded[first:last]
        words.append(_Word(text[start + first : start + last], low, _stem(low), start + first, start + last, glue))
    return words


def _glue(gap: str) -> str:
    if gap in (" ", "-"):
        return gap
    return " " if _GAP.fullmatch(gap) else ""


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    """The word without its possessive or plural ending."""
    if word == "&":
        return "and"
    word = word.removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
