"""Acronyms that a paper defines: "Northmere Community Trust (NCT)", and lists of abbreviations."""

import re
from dataclasses import dataclass

_BRACKET = re.compile(r"\(\s*(?:the )?[\"']?([A-Z][A-Za-z&]*[A-Z0-9][A-Za-z&0-9/]*?)(s?)[\"']?\s*\)")
_LISTED = re.compile(r"^(?:[-•*·] )?([A-Z][A-Za-z&]{1,8}[A-Z])(?: ?[-:=|] ?| +)([A-Z][^.;:\n]{4,90})$", re.MULTILINE)
_WORD = re.compile(r"[A-Za-z0-9][\w'&.-]*|&")
_SMALL = frozenset({"and", "of", "the", "for", "&", "in", "on", "to", "with", "a", "s"})


@dataclass(frozen=True, slots=True)
class Definition:
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
        line = text.rfind("\n", 0, match.start()) + 1
        start = _full_before(text[max(line, match.start() - 120) : match.start()], match.group(1))
        if start is not None:
            place = max(line, match.start() - 120) + start
            end = match.start()
            while end > place and text[end - 1] in " ,":
                end -= 1
            found.append(Definition(match.group(1), text[place:end], place, end, match.start(1), match.end(1)))
    for match in _LISTED.finditer(text):
        if _initials_fit(match.group(1), _WORD.findall(match.group(2))):
            found.append(
                Definition(
                    match.group(1), match.group(2).strip(), match.start(2), match.end(2), match.start(1), match.end(1)
                )
            )
    return found


def _full_before(before: str, acronym: str) -> int | None:
    """Where the full form starts in the words before a bracket: as few words as spell the acronym, small words free."""
    words = list(_WORD.finditer(before))
    if not words or before[words[-1].end() :].strip():
        return None
    best = None
    for i in range(len(words) - 1, max(-1, len(words) - 14), -1):
        word = words[i].group()
        if word.lower() in _SMALL:
            continue
        if not (word[0].isupper() or word[0].isdigit()):
            break
        if _initials_fit(acronym, [one.group() for one in words[i:]]):
            best = words[i].start()
            break
    return best


def _initials_fit(acronym: str, words: list[str]) -> bool:
    """Whether the acronym can be spelt from the words in order: each letter starts a word or goes on within one.

    Small words may be left out, and one other word (such as "NHS" or a place's second word) too.
    """
    letters = [letter.lower() for letter in acronym if letter.isalnum()]
    pieces = [piece for word in words for piece in re.split(r"[-&/]|(?<=[a-z])(?=[A-Z])", word) if piece]
    capitals = [piece for piece in pieces if piece.lower() not in _SMALL]
    if len(letters) < 2 or not pieces or not capitals or pieces[0][0].lower() != letters[0]:
        return False
    return _spell(letters, pieces, 0, 0, 1 if len(letters) > 2 else 0)


def _spell(letters: list[str], words: list[str], i: int, j: int, spare: int) -> bool:
    if i == len(letters):
        left = [word for word in words[j:] if word.lower() not in _SMALL]
        return len(left) <= spare
    if j == len(words):
        return False
    word = words[j].lower()
    if word[0] == letters[i]:
        taken = 1
        while True:
            if _spell(letters, words, i + taken, j + 1, spare):
                return True
            if i + taken < len(letters) and taken < len(word) and taken < 4 and letters[i + taken] in word[taken:]:
                taken += 1
                continue
            break
    if word in _SMALL:
        return _spell(letters, words, i, j + 1, spare)
    return spare > 0 and _spell(letters, words, i, j + 1, spare - 1)
