"""The verbs of board papers: every form, the acts it may perform, and whether it is as likely a noun.

The table is `data/verbs.yaml`. A base may perform several acts ("support" approves a plan and is something to do), so a
form leads to all of them; `act_kinds.py` chooses by mood and object.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from graphkit.language.data_file import data_file, word_set

Form = Literal["base", "third", "past", "participle", "gerund"]

_FORMS: tuple[Form, ...] = get_args(Form)
_VOWELS = "aeiou"


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
    """All readings of a word as a verb, by base and form; empty when it is none that we know."""
    return _verbs().get(word.lower().replace("‐", "-"), ())


def reading(word: str, *forms: Form) -> Verb | None:
    """The reading of a word in one of these forms, or None."""
    return next((verb for verb in readings(word) if verb.form in forms), None)


def unknown_participle(word: str) -> Verb | None:
    """A word in "-ed" that is none of our verbs, as a thing to be done; None for those that only describe."""
    if len(word) < 6 or not word.endswith("ed") or word in word_set("describing") or readings(word):
        return None
    return Verb(word, "participle", frozenset({"undertake"}), noun=False)


@cache
def _verbs() -> dict[str, tuple[Verb, ...]]:
    """Every reading by its word."""
    table = data_file("verbs.yaml")
    nouns = frozenset(table["nouns"])
    found: dict[str, list[Verb]] = {}
    for base, acts in sorted(_acts_by_base(table["acts"]).items()):
        inflected = table["irregular"].get(base) or _regular(base)
        for form, word in zip(_FORMS, (base, *inflected), strict=True):
            found.setdefault(word, []).append(Verb(base, form, acts, base in nouns and form != "gerund"))
    return {word: tuple(verbs) for word, verbs in found.items()}


def _acts_by_base(bases_by_act: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    every = {base for bases in bases_by_act.values() for base in bases}
    return {base: frozenset(act for act, bases in bases_by_act.items() if base in bases) for base in every}


def _regular(base: str) -> Iterator[str]:
    """Third person, past, participle and gerund of a verb that follows the rules."""
    if base.endswith("y") and base[-2] not in _VOWELS:
        yield from (base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ied", base + "ing")
    elif base.endswith("e"):
        keeps_e = base.endswith(("ee", "ye", "oe"))
        yield from (base + "s", base + "d", base + "d", (base if keeps_e else base[:-1]) + "ing")
    else:
        stem = base + base[-1] if _doubles(base) else base
        third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
        yield from (third, stem + "ed", stem + "ed", stem + "ing")


def _doubles(base: str) -> bool:
    """Whether the last letter is doubled before "-ed": one short syllable ("plan"), or a verb listed above."""
    syllables = sum(letter in _VOWELS and (i == 0 or base[i - 1] not in _VOWELS) for i, letter in enumerate(base))
    short = len(base) > 2 and base[-1] not in "wxy" + _VOWELS and base[-2] in _VOWELS and base[-3] not in _VOWELS
    return base in data_file("verbs.yaml")["doubling"] or (short and syllables == 1)
