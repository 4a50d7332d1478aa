"""graphkit: the papers of health and wellbeing boards as a graph that shows the words behind every fact.

import graphkit

graphkit.build(["papers"], "boards")
with graphkit.open("boards") as graph:
    graph.query("owners-of-topic", topic="youth-mental-health")
"""

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphkit.building import BuildReport
    from graphkit.session import Graph

__version__ = "0.1.0"
__all__ = ["__version__", "build", "open"]


def open(workspace: str | PathLike[str] | None = None) -> "Graph":  # noqa: A001  # reads as graphkit.open(...)
    """Opens the graph of a workspace (the nearest one upwards by default).

    Raises:
        WorkspaceError: there is no workspace there, or nothing was built in it.
    """
    from graphkit.session import Graph
    from graphkit.workspace import find

    return Graph(find(Path(workspace) if workspace is not None else None))


def build(
    paths: "str | PathLike[str] | Iterable[str | PathLike[str]]",
    workspace: str | PathLike[str],
    *,
    kind: str | None = None,
) -> "BuildReport":
    """Reads papers into the graph of a workspace, which is made if need be.

    The paths are the whole input: what is gone from them goes from the graph. Only changed papers are read again.

    Raises:
        UsageError: a path does not exist or holds no paper.
        WorkspaceError: the workspace cannot be made, or another build holds it.
    """
    from graphkit.language.data_file import use_rules
    from graphkit.workspace import create

    place, _ = create(Path(workspace))
    use_rules(place.rules)  # before anything that reads is imported: words are compiled once
    from graphkit.building import build as run

    several = [paths] if isinstance(paths, (str, PathLike)) else list(paths)
    return run([Path(path) for path in several], place, kind=kind)
