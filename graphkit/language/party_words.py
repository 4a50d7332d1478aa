"""The word lists behind the search for parties: `data/party-heads.yaml`, `parties.yaml`, `posts.yaml`, `given-names.txt`."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import yaml

from graphkit import resources
from graphkit.language.fold import fold
from graphkit.language.party import PartyType


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Folded words and phrases by use; see the comments in the data files."""

    heads: dict[str, PartyType]
    open: frozenset[str]
    of_left: frozenset[str]
    centre_of: frozenset[str]
    opening: dict[str, PartyType]
    closing: frozenset[str]
    things: frozenset[str]
    leading: frozenset[str]
    sectors: frozenset[str]
    capital_sectors: frozenset[str]
    collectives: frozenset[str]
    teams: frozenset[str]
    subjects: frozenset[str]
    subjects_low: frozenset[str]
    organisations: frozenset[str]
    soft_things: frozenset[str]
    labels: frozenset[str]
    pairs: frozenset[str]
    not_bodies: frozenset[str]
    team_words: frozenset[str]
    team_nouns: frozenset[str]
    groups: frozenset[str]
    bodies: frozenset[str]
    not_acronyms: frozenset[str]
    apposition: frozenset[str]
    post_heads: frozenset[str]
    chairs: frozenset[str]
    needy: frozenset[str]
    trailing: frozenset[str]
    post_acronyms: frozenset[str]
    not_posts: frozenset[str]
    bare: frozenset[str]
    agent_verbs: frozenset[str]
    given: frozenset[str]
    opening_first: frozenset[str]
    closing_first: frozenset[str]
    title_first: frozenset[str]


@cache
def party_words() -> PartyWords:
    """The lists, read once."""
    heads, parties, posts = (_read(name) for name in ("party-heads", "parties", "posts"))
    by_head: dict[str, PartyType] = {}
    for kind, words in heads["heads"].items():
        for word in words:
            for form in (word, _plural(word)):
                by_head.setdefault(form, kind)
    opening = {phrase: kind for kind, phrases in heads["opening"].items() for phrase in phrases}
    folded = {name: frozenset(map(fold, heads[name])) for name in ("open", "of_left", "centre_of", "closing", "things", "soft_things", "leading", "labels", "pairs", "not_bodies")}
    lower = {name: frozenset(map(fold, parties[name])) for name in ("sectors", "collectives", "team_words", "team_nouns", "groups", "bodies", "apposition", "bare", "agent_verbs")}
    cased = {name: frozenset(parties[name]) for name in ("capital_sectors", "teams", "subjects", "not_acronyms", "organisations")}
    given = (resources.LANGUAGE / "given-names.txt").read_text(encoding="utf-8")
    return PartyWords(
        heads=by_head, opening=opening, **folded, **lower, **cased,
        post_heads=frozenset(posts["heads"]), chairs=frozenset(posts["chairs"]), needy=frozenset(posts["needy"]),
        trailing=frozenset(posts["trailing"]), post_acronyms=frozenset(posts["acronyms"]), not_posts=frozenset(posts["not_posts"]),
        given=frozenset(given.split()), opening_first=_firsts(opening), closing_first=_firsts(folded["closing"]),
        title_first=_firsts([*posts["heads"], *posts["chairs"]]), subjects_low=frozenset(map(fold, parties["subjects"])),
    )  # fmt: skip


def _firsts(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases)


def _read(name: str) -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = yaml.load((resources.LANGUAGE / f"{name}.yaml").read_text(encoding="utf-8"), Loader=_LOADER)
    return loaded


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")
