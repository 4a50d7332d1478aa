"""Mentions tied together to parties, by links that are certain inside one paper.

Links: the same words (`groups.normal`), a defined acronym, one reference row, a part of just one longer name ("Place
Board" for "Wolden Place Board"), and a bare kind ("the Council", "the Board") when just one body in the paper can be
meant: the deciding one, else the only one, else the council of the deciding board's own area.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graphkit.language.acronyms import Definition
from graphkit.language.bare_kinds import antecedents, chairs_elsewhere, tie_kinds
from graphkit.language.bodies import detect_body
from graphkit.language.gazetteer import Gazetteer
from graphkit.language.groups import Groups, initials, normal
from graphkit.language.kinds import is_other
from graphkit.language.mentions import Mention
from graphkit.language.page import Page
from graphkit.language.parties import Parties
from graphkit.language.party_words import word_set
from graphkit.language.roll import roll_of

if TYPE_CHECKING:
    from graphkit.language.party import PartyType

_WIDEST = 200
_MOST_WORDS = 16
_MANY = 200
# Words that papers put into names of trusts or leave out.
_FILLERS = frozenset({"nhs", "foundation"})
_LOCAL = ("type:", "board-kind:", "post:", "team:")
# Sectors whose names in the reference list are ways to say the same; the others gather what is only alike.
_SAME_SECTOR = ("sector:voluntary sector", "sector:GPs", "sector:pharmacies")
# Reference data names the partnership of an area as a short name of its integrated care board: two bodies to a paper.
_SYSTEMS = (" partnership", " system", " ics")


def clustered(
    page: Page,
    mentions: Sequence[Mention],
    definitions: Iterable[Definition],
    gazetteer: Gazetteer,
    told: Sequence[Mention] = (),
) -> Parties:
    """The parties of a page and the places where they are named; `told` are the bodies that lines of a page name."""
    groups = Groups()
    keys = {mention: normal(mention.name or page.text[mention.start : mention.end]) for mention in mentions}
    _by_target(mentions, keys, groups)
    for definition in definitions:
        owner = owner_of(definition, mentions)
        if owner is not None:
            groups.join(keys[owner], normal(definition.acronym))
    _by_initials(page, mentions, keys, groups)
    _by_part(mentions, keys, groups)
    _by_surname(mentions, keys, groups)
    body = detect_body(page, mentions, keys, groups.find, told)
    vague = tie_kinds(mentions, keys, groups, body, gazetteer)
    keys = dict(antecedents(page, mentions, keys, groups, vague))
    keys = dict(chairs_elsewhere(page, keys, groups, body))
    _by_office(keys, groups)
    return roll_of(page, tuple(keys), keys, groups, body, set(vague))


def owner_of(definition: Definition, mentions: Sequence[Mention]) -> Mention | None:
    """The mention (of a list in text order) that is the full form of a definition; of nested ones the innermost."""
    near = mentions[
        bisect_left(mentions, definition.start - _WIDEST, key=_start) : bisect_right(
            mentions, definition.start + 4, key=_start
        )
    ]
    fits = [one for one in near if -1 <= one.end - definition.end <= 2]
    return max(fits, key=_start, default=None)


def _start(mention: Mention) -> int:
    return mention.start


def _by_target(mentions: Sequence[Mention], keys: dict[Mention, str], groups: Groups) -> None:
    first: dict[str, str] = {}
    for mention in mentions:
        target = mention.target
        if target is None or target.startswith(_LOCAL):
            continue
        if target.startswith("sector:") and target not in _SAME_SECTOR:
            continue
        target += "/partnership" if keys[mention].endswith(_SYSTEMS) else ""
        groups.join(first.setdefault(target, keys[mention]), keys[mention])


def _by_initials(page: Page, mentions: Sequence[Mention], keys: dict[Mention, str], groups: Groups) -> None:
    """Initials that the paper does not explain, when they are those of just one body it names in full."""
    full: dict[str, set[str]] = defaultdict(set)
    short: dict[str, str] = {}
    for mention in mentions:
        printed = page.text[mention.start : mention.end]
        if mention.type in ("organisation", "board", "team", "sector") and " " in printed:
            for letters in initials(printed):
                full[letters].add(groups.find(keys[mention]))
        elif (bare := printed.removesuffix("s")).isupper() and len(bare) > 2 and mention.type != "person":
            short[bare] = keys[mention]
    for printed, key in sorted(short.items()):
        if len(full.get(printed, ())) == 1:
            groups.join(next(iter(full[printed])), key)


def _by_part(mentions: Sequence[Mention], keys: dict[Mention, str], groups: Groups) -> None:
    """A name that is a part of just one longer name; for sectors, of any longer one ("schools", "primary schools").

    "NHS" and "Foundation" say nothing here. Two names that reference data knows for two bodies stay two.
    """
    kinds: dict[str, PartyType] = {keys[m]: m.type for m in mentions if not m.generic or " " in keys[m]}
    rows = {keys[m]: m.target for m in mentions if m.target is not None and not m.target.startswith(_LOCAL)}
    named = sorted(
        (key for key in kinds if kinds[key] not in ("collective", "person")), key=lambda key: (-len(key), key)
    )
    boards = [key for key in named if kinds[key] == "board"]
    wholes: dict[tuple[PartyType, str], list[str]] = defaultdict(list)
    edges: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in named:
        kind, plain = kinds[name], _plain(name)
        longer = wholes[kind, plain]
        if kind == "organisation" and (edge := _edge(plain)) is not None:
            # "Wolden Trust" for "Wolden Hospitals NHS Trust".
            longer = longer or (edges[edge] if len(plain.split()) == 2 else longer)
            edges[edge].append(name)
        if kind == "board" and len(boards) <= _MANY:
            longer = [*longer, *(other for other in boards if len(other) > len(name) and _is_within(name, other))]
        if " " in plain or name == "healthwatch" or kind == "sector":
            found = {groups.find(other) for other in longer if _one_row(name, other, rows)} - {groups.find(name)}
            for other in sorted(found) if len(found) == 1 or kind == "sector" else ():
                groups.join(other, name)
        for part in _ends_of(plain):
            wholes[kind, part].append(name)


def _by_surname(mentions: Sequence[Mention], keys: dict[Mention, str], groups: Groups) -> None:
    """Persons of one surname ("Ms Reed", "Ann Reed", "Ms Ann Reed"), where only one given name goes with it."""
    given: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        if mention.type == "person":
            key = keys[mention]
            words = [word for word in key.split() if word not in word_set("titles")]
            if words:
                given[words[-1]][" ".join(words[:-1])].append(key)
    for forms in given.values():
        full = [name for name in forms if name]
        if len(full) == 1:
            for key in (*forms[full[0]], *forms.get("", ())):
                groups.join(forms[full[0]][0], key)


def _edge(plain: str) -> tuple[str, str] | None:
    """First and last word of a council's or trust's name."""
    words = plain.split()
    known = len(words) > 1 and words[-1] in ("trust", "council", "hospital")
    return (words[0], words[-1]) if known and not is_other("local-authority", plain) else None


def _plain(name: str) -> str:
    return " ".join(word for word in name.split() if word not in _FILLERS) or name


def _one_row(name: str, other: str, rows: dict[str, str]) -> bool:
    """Whether reference data leaves it open that a name is short for a longer one."""
    own, whole = rows.get(name), rows.get(other)
    return own == whole or own is None or own.startswith("sector:")


def _by_office(keys: dict[Mention, str], groups: Groups) -> None:
    """One post of one body under several titles: "Clerk, Wolden Trust", "Clerk of the Trust"."""
    ends: dict[int, Mention] = {one.end: one for one in keys if one.type in ("organisation", "board")}
    first: dict[tuple[str, str], str] = {}
    for post, key in keys.items():
        body = ends.get(post.end) if post.type == "post" and post.also else None
        if body is not None and body.start > post.start:
            office = normal(post.also[0]), groups.find(keys[body])
            groups.join(first.setdefault(office, key), key)


def _ends_of(name: str) -> set[str]:
    """The parts of a name that begin or close it."""
    words = name.split()[:_MOST_WORDS]
    return {" ".join(words[:i]) for i in range(1, len(words) + 1)} | {" ".join(words[i:]) for i in range(1, len(words))}


def _is_within(name: str, other: str) -> bool:
    """Whether a board's name leaves out words of a longer one but closes alike ("Wolden Joint Board")."""
    words, rest = name.split(), iter(other.split())
    return words[-1] == other.rpartition(" ")[2] and all(word in rest for word in words)
