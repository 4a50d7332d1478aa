"""Mentions tied together to parties, by links that are certain inside one paper.

Links: the same words (but for article, "&", possessive and plural), a defined acronym, one reference row, a part of just
one longer name ("Place Board" for "Wolden Place Board"), and a bare kind ("the Council", "the Board") when just one body
in the paper can be meant: the deciding one, else the only one, else the council of the deciding board's own area.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from graphkit.language.acronyms import Definition
from graphkit.language.bodies import detect_body
from graphkit.language.fold import fold, slug
from graphkit.language.gazetteer import Gazetteer
from graphkit.language.kinds import SPELT, fits_kind, kind_of, shares_place
from graphkit.language.mentions import Mention
from graphkit.language.page import Page
from graphkit.language.parties import Parties, PartyHit
from graphkit.language.party_words import party_words
from graphkit.language.party import Party, PartyType

_ARTICLE = re.compile(r"^(?:the|a|an|this|our|its|their|each|new|local|all) ")
_NOT_WORD = re.compile(r"[^\w]+")
# Sectors whose names in the reference list are ways to say the same; the others gather what is only alike.
_SAME_SECTOR = frozenset({"sector:voluntary sector", "sector:GPs", "sector:primary care networks", "sector:pharmacies"})
# Reference data names the partnership of an area as a short name of its integrated care board: two bodies to a paper.
_SYSTEMS = (" partnership", " icp", " system", " ics")
_LOCAL = ("type:", "board-kind:", "post:", "team:")


class Groups:
    """Union-find over normal forms."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, key: str) -> str:
        """The group's representative."""
        parent = self._parent.setdefault(key, key)
        while parent != self._parent[parent]:
            parent = self._parent[parent]
        self._parent[key] = parent
        return parent

    def join(self, one: str, other: str) -> None:
        """Make two groups one; the first one's representative stays."""
        self._parent[self.find(other)] = self.find(one)


def normal(name: str) -> str:
    """A name as it is compared: folded, without article, "&" as "and", "'" left out."""
    low = fold(name).replace("&", " and ").replace("'", "")
    low = _NOT_WORD.sub(" ", low).strip()
    low = _ARTICLE.sub("", low) or low
    before, _, last = low.rpartition(" ")
    if before and last in SPELT:
        return f"{before} {SPELT[last]}"
    if (
        len(low) > 4
        and low.endswith("s")
        and not low.endswith(("ss", "us", "is"))
        and party_words().heads.get(last) not in ("board", "organisation")
    ):
        return low[:-1]
    return low


def clustered(
    page: Page, mentions: Sequence[Mention], definitions: Iterable[Definition], gazetteer: Gazetteer
) -> Parties:
    """The parties of a page and the places where they are named."""
    groups = Groups()
    keys = {mention: normal(mention.name or page.text[mention.start : mention.end]) for mention in mentions}
    _by_target(mentions, keys, groups)
    _by_definition(definitions, keys, groups, mentions)
    _by_initials(page, mentions, keys, groups)
    _by_part(mentions, keys, groups)
    body = detect_body(page, mentions, keys, groups.find)
    vague = _by_kind(mentions, keys, groups, body, gazetteer)
    return _parties(page, mentions, keys, groups, body, vague)


def _by_target(mentions: Sequence[Mention], keys: dict[Mention, str], groups: Groups) -> None:
    first: dict[str, str] = {}
    for mention in mentions:
        if mention.target is not None and not mention.target.startswith(_LOCAL):
            if mention.target.startswith("sector:") and mention.target not in _SAME_SECTOR:
                continue
            target = mention.target + ("/partnership" if keys[mention].endswith(_SYSTEMS) else "")
            groups.join(first.setdefault(target, keys[mention]), keys[mention])


def _by_definition(
    definitions: Iterable[Definition], keys: dict[Mention, str], groups: Groups, mentions: Sequence[Mention]
) -> None:
    """Ties acronyms to the full names they stand for."""
    for definition in definitions:
        owner = owner_of(definition, mentions)
        if owner is not None:
            groups.join(keys[owner], normal(definition.acronym))


def owner_of(definition: Definition, mentions: Iterable[Mention]) -> Mention | None:
    """The mention that is the full form of a definition; of nested ones the innermost."""
    fits = [
        m for m in mentions if m.start <= definition.start + 4 and definition.end - 1 <= m.end <= definition.end + 2
    ]
    return max(fits, key=lambda m: m.start, default=None)


def _by_initials(page: Page, mentions: Sequence[Mention], keys: dict[Mention, str], groups: Groups) -> None:
    """Initials that the paper does not explain, when they are those of just one body it names in full."""
    full: dict[str, set[str]] = defaultdict(set)
    short: dict[str, str] = {}
    for mention in mentions:
        printed = page.text[mention.start : mention.end]
        if mention.type in ("organisation", "board", "team") and " " in printed:
            for initials in _initials(printed):
                full[initials].add(groups.find(keys[mention]))
        elif printed.isupper() and len(printed) > 2 and mention.type != "person":
            short[printed] = keys[mention]
    for printed, key in sorted(short.items()):
        if len(full.get(printed, ())) == 1:
            groups.join(next(iter(full[printed])), key)


def _initials(name: str) -> set[str]:
    words = re.findall(r"[A-Za-z0-9]+", name.replace("'s", "s"))
    big = [word for word in words if word.lower() not in ("and", "of", "the", "for", "in", "on", "s")]
    every = "".join(word[0] for word in words if word.lower() != "the").upper()
    return {
        "".join(word[0] for word in big).upper(),
        every,
        "".join(word[0] for word in big if word not in ("NHS", "Foundation")).upper(),
    }


def _by_part(mentions: Sequence[Mention], keys: dict[Mention, str], groups: Groups) -> None:
    """A name that is a part of just one longer name; for sectors, of any longer one ("schools", "primary schools")."""
    kinds: dict[str, PartyType] = {keys[m]: m.type for m in mentions if not m.generic or " " in keys[m]}
    named = sorted(
        (key for key in kinds if kinds[key] in ("organisation", "board", "post", "team", "sector")),
        key=lambda key: (-len(key), key),
    )
    for i, name in enumerate(named):
        if " " not in name and name != "healthwatch" and kinds[name] != "sector":
            continue
        longer = {
            groups.find(other)
            for other in named[:i]
            if kinds[other] == kinds[name] and _is_part(name, other, kinds[name])
        }
        longer.discard(groups.find(name))
        if len(longer) == 1 or (longer and kinds[name] == "sector"):
            groups.join(name, min(longer)) if kinds[name] == "sector" else groups.join(min(longer), name)


def _is_part(name: str, other: str, kind: PartyType) -> bool:
    if other.startswith(name + " "):
        return True
    if other.endswith(" " + name):
        return True
    if kind != "board":
        return False
    words, rest = name.split(), iter(other.split())
    return words[-1] == other.split()[-1] and all(word in rest for word in words)


def _by_kind(
    mentions: Sequence[Mention], keys: dict[Mention, str], groups: Groups, body: str | None, gazetteer: Gazetteer
) -> set[str]:
    """Ties bare kinds to the one body that they can mean; gives back those that could mean several."""
    vague: set[str] = set()
    members: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if not mention.generic and mention.type in ("organisation", "board"):
            members[groups.find(keys[mention])].append(mention)
    bare = {keys[m]: m for m in mentions if m.generic}
    first: dict[str, str] = {}
    for key, mention in sorted(bare.items()):
        kind = kind_of(
            mention.target.removeprefix("type:") if mention.target and mention.target.startswith("type:") else key
        )
        groups.join(first.setdefault(kind, key), key)
        if body is not None and mention.type == "board" and _ends(key, body, members.get(groups.find(body), ()), keys):
            groups.join(body, key)
            continue
        fits = {
            group
            for group, ones in members.items()
            if any(fits_kind(keys[one], gazetteer.kinds.get(one.target or ""), kind) for one in ones)
        }
        fits = {groups.find(group) for group in fits}
        if len(fits) > 1 and kind == "local-authority" and body is not None:
            fits = {group for group in fits if any(shares_place(keys[one], body) for one in members[group])}
        if len(fits) == 1:
            groups.join(fits.pop(), key)
        elif fits:
            vague.add(key)
    return vague


def _ends(key: str, body: str, members: Iterable[Mention], keys: dict[Mention, str]) -> bool:
    """Whether a bare name ("board") closes one of the deciding body's names."""
    names = (body, *(keys[one] for one in members))
    return any(
        name == key or name.endswith((" " + key, " " + SPELT.get(key, key))) or name == SPELT.get(key) for name in names
    )


def _parties(
    page: Page, mentions: Sequence[Mention], keys: dict[Mention, str], groups: Groups, body: str | None, vague: set[str]
) -> Parties:
    together: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        together[groups.find(keys[mention])].append(mention)
    posts = {keys[m] for m in mentions if m.type == "post"}
    grades = {key for key in posts if any(other.startswith(key + " ") for other in posts)}
    root = groups.find(body) if body is not None else None
    parties: list[Party] = []
    hits: list[PartyHit] = []
    partners: set[str] = set()
    used: Counter[str] = Counter()
    for group, members in sorted(together.items(), key=lambda item: min(m.start for m in item[1])):
        party = _party(page, members, used, is_body=group == root)
        parties.append(party)
        hits += [PartyHit(span, party.key, party.type) for span in party.spans]
        if party.type not in ("person", "collective") and (
            party.body or not all(m.quiet or keys[m] in grades or (m.generic and keys[m] in vague) for m in members)
        ):
            partners.add(party.key)
    hits.sort(key=lambda hit: (hit.span.start, -hit.span.end))
    key = next((party.key for party in parties if party.body), None)
    return Parties(tuple(parties), tuple(hits), key, frozenset(partners))


def _party(page: Page, members: Sequence[Mention], used: Counter[str], *, is_body: bool) -> Party:
    forms: dict[str, tuple[bool, int, int]] = {}
    for mention in members:
        printed = page.text[mention.start : mention.end]
        for form in (mention.name or printed, *mention.also):
            forms.setdefault(" ".join(form.split()), (mention.generic, -len(form), mention.start))
    names = sorted(forms, key=lambda form: (forms[form], form))
    kinds = Counter(m.type for m in members if not m.generic or is_body) or Counter(m.type for m in members)
    party_type = max(kinds, key=lambda kind: (kinds[kind], kind))
    base = slug(names[0]) or "party"
    used[base] += 1
    key = base if used[base] == 1 else f"{base}-{used[base]}"
    spans = tuple(sorted({page.span(m.start, m.end) for m in members}))
    return Party(key, names[0], tuple(names), party_type, spans, body=is_body)
