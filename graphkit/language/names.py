"""Question three of reading, "Who?": everybody named in a paper who can act.

Finders look at the paper line by line, each for one kind of name; what they see is tied together to parties and the
deciding body is chosen. Attendance lists count, boilerplate does not. Nothing is looked up in an area here: which body
"the Trust" is, `identity` decides.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from graphkit.documents.model import Document
from graphkit.language.acronyms import Definition, find_definitions
from graphkit.language.citations import is_cited
from graphkit.language.clusters import clustered, owner_of
from graphkit.language.companions import find_companions
from graphkit.language.councils import find_council_teams
from graphkit.language.gazetteer import Gazetteer, Match
from graphkit.language.mentions import Cover, Mention, longest, tokens_of
from graphkit.language.page import Page, page_of
from graphkit.language.parties import Parties
from graphkit.language.party_words import party_words
from graphkit.language.people import find_initials, find_people
from graphkit.language.phrases import find_phrases, simply_nhs
from graphkit.language.posts import find_posts
from graphkit.language.shapes import Line, find_shapes


def find_parties(document: Document, gazetteer: Gazetteer) -> Parties:
    """Everybody who can act in the document; see `Parties`."""
    page = page_of(document)
    definitions = find_definitions(page.text)
    known = _known(page, gazetteer)
    seen = [*known, *find_phrases(page.text, page.low)]
    cover = Cover(known)
    breaks = frozenset(one.start for one in definitions if one.acronym_start < one.start)
    lines = [
        Line(
            tokens_of(page.text, page.low, start, end),
            cover,
            gazetteer.places,
            breaks,
            upper=page.text[start:end].isupper(),
        )
        for start, end, _ in page.lines()
    ]
    for line in lines:
        seen += find_shapes(line)
        seen += find_people(line, page.text)
    seen += find_council_teams(page.text, seen)
    with_posts = Cover(longest(seen))
    for line in lines:
        line.known = with_posts
        seen += find_posts(line, page.text)
    kept = _chosen(seen, page)
    kept = _chosen([*kept, *_defined(definitions, kept, page), *find_initials(page.text, kept)], page)
    others = frozenset(one.acronym for one in definitions if owner_of(one, kept) is None)
    kept = _chosen([*kept, *find_companions(page, lines, kept, others)], page)
    return clustered(page, kept, definitions, gazetteer)


def _known(page: Page, gazetteer: Gazetteer) -> list[Mention]:
    return [mention for match in gazetteer.find(page.text, page.low) if (mention := _mention(match, page)) is not None]


def _mention(match: Match, page: Page) -> Mention | None:
    entry = match.entry
    if entry.form.isupper() and _place_only(match, page):
        return None
    printed = page.text[match.start : match.end]
    if not entry.cased and printed.islower() and entry.type != "sector":
        return None
    if printed == "NHS" and not simply_nhs(page.low, match.end):
        return None
    start = match.start
    if printed[:4].lower() == "the " and page.text.startswith(("'s ", "' "), match.end):
        start += 4
    rule = entry.target.startswith("type:")
    kind = entry.target.startswith("board-kind:")
    quiet = entry.type == "organisation" and entry.scope == "national" and is_cited(page.low, start, match.end)
    return Mention(
        start,
        match.end,
        entry.type,
        "reference",
        quiet=quiet,
        target=entry.target,
        generic=rule or (kind and " " not in printed),
    )


def _place_only(match: Match, page: Page) -> bool:
    """ "In B&NES", "across BCP": initials that serve as the name of the place."""
    if match.entry.scope != "area" or match.entry.target.startswith("type:"):
        return False
    before = page.low[max(0, match.start - 8) : match.start]
    return before.endswith((" in ", " across ", " within ", " for ")) and not page.text.startswith(
        " Council", match.end
    )


def _defined(definitions: Iterable[Definition], kept: Sequence[Mention], page: Page) -> Iterator[Mention]:
    """Every place of an acronym that the paper defines for a party."""
    for definition in definitions:
        owner = owner_of(definition, kept)
        if owner is None or owner.type == "person":
            continue
        for match in re.finditer(rf"(?<![\w&-]){re.escape(definition.acronym)}s?(?![\w&-])", page.text):
            yield Mention(match.start(), match.end(), owner.type, "acronym")


_NESTED = frozenset({"post", "team"})


def _chosen(seen: Iterable[Mention], page: Page) -> list[Mention]:
    """The longest mentions, and bodies nested in a post or behind whose "'s" a team is named."""
    pool = [mention for mention in seen if not _of_a_thing(mention, page)]
    kept = longest(pool)
    outer = Cover(kept)
    nested: list[Mention] = []
    for mention in pool:
        around = outer.at(mention.start)
        if around is None or around is mention or not (around.start <= mention.start and mention.end <= around.end):
            continue
        if (
            mention.length < around.length
            and mention.type in ("organisation", "board", "team")
            and around.type in _NESTED
            and mention.type != around.type
            and _apart(mention, around, page)
        ):
            nested.append(mention)
    return sorted([*kept, *longest(nested)], key=lambda one: (one.start, -one.end))


def _apart(mention: Mention, around: Mention, page: Page) -> bool:
    """Whether the inner body is named as such: after "of" or a comma at the end, or before "'s" or a team at the start."""
    if around.type == "post":
        if mention.type == "team":
            return mention.end == around.end and page.low.startswith("the ", mention.start - 4)
        return mention.end == around.end
    return mention.start == around.start and (
        page.text.startswith(("'s ", "' ", ", ", " ("), mention.end)
        or mention.target is not None
        and " " in page.text[mention.start : mention.end]
    )


def _of_a_thing(mention: Mention, page: Page) -> bool:
    """ "Northmere Council Plan": a capitalised thing behind the name."""
    if mention.type in ("person", "collective"):
        return False
    if page.low[mention.start : mention.end] in party_words().not_bodies:
        return True
    rest = page.text[mention.end : mention.end + 40]
    if not rest.startswith(" ") or not rest[1:2].isupper():
        return False
    word = rest[1:].split()[0].strip(".,;:()").lower()
    return (
        word in party_words().things
        or word in party_words().soft_things
        or word in ("representative", "representatives", "nominee", "member")
    )
