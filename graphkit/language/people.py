"""Persons: "Cllr Ann Jones", "Jane Smith", "Isla DUTHIE", and whoever an action line names."""

import re
from collections.abc import Iterator

from graphkit.language.mentions import Mention
from graphkit.language.party_words import party_words
from graphkit.language.shapes import Line

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady rev reverend cllr cllrs councillor councillors supt inspector "
    "sgt sergeant canon bailie baroness ald alderman".split()
)
_ACTION = re.compile(r"^\W*(?:action(?:s|ed)?(?: by)?|lead(?: officer)?|owner|by)\s*[:-]+\s*(.{2,80})$", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w'])[A-Z][\w'-]+(?: [A-Z]\.?)?(?: [A-Z][\w'-]+){1,2}(?![\w'])")


def find_people(line: Line, text: str) -> Iterator[Mention]:
    """The persons on a line, all of them quiet: a name is no partner."""
    tokens = line.tokens
    i = 0
    while i < len(tokens):
        end = _titled(line, i) or _named(line, i)
        if end:
            yield Mention(tokens[i].start, tokens[end - 1].end, "person", "person", quiet=True)
            i = end
        else:
            i += 1
    if tokens:
        yield from _in_action_line(line, text)


def _titled(line: Line, i: int) -> int:
    tokens = line.tokens
    if tokens[i].low not in _TITLES or not tokens[i].text[0].isupper():
        return 0
    j = i + 1
    while j < len(tokens) and j - i <= 3 and tokens[j].cap and (tokens[j].gap in (" ", ". ")) and not tokens[j - 1].owner:
        if j > i + 1 and (line.known.at(tokens[j].start) is not None or line.head(j)):
            break
        j += 1
    return j if j > i + 1 else 0


def _named(line: Line, i: int) -> int:
    tokens = line.tokens
    if tokens[i].low.split("-")[0] not in line.words.given or not tokens[i].cap or line.known.at(tokens[i].start):
        return 0
    j = i + 1
    if not line.near(j) or not tokens[j].cap:
        return 0
    if len(tokens[j].text) == 1 and line.near(j + 1) and tokens[j + 1].cap:
        j += 1
    if line.head(j) or tokens[j].low in line.words.things or line.known.at(tokens[j].start):
        return 0
    end = j + 1
    if line.near(end) and tokens[end].cap and tokens[end].text.isupper() == tokens[j].text.isupper() and _surname_goes_on(line, j, end):
        end += 1
    return end


def _surname_goes_on(line: Line, j: int, end: int) -> bool:
    """"Mary Van Dyke", "Ann O Neill": a short first part of a surname."""
    return line.tokens[j].low in ("van", "de", "mac", "mc", "o", "von", "le", "la", "st") and not line.head(end)


def _in_action_line(line: Line, text: str) -> Iterator[Mention]:
    start, end = line.tokens[0].start, line.tokens[-1].end
    match = _ACTION.match(text[start:end])
    if match is None:
        return
    words = party_words()
    for name in _NAME.finditer(match.group(1)):
        place = start + match.start(1) + name.start()
        parts = name.group().lower().split()
        known = any(part in words.heads or part in words.things or part in words.post_heads for part in parts)
        if not known and line.known.at(place) is None and len(parts) == 2:
            yield Mention(place, place + len(name.group()), "person", "action-line", quiet=True)
