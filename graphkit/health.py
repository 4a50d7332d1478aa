"""What this machine has and lacks: for `graphkit doctor`."""

import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata, util

_CORE = ("pyoxigraph", "rdflib", "neo4j", "networkx", "pyvis", "pyshacl")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


@dataclass(frozen=True, slots=True)
class Finding:
    """One part: whether it is there, and where or how to get it; `needed` for every user."""

    name: str
    present: bool
    detail: str
    needed: bool = False


def findings() -> tuple[Finding, ...]:
    """All parts in the order of their weight."""
    return (
        Finding(
            "Python", sys.version_info >= (3, 11), f"{platform.python_version()} (3.11 or newer is needed)", needed=True
        ),
        *(_package(name) for name in _CORE),
        _extra("Cypher without a server", "arcadedb_embedded", "cypher"),
        _extra("faster Neo4j transfers", "neo4j._rust", "fast"),
        _extra("notebooks", "nbclient", "notebook"),
        _java(),
        _program("Maven", ("mvn",), "only to test against a Neo4j server of your own: install Maven"),
        _program(
            "Chromium",
            (os.environ.get("CHROMIUM", ""), *_BROWSERS),
            "only to test the pages: install Chromium; any browser opens them",
        ),
        _server(),
    )


def _package(name: str) -> Finding:
    try:
        return Finding(name, present=True, detail=metadata.version(name), needed=True)
    except metadata.PackageNotFoundError:
        return Finding(name, present=False, detail="run pip install graphkit again", needed=True)


def _extra(what: str, module: str, extra: str) -> Finding:
    try:
        present = util.find_spec(module) is not None
    except ModuleNotFoundError:
        present = False
    return Finding(what, present, "installed" if present else f"optional: pip install 'graphkit[{extra}]'")


def _program(name: str, programs: tuple[str, ...], remedy: str) -> Finding:
    path = next((found for program in programs if program and (found := shutil.which(program))), None)
    return Finding(name, path is not None, path or remedy)


def _java() -> Finding:
    path = shutil.which("java")
    if path is None:
        return Finding("Java", present=False, detail="only to run a Neo4j server of your own: install Java 17 or newer")
    said = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=20, check=False)  # noqa: S603  # found on PATH
    return Finding(
        "Java",
        present=True,
        detail=f"{path}: {(said.stderr or said.stdout).splitlines()[0] if said.stderr or said.stdout else 'no answer'}",
    )


def _server() -> Finding:
    uri = os.environ.get("NEO4J_URI")
    return Finding(
        "Neo4j address", uri is not None, uri or "optional: set NEO4J_URI and NEO4J_PASSWORD for graphkit neo4j apply"
    )
