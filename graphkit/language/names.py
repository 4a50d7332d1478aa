"""Question three of reading, "Who?": everybody named in a paper who can act.

Finders look at the paper line by line, each for one kind of name; what they see is tied together to parties and the
deciding body is chosen. Attendance lists count, boilerplate does not. Nothing is looked up in an area here: which body
"the Trust" is, `identity` decides.
"""

from collections.abc import Iterable, Iterator, Sequence

from graphkit.documents.model import Document
from graphkit.language.acronyms import Definition, find_definitions
from graphkit.language.asides import beside_the_point
from graphkit.language.attendance import find_attendance
from graphkit.language.bare_kinds import find_bare
from graphkit.language.branches import find_branches, find_closings, find_openings, find_small_heads
from graphkit.language.choice import chosen
from graphkit.language.clusters import clustered, owner_of
from graphkit.language.companions import find_companions
from graphkit.language.councils import find_council_teams
from graphkit.language.entries import find_defined_entries
from graphkit.language.gazetteer import Gazetteer
from graphkit.language.initials import find_acting_initials, find_initial_columns
from graphkit.language.instances import find_boards_of, find_instances, find_own_teams, find_teams_of_people
from graphkit.language.line import Line
from graphkit.language.meeting_lines import find_told
from graphkit.language.mentions import Cover, Mention, find_forms, longest, tokens_of
from graphkit.language.page import Page, page_of
from graphkit.language.parties import Parties
from graphkit.language.people import find_holders, find_initials, find_people
from graphkit.language.phrases import find_phrases
from graphkit.language.posts import find_posts
from graphkit.language.references import find_references
from graphkit.language.shapes import find_headed
from graphkit.language.standing import weighed


def find_parties(document: Document, gazetteer: Gazetteer) -> Parties:
    """Everybody who can act in the document; see `Parties`."""
    page = page_of(document)
    definitions = find_definitions(page.text)
    known = find_references(page, gazetteer)
    lines = _lines(page, known, definitions, gazetteer)
    seen = [*known, *find_phrases(page.text, page.low), *find_bare(page.text)]
    for line in lines:
        for find in (find_openings, find_closings, find_headed, find_branches, find_small_heads):
            seen += find(line)
        seen += find_people(line, page.text)
    told = list(find_told(page))
    seen += told
    seen += find_council_teams(page.text, seen)
    seen += find_instances(page.text)
    seen += [*find_boards_of(page.text, seen), *find_own_teams(page.text, seen)]
    seen += find_attendance(page, Cover(longest(seen), gazetteer.places))
    named = Cover(longest(seen))
    for line in lines:
        line.known = named
        seen += find_posts(line, page.text)
    kept = chosen([*seen, *find_defined_entries(page, definitions)], page)
    kept = chosen(
        [*kept, *_defined(definitions, kept, page), *find_initials(page.text, kept), *find_holders(page.text, kept)],
        page,
    )
    kept = chosen([*kept, *find_teams_of_people(page.text, kept)], page)
    kept = chosen([*kept, *find_initial_columns(page, Cover(kept))], page)
    kept = chosen([*kept, *find_acting_initials(page, kept)], page)
    others = frozenset(one.acronym for one in definitions if owner_of(one, kept) is None)
    kept = chosen([*kept, *find_companions(page, lines, kept, others)], page)
    return clustered(page, list(weighed(page, beside_the_point(page, kept))), definitions, gazetteer, told)


def _lines(page: Page, known: Sequence[Mention], definitions: Iterable[Definition], gazetteer: Gazetteer) -> list[Line]:
    """The lines of a page as words. No name runs across the start of a full form in a list of abbreviations."""
    cover = Cover(known)
    breaks = frozenset(one.start for one in definitions if one.acronym_start < one.start)
    return [
        Line(tokens_of(page.text, page.low, start, end), cover, gazetteer.places, breaks)
        for start, end, _ in page.lines()
    ]


def _defined(definitions: Iterable[Definition], kept: Sequence[Mention], page: Page) -> Iterator[Mention]:
    """Every place of an acronym that the paper defines for a party."""
    owners = {one.acronym: owner.type for one in definitions if (owner := owner_of(one, kept)) is not None}
    types = {acronym: kind for acronym, kind in owners.items() if kind != "person"}
    for match in find_forms(types, page.text):
        yield Mention(match.start(), match.end(), types[match.group(1)], "acronym")
