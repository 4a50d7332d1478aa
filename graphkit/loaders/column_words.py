"""What a table's column or a plan's label holds, told by its words: `data/columns.yaml`, compiled.

Boards head the same columns with many words and in any order ("By when", "Timescale", "Target date"; "Lead", "Owner",
"Who"). A header is matched as a whole; one that nobody knows is "other".
"""

import re
from functools import cache, lru_cache
from typing import Literal, cast

from graphkit.language.fold import fold
from graphkit.language.rules import rule_table

Meaning = Literal[
    "ref", "action", "committed", "lead", "support", "deliver", "fund", "due", "status", "priority", "item", "update",
    "measure", "meeting", "other",
]  # fmt: skip
_LONGEST = 80


@cache
def columns() -> tuple[tuple[Meaning, re.Pattern[str]], ...]:
    """The kinds of column with the patterns of their headers, in the order in which they are tried."""
    return tuple(
        (cast("Meaning", rule.name), re.compile(rule.either)) for rule in rule_table("columns.yaml", "columns")
    )


@lru_cache(maxsize=1024)
def meaning_of(header: str) -> Meaning:
    """What a column holds, by its header's words."""
    if len(header) > _LONGEST:
        return "other"
    words = " ".join(fold(header).replace("*", " ").replace("(s)", "s").strip(" :.?-\u2013").split())
    return next((meaning for meaning, pattern in columns() if pattern.fullmatch(words)), "other")
