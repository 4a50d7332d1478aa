"""Acronyms that a paper defines: "Northmere Community Trust (NCT)", and lists of abbreviations."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

_BRACKET = re.compile(r"\(\s*(?:the )?[\"']?([A-Z][A-Za-z&]{0,10}[A-Z0-9][A-Za-z&0-9/]{0,8}?)(s?)[\"']?\s*\)")
_LISTED = re.compile(r"^(?:[-•*·] ?)?([A-Z][A-Za-z&]{1,8}[A-Z])(?: ?[-:=|] ?| +)([A-Z][^.;:\n]{4,90})$", re.MULTILINE)
_WORD = re.compile(r"[A-Za-z0-9][\w'&.-]*|&")
_PIECE = re.compile(r"[-&/]|(?<=[a-z])(?=[A-Z])")
_SMALL = frozenset({"and", "of", "the", "for", "&", "in", "on", "to", "with", "a", "s"})
# Words at the end of a name that its acronym may leave out ("... Hospitals NHS Foundation Trust (NWH)").
_TAIL = frozenset({"nhs", "foundation", "trust", "ltd", "limited", "cic"})
_REACH = 120


class Definition(NamedTuple):
    """An acronym, its full form, and where each stands on the page (the acronym without brackets)."""

    acronym: str
    full: str
    start: int
    end: int
    acronym_start: int
    acronym_end: int


def find_definitions(text: str) -> list[Definition]:
    """The definitions in a page's text (one block a line)."""
    found: list[Definition] = []
    for match in _BRACKET.finditer(text):
        line = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _REACH)
        start = _full_before(text[line : match.start()], match.group(1))
        if start is not None:
            full = text[line + start : match.start()].rstrip(" ,")
            place = line + start
            found.append(Definition(match.group(1), full, place, place + len(full), *match.span(1)))
    for match in _LISTED.finditer(text):
        full = match.group(2).rstrip()
        if _fits(match.group(1), _WORD.findall(full)):
            found.append(Definition(match.group(1), full, match.start(2), match.start(2) + len(full), *match.span(1)))
    return found


def _full_before(before: str, acronym: str) -> int | None:
    """Where the full form starts in the words before a bracket: the nearest word from which they spell the acronym."""
    words = list(_WORD.finditer(before))
    if not words or before[words[-1].end() :].strip():
        return None
    for i in range(len(words) - 1, max(-1, len(words) - 14), -1):
        word = words[i].group()
        if word.lower() in _SMALL:
            continue
        if not (word[0].isupper() or word[0].isdigit()):
            return None
        if _fits(acronym, [one.group() for one in words[i:]]):
            return words[i].start()
    return None


def _fits(acronym: str, words: Sequence[str]) -> bool:
    """Whether the acronym can be spelt from the words in order: each letter starts a word or goes on within one.

    Small words and the close of a trust's name may be left out, and, for three letters and more, one other word (a
    second word of a place).
    """
    letters = [letter.lower() for letter in acronym if letter.isalnum()]
    pieces = [piece.lower() for word in words for piece in _PIECE.split(word) if piece]
    if len(letters) < 2 or not pieces or pieces[0][0] != letters[0]:
        return False

    @cache
    def spell(i: int, j: int, spare: int) -> bool:
        if i == len(letters):
            return sum(piece not in _SMALL and piece not in _TAIL for piece in pieces[j:]) <= spare
        if j == len(pieces):
            return False
        piece, taken = pieces[j], 0
        while i + taken < len(letters) and taken < 4 and letters[i + taken] in (piece[taken:] if taken else piece[0]):
            taken += 1
            if spell(i + taken, j + 1, spare):
                return True
        if piece in _SMALL:
            return spell(i, j + 1, spare)
        return spare > 0 and spell(i, j + 1, spare - 1)

    return spell(0, 0, 1 if len(letters) > 2 else 0)
