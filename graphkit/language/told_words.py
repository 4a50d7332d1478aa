"""The words of undertakings and outcomes in prose: `data/undertakings.yaml`, compiled."""

import re
from functools import cache

from graphkit.language.rules import rule_table


def told(name: str) -> re.Pattern[str]:
    """The cue of that name, for folded text."""
    return _cues()[name]


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    return {rule.name: re.compile(rule.either) for rule in rule_table("undertakings.yaml", "told")}
