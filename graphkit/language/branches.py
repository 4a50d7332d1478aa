"""Names of bodies that a head does not close.

They begin with their kind ("Healthwatch Wolden"), stand between a place and a word that is no head elsewhere ("Wolden
CVS", "Skills Scotland"), are the local branch of a national body ("Women's Aid Wolden"), or have a head in small
letters ("Housing team").
"""

from collections.abc import Iterator

from graphkit.language.line import Line
from graphkit.language.mentions import Mention
from graphkit.language.party import PartyType
from graphkit.language.party_words import JOIN, word_set
from graphkit.language.shapes import leftwards
from graphkit.language.verbs import readings

_SMALL_HEADS: dict[str, PartyType] = {
    **dict.fromkeys(("team", "teams", "group", "service", "department", "unit", "directorate"), "team"),
    **dict.fromkeys(("panel", "board", "committee", "partnership", "collaborative"), "board"),
    **dict.fromkeys(
        ("network", "forum", "charity", "alliance", "trust", "council", "hospital", "school"), "organisation"
    ),
}


def find_openings(line: Line) -> Iterator[Mention]:
    """Names that begin with their kind: "Healthwatch Wolden", "Citizens Advice Northmere and Wolden"."""
    for i in line.caps:
        token = line.tokens[i]
        if token.low not in line.words.opening_first:
            continue
        for width in (3, 2, 1):
            phrase = line.phrase(i, i + width)
            kind = line.words.opening.get(phrase)
            if kind is None:
                continue
            end = _place_right(line, i + width, strict=phrase not in word_set("free_openings"))
            if end > i + width:
                line.ends.add(line.tokens[end - 1].end)
                yield Mention(token.start, line.tokens[end - 1].end, kind, "opening")
            break


def _place_right(line: Line, i: int, *, strict: bool) -> int:
    """The index behind the place name that starts at word i; `strict` asks for one that reference data knows."""
    tokens = line.tokens
    if line.near(i) and tokens[i].low == "in" and tokens[i - 1].low == "healthwatch" and line.cap_after(i + 1):
        i += 1
    end = j = i
    while line.near(j) and (tokens[j].cap or tokens[j].low in ("of", "upon", "on")):
        if tokens[j].low in line.words.things:
            break
        j += 1
        if tokens[j - 1].cap:
            end = j
    end = _joined_place(line, i, end)
    if end == i or end - i > 8 or any(line.head(k) for k in range(i, end)):
        return i
    while strict and end > i and not line.is_place(i, end):
        end -= 1
    return end


def _joined_place(line: Line, i: int, end: int) -> int:
    """Over an "and" where the whole is known ("Bath and North East Somerset")."""
    for stop in range(min(len(line.tokens), i + 8), end, -1) if end > i else ():
        inside = range(i + 1, stop)
        joined = any(token.low in JOIN for token in line.tokens[end:stop])
        if joined and all(line.near(k) or line.tokens[k].gap == ", " for k in inside) and line.is_place(i, stop):
            return stop
    return end


def find_closings(line: Line) -> Iterator[Mention]:
    """A place, then a word that makes it a body: "Northmere Mind", "Wolden CVS"."""
    for i in line.caps:
        if i == 0 or line.tokens[i].low not in line.words.closing_first:
            continue
        end = next((i + width for width in (4, 3, 2, 1) if _closes(line, i, i + width)), None)
        if end is None or line.cap_after(end):
            continue
        phrase = line.phrase(i, end)
        for start in range(max(0, i - 6), i):
            if line.phrase(start, i + 1) and line.tokens[start].cap and _may_close(line, start, i, phrase):
                line.ends.add(line.tokens[end - 1].end)
                yield Mention(line.tokens[start].start, line.tokens[end - 1].end, "organisation", "closing")
                break


def _closes(line: Line, start: int, end: int) -> bool:
    phrase = line.phrase(start, end)
    written = all(token.cap or token.low in ("for", "and", "of") for token in line.tokens[start:end])
    return written and phrase in line.words.closing


def _may_close(line: Line, start: int, i: int, phrase: str) -> bool:
    """Whether words start to i may stand before a closing phrase: a place, or any name before a nation and the like."""
    tokens, words = line.tokens[start:i], line.words
    if phrase in words.free_closings:
        common = words.leading | words.things | words.common_before
        named = len(tokens) <= 3 and all(token.cap and token.low not in common for token in tokens)
        return line.is_place(start, i) or (named and not line.is_body(i - 1) and line.known.at(tokens[0].start) is None)
    if phrase not in word_set("nations"):
        return line.is_place(start, i)
    if len(tokens) == 1 and (tokens[0].low in word_set("not_national") or tokens[0].low.endswith(("er", "ed", "y"))):
        return False
    if len(tokens) == 3 and tokens[1].low in JOIN:
        tokens = [tokens[0], tokens[2]]
        if line.is_body(start):
            return False
    barred = word_set("compass") | words.leading | words.things | word_set("map")
    plain = len(tokens) <= 3 and all(token.cap and token.low not in barred for token in tokens)
    known = line.known.at(tokens[0].start) is None or line.known.ending(tokens[-1].end) is not None
    return plain and known


def find_branches(line: Line) -> Iterator[Mention]:
    """A national body with a place before or behind its name: "Wolden Women's Aid", "Women's Aid Wolden"."""
    for i in line.caps:
        known = line.begins(i) if line.tokens[i].low in line.words.organisations_first else None
        if known is None or not (known.target or "").startswith("name:"):
            continue
        start = i
        while line.near(start) and line.tokens[start - 1].cap and i - start < 4 and not line.is_body(start - 1):
            start -= 1
        start = line.strip(start, i)
        if start < i and not line.words.is_given(line.tokens[start].low):
            yield Mention(line.tokens[start].start, known.end, "organisation", "branch")
        stop = next((k for k in range(i, len(line.tokens)) if line.tokens[k].end > known.end), len(line.tokens))
        end = _place_right(line, stop, strict=False)
        if start == i and stop < end <= stop + 3 and not readings(line.tokens[stop].low):
            yield Mention(known.start, line.tokens[end - 1].end, "organisation", "branch")


def find_small_heads(line: Line) -> Iterator[Mention]:
    """A head in small letters behind a capitalised name: "Housing team", "Choose Well group"."""
    tokens = line.tokens
    for i in [i for i, token in enumerate(tokens) if token.low in _SMALL_HEADS and not token.cap and i]:
        if line.cap_after(i + 1):
            continue
        first = i
        while line.near(first) and not tokens[first - 1].cap and tokens[first - 1].low in word_set("small_prefix"):
            first -= 1
        if line.near(first) and tokens[first - 1].cap and not tokens[first - 1].owner:
            yield from _small_headed(line, first, i)


def _small_headed(line: Line, first: int, i: int) -> Iterator[Mention]:
    start = leftwards(line, first)
    while start < first and not line.tokens[start].cap:
        start += 1
    words = line.tokens[start:first]
    if not words or (len(words) < 2 and line.tokens[i].low in word_set("weak_small_heads")):
        return
    other = words[-1].low in line.words.heads or words[0].text in line.words.not_acronyms or words[-1].text == "NHS"
    if not other and not line.is_place(start, first):
        yield Mention(words[0].start, line.tokens[i].end, _SMALL_HEADS[line.tokens[i].low], "small-head")
