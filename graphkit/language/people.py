"""Persons: "Cllr Ann Jones", "Jane Smith", "P Meehan", "Isla DUTHIE", and whoever an action line names.

All are quiet mentions: a person is no partner, but may own an action.
"""

import re
from collections.abc import Iterator, Sequence

from graphkit.language.line import Line
from graphkit.language.mentions import Cover, Mention, find_forms
from graphkit.language.party_words import party_words, word_set

_ACTION = re.compile(r"\W*(?:action(?:s|ed)?(?: by)?|lead(?: officer)?|owner|by)\s*[:-]+\s*(?=\S)", re.IGNORECASE)
# A longer line tells what is to be done, in which names without a cue are no doers; a doer stands first.
_LONGEST_NAMES, _LONGEST_DOERS = 80, 60
_HOLDER = re.compile(
    r"(?<![\w'-])([A-Z][\w'-]+(?: [A-Z][\w'-]*\.?)? (?:[A-Z][\w'-]+))(?:, (?:the )?| \((?:the )?| - )$"
)
_NAME = re.compile(r"(?<![\w'])[A-Z][\w'-]+ [A-Z][\w'-]+(?![\w'])(?! [A-Z])")
# Whoever is to act, by a given name alone: "Action: Asha to send it", "Asha and Tom to meet".
_GIVEN = re.compile(r"([A-Z][a-z'-]+)(?=(?:(?:, | and | & |/)[A-Z][\w'-]+){0,3} (?:to|will) [a-z])")
_BRACKET = re.compile(r" ?(?:\(|\*\*)([A-Z][A-Za-z]{1,3})(?:\)|\*\*)")
# The same behind a post or a body: "Jane Smith, Clerk, Wolden Council (JS)".
_FAR_BRACKET = re.compile(r", [^;()\n]{2,90} \(([A-Z]{2,4})\)(?=$|[\n;.,])", re.MULTILINE)


def find_people(line: Line, text: str) -> Iterator[Mention]:
    """The persons on a line."""
    last = 0
    for i in line.caps:
        if i < last or not line.tokens[i].text[0].isupper():
            continue
        end = _titled(line, i) or _with_initial(line, i) or _with_given_name(line, i)
        if end:
            yield _person(line, i, end, text)
            last = end
    if line.tokens:
        yield from _in_action_line(line, text)


def _person(line: Line, i: int, end: int, text: str) -> Mention:
    """A person, with the name without its title as another form where it is more than a surname."""
    first, tokens = i, line.tokens
    while first < end and tokens[first].low in word_set("titles") | word_set("rank_grades") | word_set("ranks"):
        first += 1
    also = (text[tokens[first].start : tokens[end - 1].end],) if i < first < end - 1 else ()
    return Mention(tokens[i].start, tokens[end - 1].end, "person", "person", quiet=True, also=also)


def find_initials(text: str, kept: Sequence[Mention]) -> Iterator[Mention]:
    """Every place of the initials that an attendance list prints behind a name: "Jane Smith (JS)"."""
    names: dict[str, str] = {}
    for person in kept:
        if person.type != "person":
            continue
        name = text[person.start : person.end]
        parts = [part[0] for part in (person.also[0] if person.also else name).split()]
        near, far = _BRACKET.match(text, person.end), _FAR_BRACKET.match(text, person.end)
        if near is not None and near.group(1)[0] in parts:
            names.setdefault(near.group(1), name)
        elif far is not None and len(parts) > 1 and far.group(1)[0] == parts[0] and far.group(1)[-1] == parts[-1]:
            names.setdefault(far.group(1), name)
    for place in find_forms(names, text):
        short = place.group(1)
        yield Mention(*place.span(1), "person", "initials", name=names[short], quiet=True, also=(short,))


def find_holders(text: str, kept: Sequence[Mention]) -> Iterator[Mention]:
    """Whoever stands right before a post: "Oona Pellow, Director of Housing", "Oona Pellow (Director of Housing)"."""
    cover = Cover(kept)
    names: set[str] = set()
    for post in kept:
        match = _HOLDER.search(text, max(0, post.start - 60), post.start) if post.type == "post" else None
        if match is None or cover.at(match.start(1)) is not None or cover.at(match.end(1) - 1) is not None:
            continue
        words = party_words()
        parts = match.group(1).lower().split()
        other = words.heads.keys() | words.things | words.post_heads | words.leading | words.subjects_low
        if other.isdisjoint(parts) and text[match.start(1) - 1 : match.start(1)] in ("", "\n", " ", "*", "("):
            names.add(match.group(1))
    for place in find_forms(names, text):
        yield Mention(*place.span(1), "person", "holder", quiet=True)


def _titled(line: Line, i: int) -> int:
    """The index behind a title or rank and one to three names; 0 for none."""
    tokens = line.tokens
    first = i
    while i + 1 < len(tokens) and tokens[i].low in word_set("rank_grades") and line.cap_after(i + 1):
        i += 1
    ranked = tokens[i].low in word_set("ranks") if i > first else False
    if not (ranked or tokens[i].low in word_set("titles")) or not tokens[i].text[0].isupper():
        return 0
    j = i + 1
    while j < len(tokens) and j - i <= 3 and tokens[j].cap and tokens[j].gap in (" ", ". ") and not tokens[j - 1].owner:
        if j > i + 1 and (line.known.at(tokens[j].start) is not None or line.head(j)):
            break
        j += 1
    if ranked and j > i + 1 and (line.head(i + 1) or tokens[i + 1].low in line.words.post_heads):
        return 0
    return j if j > i + 1 else 0


def _with_initial(line: Line, i: int) -> int:
    """The index behind "P Meehan" at the start of a line or a list's entry; 0 for none."""
    tokens = line.tokens
    if len(tokens[i].text) > 1 or not tokens[i].text.isupper() or i + 1 >= len(tokens):
        return 0
    opens = i == 0 or tokens[i].gap.strip(" .")[-1:] in (";", ":", ",")
    surname = tokens[i + 1]
    follows = surname.gap in (" ", ". ") and surname.cap and len(surname.text) > 2
    return i + 2 if opens and follows and line.head(i + 1) is None else 0


def _with_given_name(line: Line, i: int) -> int:
    """The index behind a given name (as our list has it) and a surname; 0 for none."""
    tokens = line.tokens
    if not tokens[i].cap or not line.words.is_given(tokens[i].low.split("-")[0]) or line.known.at(tokens[i].start):
        return 0
    j = i + 1
    if line.cap_after(j) and len(tokens[j].text) == 1:
        j += 1
    if not line.cap_after(j) or line.head(j) or tokens[j].low in line.words.things or line.known.at(tokens[j].start):
        return 0
    goes_on = tokens[j].low in word_set("surname_starts") and line.cap_after(j + 1) and not line.head(j + 1)
    return j + 1 + goes_on


def _in_action_line(line: Line, text: str) -> Iterator[Mention]:
    """Two capitalised words behind "ACTION:" that are nothing else we know, or a given name that is to act."""
    start, end = line.tokens[0].start, line.tokens[-1].end
    match = _ACTION.match(text, start, end)
    if match is None:
        return
    words = line.words
    for name in _NAME.finditer(text, match.end(), end) if end - match.end() <= _LONGEST_NAMES else ():
        parts = name.group().lower().split()
        other = any(part in words.heads or part in words.things or part in words.post_heads for part in parts)
        if not other and line.known.at(name.start()) is None:
            yield Mention(name.start(), name.end(), "person", "action-line", quiet=True)
    for name in _GIVEN.finditer(text, match.end(), end):
        first = name.start() - match.end() < _LONGEST_DOERS
        if first and words.is_given(name.group().lower()) and line.known.at(name.start()) is None:
            yield Mention(name.start(), name.end(), "person", "action-line", quiet=True)
