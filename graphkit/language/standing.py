"""Whether words for a sector or a team name somebody who takes part, or only a place, a theme or people in general.

"Ask care homes to", "with the sports clubs" name somebody; "access to dentists", "near takeaways" do not. "A support
team in every school" is a service to come, "the support team will" somebody. What only stands there stays a party
(quiet), so that it can act, but is no partner.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from graphkit.language.kinds import several_of
from graphkit.language.mentions import Mention
from graphkit.language.page import Page
from graphkit.language.party_words import either, party_words, word_set

_NOUNS = ("team-phrase", "group-phrase")
_WORD_BEFORE = re.compile(r"(?<![\w'-])([a-z][\w'-]+) $")


def weighed(page: Page, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions; sectors and teams that only stand there are quiet, and a word that grades one gives a form more."""
    for mention in mentions:
        if mention.type == "sector" and not mention.generic:
            yield _graded(page, _sector(page, mention))
        elif mention.rule in _NOUNS and not mention.quiet:
            yield _graded(page, _team(page, mention))
        else:
            yield mention


def _sector(page: Page, mention: Mention) -> Mention:
    form = page.low[mention.start : mention.end].removeprefix("the ")
    kind = several_of(form)
    if kind is not None and _counts(page, mention):
        # "The two councils" are those that the paper names.
        return replace(mention, rule="several", target=f"type:{kind}", generic=True)
    weak = (form in party_words().weak_sectors or mention.rule == "each-of-a-sector") and not takes_part(page, mention)
    return replace(mention, quiet=True) if weak else mention


def _team(page: Page, mention: Mention) -> Mention:
    """A team is somebody behind "the" or where it acts; "a team", "teams in every school" are nobody yet."""
    before = page.low[max(0, mention.start - 40) : mention.start]
    loose = bool(_patterns()[2].search(before)) or (page.low[mention.end - 1] == "s" and not before.endswith("the "))
    acts = bool(_patterns()[1].match(page.low, mention.end)) and not before.endswith(("each ", "every "))
    return replace(mention, quiet=True) if loose and not acts and not _alone(page, mention) else mention


def takes_part(page: Page, mention: Mention) -> bool:
    """Whether the words around a mention make somebody of it: it acts, is asked, worked with, or fills a cell."""
    before, after, _ = _patterns()
    start = max(page.starts[page.line_at(mention.start)], mention.start - 60)
    return (
        _alone(page, mention)
        or bool(before.search(page.low[start : mention.start]))
        or bool(after.match(page.low, mention.end))
    )


def _alone(page: Page, mention: Mention) -> bool:
    """Whether a mention opens or fills its line and nothing but marks of a list stands beside it."""
    text = page.text
    left = (
        mention.start == 0
        or text[mention.start - 1] in "\n;|/"
        or text[max(0, mention.start - 2) : mention.start] in ("; ", "| ", ", ")
    )
    right = mention.end == len(text) or text[mention.end] in "\n;|/,"
    return left and right


def _counts(page: Page, mention: Mention) -> bool:
    """Whether "the", "both" or a small number stands before a plural."""
    if page.low.startswith("the ", mention.start):
        return True
    found = _WORD_BEFORE.search(page.low, max(0, mention.start - 20), mention.start)
    return found is not None and found.group(1) in word_set("several")


def _graded(page: Page, mention: Mention) -> Mention:
    """With the word before as another form where it says which ("rural community groups")."""
    found = _WORD_BEFORE.search(page.low, max(0, mention.start - 24), mention.start)
    if found is None or found.group(1) not in word_set("sector_grades"):
        return mention
    return replace(mention, also=(*mention.also, page.text[found.start(1) : mention.end]))


@cache
def _patterns() -> tuple["re.Pattern[str]", "re.Pattern[str]", "re.Pattern[str]"]:
    between = r"(?: (?:the|our|all|each|every|local|other|some|more|its|their|[\w' ]{1,30},? and)){0,3}"
    linked = r"(?:,? and [\w' ]{3,30}?)?(?: (?:also|already|now|then))?"
    return (
        re.compile(rf"\b{either('worked_with')}{between} $"),
        re.compile(rf"{linked} {either('takes_part')}\b"),
        re.compile(rf"(?<![\w'-]){either('loose')} (?:[\w'-]+ ){{0,2}}$"),
    )
