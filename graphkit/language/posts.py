"""Posts: "Director of Public Health and Wellbeing", "Assistant Director, Housing", "the Chair".

A title is a head with capitalised words before it and, behind it, a subject (`post_subjects.py`). A body behind the
title is a party of its own. Chairs are quiet, no partners, unless the words beside them say that the chair is to act.
"""

import re
from collections.abc import Iterator
from functools import cache

from graphkit.language.line import Line
from graphkit.language.mentions import Mention
from graphkit.language.party_words import JOIN, either, word_set
from graphkit.language.post_subjects import title_end


def find_posts(line: Line, text: str) -> Iterator[Mention]:
    """The posts on a line; overlapping ones are left for the caller."""
    last, firsts, acronyms = 0, line.words.title_first, line.words.post_acronyms
    for i in [i for i, token in enumerate(line.tokens) if token.low in firsts or token.text in acronyms]:
        if i < last:
            continue
        if line.tokens[i].text in acronyms:
            yield Mention(line.tokens[i].start, line.tokens[i].end, "post", "post-acronym")
        width = _head_width(line, i)
        if width:
            mention = _post(line, text, i, i + width)
            if mention is not None:
                yield mention
        last = i + width


def _head_width(line: Line, i: int) -> int:
    """How many words make the head of a post that starts at word i; 0 for none. In small letters it takes two."""
    token, words = line.tokens[i], line.words
    if token.low not in words.title_first:
        return 0
    for width in (3, 2, 1):
        phrase = line.phrase(i, i + width)
        if phrase in words.post_heads or phrase in words.chairs:
            return width if token.cap or width > 1 or phrase in ("chair", "chairs", "chairman") else 0
    return 0


def _post(line: Line, text: str, first: int, end: int) -> Mention | None:
    tokens, words = line.tokens, line.words
    head = line.phrase(first, end)
    chair, capital = head in words.chairs, tokens[first].cap
    start = _left(line, first, chair=chair) if capital else first
    stop, bare_end = title_end(line, text, end, head, chair=chair)
    alone = stop == end and start == first
    if (alone and (not capital or head in words.needy)) or (not capital and not bare_end):
        return None
    place, close = tokens[start].start, tokens[stop - 1].end
    if text[place:close].lower() in words.not_posts or line.thing(stop) or _ends_in_body(line, stop):
        return None
    if text[close : close + 1] == ")" and "(" in text[place:close]:
        close += 1
    quiet = chair and not (_acts(text, place, close) or _in_column(line, start, stop))
    also = (text[place : tokens[bare_end - 1].end],) if bare_end else ()
    return Mention(place, close, "post", "chair" if chair else "post", quiet=quiet, generic=chair and alone, also=also)


def _left(line: Line, first: int, *, chair: bool) -> int:
    """Over the words that grade or sort a post: "Interim Deputy", "Senior Public Health"."""
    start = first
    while start > 0 and first - start < 7:
        before = line.tokens[start - 1]
        if not (line.near(start) or line.owned(start)):
            break
        if before.low in JOIN and not chair and _joins(line, start, first):
            start -= 2
        elif not before.cap or line.words.is_given(before.low):
            break
        elif chair and before.low not in word_set("grades"):
            # "WADP Chair": of names before a chair only a body's initials belong to the post.
            return line.strip(start - _is_initials(before.text), first, post=True)
        else:
            start -= 1
    return line.strip(start, first, post=True)


def _is_initials(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word.isupper()


def _joins(line: Line, start: int, first: int) -> bool:
    """Whether "and" left of word `start` is one inside a title ("Strategy and Partnerships Manager")."""
    i = start - 2
    if i < 0 or not line.near(start - 1) or not line.tokens[i].cap or line.words.is_given(line.tokens[i].low):
        return False
    known = line.known.ending(line.tokens[i].end)
    if (known is not None and known.type != "team") or (i < 1 and first == start):
        return False
    while i >= 0 and line.tokens[i].cap:
        if any(_head_width(line, i - width + 1) == width for width in (1, 2, 3) if width <= i + 1):
            return False
        if not line.near(i):
            break
        i -= 1
    return True


def _ends_in_body(line: Line, stop: int) -> bool:
    """Whether the title is only the first part of a body's name: "Head Gardeners Group", "Managers Network"."""
    while line.cap_after(stop):
        if line.head(stop) is not None:
            return True
        stop += 1
    return False


def _in_column(line: Line, start: int, stop: int) -> bool:
    """Whether a chair stands alone in a cell or a column: the owner of a row."""
    if start == 0 and stop == len(line.tokens):
        return True
    return line.tokens[start].gap == "  " and stop < len(line.tokens) and line.tokens[stop].gap.startswith("  ")


def _acts(text: str, start: int, end: int) -> bool:
    doing, asked = _chair_patterns()
    return bool(doing.match(text, end) or asked.search(text[max(0, start - 90) : start].lower()))


@cache
def _chair_patterns() -> tuple["re.Pattern[str]", "re.Pattern[str]"]:
    return (
        re.compile(rf"\s*(?:\([^)]{{0,60}}\)\s*)?(?:,[^,]{{0,60}},\s*)?{either('chair_acts')}(?!\w)"),
        re.compile(rf"(?<!\w){either('chair_asked')} (?:the )?$"),
    )
