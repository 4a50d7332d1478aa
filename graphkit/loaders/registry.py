"""The loaders known: one for each kind of paper, registered by the files of the `loaders/` folder."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field

from graphkit import resources
from graphkit.documents.model import Document
from graphkit.errors import UsageError
from graphkit.language.fold import fold
from graphkit.language.gazetteer import Gazetteer
from graphkit.loaders.findings import Findings, Kind


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


@dataclass(slots=True)
class _Registry:
    loaders: dict[str, Loader] = field(default_factory=dict)
    complete: bool = False


_REGISTRY = _Registry()


def register(loader: Loader) -> Loader:
    """Adds a loader; a second one of the same name is an error in the `loaders/` folder."""
    if loader.name in _REGISTRY.loaders:
        raise ValueError(f"two loaders are named {loader.name!r}: rename one in loaders/")
    _REGISTRY.loaders[loader.name] = loader
    return loader


def available() -> dict[str, Loader]:
    """All loaders by name; imports the files of `loaders/` once."""
    if not _REGISTRY.complete:
        folder = [str(resources.LOADERS)]
        for module in sorted(pkgutil.iter_modules(folder), key=lambda one: one.name):
            importlib.import_module(f"graphkit.loaders.{module.name}")
        _REGISTRY.complete = True
    return _REGISTRY.loaders


def choose(document: Document, forced: str | None = None) -> tuple[Loader, str]:
    """The loader for a paper and why: the surest one, or the one that the caller forces.

    Raises:
        UsageError: no loader has the forced name.
    """
    loaders = available()
    if forced is not None:
        if forced not in loaders:
            raise UsageError(f"unknown kind {forced!r}: choose one of {', '.join(sorted(loaders))}")
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
    return loader.read(document, context, why)


def count(document: Document, *phrases: str) -> int:
    """How often any of the phrases (folded) occurs in the paper."""
    folded = fold(document.text)
    return sum(folded.count(phrase) for phrase in phrases)


__all__ = ["Context", "Loader", "available", "choose", "count", "read_findings", "register"]
