"""Names without a head ("Amity", "Bright Steps"), taken only where the words around show that a body is meant.

Such company (`company.py`) is a person's affiliation, an apposition ("the charity ..."), a cue such as "delivered
by", a cell under a header such as "Lead" (`entries.py`), or a place in a list of bodies. A name once taken is found
wherever else the paper prints it.
"""

import re
from collections.abc import Iterator, Sequence

from graphkit.language.company import in_list, reason
from graphkit.language.entries import find_entries
from graphkit.language.fold import fold
from graphkit.language.line import Line
from graphkit.language.mentions import Cover, Mention
from graphkit.language.page import Page
from graphkit.language.party_words import party_words, word_set
from graphkit.language.verbs import readings

# How many unknown names in a row a list may teach us, one a pass.
_PASSES = 8


def find_companions(
    page: Page, lines: Sequence[Line], known: Sequence[Mention], others: frozenset[str]
) -> Iterator[Mention]:
    """Bodies that only their company shows, at every place where the paper prints them.

    `others` are acronyms that the paper defines for something that is no party.
    """
    places = lines[0].places if lines else frozenset()
    cover = Cover(known, places)
    pool = [run for line in lines for run in _runs(line, cover) if page.text[slice(*run)] not in others]
    forms = {run: page.low[slice(*run)] for run in pool}
    accepted: dict[str, str] = {}
    for run in pool:
        why = reason(page, cover, *run)
        if why is not None:
            accepted.setdefault(forms[run], why)
    for entry, why in find_entries(page, cover):
        accepted.setdefault(fold(entry), why)
    for _ in range(_PASSES):
        taken = [Mention(*run, "organisation", "companion") for run in pool if forms[run] in accepted]
        names = Cover([*known, *taken], places)
        more = {forms[run]: "list" for run in pool if forms[run] not in accepted and in_list(page, names, *run)}
        if not more:
            break
        accepted |= more
    return _everywhere(page, accepted)


def _runs(line: Line, cover: Cover) -> Iterator[tuple[int, int]]:
    """Stretches of one to five capitalised words that no mention covers and that are not plainly something else."""
    tokens = line.tokens
    last = 0
    for i in line.caps if not line.upper else ():
        if i < last:
            continue
        j = i
        while j < len(tokens) and (j == i or line.near(j) or line.owned(j)) and _usable(line, cover, j):
            j += 1
        if 0 < j - i <= 5 and not _ordinary(line, i, j):
            yield tokens[i].start, tokens[j - 1].end
            more = _joined(line, cover, j)
            if more > j:
                yield tokens[i].start, tokens[more - 1].end
        last = max(j, i + 1)


def _joined(line: Line, cover: Cover, j: int) -> int:
    """The index behind a run that goes on over "for", "in", "of" or "&" ("Growing for Good", "Neighbours in Need")."""
    if not line.near(j) or line.tokens[j].low not in ("for", "in", "of", "&") or not line.cap_after(j + 1):
        return j
    end = j + 1
    while line.cap_after(end) and _usable(line, cover, end):
        end += 1
    place = " ".join(token.low for token in line.tokens[j + 1 : end]) in line.places
    last = line.tokens[end - 1].low
    return j if place or end == j + 1 or last in line.words.things or last in line.words.leading else end


def _usable(line: Line, cover: Cover, i: int) -> bool:
    token = line.tokens[i]
    return token.cap and token.text not in line.words.not_acronyms and cover.at(token.start) is None


def _ordinary(line: Line, i: int, j: int) -> bool:
    """Whether a run is a place, a thing, a title's word, or begins a line with a verb."""
    first, last, words = line.tokens[i], line.tokens[j - 1], line.words
    if last.low in words.things or last.low in words.post_heads or last.low in words.chairs:
        return True
    if first.low in words.leading or last.low in words.leading or (line.near(j) and line.tokens[j].low in words.things):
        return True
    if j - i == 1 and (len(first.text) < 3 or words.is_given(first.low) or first.low in words.subjects_low):
        return True
    if j - i == 2 and len(first.text) == 1 and first.text.isalpha() and not last.text.isupper():
        # "K Marlow" is a person, whatever he does.
        return True
    parts = [token.low for token in line.tokens[i:j]]
    if " ".join(parts) in line.places or all(part in line.places or part in word_set("map") for part in parts):
        return True
    return i == 0 and bool(readings(first.low))


def _everywhere(page: Page, accepted: dict[str, str]) -> Iterator[Mention]:
    words = party_words()
    forms = "|".join(re.escape(name) for name in sorted(accepted, key=lambda one: (-len(one), one)))
    for match in re.finditer(rf"(?<![\w&-])(?:{forms})(?![\w-])", page.low) if accepted else ():
        printed = page.text[match.start() : match.end()]
        if printed[0].isupper() or printed[0].isdigit():
            team = printed in words.teams or match.group() in words.subjects_low
            rule = f"company-{accepted[match.group()]}"
            yield Mention(match.start(), match.end(), "team" if team else "organisation", rule)
