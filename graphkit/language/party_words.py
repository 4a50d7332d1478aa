"""The word lists behind the search for parties.

`data/party-heads.yaml`, `parties.yaml`, `posts.yaml` and `given-names.txt` say what names are made of; `party-
cues.yaml` what stands around them. All comparisons are on folded words; sets of printed forms say so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from graphkit import resources
from graphkit.language.data_file import data_file
from graphkit.language.fold import fold, slug
from graphkit.language.party import PartyType

JOIN = frozenset({"and", "&"})


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Words and phrases by use; see the comments in the data files.

    Printed forms: `capital_sectors`, `teams`, `subjects`, `not_acronyms`, `organisations`, `post_acronyms`. `..._first`
    are the first words of phrases.
    """

    heads: dict[str, PartyType]
    opening: dict[str, PartyType]
    bare_heads: frozenset[str]
    open: frozenset[str]
    of_left: frozenset[str]
    centre_of: frozenset[str]
    closing: frozenset[str]
    free_closings: frozenset[str]
    common_before: frozenset[str]
    things: frozenset[str]
    soft_things: frozenset[str]
    leading: frozenset[str]
    labels: frozenset[str]
    pairs: frozenset[str]
    not_bodies: frozenset[str]
    sectors: frozenset[str]
    weak_sectors: frozenset[str]
    collectives: frozenset[str]
    team_words: frozenset[str]
    team_nouns: frozenset[str]
    groups: frozenset[str]
    bodies: frozenset[str]
    bare: frozenset[str]
    agent_verbs: frozenset[str]
    capital_sectors: frozenset[str]
    teams: frozenset[str]
    subjects: frozenset[str]
    not_acronyms: frozenset[str]
    organisations: frozenset[str]
    post_heads: frozenset[str]
    chairs: frozenset[str]
    needy: frozenset[str]
    trailing: frozenset[str]
    post_acronyms: frozenset[str]
    not_posts: frozenset[str]
    given: frozenset[str]
    subjects_low: frozenset[str]
    opening_first: frozenset[str]
    closing_first: frozenset[str]
    title_first: frozenset[str]
    organisations_first: frozenset[str]

    def is_given(self, low: str) -> bool:
        """Whether a word is a given name, with or without its accents ("Si\u00e2n")."""
        return low in self.given or (not low.isascii() and slug(low) in self.given)


_FROM_HEADS = (
    "bare_heads",
    "open",
    "of_left",
    "centre_of",
    "closing",
    "free_closings",
    "common_before",
    "things",
    "soft_things",
    "leading",
    "labels",
    "pairs",
    "not_bodies",
)
_FROM_PARTIES = (
    "sectors",
    "weak_sectors",
    "collectives",
    "team_words",
    "team_nouns",
    "groups",
    "bodies",
    "bare",
    "agent_verbs",
)
_PRINTED = ("capital_sectors", "teams", "subjects", "not_acronyms", "organisations")


@cache
def party_words() -> PartyWords:
    """The lists, read once."""
    heads, parties, posts = _read("party-heads"), _read("parties"), _read("posts")
    opening: dict[str, PartyType] = {phrase: kind for kind, phrases in heads["opening"].items() for phrase in phrases}
    given = (resources.LANGUAGE / "given-names.txt").read_text(encoding="utf-8")
    return PartyWords(
        heads=_heads(heads["heads"]),
        opening=opening,
        **{name: frozenset(map(fold, heads[name])) for name in _FROM_HEADS},
        **{name: frozenset(map(fold, parties[name])) for name in _FROM_PARTIES},
        **{name: frozenset(parties[name]) for name in _PRINTED},
        post_heads=frozenset(posts["heads"]),
        chairs=frozenset(posts["chairs"]),
        needy=frozenset(posts["needy"]),
        trailing=frozenset(posts["trailing"]),
        post_acronyms=frozenset(posts["acronyms"]),
        not_posts=frozenset(posts["not_posts"]),
        given=frozenset(given.split()),
        subjects_low=frozenset(map(fold, parties["subjects"])),
        opening_first=_firsts(opening),
        closing_first=_firsts(heads["closing"]),
        title_first=_firsts([*posts["heads"], *posts["chairs"]]),
        organisations_first=_firsts(fold(name).replace("'s", "") for name in parties["organisations"]),
    )


@cache
def word_set(name: str) -> frozenset[str]:
    """A set of `party-cues.yaml`."""
    return frozenset(_read("party-cues")["sets"][name])


@cache
def either(name: str) -> str:
    """A list of patterns of `party-cues.yaml`, as one group of a regular expression."""
    return "(?:" + "|".join(_read("party-cues")["patterns"][name]) + ")"


@cache
def patterns(name: str) -> tuple[str, ...]:
    """A list of patterns of `party-cues.yaml`."""
    return tuple(_read("party-cues")["patterns"][name])


def _read(name: str) -> dict[str, Any]:
    return data_file(f"{name}.yaml")


def _heads(kinds: dict[PartyType, list[str]]) -> dict[str, PartyType]:
    by_head: dict[str, PartyType] = {}
    for kind, words in kinds.items():
        for word in words:
            by_head.setdefault(word, kind)
            by_head.setdefault(_plural(word), kind)
    return by_head


def _firsts(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases)


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")
