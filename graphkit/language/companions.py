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
_CUE = re.compile(
    r"(?:\b(?:run|led|provided|delivered|hosted|funded|employed|managed|owned|commissioned|chaired|facilitated|organised|supported) (?:jointly )?by|commissioned from|on behalf of|in partnership with|"
    r"partnership between|represent(?:ing|ative of|atives of)|the (?:\w+ ){0,2}(?:charity|provider|organisation|company|contractor|agency|social enterprise|landlord|housing association)|(?:staff|officers?|colleagues|representatives?|workers?|volunteers?|presentation|talk|speakers?) (?:from|of))(?: the)? $",
    re.IGNORECASE,
)
_APPOSITION = re.compile(
    r"^(?:, (?:the|a|an|our|its) (?:[\w'-]+ ){0,6}?(?:charity|service|provider|organisation|company|agency|enterprise|association|contractor|landlord|umbrella body|trust|network)\b| (?:charity|staff|workers?)\b)"
)
_SUBJECT = re.compile(r"^ (?:(?:also|already|now) )?(?:has|have|had|will|would|is to|are to|to|was to|offered|agreed|undertook)(?: (?:now|also|already|not|since|been))? (\w+)")
_BEFORE = re.compile(r"(?:, | and | & |/| / |; |, and | or | with | between )(?:the )?$")
_AFTER = re.compile(r"^(?:, | and | & |/| / |; |, and | or )(?:the )?")
_CLOSED = re.compile(r"^(?:$|\n|[.,;:)/]|'s? | \(| [-–|] |  | (?:and|&|or|to|will|would|has|have|had|is|are|was|were|for|in|on|at|with|who|which|about|by|from|as|/)\b)")
_SEGMENT = re.compile(r"\s*(?:,|;|/| and | & (?=[A-Z])|\||\n| - )\s*")


def find_companions(page: Page, lines: Sequence[Line], known: Sequence[Mention], others: frozenset[str]) -> list[Mention]:
    """Bodies that only their company shows, at every place where the paper prints them.

    `others` are acronyms that the paper defines for something that is no party.
    """
    cover = Cover(known)
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
        names = Cover([*known, *taken])
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
    if last.low in words.things or last.low in words.post_heads or last.low in words.chairs or first.low in words.leading or last.low in words.leading:
        return True
    if line.near(j) and line.tokens[j].low in words.things:
        return True
    if j - i == 1 and (len(first.text) < 3 or first.low in words.given or first.low in words.subjects_low):
        return True
    name = " ".join(token.low for token in line.tokens[i:j])
    if name in line.places or all(token.low in line.places or token.low in _POINTS for token in line.tokens[i:j]):
        return True
    return bool(i == 0 and readings(first.low))


_POINTS = frozenset({"midlands", "yorkshire", "humber", "london", "anglia", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "england", "scotland", "wales", "ireland", "uk", "britain", "county"})


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
    initial = start == line or text[start - 2 : start] in (". ", "? ", "! ", "- ")
    if initial and " " not in text[start:end] and text[start + 1 : end].islower():
        return None
    if _CUE.search(before):
        return "cue"
    if _affiliation(text, cover, start, end, line):
        return "affiliation"
    if text.startswith(":", end) and text[end + 1 : end + 2] == "\n" and (person := cover.at(end + 2)) is not None and person.type == "person":
        return "attendance"
    return "subject" if _does(text[start:end], after) else None


def _does(name: str, after: str) -> bool:
    """Whether the run is the subject of something that only bodies do; of an acronym, of any verb."""
    verb = _SUBJECT.match(after)
    if verb is None:
        return False
    acronym = sum(letter.isupper() for letter in name) > 2 and " " not in name
    return bool(readings(verb.group(1)) or verb.group(1) == "be") if acronym else verb.group(1) in party_words().agent_verbs


def _affiliation(text: str, cover: Cover, start: int, end: int, line: int) -> bool:
    """Behind a person's name: "Jane Smith, Amity", "Jane Smith (Amity)"."""
    gap = next((gap for gap in (", ", " (", " - ", "/", " / ") if text.startswith(gap, start - len(gap)) and start - len(gap) >= line), None)
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


def _beside(page: Page, names: Cover, start: int, end: int) -> bool:
    """In a list with a body that has been taken: on either side of "and", a comma or a slash."""
    text = page.text
    after = text[end : end + 12]
    name = text[start:end]
    if not _CLOSED.match(after) or (" " not in name and _common(page, name)):
        return False
    line = text.rfind("\n", 0, start) + 1
    before = _BEFORE.search(text[max(line, start - 12) : start])
    if before is not None:
        left = names.ending(start - len(before.group()))
        if left is not None and left.type in ("organisation", "board") and not left.generic:
            return True
    follow = _AFTER.match(after)
    if follow is not None:
        right = names.at(end + len(follow.group()))
        if follow.group().startswith(",") and " " in name and right is not None and not _AFTER.match(text[right.end : right.end + 12]):
            return False
        if right is not None and right.type in ("organisation", "board") and right.start == end + len(follow.group()) and not right.generic:
            return True
    return False


def _common(page: Page, name: str) -> bool:
    """Whether the paper uses the word in small letters as well."""
    return not any(letter.isupper() for letter in name[1:]) and re.search(rf"(?<![\w-]){re.escape(name.lower())}(?![\w-])", page.text) is not None


def _listed(page: Page, cover: Cover) -> Iterator[tuple[str, str]]:
    """The entries of cells and lines that hold nothing but parties."""
    for start, end, block in page.lines():
        if block.kind == "cell" and block.place is not None and not block.place.is_header and _HEADER.search(block.place.header) and end - start < 160:
            yield from ((entry, "cell") for entry in _entries(page, cover, start, end, cell=True))
        else:
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
            entry and entry[0].isalnum() and (entry[0].isupper() or entry[0].isdigit() and any(c.isupper() for c in entry)) and len(parts) <= 6 and cover.at(first) is None
            and entry not in words.not_acronyms and parts[-1] not in words.things and parts[0] not in words.leading and parts[0] not in words.given and (cell or not readings(parts[0])) and len(entry) > 2
        ):
            yield entry
        place = piece.end() if piece else end


def _everywhere(page: Page, accepted: dict[str, str]) -> Iterator[Mention]:
    if not accepted:
        return
    forms = "|".join(re.escape(name) for name in sorted(accepted, key=lambda one: (-len(one), one)))
    for match in re.finditer(rf"(?<![\w&-])(?:{forms})(?![\w-])", page.low):
        first = page.text[match.start()]
        if first.isupper() or first.isdigit():
            yield Mention(match.start(), match.end(), "organisation", f"company-{accepted[match.group()]}")
