"""Bare kinds ("the Council", "the Trust", "the CCGs"): which body of a paper each stands for.

A kind that just one body of the paper fits is that body, the deciding board before all others. Where several fit, each
place means the one named last before it. A plural ("the district councils") is nobody in particular: a sector that
counts where the paper does not name the bodies of the kind one by one.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from graphkit.language.gazetteer import Gazetteer
from graphkit.language.groups import Groups
from graphkit.language.kinds import fits_kind, kind_of, shares_place, spelt_out
from graphkit.language.mentions import Mention
from graphkit.language.page import Page
from graphkit.language.party_words import party_words

# How far back, in characters, the body that a bare kind means may stand.
_BACK = 3000
_SENTENCE_END = re.compile(r"[.;:]\s|\n")

_BODIES = ("organisation", "board", "team")

_OF = re.compile(r" of (?:the )?$")

Fits = dict[str, frozenset[str]]


def find_bare(text: str) -> Iterator[Mention]:
    """Heads that stand for a body named elsewhere ("the Alliance"); quiet, since the name itself counts."""
    for match in _bare().finditer(text):
        kind = party_words().heads.get(match.group(1).lower().rpartition(" ")[2], "team")
        # Without its article before "'s", as the name of a team begins there ("the Council's Housing team").
        start = match.start(1) if text.startswith("'", match.end()) else match.start()
        yield Mention(start, match.end(), kind, "bare-head", generic=True, quiet=True)


@cache
def _bare() -> "re.Pattern[str]":
    heads = "|".join(
        re.escape(head.capitalize()) for head in sorted(party_words().bare_heads, key=lambda one: (-len(one), one))
    )
    return re.compile(rf"(?<![\w-])[Tt]he ({heads})(?![\w-]| [A-Z]\w| of [A-Z])")


def tie_kinds(
    mentions: Sequence[Mention], keys: dict[Mention, str], groups: Groups, body: str | None, gazetteer: Gazetteer
) -> Fits:
    """Ties bare kinds to the one body that they can mean; gives back those of several, with the groups they fit."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if not mention.generic and mention.type in _BODIES:
            named[groups.find(keys[mention])].append(mention)
    vague: Fits = {}
    first: dict[str, str] = {}
    own = [body, *(keys[one] for one in named.get(groups.find(body), ()))] if body is not None else []
    for key, mention in sorted({keys[m]: m for m in mentions if m.generic}.items()):
        if mention.type == "board" and body not in (None, key) and any(_closes(key, name) for name in own):
            groups.join(body or key, key)
            continue
        target = mention.target or ""
        kind = kind_of(target.removeprefix("type:") if target.startswith("type:") else key)
        if mention.type != "sector":
            groups.join(first.setdefault(kind, key), key)
        fits = {
            groups.find(group)
            for group, ones in named.items()
            if any(fits_kind(keys[one], gazetteer.kinds.get(one.target or ""), kind) for one in ones)
        }
        if mention.type == "sector":
            vague |= {key: frozenset()} if len(fits) > 1 else {}
            continue
        if len(fits) > 1 and kind == "local-authority" and body is not None:
            near = {group for group in fits if any(shares_place(keys[one], body) for one in named[group])}
            fits = near or fits
        if len(fits) == 1:
            groups.join(fits.pop(), key)
        elif fits:
            vague[key] = frozenset(fits)
    return vague


def antecedents(
    page: Page, mentions: Sequence[Mention], keys: dict[Mention, str], groups: Groups, vague: Fits
) -> Iterator[tuple[Mention, str]]:
    """Every mention with its key; one of several bodies' bare kind gets the key of the body named last before it."""
    bodies: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if not mention.generic and mention.type in _BODIES:
            bodies[groups.find(keys[mention])].append(mention)
    for mention in mentions:
        fits = vague.get(keys[mention]) if mention.generic else None
        before = _before(page, [bodies[group] for group in fits], mention.start) if fits else None
        if before is None:
            yield mention, keys[mention]
        else:
            printed = page.text[mention.start : mention.end]
            name = before.name or page.text[before.start : before.end]
            yield replace(mention, name=name, also=(*mention.also, printed)), keys[before]


def chairs_elsewhere(
    page: Page, keys: dict[Mention, str], groups: Groups, body: str | None
) -> Iterator[tuple[Mention, str]]:
    """Every mention with its key; the chair of another body than the deciding one is a post like any other."""
    ends = {one.end: one for one in keys if one.type in _BODIES}
    own = groups.find(body) if body is not None else None
    for mention, key in keys.items():
        of = ends.get(mention.end) if mention.rule == "chair" and mention.quiet else None
        joined = of is not None and _OF.search(page.low, mention.start, of.start) is not None
        elsewhere = of is not None and joined and own is not None and groups.find(keys[of]) != own
        yield (replace(mention, quiet=False) if elsewhere else mention), key


def _before(page: Page, bodies: Sequence[Sequence[Mention]], place: int) -> Mention | None:
    """The body named last before a place, none when one sentence names two of them last ("X and Y met")."""
    last = sorted((one for ones in bodies if (one := _last(ones, place))), key=lambda one: -one.start)
    if not last or last[0].start < place - _BACK:
        return None
    if len(last) > 1 and not _SENTENCE_END.search(page.text, last[1].end, last[0].start):
        return None
    return last[0]


def _last(ones: Sequence[Mention], place: int) -> Mention | None:
    i = bisect_left(ones, place, key=lambda one: one.start)
    return ones[i - 1] if i else None


def _closes(key: str, name: str) -> bool:
    """Whether a bare name ("board", "psb") closes a full one."""
    spelt = spelt_out(key) or key
    return name in (key, spelt) or name.endswith((" " + key, " " + spelt))
