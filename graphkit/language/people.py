"""Persons: "Cllr Ann Jones", "Jane Smith", "Isla DUTHIE", and whoever an action line names."""

import re
from collections.abc import Iterator, Sequence

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
    while (
        j < len(tokens) and j - i <= 3 and tokens[j].cap and (tokens[j].gap in (" ", ". ")) and not tokens[j - 1].owner
    ):
        if j > i + 1 and (line.known.at(tokens[j].start) is not None or line.head(j)):
            break
        j += 1
    return j if j > i + 1 else 0


def _named(line: Line, i: int) -> int:
    tokens = line.tokens
    initial = (
        len(tokens[i].text) == 1
        and tokens[i].text.isupper()
        and (i == 0 or tokens[i].gap.strip(" .")[-1:] in (";", ":", ","))
    )
    if (
        initial
        and i + 1 < len(tokens)
        and tokens[i + 1].gap in (" ", ". ")
        and tokens[i + 1].cap
        and len(tokens[i + 1].text) > 2
        and line.head(i + 1) is None
    ):
        return i + 2
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
    if (
        line.near(end)
        and tokens[end].cap
        and tokens[end].text.isupper() == tokens[j].text.isupper()
        and _surname_goes_on(line, j, end)
    ):
        end += 1
    return end


def find_initials(text: str, kept: Sequence[Mention]) -> Iterator[Mention]:
    """Every place of the initials that an attendance list prints behind a name: "Jane Smith (JS)"."""
    for person in kept:
        match = _BRACKET.match(text, person.end) if person.type == "person" else None
        if match is None or match.group(1)[0] not in {part[0] for part in text[person.start : person.end].split()}:
            continue
        name = text[person.start : person.end]
        for place in re.finditer(rf"(?<![\w&-]){re.escape(match.group(1))}(?![\w&-])", text):
            yield Mention(
                place.start(), place.end(), "person", "initials", name=name, quiet=True, also=(match.group(1),)
            )


_BRACKET = re.compile(r" ?\(([A-Z][A-Za-z]{1,3})\)")


def _surname_goes_on(line: Line, j: int, end: int) -> bool:
    """ "Mary Van Dyke", "Ann O Neill": a short first part of a surname."""
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
