"""The words of lead-ins and labels: `data/lead-ins.yaml`, compiled."""

import re
from functools import cache
from typing import NamedTuple

from graphkit.language.data_file import data_file

_FILE = "lead-ins.yaml"
_PIECE = re.compile(r"%([\w-]+)%")


class LeadIn(NamedTuple):
    """A cue of `lead-ins.yaml`; `as_printed` ones are asked of the line itself, the others of the folded line."""

    pattern: re.Pattern[str]
    at_start: bool
    as_printed: bool
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]

    def find(self, line: str, at: int = 0) -> re.Match[str] | None:
        """Where the cue stands in a line without blanks at its ends, from `at` on; None where it does not."""
        return self.pattern.match(line, at) if self.at_start else self.pattern.search(line, at)


@cache
def lead_in(name: str) -> LeadIn:
    """The cue of that name."""
    row = data_file(_FILE)[name]
    return LeadIn(
        re.compile("|".join(f"(?:{_spelt_out(one.strip())})" for one in row["cue"])),
        row.get("at") == "start",
        row.get("as-printed", False),
        tuple(row["examples"]),
        tuple(row.get("not", ())),
    )


def lead_in_names() -> tuple[str, ...]:
    """The names of all cues, in the order of the file."""
    return tuple(name for name in data_file(_FILE) if name != "words")


def _spelt_out(cue: str) -> str:
    return _PIECE.sub(lambda piece: data_file(_FILE)["words"][piece[1]].strip(), cue)
