"""Rows in portions: one request, one transaction each."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batches(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    """The rows in lists of `size`; the last may be shorter."""
    waiting = iter(rows)
    while portion := list(islice(waiting, size)):
        yield portion
