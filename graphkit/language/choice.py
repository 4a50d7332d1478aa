"""Which of the overlapping mentions on a page stand: the longest, and bodies that a post or team names as its own."""

from collections.abc import Iterable

from graphkit.language.mentions import Cover, Mention, longest
from graphkit.language.page import Page
from graphkit.language.party_words import party_words

_SEATS = frozenset({"representative", "representatives", "nominee", "member"})


def chosen(seen: Iterable[Mention], page: Page) -> list[Mention]:
    """The longest mentions and the bodies nested in them, in text order."""
    pool = [mention for mention in seen if not _of_a_thing(mention, page)]
    kept = longest(pool)
    outer = Cover(kept)
    nested = [mention for mention in pool if _is_nested(mention, outer.at(mention.start), page)]
    return sorted([*kept, *longest(nested)], key=lambda one: (one.start, -one.end))


def _is_nested(mention: Mention, around: Mention | None, page: Page) -> bool:
    """Whether a mention inside another is named as a party of its own.

    A post names its body at the end ("Chief Executive of Wolden Hospice"), a team its body at the start ("Northmere
    Council's Housing team"); a team inside a post counts with an article only ("Head of the Youth Service").
    """
    if around is None or mention.length >= around.length or mention.end > around.end or mention.type == around.type:
        return False
    if mention.type not in ("organisation", "board", "team"):
        return False
    if around.rule in ("own-team", "board-of"):
        return mention.type != "team" and (mention.start == around.start or mention.end == around.end)
    if around.type == "post":
        article = mention.type != "team" or page.low.startswith("the ", mention.start - 4)
        return mention.end == around.end and article
    if around.type != "team" or mention.start != around.start:
        return False
    full = mention.target is not None and " " in page.text[mention.start : mention.end]
    return full or page.text.startswith(("'s ", "' ", ", ", " ("), mention.end)


def _of_a_thing(mention: Mention, page: Page) -> bool:
    """Whether the words are only a part of something else: "Northmere Council Plan", "Trade Union Representative"."""
    if mention.type in ("person", "collective"):
        return False
    words = party_words()
    if page.low[mention.start : mention.end] in words.not_bodies:
        return True
    rest = page.text[mention.end : mention.end + 40]
    if not rest.startswith(" ") or not rest[1:2].isupper():
        return False
    word = rest[1:].split()[0].strip(".,;:()").lower()
    return word in words.things or word in words.soft_things or word in _SEATS
