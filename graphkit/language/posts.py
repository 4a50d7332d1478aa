"""Posts: "Director of Public Health and Wellbeing", "Assistant Director, Housing", "Chief Executive of the Trust", "the Chair".

A title is a head with capitalised words before it, and behind it a subject after "of" or "for", a comma, a bracket, or
nothing. The subject keeps its "and": it is one post. A body behind the title is a party of its own.
"""

import re
from collections.abc import Iterator

from graphkit.language.mentions import Mention
from graphkit.language.party_words import party_words
from graphkit.language.shapes import Line

_ACTS = re.compile(
    r"\s*(?:\([^)]{0,60}\)\s*)?(?:,[^,]{0,60},\s*)?(?:to\b|will\b|would\b|shall\b|said (?:that )?(?:s?he|they|this|it) (?:would|will)\b|(?:is|was|be) (?:to|asked|authorised|requested|delegated|instructed)|should\b|undertook|agreed to|(?:write|send|bring|invite|take|raise|contact|meet|discuss)\b)"
)
_ASKED = re.compile(
    r"(?:ask(?:s|ed)?|requests?|requested|invite[sd]?|instruct(?:s|ed)?|delegated to|action(?: by)?:|lead:|owner:|consultation with|(?:to be|be) \w+ (?:\w+ )?by|\band by|(?:with|ask\w*|delegated to) [^.;]{0,60}\band) (?:the )?$"
)


def find_posts(line: Line, text: str) -> Iterator[Mention]:
    """The posts on a line; overlapping ones are left for the caller."""
    tokens, words = line.tokens, line.words
    i = 0
    while i < len(tokens):
        if tokens[i].text in words.post_acronyms:
            yield Mention(tokens[i].start, tokens[i].end, "post", "post-acronym")
        width = 0
        if tokens[i].low in words.title_first:
            width = next(
                (w for w in (3, 2, 1) if (title := _title(line, i, w)) in words.post_heads or title in words.chairs), 0
            )
        if not width:
            i += 1
            continue
        yield from _post(line, text, i, i + width)
        i += width


def _title(line: Line, i: int, width: int) -> str:
    tokens = line.tokens
    if i + width > len(tokens) or not all(line.near(j) for j in range(i + 1, i + width)):
        return ""
    if not tokens[i].cap and not (width > 1 or tokens[i].low in ("chair", "chairs", "chairman")):
        return ""
    return " ".join(token.low for token in tokens[i : i + width])


def _post(line: Line, text: str, first: int, end: int) -> Iterator[Mention]:
    tokens, words = line.tokens, line.words
    head = " ".join(token.low for token in tokens[first:end])
    chair = head in words.chairs
    capital = tokens[first].cap
    start = _left(line, first, chair=chair) if capital else first
    stop, with_body = _right(line, text, end, head, chair=chair)
    title = text[tokens[start].start : tokens[stop - 1].end]
    low = title.lower()
    if stop == end and start == first and (not capital or head in words.needy):
        return
    if low in words.not_posts or (stop < len(tokens) and line.thing(stop)) or _ends_in_body(line, stop):
        return
    if not capital and not with_body:
        return
    quiet = chair and not (_acts(text, tokens[start].start, tokens[stop - 1].end) or _in_column(line, start, stop))
    rule = "chair" if chair else "post"
    place, close = tokens[start].start, tokens[stop - 1].end
    if stop < len(tokens) and text[close : close + 1] == ")" and "(" in title:
        close += 1
    also = (text[place : tokens[end - 1].end],) if stop > end and with_body else ()
    if with_body:
        also = (text[place : tokens[with_body - 1].end].rstrip(" ,("),)
    yield Mention(place, close, "post", rule, quiet=quiet, generic=chair and stop == end and start == first, also=also)


def _in_column(line: Line, start: int, stop: int) -> bool:
    """Whether a chair stands alone in a cell or a column: the owner of a row."""
    alone = start == 0 and stop == len(line.tokens)
    return alone or (
        line.tokens[start].gap == "  " and stop < len(line.tokens) and line.tokens[stop].gap.startswith("  ")
    )


def _ends_in_body(line: Line, stop: int) -> bool:
    """ "Chief Officers Group", "Managers Network": the title is only the first part of a body's name."""
    while line.near(stop) and line.tokens[stop].cap:
        if line.head(stop) is not None:
            return True
        stop += 1
    return False


def _acts(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start].lower()
    return bool(_ACTS.match(text, end) or _ASKED.search(before))


def _left(line: Line, first: int, *, chair: bool) -> int:
    """Over the words that grade or sort a post: "Interim Deputy", "Senior Public Health"."""
    tokens = line.tokens
    start = first
    while start > 0 and first - start < 7:
        before = start - 1
        owned = (
            tokens[before].owner
            and tokens[start].gap in (" ", "' ")
            and line.known.ending(tokens[before].end) is None
            and not line.head(before)
        )
        if not (line.near(start) or owned):
            break
        if tokens[before].low in _JOIN and before and line.near(before) and tokens[before - 1].cap and not chair:
            known = line.known.ending(tokens[before - 1].end)
            if (
                known is not None
                and known.type != "team"
                or tokens[before - 1].low in line.words.given
                or before < 2
                and first - start < 1
            ):
                break
            if _post_before(line, before - 1):
                break
            start = before - 1
            continue
        if not tokens[before].cap or tokens[before].low in line.words.given:
            break
        if chair and tokens[before].low not in _GRADES:
            break
        start = before
    return line.strip(start, first, post=True)


_JOIN = frozenset({"and", "&"})
_GRADES = frozenset(
    {"interim", "acting", "independent", "deputy", "vice", "joint", "clinical", "co", "associate", "former"}
)


def _post_before(line: Line, i: int) -> bool:
    """Whether a post of its own stands left of "and"."""
    while i >= 0 and line.tokens[i].cap:
        if line.tokens[i].low in line.words.post_heads or line.tokens[i].low in line.words.chairs:
            return True
        if not line.near(i):
            break
        i -= 1
    return False


def _right(line: Line, text: str, end: int, head: str, *, chair: bool) -> tuple[int, int]:
    """The end of the title, and (when a body stands at its end) the index where the bare title ends, else 0."""
    tokens = line.tokens
    if end >= len(tokens):
        return end, 0
    gap = tokens[end].gap
    if line.near(end) and tokens[end].low in ("of", "for", "to"):
        return _subject(line, text, end)
    if chair:
        return end, 0
    bare = head.rstrip("s")
    if gap == ", " and tokens[end].cap:
        body = line.known.at(tokens[end].start)
        if body is not None and body.type in ("organisation", "board") and body.start == tokens[end].start:
            return _upto(line, body.end, end), end
        if body is None and _initials(tokens[end].text) and not line.near(end + 1):
            return end + 1, end
        if bare in line.words.trailing and not _person(line, end):
            stop = _run(line, end, commas=True)
            return stop, 0
    if (
        gap == " ("
        and tokens[end].cap
        and (bare in line.words.trailing or bare == "chief officer")
        and not _person(line, end)
    ):
        stop = _run(line, end, commas=False)
        if (
            stop < len(tokens)
            and tokens[stop].gap.startswith(")")
            or text[tokens[stop - 1].end : tokens[stop - 1].end + 1] == ")"
        ):
            return stop, 0
    if line.near(end) and tokens[end].cap and bare in line.words.trailing and not _person(line, end):
        stop = _run(line, end, commas=False)
        if (
            stop < len(tokens)
            and tokens[stop].gap == " ("
            and text[tokens[stop].end : tokens[stop].end + 1] == ")"
            and not _initials(tokens[stop].text)
        ):
            stop += 1
        return stop, 0
    return end, 0


def _initials(word: str) -> bool:
    return len(word) > 1 and sum(letter.isupper() for letter in word) > 1 and word == word.upper()


def _person(line: Line, i: int) -> bool:
    return line.tokens[i].low in line.words.given or line.tokens[i].low in (
        "councillor",
        "cllr",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
    )


def _upto(line: Line, place: int, i: int) -> int:
    while i < len(line.tokens) and line.tokens[i].start < place:
        i += 1
    return i


def _subject(line: Line, text: str, i: int) -> tuple[int, int]:
    """After "of": a body, or capitalised words with their "and" and commas."""
    tokens = line.tokens
    j = i + 1
    if j < len(tokens) and line.near(j) and tokens[j].low == "the":
        j += 1
    if j >= len(tokens) or not line.near(j) or not (tokens[j].cap or line.known.at(tokens[j].start)):
        return i, 0
    body = line.known.at(tokens[j].start)
    if body is not None and body.type in ("organisation", "board") and body.start >= tokens[j].start - 4:
        return _upto(line, body.end, j), i
    if not tokens[j].cap:
        return i, 0
    if tokens[j].low in line.words.things and tokens[j - 1].low == "the":
        return i, 0
    stop = _run(line, j, commas=True)
    service = stop == j + 1 and tokens[j].low == "service"
    if service and stop < len(tokens) and tokens[stop].gap == ", " and tokens[stop].cap and not _own(line, stop):
        stop = _closes(line, stop) or _run(line, stop, commas=False)
    return stop, 0


def _run(line: Line, i: int, *, commas: bool) -> int:
    """The end of capitalised words from i on, over "and", "of", "for"; over commas only where an "and" closes the list."""
    tokens = line.tokens
    end, j = i, i
    while j < len(tokens) and (j == i or line.near(j)):
        if tokens[j].cap:
            if (
                j > i
                and (_person(line, j) or tokens[j].low in line.words.leading)
                and tokens[j].low not in ("place", "strategy", "partner", "programme", "delivery")
            ):
                break
            j += 1
            end = j
            if j < len(tokens) and commas and tokens[j].gap == ", " and _closes(line, j):
                continue_at = _closes(line, j)
                end = j = continue_at
            continue
        if (
            tokens[j].low in ("and", "&", "of", "for", "in")
            and line.near(j + 1)
            and tokens[j + 1].cap
            and not _own(line, j + 1)
        ):
            j += 1
            continue
        break
    return max(end, i + 1)


def _own(line: Line, i: int) -> bool:
    """Whether a party of its own, or another post, begins at word i."""
    tokens = line.tokens
    match = line.known.at(tokens[i].start)
    if (
        match is not None
        and match.start == tokens[i].start
        and match.type in ("organisation", "board", "post", "person")
    ):
        return True
    if _person(line, i):
        return True
    j = i
    while j < len(tokens) and tokens[j].cap and (j == i or line.near(j)):
        if (
            tokens[j].low in line.words.post_heads
            or tokens[j].low in line.words.chairs
            or (line.head(j) and tokens[j].low not in ("service", "services", "partnership", "partnerships"))
        ):
            return True
        j += 1
    return False


def _closes(line: Line, i: int) -> int:
    """The end of "X, Y and Z" read from Y on, or 0 when it is no such list of subjects."""
    tokens = line.tokens
    j = i
    while j < len(tokens) and tokens[j].cap and not _own(line, j) and (line.near(j) or tokens[j].gap == ", "):
        j += 1
    if (
        j + 1 < len(tokens)
        and j > i
        and tokens[j].low in ("and", "&")
        and line.near(j)
        and tokens[j + 1].cap
        and not _own(line, j + 1)
    ):
        j += 1
        while j < len(tokens) and tokens[j].cap and line.near(j):
            j += 1
        return j
    return 0


def post_words() -> frozenset[str]:
    """All heads of posts, chairs among them."""
    return party_words().post_heads | party_words().chairs
