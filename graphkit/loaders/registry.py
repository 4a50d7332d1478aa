"""The loaders known: one for each kind of paper, each the `LOADER` of a file in the `loaders/` folder."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from graphkit import resources
from graphkit.documents.evened import evened
from graphkit.documents.model import Document
from graphkit.errors import UsageError
from graphkit.language.fold import fold
from graphkit.language.gazetteer import Gazetteer
from graphkit.loaders.findings import Findings, Kind
from graphkit.loaders.placed import placed
from graphkit.loaders.unreadable import unreadable_in


@dataclass(frozen=True, slots=True)
class Context:
    """What reading depends on beside the paper: the names known beforehand."""

    gazetteer: Gazetteer


Read = Callable[[Document, Context, str], Findings]
Recognise = Callable[[Document], tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Loader:
    """A kind of paper: `recognise` says how sure it is (0 to 1) and why; `read` takes (document, context, why)."""

    name: str
    kind: Kind
    help: str
    recognise: Recognise
    read: Read


@cache
def available() -> Mapping[str, Loader]:
    """All loaders by name.

    Raises:
        ValueError: two files of `loaders/` define loaders of one name.
    """
    found: dict[str, Loader] = {}
    for module in sorted(pkgutil.iter_modules([str(resources.LOADERS)]), key=lambda one: one.name):
        # In an installed package the folder holds the machinery as well: only a file with a LOADER is a kind of paper.
        loader = getattr(importlib.import_module(f"graphkit.loaders.{module.name}"), "LOADER", None)
        if not isinstance(loader, Loader):
            continue
        if loader.name in found:
            raise ValueError(f"two loaders are named {loader.name!r}: rename one in {resources.LOADERS}")
        found[loader.name] = loader
    return found


def check_kind(name: str | None) -> None:
    """UsageError when a kind is forced that no loader has."""
    if name is not None and name not in available():
        raise UsageError(f"unknown kind {name!r}: choose one of {', '.join(sorted(available()))}")


def choose(document: Document, forced: str | None = None) -> tuple[Loader, str]:
    """The loader for a paper and why: the surest one, or the one that the caller forces.

    Raises:
        UsageError: no loader has the forced name.
    """
    check_kind(forced)
    loaders = available()
    if forced is not None:
        return loaders[forced], "forced by the caller"
    scored = [(*loader.recognise(document), name) for name, loader in sorted(loaders.items())]
    score, why, name = max(scored, key=lambda one: (one[0], one[2]))
    return loaders[name], f"{why} ({score:.2f})"


def read_findings(document: Document, context: Context, kind: str | None = None) -> Findings:
    """What the paper says, by the loader that knows its kind.

    Raises:
        UsageError: no loader has the name `kind`.
    """
    loader, why = choose(document, kind)
    even = evened(document)
    findings = loader.read(even.document, context, why)
    if not even.same:
        findings = placed(findings, even.back)
    return replace(findings, unread=(*findings.unread, *unreadable_in(document)))


def count(document: Document, *phrases: str) -> int:
    """How often any of the phrases (folded) occurs in the paper."""
    folded = fold(document.text)
    return sum(folded.count(phrase) for phrase in phrases)
