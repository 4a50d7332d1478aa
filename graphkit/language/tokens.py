"""Words and sentences with their places."""

import re
from typing import NamedTuple

from graphkit.documents.model import Span
from graphkit.language.data_file import word_set

_WORD = re.compile(r"[^\W_]+(?:['’&./-][^\W_]+)*['’]?", re.UNICODE)
_ABBREVIATIONS = word_set("abbreviations")
_CLOSING = word_set("closing_abbreviations")
_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|$)|[.](?=[A-Z][a-z])|\n[ \t\xa0]*\n")


class Word(NamedTuple):
    """A word as printed, its lower-case form with straight apostrophes, and its place."""

    text: str
    low: str
    start: int
    end: int


def words(text: str, span: Span) -> list[Word]:
    """The words of a span in order."""
    found = []
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        found.append(Word(word, word.lower().replace("’", "'"), match.start(), match.end()))
    return found


def trim(text: str, span: Span, extra: str = "") -> Span:
    """The span without white space (and the extra characters) at its ends."""
    start, end = span
    drop = " \t\r\n\xa0\u2007\u202f\u200b\ufeff" + extra
    while start < end and text[start] in drop:
        start += 1
    while end > start and text[end - 1] in drop:
        end -= 1
    return Span(start, end)


def sentences(text: str, span: Span) -> list[Span]:
    """The sentences of a span, white space trimmed; a blank line always ends one."""
    found = []
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if match.group().strip(" \n\t\xa0") and not _ends(text, match.start(), start):
            continue
        found.append(trim(text, Span(start, match.end())))
        start = match.end()
    found.append(trim(text, Span(start, span.end)))
    return [sentence for sentence in found if sentence.end > sentence.start]


def _ends(text: str, stop: int, start: int) -> bool:
    """Whether the mark at `stop` ends a sentence, and not an abbreviation, an initial or a printed number."""
    if text[stop] != ".":
        return True
    before = re.search(r"[\w.&]+$", text[max(start, stop - 20) : stop])
    if before is None:
        return True
    word = before.group()
    if word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper()):
        return False
    if word.lower() in _CLOSING:
        return text[stop + 1 : stop + 3].strip()[:1].isupper()
    return not (word.isdigit() and before.start() == 0 and not text[start : stop - len(word)].strip())
