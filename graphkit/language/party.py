"""A party: somebody who can act, as one paper names them."""

from dataclasses import dataclass
from typing import Literal

from graphkit.documents.model import Span

PartyType = Literal["organisation", "team", "post", "sector", "board", "collective", "person"]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who can act, as one paper names them: all forms that the paper uses for the same party.

    `names` holds every form seen (white space folded), the fullest first; `spans` each place. `body` is true for the
    board whose paper this is, `partner` for those that belong in a list of the paper's partners. After identification
    `id` is the reference id (or None), `label` the canonical name, and `names` starts with it.
    """

    key: str
    label: str
    names: tuple[str, ...]
    type: PartyType
    spans: tuple[Span, ...]
    body: bool = False
    partner: bool = False
    id: str | None = None
    outcome: Literal["unresolved", "resolved", "ambiguous"] = "unresolved"
    candidates: tuple[str, ...] = ()
    why: str = ""
