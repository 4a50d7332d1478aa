"""Lines that say whose meeting or decision a page tells of: "Meeting: 15/03/2031 - Wolden Cabinet (Item 3)".

The words are `data/meeting-lines.yaml`. The body they name may have any name ("Cabinet", "Full Council", a post).
"""

import re
from collections.abc import Iterator
from functools import cache

from graphkit.language.mentions import Mention
from graphkit.language.page import Page
from graphkit.language.rules import rule_table

RULE = "meeting-line"
# No such line is longer.
_LONGEST = 200
_HINT = re.compile(r"\d{4}|\d[/.-]\d|:|\b(?:log|list|register|track\w*)\b")


def find_told(page: Page) -> Iterator[Mention]:
    """The body that each such line names."""
    for start, end, _ in page.lines():
        if end - start > _LONGEST or not _HINT.search(page.low, start, end):
            continue
        for pattern in _patterns():
            match = pattern.fullmatch(page.low, start, end)
            if match is not None and page.text[match.start("name")].isupper():
                yield Mention(match.start("name"), match.end("name"), "board", RULE)
                break


@cache
def _patterns() -> tuple["re.Pattern[str]", ...]:
    return tuple(re.compile(rule.either) for rule in rule_table("meeting-lines.yaml", "lines"))
