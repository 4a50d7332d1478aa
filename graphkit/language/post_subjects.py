"""What a post is for: the part of a title behind its head.

It stands after "of" or "for", a comma, a bracket, or nothing. Its "and" belongs to it ("Director of Public Health and
Wellbeing" is one post), and so do commas that an "and" closes ("Assistant Director, Quality, Safety and Audit").
"""

from graphkit.language.line import Line
from graphkit.language.party_words import JOIN, word_set

_BODIES = ("organisation", "board")


def title_end(line: Line, text: str, end: int, head: str, *, chair: bool) -> tuple[int, int]:
    """The index behind the title, and, where a body ends it, the index at which the bare title ends (else 0)."""
    tokens = line.tokens
    if end >= len(tokens):
        return end, 0
    if line.near(end) and tokens[end].low in ("of", "for", "to"):
        return _of(line, end)
    if chair or not tokens[end].cap:
        return end, 0
    gap = tokens[end].gap
    if gap == ", ":
        found = _behind_comma(line, end)
        if found is not None:
            return found
    if head.removesuffix("s") not in line.words.trailing and head != "chief officer":
        return end, 0
    if _person(line, end) or gap not in (", ", " (", " "):
        return end, 0
    stop = _run(line, end, commas=gap == ", ")
    if gap == " (" and text[tokens[stop - 1].end : tokens[stop - 1].end + 1] != ")":
        return end, 0
    if gap == " " and stop < len(tokens) and tokens[stop].gap == " (" and not _initials(tokens[stop].text):
        stop += text[tokens[stop].end : tokens[stop].end + 1] == ")"
    return stop, 0


def _behind_comma(line: Line, end: int) -> tuple[int, int] | None:
    """A body behind a comma: "Chief Executive, Wolden Hospice", "Chair, Mere Aid"."""
    body = line.known.at(line.tokens[end].start)
    if body is not None and body.type in _BODIES and body.start == line.tokens[end].start:
        return _upto(line, body.end, end), end
    if body is None and _initials(line.tokens[end].text) and not line.near(end + 1):
        return end + 1, end
    return None


def _of(line: Line, i: int) -> tuple[int, int]:
    """After "of": a body, or capitalised words with their "and" and commas."""
    tokens = line.tokens
    j = i + 1
    article = line.near(j) and tokens[j].low == "the"
    j += article
    if not line.near(j):
        return i, 0
    body = line.known.at(tokens[j].start)
    if body is not None and body.type in _BODIES and body.start >= tokens[j].start - 4:
        return _upto(line, body.end, j), i
    if not tokens[j].cap or (article and tokens[j].low in line.words.things):
        return i, 0
    stop = _run(line, j, commas=True)
    service = stop == j + 1 and tokens[j].low == "service" and stop < len(tokens) and tokens[stop].gap == ", "
    if service and tokens[stop].cap and not _own(line, stop):
        stop = _listed(line, stop) or _run(line, stop, commas=False)
    return stop, 0


def _run(line: Line, i: int, *, commas: bool) -> int:
    """The index behind the capitalised words from i on, over "and" and "of"; over commas where "and" closes them."""
    tokens = line.tokens
    end = j = i
    while j < len(tokens) and (j == i or line.near(j)):
        if tokens[j].cap:
            if j > i and (_person(line, j) or tokens[j].low in line.words.leading):
                break
            j += 1
            if commas and j < len(tokens) and tokens[j].gap == ", ":
                j = _listed(line, j) or j
            end = j
        elif tokens[j].low in ("and", "&", "of", "for", "in") and line.cap_after(j + 1) and not _own(line, j + 1):
            j += 1
        else:
            break
    return max(end, i + 1)


def _listed(line: Line, i: int) -> int:
    """The index behind "X, Y and Z", read from Y on; 0 when it is no such list of subjects."""
    tokens = line.tokens
    j = i
    while j < len(tokens) and tokens[j].cap and not _own(line, j) and (line.near(j) or tokens[j].gap == ", "):
        j += 1
    if j == i or not line.near(j) or tokens[j].low not in JOIN or not line.cap_after(j + 1) or _own(line, j + 1):
        return 0
    j += 1
    while line.cap_after(j):
        j += 1
    return j


def _own(line: Line, i: int) -> bool:
    """Whether a party of its own, or another post, begins at word i."""
    tokens, words = line.tokens, line.words
    match = line.known.at(tokens[i].start)
    if match is not None and match.start == tokens[i].start and match.type in (*_BODIES, "post", "person"):
        return True
    if _person(line, i):
        return True
    j = i
    while j < len(tokens) and tokens[j].cap and (j == i or line.near(j)):
        plain = tokens[j].low in ("service", "services", "partnership", "partnerships")
        if tokens[j].low in words.post_heads or tokens[j].low in words.chairs or (line.head(j) and not plain):
            return True
        j += 1
    return False


def _person(line: Line, i: int) -> bool:
    return line.words.is_given(line.tokens[i].low) or line.tokens[i].low in word_set("titles")


def _initials(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1 and word == word.upper()


def _upto(line: Line, place: int, i: int) -> int:
    while i < len(line.tokens) and line.tokens[i].start < place:
        i += 1
    return i
