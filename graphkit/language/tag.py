"""A tag: a concept that an action or a priority is about."""

from dataclasses import dataclass
from typing import Literal

from graphkit.documents.model import Span


@dataclass(frozen=True, slots=True)
class Tag:
    """A concept (slug, without prefix) that an action or priority is about.

    `basis` is inherited when a heading or title says so, else explicit.
    """

    slug: str
    basis: Literal["explicit", "inherited"]
    span: Span
