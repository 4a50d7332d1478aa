"""Bodies that are only quoted: the author of guidance, figures or a review, not somebody who acts."""

import re
from functools import cache

from graphkit.language.party_words import either

_YEAR = re.compile(r",? \(?(?:19|20)\d\d\)")


def is_cited(low: str, start: int, end: int) -> bool:
    """Whether a national body stands here as the author of something; `low` is the folded text."""
    work, before = _patterns()
    return bool(work.match(low, end) or _YEAR.match(low, end) or before.search(low[max(0, start - 50) : start]))


@cache
def _patterns() -> tuple["re.Pattern[str]", "re.Pattern[str]"]:
    return (
        re.compile(rf"(?:'s)? (?:[\w-]+ ){{0,2}}?{either('works')}\b"),
        re.compile(rf"{either('cited_by')}(?: the)? $"),
    )
