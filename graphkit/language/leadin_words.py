"""The words of lead-ins and labels: `data/lead-ins.yaml`, compiled."""

import re
from functools import cache
from typing import NamedTuple

from graphkit.language.fold import fold, unmarked
from graphkit.language.rules import rule_table

TABLES = ("minutes",)


class LeadIn(NamedTuple):
    """A rule of `lead-ins.yaml`; `as_printed` ones are asked of the line itself, the others of the folded line."""

    pattern: re.Pattern[str]
    at_start: bool
    as_printed: bool

    def find(self, line: str, at: int = 0) -> re.Match[str] | None:
        """Where the cue stands in a line without blanks at its ends, from `at` on; None where it does not."""
        return self.pattern.match(line, at) if self.at_start else self.pattern.search(line, at)

    def shows(self, line: str) -> bool:
        """Whether a line as printed has the cue."""
        plain = unmarked(line).strip()
        return self.find(plain if self.as_printed else fold(plain)) is not None


def lead_in(name: str) -> LeadIn:
    """The lead-in of that name."""
    return _lead_ins()[name]


@cache
def _lead_ins() -> dict[str, LeadIn]:
    return {
        rule.name: LeadIn(re.compile(rule.either), rule.more.get("at") == "start", rule.more.get("as-printed", False))
        for table in TABLES
        for rule in rule_table("lead-ins.yaml", table)
    }
