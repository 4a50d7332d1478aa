"""Doers whom no list of names knows, but whose words stand as subject of what is to be done: "PC Marsh would ...".

Who is to act is somebody who can act, so the subject's own words name a party: a name in capitals, or a post in small
letters ("the chairs of the sub-groups"). Pronouns and things ("the report", "this work") do not.
"""

import re
from collections.abc import Iterator

from graphkit.documents.model import Span
from graphkit.language.act import Act
from graphkit.language.fold import slug
from graphkit.language.parties import PartyHit
from graphkit.language.party import PartyType
from graphkit.language.party_words import party_words
from graphkit.language.prose import Prose
from graphkit.language.tokens import trim
from graphkit.language.verbs import readings

# Keys that start so are those of no Party of the paper yet: the words themselves are the name.
STRANGER = "doer-"

_AND = re.compile(r"(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*/\s*)(?:the\s+)?")
_ARTICLE = re.compile(r"[\s*_\"“]*(?:(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very|[Bb]oth|[Aa]ll)\s+)?")
_TITLED = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Rev|PC|Sgt|Insp|Supt|DI|DS)\.?\s+[A-Z]"
)
# What papers are about; in capitals some of these words end names ("Level Two Project", "Fire Service").
_THING = re.compile(
    r"\b(?:(?i:plans?|strateg(?:y|ies)|reports?|polic(?:y|ies)|papers?|reviews?|updates?|frameworks?|meetings?|agenda|minutes"
    r"|budgets?|campaigns?|consultations?|surveys?|programmes?|framework|terms|assessments?|declarations?|charters?|days?)"
    r"|projects?|work|funding|items?|pilots?|services?|websites?|schemes?|priorit(?:y|ies)|actions?|recommendations?|models?"
    r"|pathways?|figures|data|progress|conversations?|sessions?|events?|letters?|training|results?|findings?|outcomes?"
    r"|targets?|discussions?|decisions?|contracts?)$"
)
_PRONOUNS = frozenset(
    {
        "i",
        "we",
        "he",
        "she",
        "it",
        "they",
        "you",
        "this",
        "these",
        "those",
        "there",
        "that",
        "who",
        "which",
        "my",
        "our",
    }
)
_BE = re.compile(r"(?:\s+(?:also|both|all|to|be|is|are|was|were|should|would|shall))*\s*$")
_LONGEST, _MOST_WORDS = 60, 7


def strangers(prose: Prose, act: Act) -> list[PartyHit]:
    """The parties that a doer's words name when nobody known is named in them; empty when they name no one."""
    if act.doer is None or not _is_to_act(act) or prose.named(act.doer):
        return []
    found = list(_parts(prose, act.doer))
    return [hit for hit in found if hit is not None] if all(found) else []


def strangers_invited(prose: Prose, act: Act) -> list[PartyHit]:
    """The same for whoever a passive act invites: "BCTX be invited to the next meeting"."""
    if not act.passive or act.verb != "invite":
        return []
    before = prose.quote(Span(act.span.start, act.verb_span.start))
    subject = Span(act.span.start, act.span.start + len(_BE.sub("", before)))
    found = list(_parts(prose, subject)) if subject.end > subject.start and not prose.named(subject) else []
    return [hit for hit in found if hit is not None] if all(found) else []


def is_stranger(key: str) -> bool:
    """Whether a party's key is that of a doer whom no list of names knows."""
    return key.startswith(STRANGER)


def _is_to_act(act: Act) -> bool:
    if act.passive:
        return act.kind in ("ask", "delegate")
    return act.mood in ("modal", "to", "subjunctive")


def _parts(prose: Prose, doer: Span) -> Iterator[PartyHit | None]:
    """Each member of the doer's coordination as a party; None for one that is no name."""
    text = prose.quote(doer)
    edges = [0, *(at for cut in _AND.finditer(text) for at in cut.span()), len(text)]
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        own = trim(prose.text, Span(doer.start + a, doer.start + b), " *_,;:")
        article = _ARTICLE.match(prose.text, *own)
        own = Span(article.end() if article else own.start, own.end)
        kind = kind_of_name(prose.quote(own))
        yield PartyHit(own, f"{STRANGER}{slug(prose.quote(own))}", kind) if kind else None


def kind_of_name(words: str) -> PartyType | None:
    """What a name is by its looks; None when it is none."""
    parts = words.split()
    if not 0 < len(parts) <= _MOST_WORDS or len(words) > _LONGEST or parts[0].lower() in _PRONOUNS:
        return None
    if _TITLED.match(words):
        return "person"
    head = re.split(r" (?:of|for|at|in|from) ", words)[0].split()[-1].lower()
    table = party_words()
    if head.removesuffix("s") in table.post_heads or head in table.post_heads | table.chairs:
        return "post"
    if _THING.search(words) or not words[0].isupper() or not slug(words):
        return None
    # "Helping families to ..." is no name, nor is "Work with ...".
    return None if len(parts) > 1 and readings(parts[0].lower()) and parts[1][0].islower() else "organisation"
