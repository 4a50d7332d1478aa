"""What the gazetteer finds on a page, as mentions."""

from graphkit.language.citations import is_cited
from graphkit.language.gazetteer import Gazetteer, Match
from graphkit.language.mentions import Mention
from graphkit.language.page import Page
from graphkit.language.phrases import simply_nhs

_PLACE_BEFORE = (" in ", " across ", " within ", " for ")


def find_references(page: Page, gazetteer: Gazetteer) -> list[Mention]:
    """The reference names on a page, in order; a body that is only quoted is quiet."""
    found = (_mention(match, page) for match in gazetteer.find(page.text, page.low))
    return [mention for mention in found if mention is not None]


def _mention(match: Match, page: Page) -> Mention | None:
    entry, start = match.entry, match.start
    printed = page.text[start : match.end]
    if (entry.form.isupper() and _is_place(match, page)) or (printed == "NHS" and not simply_nhs(page.low, match.end)):
        return None
    if not entry.cased and printed.islower() and entry.type != "sector":
        return None
    # "the Council's Housing team" is a team whose name starts with "Council".
    if printed[:4].lower() == "the " and page.text.startswith(("'s ", "' "), match.end):
        start += 4
    rule = entry.target.startswith("type:")
    kind = entry.target.startswith("board-kind:") and " " not in printed
    cited = entry.type == "organisation" and entry.scope == "national" and is_cited(page.low, start, match.end)
    return Mention(start, match.end, entry.type, "reference", target=entry.target, generic=rule or kind, quiet=cited)


def _is_place(match: Match, page: Page) -> bool:
    """Whether initials serve as the name of a place ("across BCP")."""
    if match.entry.scope != "area" or match.entry.target.startswith("type:"):
        return False
    before = page.low[max(0, match.start - 8) : match.start]
    return before.endswith(_PLACE_BEFORE) and not page.text.startswith(" Council", match.end)
