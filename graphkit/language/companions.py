"""Names without a head ("Amity", "Bright Steps"), taken only where the words around show that a body is meant.

Such company is: a place in a list beside a known body; a person's affiliation; an apposition ("the charity ..."); a cue such
as "delivered by" or "on behalf of"; a cell under a header such as "Lead", or a line such as "Partners: ...". A name once
taken is found wherever else the paper prints it.
"""

import re
from collections.abc import Iterator, Sequence

from graphkit.language.fold import fold
from graphkit.language.mentions import Cover, Mention, Token
from graphkit.language.page import Page
from graphkit.language.party_words import party_words
from graphkit.language.shapes import Line
from graphkit.language.verbs import readings

_HEADER = re.compile(
    r"\b(?:leads?|lead (?:agency|officer|partner|organisation|body)|partners?|owners?|who|by whom|responsib\w+|supported by|with|support|organisations?|agency|agencies|"
    r"sponsors?|deliver(?:y|ed by)|funders?|funded by|stakeholders?|accountable)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:[-•*·] ?)?(?:key |delivery |other |lead |supporting |project |main |partner )*(?:leads?|partners?|with|supported by|delivered by|led by|owners?|organisations?|agencies|agency|funders?|funded by|"
    r"lead(?:ing)? (?:agency|partner|organisation|body|officer)|responsible(?: body| organisation)?)(?:\(s\))? ?[:-] ?(?=\S)",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?:[.;(\[|] ?|  )(?:[Kk]ey |[Dd]elivery |[Oo]ther |[Ll]ead |[Ss]upporting |[Pp]roject |[Mm]ain )?(?:[Ll]eads?|[Pp]artners?|[Ss]upported by|[Dd]elivered by|[Ll]ed by|[Oo]wners?|[Ff]unded by|[Ww]ith) ?[:–-] ?([^.\n)\]|;]{3,120}?)(?=[.\n)\]|;]|$|  )"
)
_CUE = re.compile(
    r"(?:\b(?:run|led|provided|delivered|hosted|funded|employed|managed|owned|commissioned|chaired|facilitated|organised|supported) (?:jointly )?by|commissioned from|on behalf of|in partnership with|"
    r"partnership between|represent(?:ing|ative of|atives of)|the (?:\w+ ){0,2}(?:charity|provider|organisation|company|contractor|agency|social enterprise|landlord|housing association)|(?:staff|officers?|colleagues|representatives?|workers?|volunteers?|presentation|talk|speakers?) (?:from|of))(?: the)? $",
    re.IGNORECASE,
)
_APPOSITION = re.compile(
    r"^(?:, (?:the|a|an|our|its) (?:[\w'-]+ ){0,6}?(?:charity|service|provider|organisation|company|agency|enterprise|association|contractor|landlord|umbrella body|trust|network)\b| (?:charity|staff|workers?)\b)"
)
_SUBJECT = re.compile(
    r"^ (?:(?:also|already|now) )?(?:has|have|had|will|would|is to|are to|to|was to|offered|agreed|undertook)(?: (?:now|also|already|not|since|been))? (\w+)"
)
_BEFORE = re.compile(r"(?:, | and | & |/| / |; |, and | or | with | between )(?:the )?$")
_AFTER = re.compile(r"^(?:, | and | & |/| / |; |, and | or )(?:the )?")
_CLOSED = re.compile(
    r"^(?:$|\n|[.,;:)/]|'s? | \(| [-–|] |  | (?:and|&|or|to|will|would|has|have|had|is|are|was|were|for|in|on|at|with|who|which|about|by|from|as|/)\b)"
)
_SEGMENT = re.compile(r"\s*(?:,|;|/| and | & (?=[A-Z])|\||\n| - )\s*")


def find_companions(
    page: Page, lines: Sequence[Line], known: Sequence[Mention], others: frozenset[str]
) -> list[Mention]:
    """Bodies that only their company shows, at every place where the paper prints them.

    `others` are acronyms that the paper defines for something that is no party.
    """
    places = lines[0].places if lines else frozenset()
    cover = Cover(known, places)
    pool = [run for line in lines for run in _runs(line, cover, page.text) if page.text[slice(*run)] not in others]
    accepted: dict[str, str] = {}
    for start, end in pool:
        reason = _reason(page, cover, start, end)
        if reason is not None:
            accepted.setdefault(fold(page.text[start:end]), reason)
    for entry, reason in _listed(page, cover):
        accepted.setdefault(fold(entry), reason)
    while True:
        taken = [Mention(s, e, "organisation", "companion") for s, e in pool if fold(page.text[s:e]) in accepted]
        names = Cover([*known, *taken], places)
        rest = [(s, e) for s, e in pool if fold(page.text[s:e]) not in accepted]
        more = {fold(page.text[s:e]): "beside" for s, e in rest if _beside(page, names, s, e)}
        if not more:
            return list(_everywhere(page, accepted))
        accepted |= more


def _runs(line: Line, cover: Cover, text: str) -> Iterator[tuple[int, int]]:
    """Stretches of one to five capitalised words that no mention covers and that are not plainly something else."""
    tokens = line.tokens
    if line.upper:
        return
    i = 0
    while i < len(tokens):
        if not _usable(line, cover, i):
            i += 1
            continue
        j = i + 1
        while j < len(tokens) and line.near(j) and _usable(line, cover, j):
            j += 1
        if 0 < j - i <= 5 and not _ordinary(line, i, j, text):
            yield tokens[i].start, tokens[j - 1].end
        i = j


def _usable(line: Line, cover: Cover, i: int) -> bool:
    token = line.tokens[i]
    return token.cap and token.text not in line.words.not_acronyms and cover.at(token.start) is None


def _ordinary(line: Line, i: int, j: int, text: str) -> bool:
    """Whether a run is a place, a thing, a title's word, or only the capital that begins a sentence."""
    first, last = line.tokens[i], line.tokens[j - 1]
    words = line.words
    if (
        last.low in words.things
        or last.low in words.post_heads
        or last.low in words.chairs
        or first.low in words.leading
        or last.low in words.leading
    ):
        return True
    if line.near(j) and line.tokens[j].low in words.things:
        return True
    if j - i == 1 and (len(first.text) < 3 or first.low in words.given or first.low in words.subjects_low):
        return True
    name = " ".join(token.low for token in line.tokens[i:j])
    if name in line.places or all(token.low in line.places or token.low in _POINTS for token in line.tokens[i:j]):
        return True
    return bool(i == 0 and readings(first.low))


_POINTS = frozenset(
    {
        "midlands",
        "yorkshire",
        "humber",
        "london",
        "anglia",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "england",
        "scotland",
        "wales",
        "ireland",
        "uk",
        "britain",
        "county",
    }
)


def _inner_capital(token: Token) -> bool:
    return any(letter.isupper() for letter in token.text[1:])


def _reason(page: Page, cover: Cover, start: int, end: int) -> str | None:
    """What around a run shows that it names a body, or None."""
    text = page.text
    line = text.rfind("\n", 0, start) + 1
    before, after = text[max(line, start - 70) : start], text[end : end + 80]
    if _APPOSITION.match(after):
        return None if _common(page, text[start:end]) else "apposition"
    if not _CLOSED.match(after.split("\n")[0]) and not after.startswith("\n"):
        return None
    if text[start:end] in party_words().teams and start == line and (end == len(text) or text[end] == "\n"):
        return "line"
    initial = start == line or text[start - 2 : start] in (". ", "? ", "! ", "- ")
    if initial and " " not in text[start:end] and text[start + 1 : end].islower():
        return None
    if _CUE.search(before) or (text[start:end] in party_words().teams and _TEAM_CUE.search(before)):
        return "cue"
    if _affiliation(text, cover, start, end, line):
        return "affiliation"
    if (
        text.startswith(":", end)
        and text[end + 1 : end + 2] == "\n"
        and (person := cover.at(end + 2)) is not None
        and person.type == "person"
    ):
        return "attendance"
    if _local(cover, text, start, end) and (
        _LOCAL_CUE.search(before) or ((verb := _SUBJECT.match(after)) is not None and readings(verb.group(1)))
    ):
        return "local"
    return "subject" if _does(text[start:end], after) else None


_LOCAL_CUE = re.compile(r"\b(?:by|with|from|through|via)(?: the)? $")
_TEAM_CUE = re.compile(r"(?:\b(?:by|with|from|ask|asked|between|to|support of|behalf of)(?: the)?|['’]s?) $")


def _does(name: str, after: str) -> bool:
    """Whether the run is the subject of something that only bodies do; of an acronym, of any verb."""
    verb = _SUBJECT.match(after)
    if verb is None:
        return False
    acronym = sum(letter.isupper() for letter in name) > 2 and " " not in name
    if acronym or name in party_words().teams:
        return bool(readings(verb.group(1)) or verb.group(1) == "be")
    return verb.group(1) in party_words().agent_verbs


def _affiliation(text: str, cover: Cover, start: int, end: int, line: int) -> bool:
    """Behind a person's name: "Jane Smith, Amity", "Jane Smith (Amity)"."""
    gap = next(
        (
            gap
            for gap in (", ", " (", " - ", "/", " / ")
            if text.startswith(gap, start - len(gap)) and start - len(gap) >= line
        ),
        None,
    )
    if gap is None:
        return False
    person = cover.ending(start - len(gap))
    if person is not None and text.startswith(("Cllr", "Councillor"), person.start) and gap == " (":
        return False
    if person is None or person.type != "person":
        return False
    name = text[start:end]
    initials = "".join(part[0] for part in text[person.start : person.end].split())
    if name.isupper() and len(name) <= 3 and (name in initials or len(name) < 3):
        return False
    rest = text[end : end + 2]
    return rest[:1] in ("", ")", "\n", ";", ".", ",", "/") or rest == " -"


def _in_list(names: Cover, text: str, start: int, end: int, line: int) -> bool:
    """Whether a list surely holds the run: bodies on both sides, two before it, or one beside it behind a preposition."""
    before = _BEFORE.search(text[max(line, start - 12) : start])
    follow = _AFTER.match(text[end : end + 12])
    left = names.ending(start - len(before.group())) if before else None
    right = names.at(end + len(follow.group())) if follow else None
    if _local(names, text, start, end) and (
        (left is not None and left.type in _BODIES)
        or (
            right is not None
            and follow is not None
            and right.start == end + len(follow.group())
            and right.type in _BODIES
        )
    ):
        return True
    left = left if left is not None and left.type in _BODIES and not left.generic else None
    right = (
        right
        if right is not None
        and follow is not None
        and right.start == end + len(follow.group())
        and right.type in _BODIES
        else None
    )
    if left is not None:
        if right is not None or (before is not None and "/" in before.group()):
            return True
        earlier = _BEFORE.search(text[max(line, left.start - 12) : left.start])
        further = names.ending(left.start - len(earlier.group())) if earlier else None
        return (further is not None and further.type in _BODIES) or bool(
            _AMONG.search(text[max(line, left.start - 25) : left.start])
        )
    return right is not None and bool(
        _AMONG.search(text[max(line, start - 25) : start]) or (follow is not None and "/" in follow.group())
    )


def _local(names: Cover, text: str, start: int, end: int) -> bool:
    """Whether a run of two words or more has a place in it: places lend their name to bodies."""
    parts = fold(text[start:end]).split()
    return (
        1 < len(parts) <= 4
        and any(part in names.places for part in parts)
        and not any(part in _GROUND for part in parts)
    )


_GROUND = frozenset(
    "road street lane avenue park town village hall house way north south east west northern southern eastern western central upper lower great new old city county bay valley hill square bridge station harbour river coast "
    "centre library gardens place green cross wood common strategy plan".split()
)
_BODIES = frozenset({"organisation", "board", "team", "sector"})
_AMONG = re.compile(
    r"(?:\b(?:with|by|between|including|such as|from|involving|like|alongside|of|ask|asked|invite|invited)|:)(?: both)?(?: the)? $"
)


def _beside(page: Page, names: Cover, start: int, end: int) -> bool:
    """In a list with a body that has been taken: on either side of "and", a comma or a slash."""
    text = page.text
    after = text[end : end + 12]
    name = text[start:end]
    if not _CLOSED.match(after) or (" " not in name and _common(page, name)):
        return False
    return _in_list(names, text, start, end, text.rfind("\n", 0, start) + 1)


def _common(page: Page, name: str) -> bool:
    """Whether the paper uses the word in small letters as well."""
    return not any(letter.isupper() for letter in name[1:]) and name.lower() in page.plain


def _listed(page: Page, cover: Cover) -> Iterator[tuple[str, str]]:
    """The entries of cells and lines that hold nothing but parties."""
    for start, end, block in page.lines():
        if (
            block.kind == "cell"
            and block.place is not None
            and not block.place.is_header
            and _HEADER.search(block.place.header)
            and end - start < 160
        ):
            yield from ((entry, "cell") for entry in _entries(page, cover, start, end, cell=True))
        else:
            for inline in _INLINE.finditer(page.text, start, end):
                yield from (
                    (entry, "label") for entry in _entries(page, cover, inline.start(1), inline.end(1), cell=False)
                )
            label = _LABEL.match(page.text[start:end])
            if label is not None and end - start < 240:
                yield from ((entry, "label") for entry in _entries(page, cover, start + label.end(), end, cell=False))


def _entries(page: Page, cover: Cover, start: int, end: int, *, cell: bool) -> Iterator[str]:
    words = party_words()
    place = start
    for piece in [*_SEGMENT.finditer(page.text, start, end), None]:
        stop = piece.start() if piece else end
        entry = page.text[place:stop].strip(" .()")
        first = page.text.find(entry, place) if entry else place
        parts = fold(entry).split()
        if (
            entry
            and entry[0].isalnum()
            and (entry[0].isupper() or entry[0].isdigit() and any(c.isupper() for c in entry))
            and len(parts) <= 6
            and cover.at(first) is None
            and entry not in words.not_acronyms
            and parts[-1] not in words.things
            and parts[0] not in words.leading
            and parts[0] not in words.given
            and (cell or not readings(parts[0]))
            and len(entry) > 2
        ):
            yield entry
        place = piece.end() if piece else end


def _everywhere(page: Page, accepted: dict[str, str]) -> Iterator[Mention]:
    if not accepted:
        return
    words = party_words()
    forms = "|".join(re.escape(name) for name in sorted(accepted, key=lambda one: (-len(one), one)))
    for match in re.finditer(rf"(?<![\w&-])(?:{forms})(?![\w-])", page.low):
        first = page.text[match.start()]
        if first.isupper() or first.isdigit():
            name = page.text[match.start() : match.end()]
            team = name in words.teams or match.group() in words.subjects_low
            yield Mention(
                match.start(), match.end(), "team" if team else "organisation", f"company-{accepted[match.group()]}"
            )
