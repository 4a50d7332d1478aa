"""The keys by which the findings of one paper refer to each other: each must be there, and be there once."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from graphkit.documents.model import Document, Span
from graphkit.errors import RunError
from graphkit.loaders.findings import Findings


class Keyed(Protocol):
    """A finding with a key and a place."""

    @property
    def key(self) -> str:
        """Unique among the findings of its kind in one paper."""

    @property
    def span(self) -> Span:
        """Where its words stand."""


KeyedT = TypeVar("KeyedT", bound=Keyed)


class Keys:
    """The keys of one paper's findings; RunError for one that is used twice or points nowhere."""

    def __init__(self, document: Document, findings: Findings) -> None:
        self._path = document.path
        self._parties = self._unique("party", (party.key for party in findings.parties))
        self._priorities = self._unique("priority", (priority.key for priority in findings.priorities))
        self._actions = self._unique("action", (action.key for action in findings.actions))
        self._decisions = self._unique("decision", (decision.key for decision in findings.decisions))

    def _unique(self, kind: str, keys: Iterable[str]) -> frozenset[str]:
        seen: set[str] = set()
        for key in keys:
            if key in seen:
                raise RunError(
                    f"{self._path}: two findings share the {kind} key {key!r}; mend the loader that read this paper"
                )
            seen.add(key)
        return frozenset(seen)

    def _known(self, kind: str, key: str, keys: frozenset[str]) -> str:
        if key not in keys:
            raise RunError(
                f"{self._path}: the findings name {kind} {key!r} but do not hold it; "
                "mend the loader that read this paper"
            )
        return key

    def party(self, key: str) -> str:
        """The key, when there is such a party."""
        return self._known("party", key, self._parties)

    def priority(self, key: str) -> str:
        """The key, when there is such a priority."""
        return self._known("priority", key, self._priorities)

    def action(self, key: str) -> str:
        """The key, when there is such an action."""
        return self._known("action", key, self._actions)

    def decision(self, key: str) -> str:
        """The key, when there is such a decision."""
        return self._known("decision", key, self._decisions)


def in_order(findings: Sequence[KeyedT]) -> list[tuple[int, KeyedT]]:
    """The findings as they stand in the paper, numbered from 1."""
    return list(enumerate(sorted(findings, key=lambda each: (each.span, each.key)), start=1))
