"""Minutes: one agenda item or a whole meeting."""

import re
from functools import cache

from graphkit.documents.model import Document
from graphkit.language.fold import fold
from graphkit.language.rules import rule_table
from graphkit.loaders.meetings import read_minutes
from graphkit.loaders.registry import Loader

_SUREST, _MOST, _ALL_TABLE = 0.96, 3, 0.97


@cache
def _signs() -> tuple[tuple[float, re.Pattern[str]], ...]:
    rules = rule_table("kind-signs.yaml", "minutes")
    return tuple((rule.more["weight"], re.compile(rule.either, re.MULTILINE)) for rule in rules)


def _recognise(document: Document) -> tuple[float, str]:
    folded = fold(document.text)
    seen = [
        (weight, sum(1 for _, _ in zip(range(_MOST), cue.finditer(folded), strict=False))) for weight, cue in _signs()
    ]
    # A paper that is all table is a log, whatever its cells say.
    cells = sum(block.kind == "cell" for block in document.blocks)
    share = 0.5 if cells > _ALL_TABLE * len(document.blocks) else 1.0
    sure = share * min(_SUREST, sum(weight * times for weight, times in seen))
    return sure, f"{sum(times > 0 for _, times in seen)} signs of minutes (resolved, apologies, action: ...)"


LOADER = Loader("minutes", "minutes", "an agenda item or the minutes of a whole meeting", _recognise, read_minutes)
