"""Which body one printed name means, in a setting. Every answer says how it was found."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from graphkit.identity.codes import successors_of
from graphkit.identity.forms import Shape, acronym_form, initials, plain, shape, without_article
from graphkit.identity.phrases import Phrases
from graphkit.identity.reference import Alias, Organisation, Reference
from graphkit.identity.setting import Setting
from graphkit.identity.similar import Similar
from graphkit.identity.when import begins_after, ended_by

# General names that say nothing by themselves: any board is "the Board", any trust "the Trust", a mayor is a post.
_SAY_NOTHING = frozenset({"board", "authority", "mayor", "corporation", "nhs foundation trust", "nhs trust foundation"})
_BOARDS = frozenset({"health-and-wellbeing-board", "icb", "ijb", "hscp", "health-board", "ics"})
_NATIONS = frozenset({"england", "wales", "welsh", "scotland", "scottish", "ireland", "uk", "british"})
_TRUST_TAIL = re.compile(r" (?:University )?NHS (?:Foundation )?Trust$")
_ENGLAND = "E92000001"
_PLURALS = frozenset({"ccgs", "colleges", "universities", "links", "district councils", "provider trusts"})
_MANY_IN_A_PLACE = frozenset({"nhs-trust", "university", "college"})
_NAMESAKES = frozenset({"ccg", "pct"})
_MANY = "district and borough councils"


class Rank(IntEnum):
    """How strong an answer is; lower is stronger."""

    OFFICIAL = 0
    ALIAS = 1
    FORM = 2
    ACRONYM = 3
    GENERAL = 4
    REPAIRED = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """The bodies that a name may mean (ids, sorted), how strong the answer is, and why. `sure`: one body, no doubt."""

    rank: Rank
    ids: tuple[str, ...]
    why: str
    sure: bool


class Lookup:
    """Looks names up in the reference lists; one object serves any number of papers."""

    def __init__(self, reference: Reference, phrases: Phrases) -> None:
        self._reference = reference
        self._similar = Similar(reference, phrases.words)
        self._by_shape: dict[Shape, list[Organisation]] = defaultdict(list)
        for body in reference.organisations.values():
            for name in _forms(body, reference):
                taken = shape(name)
                if taken and taken.words and body not in self._by_shape[taken._replace(qualifiers=frozenset())]:
                    self._by_shape[taken._replace(qualifiers=frozenset())].append(body)
        # "Department of Health (Northern Ireland)" is just "Department of Health" at home.
        self._at_home: dict[str, list[Organisation]] = defaultdict(list)
        # A trust is often called by what comes before "NHS Foundation Trust".
        self._stems: dict[str, list[Organisation]] = defaultdict(list)
        for body in reference.organisations.values():
            if body.type == "national-body" and body.name.endswith(")"):
                self._at_home[plain(body.name.rpartition("(")[0])].append(body)
            stem = _TRUST_TAIL.sub("", body.name)
            if stem != body.name and len(stem.split()) > 1 and not stem.endswith("Partnership"):
                self._stems[plain(stem)].append(body)
        self._templates = [alias for alias in reference.aliases if "{area}" in alias.text]

    def find(self, name: str, setting: Setting, board: bool = False) -> Answer | None:
        """The strongest answer for a printed name, or None; `board` when the paper speaks of a board."""
        bare = without_article(name)
        key = plain(bare)
        return (
            self.official(name, setting)
            or self._alias(bare, key, setting)
            or self._formed(bare, setting)
            or self._general(bare, key, setting, board)
        )

    def repair(self, name: str, setting: Setting) -> Answer | None:
        """The body that a name is nearly the name of, among those in the area or next to it."""
        if not setting.codes:
            return None
        near = [each for each in self._similar.find(name) if setting.is_near(each.body)]
        in_time = {body.id for body in setting.in_time(each.body for each in near)}
        near = [each for each in near if each.body.id in in_time]
        if not near:
            return None
        why = f"repaired: {near[0].difference}, score {near[0].score:.2f}"
        return Answer(Rank.REPAIRED, tuple(sorted(each.body.id for each in near)), why, len(near) == 1)

    def agrees(self, name: str, identity: str) -> bool:
        """Whether a longer printed name can be that body's: the acronym or general name beside it is then too."""
        return self._abbreviates(name, identity) or any(each.body.id == identity for each in self._similar.find(name))

    def _abbreviates(self, name: str, identity: str) -> bool:
        """Whether a name is capitals and a kind of body ("NW ICB"), and the body's initials hold them in order."""
        printed, official = shape(name), shape(self._reference.organisations[identity].name)
        short = without_article(name).split()[0]
        if printed is None or official is None or printed.kind != official.kind or len(printed.words) != 1:
            return False
        letters = iter(initials(" ".join(official.words)))
        return short.isupper() and len(short) > 1 and all(letter in letters for letter in short if letter.isalpha())

    def official(self, name: str, setting: Setting) -> Answer | None:
        """The answer for a name that is an official one, word for word, or None.

        The name of a body that begins only after the paper's date is left to an earlier body called alike.
        """
        named = self._reference.by_name.get(plain(name), ())
        bodies = [body for body in named if _serves(body, setting, named=True)]
        if setting.on and bodies and all(begins_after(body.valid_from, setting.on) for body in bodies):
            earlier = self._shaped(name, setting)
            if earlier and self._reference.organisations[earlier.ids[0]].valid(setting.on):
                return earlier
        if setting.codes:
            bodies += [body for body in self._at_home.get(plain(name), ()) if setting.is_here(body)]
        return self._choose(Rank.OFFICIAL, bodies, "official name", setting)

    def _alias(self, bare: str, key: str, setting: Setting) -> Answer | None:
        acronym = acronym_form(bare)
        aliases = [
            each
            for each in self._reference.by_alias.get(acronym or key, ())
            if each.rule is None and self._in_scope(each, setting)
        ]
        bodies = list({each.target: self._reference.organisations[each.target] for each in aliases}.values())
        if not bodies:
            return None
        kind = aliases[0].kind if len({each.kind for each in aliases}) == 1 else "name"
        rank = Rank.ACRONYM if acronym else Rank.ALIAS
        answer = self._choose(rank, bodies, f"{kind} in the reference list", setting)
        # "Wolden Partnership" is as likely a partnership in Wolden as a partnership trust.
        return replace(answer, sure=False) if answer and key.endswith(" partnership") else answer

    def _in_scope(self, alias: Alias, setting: Setting) -> bool:
        body = self._reference.organisations[alias.target]
        if not _serves(body, setting):
            return False
        if alias.national and shape(alias.text) is None and body.type != "national-body":
            # A short name without its kind of body may be that of a place or a site elsewhere, or outlive the body.
            return (not setting.codes or setting.is_near(body)) and (not body.valid_to or _lasts(body, setting))
        if alias.national:
            return True
        return setting.is_here(body) and bool(setting.in_time([body]))

    def _formed(self, bare: str, setting: Setting) -> Answer | None:
        for short, place in setting.place_acronyms.items():
            if short in bare.split():
                full = " ".join(place if word == short else word for word in bare.split())
                if answer := self.official(full, setting) or self._shaped(full, setting):
                    return answer
        return self._shaped(bare, setting) or self._stem(bare, setting)

    def _stem(self, bare: str, setting: Setting) -> Answer | None:
        stems = self._stems.get(plain(bare), ())
        bodies = [body for body in stems if setting.is_near(body) and (not body.valid_to or _lasts(body, setting))]
        return self._choose(Rank.FORM, bodies, "its name without the words for a trust", setting)

    def _shaped(self, bare: str, setting: Setting) -> Answer | None:
        taken = shape(bare)
        if taken is None or not taken.words:
            return None
        bodies = self._by_shape.get(taken._replace(qualifiers=frozenset()), [])
        fitting = [body for body in bodies if _same_tier(taken, body) and _serves(body, setting)]
        return self._choose(Rank.FORM, fitting, "another form of its name", setting)

    def _choose(self, rank: Rank, bodies: list[Organisation], why: str, setting: Setting) -> Answer | None:
        """One body of several with the same name: by the date, then by the area."""
        if not bodies:
            return None
        if len(bodies) > 1:
            bodies = setting.in_time(bodies) or bodies
        if len(bodies) > 1 and (here := [body for body in bodies if setting.is_here(body)]):
            bodies, why = here, f"{why}, in the board's area"
        ids = tuple(sorted(body.id for body in bodies))
        if len(ids) == 1 and setting.on and ended_by(bodies[0].valid_to, setting.on):
            later = ", ".join(successors_of(self._reference, ids[0], setting.on))
            why = f"{why}; ended {bodies[0].valid_to}" + (f", followed by {later}" if later else "")
        return Answer(rank, ids, why, len(ids) == 1)

    def _general(self, bare: str, key: str, setting: Setting, board: bool) -> Answer | None:
        if not setting.codes or key in _SAY_NOTHING:
            return None
        if council := setting.council_initials.get(bare):
            return self._choose(Rank.ACRONYM, list(council), "initials of the board's own council", setting)
        kinds = dict.fromkeys(
            alias.rule
            for alias in (*self._reference.by_alias.get(acronym_form(bare) or key, ()), *self._filled(key, setting))
            if alias.rule and (not board or alias.rule in _BOARDS)
        )
        for kind in kinds:
            if answer := self._of_kind(kind, bare, key, setting):
                return answer
        return None

    def _filled(self, key: str, setting: Setting) -> Iterable[Alias]:
        return (
            alias
            for alias in self._templates
            if any(plain(alias.text.replace("{area}", name)) == key for name in setting.area_names)
        )

    def _of_kind(self, kind: str, bare: str, key: str, setting: Setting) -> Answer | None:
        area = setting.area.name if setting.area else ""
        if key in _PLURALS or key == _MANY:
            sure, likely = setting.covering(kind)
            return _doubt([*sure, *likely], f"several of {area}")
        if kind == "local-authority":
            return self._council(bare, setting, area)
        sure, likely = setting.covering(kind)
        if len(sure) > 1 or (likely and kind in _NAMESAKES):
            # Of several, or of those whose area was told from their name, the area's namesake.
            named = [body for body in (*sure, *likely) if setting.is_namesake(body)]
            sure, likely = (named, []) if len(named) == 1 else ([], [*sure, *likely])
        if len(sure) == 1 and not (likely and kind in _MANY_IN_A_PLACE):
            return Answer(Rank.GENERAL, (sure[0].id,), f"the {kind} of {area}", sure=True)
        return _doubt([*sure, *likely], f"one {kind} or another of {area}")

    def _council(self, bare: str, setting: Setting, area: str) -> Answer | None:
        taken = shape(bare)
        qualifiers = taken.qualifiers if taken else frozenset()
        bodies: Iterable[Organisation] = setting.own_councils
        if qualifiers:
            own = [body for body in bodies if _named(qualifiers, body)]
            bodies = own or [body for body in setting.inner_councils if _named(qualifiers, body)]
        found = list(bodies)
        if len(found) == 1:
            return Answer(Rank.GENERAL, (found[0].id,), f"the council of {area}", sure=True)
        return _doubt(found, f"one council or another of {area}")


def _doubt(bodies: Iterable[Organisation], why: str) -> Answer | None:
    ids = tuple(sorted({body.id for body in bodies}))
    return Answer(Rank.GENERAL, ids, why, sure=False) if ids else None


def _named(qualifiers: frozenset[str], body: Organisation) -> bool:
    return qualifiers <= set(plain(body.name).split())


def _same_tier(printed: Shape, body: Organisation) -> bool:
    """Whether the printed "county", "city", "borough" or "district" can go with the body's official name."""
    official = shape(body.name)
    if official is None or not printed.qualifiers or not official.qualifiers:
        return True
    return bool(printed.qualifiers & official.qualifiers)


def _forms(body: Organisation, reference: Reference) -> Iterable[str]:
    """The names by which a body is known everywhere; a university's also without the town after a comma."""
    yield body.name
    if body.type == "university":
        yield body.name.partition(",")[0]
    yield from (a.text for a in reference.by_target.get(body.id, ()) if a.national)


def _lasts(body: Organisation, setting: Setting) -> bool:
    return setting.on is not None and body.valid(setting.on)


def _serves(body: Organisation, setting: Setting, named: bool = False) -> bool:
    """False for a national body of another nation, unless its name says which nation it serves.

    Many bodies listed for England work across borders, so these go by their official name (`named`) everywhere.
    """
    if body.type != "national-body" or not setting.codes or not body.places or setting.is_here(body):
        return True
    return (named and _ENGLAND in body.places) or not _NATIONS.isdisjoint(plain(body.name).split())
