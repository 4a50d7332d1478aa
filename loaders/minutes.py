"""Minutes: one agenda item or a whole meeting."""

from graphkit.documents.model import Document
from graphkit.loaders.kind_words import spoken_for
from graphkit.loaders.meetings import read_minutes
from graphkit.loaders.registry import Loader

_SUREST, _ALL_TABLE = 0.96, 0.97


def _recognise(document: Document) -> tuple[float, str]:
    weight, seen = spoken_for(document, "minutes")
    # A paper that is all table is a log, whatever its cells say.
    cells = sum(block.kind == "cell" for block in document.blocks)
    share = 0.5 if cells > _ALL_TABLE * len(document.blocks) else 1.0
    return share * min(_SUREST, weight), f"{seen} signs of minutes (resolved, apologies, action: ...)"


LOADER = Loader("minutes", "minutes", "an agenda item or the minutes of a whole meeting", _recognise, read_minutes)
