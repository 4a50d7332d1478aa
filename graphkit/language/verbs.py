"""The verbs of board papers: every form, the act it performs, and whether it is as likely a noun.

The table is `data/verbs.yaml`. A base may perform several acts ("support" approves a plan and is something to do), so a
form leads to all of them; `acts.py` chooses by mood and object.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import yaml

from graphkit import resources

Form = Literal["base", "third", "past", "participle", "gerund"]

_VOWELS = "aeiou"
# Two-syllable verbs that double their last letter although the rule below (one syllable) does not see it.
_DOUBLING = frozenset({"commit", "refer", "submit", "transfer", "permit", "defer", "begin", "rerun", "concur", "remit", "fulfil",
                       "model", "travel", "level", "signal", "channel"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """One reading of a word: its base, its form, the acts the base performs, and whether it may be a noun as well."""

    base: str
    form: Form
    acts: frozenset[str]
    noun: bool

    def does(self, *acts: str) -> bool:
        """Whether the verb may perform one of these acts."""
        return not self.acts.isdisjoint(acts)


def readings(word: str) -> tuple[Verb, ...]:
    """All readings of a word as a verb, base form first; empty when it is none that we know."""
    return _forms().get(word.lower().replace("‐", "-"), ())


def reading(word: str, *forms: Form) -> Verb | None:
    """The reading of a word in one of these forms, or None."""
    return next((verb for verb in readings(word) if verb.form in forms), None)


@cache
def _forms() -> dict[str, tuple[Verb, ...]]:
    table = yaml.safe_load((resources.LANGUAGE / "verbs.yaml").read_text(encoding="utf-8"))
    acts: dict[str, set[str]] = {}
    for act, bases in table["acts"].items():
        for base in bases:
            acts.setdefault(base, set()).add(act)
    nouns = frozenset(table["nouns"])
    found: dict[str, list[Verb]] = {}
    for base in sorted(acts):
        inflected = table["irregular"].get(base) or _regular(base)
        pairs: list[tuple[Form, str]] = [("base", base), *zip(_REST, inflected, strict=True)]
        for form, word in pairs:
            found.setdefault(word, []).append(
                Verb(base, form, frozenset(acts[base]), base in nouns and form != "gerund")
            )
    return {word: tuple(verbs) for word, verbs in found.items()}


_REST: tuple[Form, ...] = ("third", "past", "participle", "gerund")


def _regular(base: str) -> list[str]:
    if base.endswith("y") and base[-2] not in _VOWELS:
        stem = base[:-1]
        return [stem + "ies", stem + "ied", stem + "ied", base + "ing"]
    if base.endswith("e"):
        gerund = base + "ing" if base.endswith(("ee", "ye", "oe")) else base[:-1] + "ing"
        return [base + "s", base + "d", base + "d", gerund]
    double = base + base[-1] if _doubles(base) else base
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return [third, double + "ed", double + "ed", double + "ing"]


def _doubles(base: str) -> bool:
    syllables = sum(letter in _VOWELS and (i == 0 or base[i - 1] not in _VOWELS) for i, letter in enumerate(base))
    short = len(base) > 2 and base[-1] not in "wxy" + _VOWELS and base[-2] in _VOWELS and base[-3] not in _VOWELS
    return base in _DOUBLING or (short and syllables == 1)
