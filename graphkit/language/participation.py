"""A party's part in an action, as read or as identified."""

from dataclasses import dataclass
from typing import Literal

from graphkit.documents.model import Span

Role = Literal["owner", "deliverer", "supporter", "consulted", "funder", "host", "recipient", "audience"]
Basis = Literal["explicit", "host", "board", "collective", "inherited", "inferred"]


@dataclass(frozen=True, slots=True)
class Participation:
    """A party's part in an action: on what basis, by which rule, the words that show it, and how sure (0 to 1).

    Rules leave `confidence` alone: the reading weighs every part at once by its rule's record (`confidence.py`).
    """

    party: str
    role: Role
    basis: Basis
    rule: str
    span: Span
    confidence: float = 0.0
