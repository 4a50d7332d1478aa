"""What the gazetteer finds on a page, as mentions."""

import re

from graphkit.language.citations import is_cited
from graphkit.language.gazetteer import Gazetteer, Match
from graphkit.language.mentions import Mention
from graphkit.language.page import Page
from graphkit.language.party import PartyType
from graphkit.language.party_words import party_words
from graphkit.language.phrases import simply_nhs

# Closes of names that point to several bodies of a kind.
_PLURALS = ("councils", "ccgs", "icbs", "trusts", "colleges", "universities", "authorities", "boards", "links")
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
    if printed.isupper() and " " not in printed and _in_capitals(page.text, start, match.end):
        return None
    if entry.scope == "national" and printed.istitle() and _in_a_longer_name(page.text, start, match.end):
        return None
    # "the Council's Housing team" is a team whose name starts with "Council".
    if printed[:4].lower() == "the " and page.text.startswith(("'s ", "' "), match.end):
        start += 4
    rule = entry.target.startswith("type:")
    if rule and printed.lower().endswith(_PLURALS):
        # "The district councils" are several bodies, and none of them alone.
        return Mention(start, match.end, "sector", "several", target=entry.target, generic=True)
    if entry.type == "sector" and (head := _named(printed)) is not None:
        # "The Interfaith Forum" is a body, though reference data lists it under the sector that it speaks for.
        return Mention(start, match.end, head, "head")
    kind = entry.target.startswith("board-kind:") and " " not in printed
    cited = entry.type == "organisation" and entry.scope == "national" and is_cited(page.low, start, match.end)
    return Mention(start, match.end, entry.type, "reference", target=entry.target, generic=rule or kind, quiet=cited)


def _named(printed: str) -> PartyType | None:
    """The type of a body that a phrase for a sector names by a capitalised head in the singular."""
    first, _, last = printed.rpartition(" ")
    named = first and last[:1].isupper() and not last.lower().endswith("s") and last.lower() not in ("nhs", "school")
    return party_words().heads.get(last.lower()) if named else None


_WORD_BEFORE = re.compile(r"\b[A-Z][a-z]+ $")
_WORD_AFTER = re.compile(r" [A-Z][a-z]")


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether a word in capitals is one of a heading all in capitals ("WHO WE ARE"), so that no acronym shows."""
    left = text[max(0, start - 60) : start].rpartition("\n")[2]
    right = text[end : end + 60].partition("\n")[0]
    return (
        bool(left.strip() or right.strip())
        and (left + right).upper() == left + right
        and any(map(str.isalpha, left + right))
    )


def _in_a_longer_name(text: str, start: int, end: int) -> bool:
    """Whether a one-word name is a word of something else's name ("the Wellbeing Monitor", "Monitor Lizards")."""
    if " " in text[start:end]:
        return False
    return bool(_WORD_BEFORE.search(text, max(0, start - 30), start) or _WORD_AFTER.match(text, end))


def _is_place(match: Match, page: Page) -> bool:
    """Whether initials serve as the name of a place ("across BCP")."""
    if match.entry.scope != "area" or match.entry.target.startswith("type:"):
        return False
    before = page.low[max(0, match.start - 8) : match.start]
    return before.endswith(_PLACE_BEFORE) and not page.text.startswith(" Council", match.end)
