"""A party's part in an action, as read or as identified."""

from dataclasses import dataclass
from typing import Literal

from graphkit.documents.model import Span

Role = Literal["owner", "deliverer", "supporter", "consulted", "funder", "host", "recipient", "audience"]
Basis = Literal["explicit", "host", "board", "collective", "inherited", "inferred"]


@dataclass(frozen=True, slots=True)
class Participation:
    """A party's part in an action: on what basis, by which rule, how sure (0 to 1), and the words that show it."""

    party: str
    role: Role
    basis: Basis
    rule: str
    confidence: float
    span: Span
