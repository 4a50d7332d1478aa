"""Attendance lists: who was there, and for which body ("Ann Reed (AR), Bright Steps; Mr J Moss, Wolden Aid").

Inside such a list two capitalised words that open an entry are a person, and what follows a person is the body or the
post that the person comes from, whatever its name looks like. Apologies name bodies by themselves too.
"""

import re
from collections.abc import Iterator
from functools import cache

from graphkit.language.mentions import Cover, Mention, find_forms
from graphkit.language.page import Page
from graphkit.language.party_words import either, party_words, word_set

# How many lines a list may run on below its label, and how long a line of it may be unless it holds many entries.
_MOST_LINES, _LONGEST = 40, 170
_PERSON = re.compile(
    r"(?P<name>(?:[A-Z][\w'-]*\.? ){1,3}[A-Z][\w'-]+)"
    r"(?P<tail>(?: [(*]*(?P<short>[A-Z][A-Za-z]{1,3})[)*]*(?![\w'-])| \([^)]{2,40}\))*)"
    r"(?:, | [-|] |: | \((?:representing )?| of | from )(?P<body>[^,;|()\n]{2,80}?)"
    r"(?= \([^)]*\)|[,;|()\n]|\.(?:\s|$)|$)"
)
_ENTRY = re.compile(r"(?:^|(?<=; )|(?<=;))([^;,()\n]{3,70}?)(?= ?(?:;|\.?$|\([A-Z]{2,6}\)))", re.MULTILINE)
_NOT_A_NAME = re.compile(r"[\d:@]|^(?:the )?(?:chair|vice|co-)", re.IGNORECASE)


def find_attendance(page: Page, cover: Cover) -> Iterator[Mention]:
    """Persons and bodies that stand in attendance lists and that no other rule knows; `cover` holds those known."""
    persons: set[str] = set()
    for start, end in _lists(page):
        for match in _PERSON.finditer(page.text, start, end):
            known = cover.at(match.start("name"))
            if known is None and _is_person(match, page, cover, start):
                persons.add(match.group("name"))
            elif known is None or known.type != "person":
                continue
            yield from _body(match.span("body"), page, cover)
        if page.text.count(";", start, end):
            for entry in _ENTRY.finditer(page.text, start, end):
                if _named_alone(entry.group(1)):
                    yield from _body(entry.span(1), page, cover)
    for place in find_forms(persons, page.text):
        yield Mention(*place.span(1), "person", "attendance", quiet=True)


def _lists(page: Page) -> Iterator[tuple[int, int]]:
    """The stretches of the page that list who attends: start and end of each line, the label left out."""
    label, more = _patterns()
    left = 0
    for first, end, block in page.lines():
        opens = label.match(page.text, first, end)
        start = opens.end() if opens is not None else first
        if opens is not None:
            left = _MOST_LINES
        elif more.match(page.text, start, end):
            continue
        elif left and _ends_list(page.text[start:end], heading=block.kind == "heading"):
            left = 0
        if left:
            left -= 1
            if opens is not None or end - start < _LONGEST or page.text.count(",", start, end) > (end - start) / 60:
                yield start, end
            else:
                left = 0


def _ends_list(line: str, *, heading: bool) -> bool:
    return not line[0].isupper() or (heading and not any(mark in line for mark in ",;|"))


def _is_person(match: "re.Match[str]", page: Page, cover: Cover, start: int) -> bool:
    """Whether unknown words before a comma or bracket are a person: by its initials, or because it opens an entry."""
    parts = match.group("name").replace(".", "").split()
    if cover.at(match.end("name") - 1) is not None or any(_is_a_word(part.lower()) for part in parts):
        return False
    short = match.group("short")
    if short and short[0] == parts[0][0] and short[-1].upper() == parts[-1][0]:
        return True
    before = page.text[max(start, match.start() - 3) : match.start()]
    return len(parts) < 4 and (match.start() == start or before.endswith(("; ", "| ")))


def _is_a_word(low: str) -> bool:
    words = party_words()
    return (
        low in words.heads or low in words.things or low in words.subjects_low or low in words.post_heads
        or low in words.closing or low in word_set("map") or low in ("nhs", "health", "care", "social", "public")
    )  # fmt: skip


def _body(span: tuple[int, int], page: Page, cover: Cover) -> Iterator[Mention]:
    """The body that a stretch names, if it looks like a name of one and no known name lies in it."""
    start, end = span
    name, words = page.text[start:end].strip(), party_words()
    start = page.text.index(name, start)
    parts = name.lower().split()
    if len(parts) > 7 or len(name) < 3 or _NOT_A_NAME.search(name) or not any(letter.isupper() for letter in name):
        return
    if name in words.not_acronyms or any(part in words.post_heads or part in word_set("titles") for part in parts):
        return
    if parts[0] in words.leading or parts[-1] in words.things or not name[-1].isalnum() or name.islower():
        return
    stop = start + len(name)
    if name.lower() in cover.places:
        return
    if all(_is_part(cover.at(place), start, stop) for place in (start, stop - 1)):
        yield Mention(start, stop, "organisation", "affiliation")


def _is_part(known: Mention | None, start: int, stop: int) -> bool:
    """Whether what is known here is only a piece of a longer name ("UHI" in "UHI Wolden"), or nothing."""
    if known is None:
        return True
    acronym = known.target is not None and known.length < 6
    return (
        start <= known.start
        and known.end <= stop
        and known.length < stop - start
        and (acronym or known.rule in ("closing", "opening"))
    )


def _named_alone(name: str) -> bool:
    """Whether an entry by itself is plainly no person: an acronym, capitals inside a word, or small words in it."""
    parts = name.split()
    capitals = sum(letter.isupper() for letter in parts[0])
    if len(parts) == 1:
        return capitals > 1 and len(name) > 3
    return capitals > 2 or any(part in ("and", "for", "of", "&", "in") for part in parts[1:])


@cache
def _patterns() -> tuple["re.Pattern[str]", "re.Pattern[str]"]:
    labels = either("attendance")
    return (
        re.compile(
            rf"\W*{labels}(?: ?\([^)]*\))?(?:\s*:\W*|\s*$)|.{{0,60}}\bApologies(?: for absence)?\W*:\s*", re.IGNORECASE
        ),
        re.compile(rf"\W*{either('attendance_parts')}\W*$", re.IGNORECASE),
    )
