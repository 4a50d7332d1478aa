"""Tables whose rows were lost in capture: header words one below the other ("Action", "Lead", "By when")."""

from collections.abc import Iterator

from graphkit.documents.model import Block, Document, Span
from graphkit.loaders.column_words import meaning_of
from graphkit.loaders.findings import Unread

# So many lines in a row, each no longer than this and each the header of a column, are a lost header.
_LEAST, _LONGEST = 3, 40
_NEEDED = frozenset({"action", "lead"})


def lost_headers(document: Document) -> Iterator[Unread]:
    """The headers of tables that stand as lines of their own, of which no table could be made."""
    run: list[Block] = []
    for block in [*document.body(), None]:
        if block is not None and block.kind != "cell" and _is_header(document, block):
            run.append(block)
            continue
        if len(run) >= _LEAST and {meaning_of(document.words(one.span)) for one in run} >= _NEEDED:
            whole = Span(run[0].span.start, run[-1].span.end)
            yield Unread(whole, "the header of a table whose columns were lost: its rows stand as lines below")
        run = []


def _is_header(document: Document, block: Block) -> bool:
    if block.span.end - block.span.start > _LONGEST:
        return False
    return meaning_of(document.words(block.span)) != "other"
