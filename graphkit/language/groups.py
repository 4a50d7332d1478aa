"""Names that mean the same: normal forms, and sets of them that grow together."""

import re
from functools import lru_cache

from graphkit.language.fold import fold
from graphkit.language.kinds import spelt_out
from graphkit.language.party_words import party_words

_ARTICLE = re.compile(r"^(?:the|a|an|this|our|its|their|each|new|local|all) ")
# Papers name the same bodies over and over: so many names are kept with what was worked out for them.
_KEPT = 8192
_NOT_WORD = re.compile(r"[^\w]+")


class Groups:
    """Union-find over normal forms."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, key: str) -> str:
        """The group's representative."""
        parent = self._parent.setdefault(key, key)
        while parent != self._parent[parent]:
            parent = self._parent[parent]
        self._parent[key] = parent
        return parent

    def join(self, one: str, other: str) -> None:
        """Make two groups one; the first one's representative stays."""
        self._parent[self.find(other)] = self.find(one)


@lru_cache(_KEPT)
def normal(name: str) -> str:
    """A name as it is compared: folded, without article, "&" as "and", "'" left out, a closing acronym spelt out.

    A plural equals its singular ("sub-groups"), but not where the last word is a kind of body ("boards").
    """
    low = fold(name).replace("&", " and ").replace("'", "")
    low = _NOT_WORD.sub(" ", low).strip()
    low = _ARTICLE.sub("", low) or low
    before, _, last = low.rpartition(" ")
    spelt = spelt_out(last) if before else None
    if spelt is not None:
        return f"{before} {spelt}"
    plural = len(low) > 4 and low.endswith("s") and not low.endswith(("ss", "us", "is"))
    return low[:-1] if plural and party_words().heads.get(last) not in ("board", "organisation") else low


def singular(plural: str) -> str:
    """A plural in small letters as its singular; other words as they are."""
    if plural.endswith("ies") and len(plural) > 5:
        return plural[:-3] + "y"
    if plural.endswith(("ches", "shes", "sses", "xes")):
        return plural[:-2]
    return plural[:-1] if plural.endswith("s") and not plural.endswith(("ss", "us", "is")) else plural


@lru_cache(_KEPT)
def initials(name: str) -> frozenset[str]:
    """The ways to abbreviate a name: all words, without the small ones, without "NHS" and "Foundation" too."""
    words = re.findall(r"[A-Za-z0-9]+", name.replace("'s", "s"))
    big = [word for word in words if word.lower() not in ("and", "of", "the", "for", "in", "on", "s")]
    every = [word for word in words if word.lower() != "the"]
    plain = [word for word in big if word not in ("NHS", "Foundation")]
    return frozenset("".join(word[0] for word in chosen).upper() for chosen in (big, every, plain))
