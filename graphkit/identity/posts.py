"""Posts inside a council, and the normal names of posts and sectors."""

import re
from collections.abc import Mapping

from graphkit.identity.forms import acronym_form, initials, plain, without_article
from graphkit.identity.reference import Reference, RoleName
from graphkit.language.fold import slug

# Posts that a council has once, by law or by custom, with the first letters of the place codes where that is so: in
# Scotland, Wales and Northern Ireland a director of public health serves a health board or agency.
_COUNCIL_POSTS = {
    "Director of Public Health": "E",
    "Director of Adult Social Services": "E",
    "Director of Children's Services": "E",
    "Leader of the Council": "EWSN",
    "Monitoring Officer": "EWS",
    "Chief Social Work Officer": "S",
}
_STAND_IN = re.compile(r"(?:interim|acting) ", re.IGNORECASE)
_SAME = {
    "Director of Public Health": ("dir of public health", "director of public health and wellbeing"),
    "Leader of the Council": ("council leader",),
}


class RoleNames:
    """Posts and sectors by every word for them."""

    def __init__(self, reference: Reference) -> None:
        self._posts = _by_word(reference, "post")
        self._sectors = _by_word(reference, "sector")

    def sector(self, names: tuple[str, ...]) -> str | None:
        """The normal name of a sector, by the first of its names that the list knows."""
        found = (self._sectors.get(plain(name)) for name in names)
        return next((role.normal for role in found if role), None)

    def post(self, names: tuple[str, ...]) -> str | None:
        """The normal name of a post, by the first of its names that is the same post's.

        That is its own name or an abbreviation of it, or either with "interim" or "acting" before it. The list's other
        words may be posts of their own (a deputy leader is not the leader).
        """
        for name in names:
            bare = _STAND_IN.sub("", without_article(name))
            role = self._posts.get(plain(bare))
            if role and _same_post(bare, role):
                return role.normal
        return None

    def council_post(self, names: tuple[str, ...], nation: str) -> str | None:
        """The slug of a post that a council has once ("director-of-public-health"), or None.

        `nation` is the first letter of the council's place code.
        """
        normal = self.post(names)
        return slug(normal) if normal and nation in _COUNCIL_POSTS.get(normal, "") else None


def _same_post(bare: str, role: RoleName) -> bool:
    capitals = "".join(letter for letter in bare if letter.isupper())
    short = acronym_form(bare) is not None and capitals == initials(role.label)
    return short or plain(bare) in {plain(role.label), *_SAME.get(role.label, ())}


def _by_word(reference: Reference, kind: str) -> Mapping[str, RoleName]:
    found: dict[str, RoleName] = {}
    for role in reference.roles:
        if role.type == kind:
            for word in (role.label, *role.aliases):
                found.setdefault(plain(word), role)
    return found
