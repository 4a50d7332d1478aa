"""Names of bodies by their shape: capitalised words around a known head ("Wolden Hospitals Trust", "University of Northmere").

Left of the head the name grows over capitalised words and, with care, over "and", "of", "for" and commas; a part that is
a body by itself ends it, so that "Northmere Council and Wolden Trust" are two. Right of the head it grows for heads that
are open ("Department for Communities"), and names that begin with their kind grow over what follows ("Healthwatch Wolden").
"""

from collections.abc import Iterator, Sequence

from graphkit.language.fold import fold
from graphkit.language.mentions import Cover, Mention, Token
from graphkit.language.party import PartyType
from graphkit.language.party_words import party_words
from graphkit.language.verbs import readings

_JOIN = frozenset({"and", "&"})
_MAX = 14


class Line:
    """The words of one line with what is known about them; the finders below read it."""

    def __init__(self, tokens: Sequence[Token], known: Cover, places: frozenset[str], breaks: frozenset[int] = frozenset(), *, upper: bool = False) -> None:
        self.tokens = tokens
        self.known = known
        self.places = places
        self.breaks = breaks
        self.upper = upper
        self.ends: set[int] = set()
        self.words = party_words()

    def near(self, i: int) -> bool:
        """Whether word i follows word i-1 with only a blank between."""
        return 0 < i < len(self.tokens) and self.tokens[i].gap == " " and self.tokens[i].start not in self.breaks

    def head(self, i: int) -> PartyType | None:
        """The type that word i gives a name, if it is a head written like one."""
        token = self.tokens[i]
        if not token.cap or token.text.isupper() and token.low in ("group", "service", "unit", "section", "cell", "mat", "executive"):
            return None
        kind = self.words.heads.get(token.low)
        if token.low == "executive" and i and self.tokens[i - 1].low in ("chief", "non"):
            return None
        if kind is None and token.low in ("centre", "centres", "hub") and i and self.tokens[i - 1].low in self.words.centre_of:
            return "organisation"
        return kind

    def thing(self, i: int) -> bool:
        """Whether word i, right behind a name, makes it the name of a thing."""
        return self.near(i) and self.tokens[i].cap and (self.tokens[i].low in self.words.things or self.tokens[i].low in self.words.soft_things)

    def strip(self, start: int, head: int, *, post: bool = False) -> int:
        """The first word of a name, when words that only lead up to it are dropped."""
        while start < head:
            token = self.tokens[start]
            verb = start == 0 and bool(readings(token.low)) and (token.low not in _NAME_VERBS or self.begins(start + 1) is not None)
            label = start == 0 and token.low in self.words.labels and not post
            if token.low in self.words.leading or token.low in _JOIN or not token.cap or verb or label:
                start += 1
            else:
                break
        return start

    def begins(self, i: int) -> Mention | None:
        """The reference name that begins with word i."""
        match = self.known.at(self.tokens[i].start) if i < len(self.tokens) else None
        return match if match is not None and match.start == self.tokens[i].start and match.target is not None else None


_NAME_VERBS = frozenset({"support", "advocacy", "planning", "safeguarding", "housing", "learning", "place", "change", "partner", "scrutiny", "audit", "commissioning", "test", "report", "review"})


def find_shapes(line: Line) -> Iterator[Mention]:
    """The bodies on a line, by shape; overlapping ones are left for the caller to choose from."""
    for i in range(len(line.tokens)):
        for mention in _opening(line, i):
            line.ends.add(mention.end)
            yield mention
        if line.tokens[i].low in line.words.open and line.head(i) is not None and (end := _open_right(line, i)) > i + 1:
            line.ends.add(line.tokens[end - 1].end)
    for i in range(len(line.tokens)):
        kind = line.head(i)
        if kind is not None:
            yield from _headed(line, i, kind)
        elif line.tokens[i].low in _SMALL_HEADS and not line.tokens[i].cap:
            yield from _small_head(line, i)
    yield from _closing(line)
    yield from _branches(line)


_SMALL_HEADS: dict[str, PartyType] = {
    "team": "team", "teams": "team", "group": "team", "panel": "board", "service": "team", "board": "board", "committee": "board", "partnership": "board", "network": "organisation",
    "forum": "organisation", "charity": "organisation", "department": "team", "unit": "team", "collaborative": "board", "alliance": "organisation", "trust": "organisation", "directorate": "team",
    "council": "organisation", "hospital": "organisation", "school": "organisation",
}  # fmt: skip
_SMALL_PREFIX = frozenset({"working", "steering", "programme", "project", "delivery", "task", "action", "strategy", "reference", "planning", "outreach", "support", "health", "board", "housing", "co-ordination", "management", "advisory"})


def _small_head(line: Line, i: int) -> Iterator[Mention]:
    """A head in small letters behind a capitalised name: "Migration team", "Choose Well group"."""
    tokens = line.tokens
    first = i
    while line.near(first) and tokens[first - 1].low in _SMALL_PREFIX and not tokens[first - 1].cap:
        first -= 1
    if not line.near(first) or not tokens[first - 1].cap or tokens[first - 1].owner or (line.near(i + 1) and tokens[i + 1].cap):
        return
    start = _leftwards(line, first)
    while start < first and not tokens[start].cap:
        start += 1
    words = tokens[start:first]
    weak = tokens[i].low in ("service", "network", "school", "hospital", "council", "trust", "partnership", "board", "group") and len(words) < 2
    if not words or weak or words[-1].low in line.words.heads or words[0].text in line.words.not_acronyms or (words[0].text == "NHS" and len(words) == 1) or _is_place(line, start, first):
        return
    yield Mention(words[0].start, tokens[i].end, _SMALL_HEADS[tokens[i].low], "small-head")


def _headed(line: Line, i: int, kind: PartyType) -> Iterator[Mention]:
    tokens = line.tokens
    if i + 1 < len(tokens) and line.near(i + 1) and tokens[i + 1].cap and not _stops(line, i + 1):
        if line.thing(i + 1) or line.head(i + 1) is not None or not _team_follows(line, i + 1):
            return
    start = _leftwards(line, i)
    end = i + 1
    if tokens[i].low in line.words.open or tokens[i].low.rstrip("s") in line.words.open:
        end = _open_right(line, i)
    if start == i and end == i + 1:
        return
    yield from _split(line, start, i, end, kind)


def _stops(line: Line, i: int) -> bool:
    """Whether a capitalised word behind a head belongs to something else: a verb, or a new sentence without a stop."""
    return line.tokens[i].low in line.words.leading


def _team_follows(line: Line, i: int) -> bool:
    match = line.known.at(line.tokens[i].start)
    return match is not None and match.start == line.tokens[i].start and match.type in ("team", "post")


def _leftwards(line: Line, head: int) -> int:
    """Where the name that ends in the head begins."""
    tokens, words = line.tokens, line.words
    start, joined, commas = head, False, False
    while start > 0 and head - start < _MAX:
        before = start - 1
        if line.near(start) and tokens[before].cap and tokens[before].low not in ("resolved", "agreed", "action"):
            start = before
            continue
        if tokens[before].owner and tokens[start].gap in ("'s ", "' ") and tokens[before].cap and not _is_body(line, before):
            start = before
            continue
        complete = line.begins(start)
        if complete is not None and ":" not in (complete.target or ":") and complete.end >= tokens[head].end and complete.type in ("organisation", "board"):
            break
        if line.near(start) and tokens[before].low in _JOIN and before and (line.near(before) or joined or tokens[before - 1].owner) and tokens[before - 1].cap:
            pair = f"{tokens[before - 1].low} and {tokens[start].low}" in words.pairs or f"{tokens[before - 1].low} and" in words.pairs
            if _is_body(line, before - 1) or tokens[before - 1].low in words.things or (joined and not pair and not _ends_place(line, before)):
                break
            start, joined = before - 1, joined or not pair
            commas = True
            continue
        if commas and tokens[start].gap == ", " and tokens[before].cap and _may_list(line, before):
            start = before
            continue
        step = _over_of(line, start)
        if step is None:
            break
        start = step
    return line.strip(start, head)


def _may_list(line: Line, i: int) -> bool:
    """Whether word i may end a part of a name before a comma ("Quality, Safety and Experience Committee")."""
    token, words = line.tokens[i], line.words
    return not (
        _is_body(line, i) or token.low in words.things or token.low in words.chairs or token.low in words.post_heads
        or (i and line.near(i) and len(line.tokens[i - 1].text) == 1) or (i and line.tokens[i - 1].low in words.given)
    )


def _ends_place(line: Line, end: int) -> bool:
    """Whether the words before index `end` close with a place."""
    return any(_is_place(line, start, end) for start in range(max(0, end - 4), end))


def _over_of(line: Line, start: int) -> int | None:
    """Over "of (the)", "for" and the like, where the word before may stand inside a name."""
    tokens = line.tokens
    i = start - 1
    if not line.near(start):
        return None
    if tokens[i].low == "the" and i:
        i -= 1
    if i < 1 or not line.near(i) or not line.near(i + 1):
        return None
    left = tokens[i - 1]
    if tokens[i].low == "of" and left.cap and left.low in line.words.of_left:
        return i - 1
    if tokens[i].low in ("for", "in", "upon", "on", "de", "y") and tokens[i + 1] is tokens[start] and left.cap:
        if left.low in line.words.things or left.low in line.words.leading or left.low in line.words.post_heads or _is_body(line, i - 1):
            return None
        return i - 1
    return None


def _is_body(line: Line, i: int) -> bool:
    """Whether a known name or a head ends at word i."""
    end = line.tokens[i].end
    return end in line.ends or line.known.ending(end) is not None or line.head(i) is not None


def _open_right(line: Line, head: int) -> int:
    """The end of a name that goes on with "of", "for" or "on"."""
    tokens = line.tokens
    i = head + 1
    if i >= len(tokens) or not line.near(i) or tokens[i].low not in ("of", "for", "on"):
        return head + 1
    i += 1
    if i < len(tokens) and tokens[i].low == "the" and line.near(i):
        i += 1
    end = head + 1
    while i < len(tokens) and line.near(i) and tokens[i].cap and tokens[i].low not in line.words.things:
        end = i + 1
        i += 1
        if i + 1 < len(tokens) and tokens[i].low in _JOIN and line.near(i) and line.near(i + 1) and tokens[i + 1].cap:
            if line.known.at(tokens[i + 1].start) or line.head(i + 1) or _headed_later(line, i + 1):
                break
            i += 1
    return end


def _headed_later(line: Line, i: int) -> bool:
    while i < len(line.tokens) and (line.tokens[i].cap or line.tokens[i].low in _JOIN):
        if line.head(i):
            return True
        i += 1
        if not line.near(i):
            break
    return False


def _opening(line: Line, i: int) -> Iterator[Mention]:
    """A name that begins with its kind: "Healthwatch Wolden", "Citizens Advice Northmere and Wolden"."""
    tokens = line.tokens
    if not tokens[i].cap or tokens[i].low not in line.words.opening_first:
        return
    for width in (3, 2, 1):
        phrase = _phrase(line, i, i + width)
        kind = line.words.opening.get(phrase) if phrase else None
        if kind is None:
            continue
        end = _place_right(line, i + width, strict=phrase not in _FREE)
        if end > i + width:
            yield Mention(tokens[i].start, tokens[end - 1].end, kind, "opening")
        return


_FREE = frozenset({"healthwatch", "age uk", "citizens advice", "voluntary action", "community action", "samaritans of", "carers in", "hmp", "home-start", "homestart", "volunteer centre"})


def _phrase(line: Line, start: int, end: int) -> str:
    if end > len(line.tokens) or not all(line.near(j) for j in range(start + 1, end)):
        return ""
    return " ".join(token.low for token in line.tokens[start:end])


def _place_right(line: Line, i: int, *, strict: bool) -> int:
    """The end of the place name from word i on; `strict` asks for a place that reference data knows."""
    tokens = line.tokens
    end = i
    j = i
    while j < len(tokens) and line.near(j) and (tokens[j].cap or tokens[j].low in ("of", "upon", "on")):
        if tokens[j].low in line.words.things or readings(tokens[j].low) and not tokens[j].cap:
            break
        j += 1
        if tokens[j - 1].cap:
            end = j
    for stop in range(min(len(tokens), i + 8), end, -1):
        if end > i and any(token.low in _JOIN for token in tokens[end:stop]) and all(line.near(k) or tokens[k].gap == ", " for k in range(i + 1, stop)) and _is_place(line, i, stop):
            end = stop
            break
    if any(line.head(k) for k in range(i, end)) or end == i or end - i > 8:
        return i
    if not strict:
        return end
    while end > i and not _is_place(line, i, end):
        end -= 1
    return end


def _is_place(line: Line, start: int, end: int) -> bool:
    low = " ".join(token.low for token in line.tokens[start:end]).replace(" & ", " and ")
    parts = [part for part in low.replace(",", " and ").split(" and ") if part]
    return low in line.places or all(part in line.places or part in _COMPASS for part in parts)


_COMPASS = frozenset({"north", "south", "east", "west", "county", "city", "district", "borough", "surrounding"})


def _closing(line: Line) -> Iterator[Mention]:
    """A place, then a word that makes it a body: "Northmere Mind", "Wolden CVS"."""
    tokens = line.tokens
    for i in range(1, len(tokens)):
        if tokens[i].low not in line.words.closing_first:
            continue
        for width in (4, 3, 2, 1):
            phrase = _phrase(line, i, i + width)
            if not phrase or phrase not in line.words.closing or not all(tokens[k].cap or tokens[k].low in ("for", "and", "of") for k in range(i, i + width)):
                continue
            if line.thing(i + width) or (line.near(i + width) and tokens[i + width].cap if i + width < len(tokens) else False):
                break
            for start in range(max(0, i - 6), i):
                if all(line.near(k) for k in range(start + 1, i + 1)) and tokens[start].cap and _closed(line, start, i, phrase):
                    yield Mention(tokens[start].start, tokens[i + width - 1].end, "organisation", "closing")
                    break
            break


def _branches(line: Line) -> Iterator[Mention]:
    """A place before the name of a national body: "Wolden Women's Aid"."""
    for i in range(1, len(line.tokens)):
        known = line.begins(i)
        if known is None or not (known.target or "").startswith("name:") or not line.near(i) or not line.tokens[i - 1].cap:
            continue
        start = i
        while line.near(start) and line.tokens[start - 1].cap and i - start < 4 and not _is_body(line, start - 1):
            start -= 1
        start = line.strip(start, i)
        if start < i and line.tokens[start].low not in line.words.given:
            yield Mention(line.tokens[start].start, known.end, "organisation", "branch")


def _closed(line: Line, start: int, i: int, phrase: str) -> bool:
    """Whether words start to i may stand before a closing phrase: a place, or before a nation any plain name."""
    if phrase not in _NATIONS:
        return _is_place(line, start, i)
    tokens = line.tokens[start:i]
    return len(tokens) <= 3 and all(
        token.cap and token.low not in _COMPASS and token.low not in line.words.leading and token.low not in line.words.things and token.low not in _UNNATIONAL for token in tokens
    ) and (line.known.at(tokens[0].start) is None or line.known.ending(tokens[-1].end) is not None)


_NATIONS = frozenset({"ni", "scotland", "wales", "cymru", "england", "uk"})
_UNNATIONAL = frozenset({"northern", "mid", "rural", "across", "great", "central", "southern", "eastern", "western", "bank", "new", "all", "one", "future", "act", "vision", "healthier", "safer"})


def _split(line: Line, start: int, head: int, end: int, kind: PartyType) -> Iterator[Mention]:
    """One mention, or one a place where a plural head is shared ("Northmere and Wolden PSBs")."""
    tokens = line.tokens
    first, last = tokens[start], tokens[end - 1]
    text = tokens[head].text
    plural = text.endswith("s") and (fold(text[:-1]) in line.words.heads or text.lower().endswith("ies"))
    if plural and tokens[head].low == "partnerships" and head > start and tokens[head - 1].low in _JOIN:
        return
    if plural and end == head + 1:
        split = _shared(line, start, head)
        if split is not None:
            middle, tail, singular = split
            one = " ".join([*(t.text for t in tokens[start:middle]), *tail, singular])
            two = " ".join([*(t.text for t in tokens[middle + 1 : head - len(tail)]), *tail, singular])
            yield Mention(first.start, tokens[middle - 1].end, kind, "shared-head", name=one)
            yield Mention(tokens[middle + 1].start, last.end, kind, "shared-head", name=two)
            return
    team = kind == "team" and tokens[head].low in ("service", "services") and any(
        token.low in ("fire", "ambulance", "police", "nhs", "probation", "prison") for token in tokens[start:head]
    )
    health_board = kind == "board" and tokens[head].low == "board" and head > start and tokens[head - 1].low == "health"
    yield Mention(first.start, last.end, "organisation" if team or health_board else kind, "head")


def _shared(line: Line, start: int, head: int) -> tuple[int, list[str], str] | None:
    """Where "and" parts two places before a plural kind: its index, the words between place and head, the head's singular."""
    tokens = line.tokens
    for middle in range(start + 1, head):
        acronym = tokens[head].text[:-1].isupper() and middle + 1 < head
        if tokens[middle].low not in _JOIN or not (acronym or _is_place(line, start, middle)):
            continue
        for stop in range(head, middle + 1, -1):
            if _is_place(line, middle + 1, stop) or (stop == head and tokens[head].text[:-1].isupper()):
                text = tokens[head].text
                singular = text[:-3] + "y" if text.lower().endswith("ies") and len(text) > 4 else text[:-1]
                return middle, [token.text for token in tokens[stop:head]], singular
    return None
