"""Bodies that are only quoted: the author of guidance, figures or a review, not somebody who acts."""

import re

_WORK = re.compile(
    r"(?:'s)? (?:[\w-]+ ){0,2}?(?:guidance|guidelines?|data|figures|statistics|reports?|reviews?|inspections?|surveys?|estimates|toolkit|definition|standards?|ratings?|census|"
    r"recommendations|conference|awards?|indicators|fingertips|website|best practice|research|publication|briefing|framework|profile|model|benchmark\w*|projections)\b"
)
_BEFORE = re.compile(
    r"(?:sources?:|source -|according to|as defined by|published by|issued by|(?:data|figures|statistics|guidance|research|evidence|estimates|review|study|survey|report) (?:from|by)|endorsed nationally by|"
    r"regulations? of|adapted from|review of the board with|inspection by|accredited by|recognised by|recommended by)(?: the)? $"
)
_YEAR = re.compile(r",? \(?(?:19|20)\d\d\)")


def is_cited(low: str, start: int, end: int) -> bool:
    """Whether a national body stands here as the author of something; `low` is the folded text."""
    return bool(_WORK.match(low, end) or _YEAR.match(low, end) or _BEFORE.search(low[max(0, start - 50) : start]))
