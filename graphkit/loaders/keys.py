"""Keys of actions, decisions and priorities: made from what is printed, so the same paper gives the same keys."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from graphkit.language.fold import fold, slug

_LONGEST = 60


def digest_of(words: str) -> str:
    """Eight hexadecimal digits for words, whatever their case and white space."""
    even = " ".join(fold(words).split())
    return hashlib.sha256(even.encode("utf-8", "replace")).hexdigest()[:8]


def action_keys(numbered: Sequence[tuple[str | None, str]]) -> list[str]:
    """Keys of the actions given by (printed number, words): the number alone where no other action has it."""
    slugs = [slug(ref) if ref else "" for ref, _ in numbered]
    often = Counter(slugs)
    return distinct(
        own if own and often[own] == 1 else "-".join(filter(None, (own, digest_of(words))))
        for own, (_, words) in zip(slugs, numbered, strict=True)
    )


def priority_key(label: str, parent: str | None) -> str:
    """The key of a priority under its parent's."""
    key = slug(label)[:_LONGEST] or digest_of(label)
    return f"{parent}.{key}" if parent else key


def distinct(keys: Iterable[str]) -> list[str]:
    """The keys in order, a repeated one with "-2", "-3" after it."""
    found: dict[str, None] = {}
    # Where the search for a free number goes on, so that ten thousand equal items do not each begin at 2.
    reached: dict[str, int] = {}
    for key in keys:
        number, own = reached.get(key, 1), key
        while own in found:
            number += 1
            own = f"{key}-{number}"
        found[own] = None
        reached[key] = number
    return list(found)
