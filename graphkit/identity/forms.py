"""Forms of a body's name that are the same name: how two printings are compared."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from graphkit.language.fold import slug

_BRACKET = re.compile(
    r"\s*[(\[](?:(?:the|an?) [^()\[\]]{1,30}|[A-Za-z&/-]*[A-Z][A-Za-z&/-]*[A-Z&][A-Za-z&/-]*s?)[)\]]\s*$"
)
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z&/-]{2,9}")
_ARTICLE = re.compile(r"(?:the|our|its)\s+", re.IGNORECASE)

# Long and short ways of printing the same head of a name; the longest come first.
_HEADS = (
    (("clinical", "commissioning", "groups"), ("ccgs",)),
    (("clinical", "commissioning", "group"), ("ccg",)),
    (("integrated", "care", "board"), ("icb",)),
    (("primary", "care", "trust"), ("pct",)),
    (("health", "and", "wellbeing", "board"), ("hwb",)),
    (("health", "and", "well", "being", "board"), ("hwb",)),
    (("healthy", "wellbeing", "board"), ("hwb",)),
    (("hwbb",), ("hwb",)),
    (("health", "and", "social", "care", "integration", "joint", "board"), ("ijb",)),
    (("integration", "joint", "board"), ("ijb",)),
    (("health", "and", "social", "care", "partnership"), ("hscp",)),
    (("police", "and", "crime", "commissioner"), ("pcc",)),
    (("public", "services", "board"), ("psb",)),
    (("community", "planning", "partnership"), ("cpp",)),
    (("council", "for", "voluntary", "service"), ("cvs",)),
    (("council", "for", "voluntary", "services"), ("cvs",)),
    (("council", "of", "voluntary", "service"), ("cvs",)),
    (("well", "being"), ("wellbeing",)),
    (("health", "care"), ("healthcare",)),
    (("health", "watch"), ("healthwatch",)),
    (("saint",), ("st",)),
)
_STARTS = {long[0] for long, _ in _HEADS}


@lru_cache(maxsize=50_000)
def plain(name: str) -> str:
    """The words of a name as compared: lower case, "&" as "and", no article, apostrophe, mark or bracketed acronym.

    Usual heads come in their short form ("clinical commissioning group" as "ccg").
    """
    words = slug(_BRACKET.sub("", name)).split("-")
    if words[0] == "the" and len(words) > 1:
        del words[0]
    if not _STARTS.isdisjoint(words):
        words = _shorten(words)
    return " ".join(words)


def _shorten(words: list[str]) -> list[str]:
    out: list[str] = []
    at = 0
    while at < len(words):
        for long, short in _HEADS:
            if tuple(words[at : at + len(long)]) == long:
                out += short
                at += len(long)
                break
        else:
            out.append(words[at])
            at += 1
    return out


def without_article(name: str) -> str:
    """The name without "the", "our" or "its" before it, white space folded."""
    return _ARTICLE.sub("", " ".join(name.split()), count=1) if _ARTICLE.match(name) else " ".join(name.split())


def acronym_form(name: str) -> str | None:
    """The name as an acronym, its case kept, without an article; None when it is not one.

    An acronym is one word of up to nine letters (and "&", "/", "-") with at least two capitals.
    """
    bare = without_article(name)
    return bare if _ACRONYM.fullmatch(bare) else None


class Shape(NamedTuple):
    """A name taken apart: its kind of body, the words that tell one such body from another, and its qualifiers.

    kind: "trust", "council", ... ; words: what is left in order; qualifiers: "county", "city", "borough", "district".
    """

    kind: str
    words: tuple[str, ...]
    qualifiers: frozenset[str] = frozenset()


_QUALIFIERS = frozenset({"county", "city", "borough", "district"})
_COUNCIL = _QUALIFIERS | {"council", "metropolitan", "of", "royal", "london", "unitary", "and"}
_SERVICE = frozenset({"service", "services"})
_TRUST = frozenset({"nhs", "foundation", "trust"})
# How each kind of body is known by a word of its name, and which words say no more than that kind.
_KINDS: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = (
    ("ambulance", frozenset({"ambulance"}), _SERVICE | _TRUST | {"health", "and", "social", "care", "university"}),
    ("ccg", frozenset({"ccg"}), frozenset({"nhs"})),
    ("icb", frozenset({"icb"}), frozenset({"nhs"})),
    ("pct", frozenset({"pct"}), frozenset({"nhs", "teaching"})),
    ("hwb", frozenset({"hwb"}), frozenset({"joint", "shadow", "city", "county", "council"})),
    ("ijb", frozenset({"ijb"}), frozenset()),
    ("hscp", frozenset({"hscp"}), frozenset()),
    ("pcc", frozenset({"pcc", "opcc"}), frozenset({"office", "of", "the", "for"})),
    ("healthwatch", frozenset({"healthwatch"}), frozenset({"local"})),
    ("fire", frozenset({"fire"}), _SERVICE | {"and", "rescue", "authority"}),
    ("police", frozenset({"police", "constabulary"}), _SERVICE | {"force"}),
    ("trust", frozenset({"trust"}), _TRUST),
    ("university", frozenset({"university"}), frozenset({"of", "the"})),
    ("college", frozenset({"college"}), frozenset({"of", "the"})),
)
_NOT_COUNCIL = frozenset({"voluntary", "youth", "refugee", "parish", "town", "research", "race", "national", "british"})


@lru_cache(maxsize=50_000)
def shape(name: str) -> Shape | None:
    """A name taken apart, or None when its kind of body is not one of the known ones."""
    words = tuple(plain(name).split())
    present = frozenset(words)
    if "council" in present or {"borough", "of"} <= present:
        return _council(words, present)
    if "health" in present and "board" in present and words[-2:] == ("health", "board"):
        rest = tuple(word for word in words[:-2] if word not in {"university", "teaching", "local", "nhs"})
        return Shape("health board", rest)
    if "university" in present and "hospital" not in present and "hospitals" not in present and "trust" not in present:
        return Shape("university", tuple(word for word in words if word not in {"university", "of", "the"}))
    for kind, marks, empty in _KINDS:
        if marks & present:
            return Shape(kind, tuple(word for word in words if word not in marks and word not in empty))
    return None


def _council(words: tuple[str, ...], present: frozenset[str]) -> Shape | None:
    if present & _NOT_COUNCIL:
        return None
    kept = tuple(word for word in words if word not in _COUNCIL or word == "and")
    while kept and kept[-1] == "and":
        kept = kept[:-1]
    return Shape("council", kept, present & _QUALIFIERS)


def initials(name: str) -> str:
    """The capitals of a name's words, small words left out ("Northmere City Council" gives "NCC")."""
    small = {"of", "and", "the", "for", "in", "on", "upon", "by"}
    words = [word for word in re.split(r"[^A-Za-z']+", unicodedata.normalize("NFKD", name)) if word]
    return "".join(word[0].upper() for word in words if word.lower() not in small)
