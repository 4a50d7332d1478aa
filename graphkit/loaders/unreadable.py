"""What no rule can read whatever its kind: words in another language, and characters garbled by a capture.

The rules know English alone. Boards in Wales publish in two languages, often in one file, so a passage in Welsh is
told apart by the small words that no English sentence does without.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from graphkit.documents.model import Block, Document, Span
from graphkit.language.data_file import word_set
from graphkit.language.fold import fold
from graphkit.loaders.findings import Unread

OTHER_LANGUAGE = "not in English: only English is read"
GARBLED = "garbled characters: save the paper as UTF-8 and build again"

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
# UTF-8 read as Windows-1252 (an apostrophe becomes three characters, an accented letter two), and lost characters.
_GARBLED = re.compile("â€[™œ\x9d˜“”¦\x9c\x99\x93\x94]|â\x80[\x90-\xbf]|Ã[\xa0-\xbf]|Â[\xa0-\xbf]|\ufffd")
# Fewer words do not show a language: a list of names has no small words either.
_FEWEST, _SHORTEST = 12, 40
# Where one of these stands at least every so many characters, the text is English: no need to look at each word.
_COMMONEST = (" the ", " of ", " and ", " to ")
_SPARSE = 80
# Of a hundred words of running English some forty are small ones; of Welsh hardly one.
_ENGLISH, _SMALL = 0.05, 0.6
# Once is a slip; a file that was saved wrongly has them all over.
_OFTEN = 3


def unreadable_in(document: Document) -> Iterator[Unread]:
    """A passage for each run of blocks in another language, and one for garbled characters, at the first of them."""
    for foreign, run in groupby(document.body(), key=lambda block: _is_foreign(document, block)):
        if foreign:
            blocks = list(run)
            yield Unread(Span(blocks[0].span.start, blocks[-1].span.end), OTHER_LANGUAGE)
    garbled = list(_GARBLED.finditer(document.text))
    if len(garbled) >= _OFTEN:
        yield Unread(Span(*garbled[0].span()), f"{len(garbled)} {GARBLED}")


def _is_foreign(document: Document, block: Block) -> bool:
    """Whether a block is running text with next to none of the small words of English."""
    text = document.quote(block.span)[:2000]
    if len(text) < _SHORTEST or sum(map(text.count, _COMMONEST)) > len(text) / _SPARSE:
        return False
    words = _WORD.findall(text)
    if len(words) < _FEWEST:
        return False
    small = sum(word[0].islower() for word in words)
    if small < _SMALL * len(words):
        return False
    english = word_set("english")
    return sum(fold(word) in english for word in words) < _ENGLISH * len(words)
