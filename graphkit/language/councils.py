"""A body's own teams: "Northmere Council Public Health", "Wolden Council (Housing)", "the Council's Highways"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphkit.language.mentions import Mention
from graphkit.language.party_words import party_words

_BODY = re.compile(
    r"(?:Council|Borough|City|County|Trust|Board|ICB|CCG|NHS [A-Z]\w+)$|^(?:London Borough|Royal Borough|City) of "
)


def find_council_teams(text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    """Teams named by their subject right behind the body they belong to; the body stays a party of its own."""
    teams = {one.start: one for one in known if one.type == "team"}
    for body in known:
        if body.type not in ("organisation", "board") or not _BODY.search(text[body.start : body.end]):
            continue
        team = teams.get(body.end + 3) if text.startswith("'s ", body.end) else None
        if team is not None:
            yield Mention(body.start, team.end, "team", "council-team", also=(text[team.start : team.end],))
        match = _behind().match(text, body.end)
        if match is not None and (match.group("close") or "(" not in match.group("link")):
            yield Mention(body.start, match.end(), "team", "council-team", also=(match.group("team"),))


@cache
def _behind() -> "re.Pattern[str]":
    words = party_words()
    subjects = sorted({*words.teams, *words.subjects}, key=lambda one: (-len(one), one))
    kinds = "[Tt]eam|[Dd]epartment|[Ss]ervices?|[Dd]irectorate|[Dd]ivision"
    team = rf"(?:{'|'.join(map(re.escape, subjects))})(?: (?:{kinds}))?"
    stop = r"$|\n|[.,;:)/]|  | and\b| to\b| with\b| will\b"
    return re.compile(rf"(?P<link>,? ?-? ?\(?|'s ) ?(?P<team>{team})(?P<close>\)?)(?={stop})")
