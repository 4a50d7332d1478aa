"""Cells and labelled lines that hold nothing but parties: a "Lead" column, "Partners: ...", "... Lead: ..."."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from graphkit.documents.model import Block
from graphkit.language.acronyms import Definition
from graphkit.language.fold import fold
from graphkit.language.mentions import Cover, Mention
from graphkit.language.page import Page
from graphkit.language.party_words import either, party_words
from graphkit.language.verbs import readings

_PART = re.compile(r"\s*(?:,|;|:|/| (?:and|with|supported by|helped by|funded by|led by) | & (?=[A-Z])|\|| - )\s*")
_MOST = 240


class _Patterns(NamedTuple):
    header: "re.Pattern[str]"
    label: "re.Pattern[str]"
    inline: "re.Pattern[str]"
    nobody: "re.Pattern[str]"


def find_entries(page: Page, cover: Cover) -> Iterator[tuple[str, str]]:
    """Entries that no mention covers, each with the rule ("cell" or "label") that shows it to be a party."""
    patterns = _patterns()
    for start, end, block in page.lines():
        if _holds_parties(block, patterns.header) and end - start < _MOST:
            yield from ((entry, "cell") for entry in _entries(page, cover, start, end, cell=True))
            continue
        label = patterns.label.match(page.text, start, end)
        if label is not None and end - start < _MOST:
            yield from ((entry, "label") for entry in _entries(page, cover, label.end(), end, cell=False))
        for inline in patterns.inline.finditer(page.text, start, end):
            yield from ((entry, "label") for entry in _entries(page, cover, *inline.span(1), cell=False))


def find_defined_entries(page: Page, definitions: Iterable[Definition]) -> Iterator[Mention]:
    """Bodies in such cells that the paper gives an acronym: "and" does not part "Housing and Repairs Service (HRS)"."""
    header = _patterns().header
    for one in definitions:
        whole = one.start < one.acronym_start <= one.end + 2
        if whole and _holds_parties(page.block_at(one.start), header) and not _names_a_post(one.full):
            yield Mention(one.start, one.end, "organisation", "defined-entry")


def _names_a_post(full: str) -> bool:
    words = party_words()
    return any(word in words.post_heads or word in words.chairs for word in fold(full).split())


def _holds_parties(block: Block, header: "re.Pattern[str]") -> bool:
    place = block.place
    return block.kind == "cell" and place is not None and not place.is_header and bool(header.search(place.header))


def _entries(page: Page, cover: Cover, start: int, end: int, *, cell: bool) -> Iterator[str]:
    place = start
    for part in [*_PART.finditer(page.text, start, end), None]:
        stop = part.start() if part else end
        entry = page.text[place:stop].strip(" .()")
        if len(entry) > 2 and cover.at(page.text.find(entry, place)) is None and _may_act(entry, cell=cell):
            yield entry
        place = part.end() if part else end


def _may_act(entry: str, *, cell: bool) -> bool:
    """Whether an entry is written like a name and is not plainly something else."""
    words, parts = party_words(), fold(entry).split()
    named = entry[0].isupper() or (entry[0].isdigit() and any(letter.isupper() for letter in entry))
    if not named or len(parts) > 6 or entry in words.not_acronyms or parts[-1] in words.things:
        return False
    if _patterns().nobody.fullmatch(" ".join(parts)):
        return False
    if parts[0] in words.leading or words.is_given(parts[0]):
        return False
    return cell or not readings(parts[0])


@cache
def _patterns() -> _Patterns:
    first, labels = either("label_first"), either("labels")
    return _Patterns(
        header=re.compile(rf"\b{either('party_headers')}\b", re.IGNORECASE),
        label=re.compile(rf"(?:[-•*·] ?)?(?:{first} )*{labels}(?:\(s\))? ?[:-] ?(?=\S)", re.IGNORECASE),
        inline=re.compile(
            rf"(?:[.;(\[|] ?|  )(?i:(?:{first} )?{labels}) ?[:-] ?([^.\n)\]|;]{{3,120}}?)(?=[.\n)\]|;]|$|  )"
        ),
        nobody=re.compile(either("nobody")),
    )
