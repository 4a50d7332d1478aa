"""Names of bodies by their head: "Wolden Hospitals Trust", "University of Northmere", "Quality and Safety Committee".

Left of the head the name grows over capitalised words and, with care, over "and", "of", "for" and commas; a part that
is a body by itself ends it, so that "Northmere Council and Wolden Trust" are two. Right of the head it grows where
the head is open ("Department for Communities"). A plural head shared by two places makes two names ("Northmere and
Wolden PSBs").
"""

from collections.abc import Iterator

from graphkit.language.fold import fold
from graphkit.language.line import Line
from graphkit.language.mentions import Mention
from graphkit.language.party import PartyType
from graphkit.language.party_words import JOIN, word_set

_MAX = 14


def find_headed(line: Line) -> Iterator[Mention]:
    """The bodies on a line whose head is written with a capital; overlapping ones are left for the caller."""
    heads = [(i, kind) for i in line.caps if (kind := line.head(i)) is not None]
    open_heads = [i for i, _ in heads if line.tokens[i].low in line.words.open]
    line.ends |= {line.tokens[end - 1].end for i in open_heads if (end := _open_right(line, i)) > i + 1}
    for i, kind in heads:
        if not _goes_on(line, i + 1):
            yield from _headed(line, i, kind)


def _goes_on(line: Line, i: int) -> bool:
    """Whether a capitalised word behind a head makes it a part of something else ("Council Tax", "Trust Board")."""
    if not line.cap_after(i) or line.tokens[i].low in line.words.leading:
        return False
    match = line.known.at(line.tokens[i].start)
    team = match is not None and match.start == line.tokens[i].start and match.type in ("team", "post")
    return line.thing(i) or line.head(i) is not None or not team


def _headed(line: Line, i: int, kind: PartyType) -> Iterator[Mention]:
    start, end = leftwards(line, i), i + 1
    if line.tokens[i].low in line.words.open or line.tokens[i].low.removesuffix("s") in line.words.open:
        end = i + 1 if _complete(line, start, i) else _open_right(line, i)
    if start < i or end > i + 1:
        yield from _one_or_two(line, start, i, end, kind)


def leftwards(line: Line, head: int) -> int:
    """The index of the first word of the name that ends in word `head`."""
    start, joined, listed = head, False, False
    while start > 0 and head - start < _MAX:
        before = start - 1
        if (line.near(start) and line.tokens[before].cap) or line.owned(start):
            start = before
        elif _complete(line, start, head):
            break
        elif _joins(line, start, head, joined=joined):
            joined = joined or not _pair(line, start)
            start, listed = before - 1, True
        elif listed and line.tokens[start].gap == ", " and line.tokens[before].cap and _may_list(line, before):
            start = before
        else:
            step = _over_of(line, start)
            if step is None:
                break
            start = step
    return line.strip(start, head)


def _complete(line: Line, start: int, head: int) -> bool:
    """Whether the words so far are a name that reference data knows whole: nothing joins it on the left."""
    match = line.begins(start)
    whole = match is not None and match.end >= line.tokens[head].end and match.type in ("organisation", "board")
    return whole and match is not None and ":" not in (match.target or ":")


def _pair(line: Line, start: int) -> bool:
    """Whether "and" joins two words of one name ("Health and Wellbeing")."""
    left, right = line.tokens[start - 2].low, line.tokens[start].low
    return f"{left} and {right}" in line.words.pairs or f"{left} and" in line.words.pairs


def _joins(line: Line, start: int, head: int, *, joined: bool) -> bool:
    """Whether the name goes on to the left of an "and"."""
    tokens, before = line.tokens, start - 1
    if not line.near(start) or tokens[before].low not in JOIN or before < 1 or not tokens[before - 1].cap:
        return False
    if not (line.near(before) or joined or tokens[before - 1].owner):
        return False
    # "Policy" ends no name before it where it is half of a pair ("Policy and Resources Committee").
    thing = _is_thing(line, before - 1, head) and not _pair(line, start)
    if line.is_body(before - 1) or thing or _names_again(line, start):
        return False
    place = any(line.is_place(first, before) for first in range(max(0, before - 4), before))
    return not joined or _pair(line, start) or place


def _is_thing(line: Line, i: int, head: int) -> bool:
    """Whether word i closes the name of a thing, and does not open a team's: "the Policy and Insight Unit"."""
    if line.tokens[i].low not in line.words.things:
        return False
    opens = i > 0 and line.tokens[i - 1].low == "the" and line.near(i)
    return not (opens and line.head(head) == "team" and line.known.at(line.tokens[i + 2].start) is None)


def _names_again(line: Line, start: int) -> bool:
    """Whether the word right of "and" opens the name left of it too: two names ("Mere Action and Mere Trust")."""
    i = start - 2
    while i > 0 and line.near(i) and line.tokens[i - 1].cap:
        i -= 1
    return i < start - 2 and line.tokens[i].low == line.tokens[start].low


def _may_list(line: Line, i: int) -> bool:
    """Whether word i may end a part of a name before a comma ("Finance, Quality and Estates Committee")."""
    token, words = line.tokens[i], line.words
    if line.is_body(i) or token.low in words.things or token.low in words.chairs or token.low in words.post_heads:
        return False
    before = line.tokens[i - 1] if line.near(i) else None
    return before is None or (len(before.text) > 1 and not words.is_given(before.low))


def _over_of(line: Line, start: int) -> int | None:
    """Over "of (the)", "for" and the like, where the word before may stand inside a name."""
    tokens, words = line.tokens, line.words
    i = start - 1
    if not line.near(start):
        return None
    article = tokens[i].low == "the"
    i -= article
    if i < 1 or not line.near(i) or not line.near(i + 1) or not tokens[i - 1].cap:
        return None
    left = tokens[i - 1].low
    if tokens[i].low == "of":
        return i - 1 if left in words.of_left else None
    if tokens[i].low not in ("for", "in", "upon", "on", "de", "y") or article:
        return None
    other = left in words.things or left in words.leading or left in words.post_heads or line.is_body(i - 1)
    return None if other else i - 1


def _open_right(line: Line, head: int) -> int:
    """The index behind a name that goes on with "of", "for" or "on"."""
    tokens = line.tokens
    i = head + 1
    if not line.near(i) or tokens[i].low not in ("of", "for", "on"):
        return head + 1
    i += 1
    if line.near(i) and tokens[i].low == "the":
        i += 1
    end = head + 1
    while line.cap_after(i) and tokens[i].low not in line.words.things and tokens[i].low not in line.words.leading:
        i += 1
        end = i
        if line.near(i) and tokens[i].low == "of" and line.cap_after(i + 1) and tokens[head].low == "university":
            i += 1
            continue
        if line.near(i) and tokens[i].low in JOIN and line.cap_after(i + 1):
            if line.known.at(tokens[i + 1].start) or line.headed_later(i + 1):
                break
            i += 1
    return end


def _one_or_two(line: Line, start: int, head: int, end: int, kind: PartyType) -> Iterator[Mention]:
    """One mention, or one a place where a plural head is shared."""
    tokens = line.tokens
    text = tokens[head].text
    plural = text.endswith("s") and (fold(text[:-1]) in line.words.heads or text.lower().endswith("ies"))
    if plural and tokens[head].low == "partnerships" and tokens[head - 1].low in JOIN:
        return
    shared = _shared(line, start, head) if plural and end == head + 1 else None
    if shared is None:
        yield Mention(tokens[start].start, tokens[end - 1].end, _kind(line, start, head, kind), "head")
        return
    middle, stop = shared
    tail = [*(token.text for token in tokens[stop:head]), _singular(text)]
    one = " ".join([*(token.text for token in tokens[start:middle]), *tail])
    two = " ".join([*(token.text for token in tokens[middle + 1 : stop]), *tail])
    yield Mention(tokens[start].start, tokens[middle - 1].end, kind, "shared-head", name=one)
    yield Mention(tokens[middle + 1].start, tokens[end - 1].end, kind, "shared-head", name=two)


def _kind(line: Line, start: int, head: int, kind: PartyType) -> PartyType:
    """The head's type, but for fire services and health boards, which are bodies."""
    before = [token.low for token in line.tokens[start:head]]
    service = line.tokens[head].low in ("service", "services") and not word_set("service_bodies").isdisjoint(before)
    health_board = line.tokens[head].low == "board" and before[-1:] == ["health"]
    return "organisation" if service or health_board else kind


def _shared(line: Line, start: int, head: int) -> tuple[int, int] | None:
    """Where "and" parts two places before a plural kind: the index of "and", and that behind the second place."""
    tokens = line.tokens
    acronym = tokens[head].text[:-1].isupper()
    for middle in range(start + 1, head - 1):
        if tokens[middle].low not in JOIN or not (acronym or line.is_place(start, middle)):
            continue
        for stop in range(head, middle + 1, -1):
            if line.is_place(middle + 1, stop) or (stop == head and acronym):
                return middle, stop
    alone = head - start == 3 and tokens[start + 1].low in JOIN and tokens[head].low in ("hospitals", "colleges")
    return (start + 1, head) if alone and tokens[start].low not in line.words.subjects_low else None


def _singular(text: str) -> str:
    return text[:-3] + "y" if text.lower().endswith("ies") and len(text) > 4 else text[:-1]
