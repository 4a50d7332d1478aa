"""What names somebody that no list and no head knows: it does what only somebody does, or is asked, met or thanked.

"Bright Steps has offered a room", "should NEWCAS be asked", "we shall write to Open Larder". A single plain word must
do more than a name of several words or of capitals, and a place or a theme, which the paper speaks of in other ways
too ("in Wolden", "good mental health"), never passes.
"""

import re
from functools import cache

from graphkit.language.mentions import Cover
from graphkit.language.page import Page
from graphkit.language.party_words import either, party_words, patterns, word_set
from graphkit.language.verbs import readings

_REACH = 70


def does_something(page: Page, cover: Cover, start: int, end: int, *, first: bool) -> bool:
    """Whether the phrase is the subject of a deed, and is no place and no theme; `first` when it opens a sentence."""
    name = page.text[start:end]
    for pattern in _patterns()[0]:
        match = pattern.match(page.text, end)
        if match is not None and _may_do(name, match, first=first) and not _is_elsewhere(page, cover, name):
            return True
    return False


def is_spoken_to(page: Page, cover: Cover, start: int, end: int) -> bool:
    """Whether words before the phrase show that somebody is asked, met, thanked or at work; not for one plain word."""
    name = page.text[start:end]
    if not _is_marked(name):
        return False
    line = page.starts[page.line_at(start)]
    cue = _patterns()[1].search(page.low[max(line, start - _REACH) : start])
    return cue is not None and not _is_elsewhere(page, cover, name)


def _may_do(name: str, match: "re.Match[str]", *, first: bool) -> bool:
    found = match.groupdict()
    deed = found.get("deed")
    if deed is None:
        return found.get("asked") is not None or _is_marked(name)
    if _is_marked(name):
        verb = bool(readings(deed)) or deed.endswith("ed")
        return verb and (deed not in word_set("no_deeds") or deed in word_set("deeds_of_names"))
    # Any word has a capital where a sentence begins: there it must speak.
    said = word_set("speech") if first else party_words().agent_verbs
    return deed in said and deed not in word_set("no_deeds")


def _is_marked(name: str) -> bool:
    """Whether a phrase is written like a name and like nothing else: several words, or capitals inside one."""
    return " " in name or sum(letter.isupper() for letter in name) > 2 or any(letter.isupper() for letter in name[2:])


def _is_elsewhere(page: Page, cover: Cover, name: str) -> bool:
    """Whether the paper uses the words as a place or as plain words."""
    low = name.lower()
    words = re.findall(r"[\w'-]+", low)
    if low in word_set("anybody") or words[-1] in party_words().things:
        return True
    if low in cover.places or any(word in cover.places and len(words) == 1 for word in words):
        return True
    plain = all(word.removesuffix("'s") in page.plain or word in ("and", "of", "for", "to") for word in words)
    return plain or name in page.spots


@cache
def _patterns() -> tuple[tuple["re.Pattern[str]", ...], "re.Pattern[str]"]:
    return (
        tuple(
            re.compile(rf" (?:(?:also|already|now|then|both|jointly|kindly) )?{pattern}")
            for pattern in patterns("deeds")
        ),
        re.compile(rf"(?<!\w){either('spoken_to')}(?: (?:the|both|a|local))? $"),
    )
