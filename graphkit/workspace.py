"""A workspace: the folder that holds a graph and its settings.

graphkit.toml   settings, made on first use
rules/          words and rules of the user's own, added to those of graphkit (docs/rules.md)
decisions/      kept for people's corrections; not read yet
build/          everything made: the store, the embedded Cypher database, the pages; may be deleted at any time
"""

import os
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from graphkit.errors import WorkspaceError

SETTINGS = "graphkit.toml"
DEFAULT_BASE = "https://example.org/hwb/id/"
_TEMPLATE = f"""\
# Settings of this graphkit workspace. Everything here has a default; delete what you do not need.

[graph]
# The IRIs of actions, priorities and papers start with this. Change it to an address of yours before you publish data.
base = "{DEFAULT_BASE}"

[neo4j]
# Where `graphkit neo4j` connects. The password is never kept here: set NEO4J_PASSWORD.
# uri = "neo4j://localhost:7687"
# user = "neo4j"
# database = "neo4j"
"""
_KNOWN = {"graph": {"base"}, "neo4j": {"uri", "user", "database"}}


@dataclass(frozen=True, slots=True)
class Neo4jSettings:
    """The [neo4j] table; None where it says nothing."""

    uri: str | None = None
    user: str | None = None
    database: str | None = None


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace's folder and settings."""

    root: Path
    base: str = DEFAULT_BASE
    neo4j: Neo4jSettings = Neo4jSettings()

    @property
    def rules(self) -> Path:
        """The folder of the user's own rules."""
        return self.root / "rules"

    @property
    def store(self) -> Path:
        """The folder of the RDF store."""
        return self.root / "build" / "store"

    @property
    def cypher(self) -> Path:
        """The folder of the embedded Cypher database."""
        return self.root / "build" / "cypher"

    @property
    def pages(self) -> Path:
        """Where pages go unless the user says otherwise."""
        return self.root / "build" / "pages"


def create(root: Path) -> tuple[Workspace, bool]:
    """The workspace at `root`, made if it is not one yet; True when it was made now.

    Raises:
        WorkspaceError: the folder cannot be made, or its settings cannot be read.
    """
    settings = root / SETTINGS
    made = not settings.exists()
    try:
        for folder in (root, root / "rules", root / "decisions", root / "build"):
            folder.mkdir(parents=True, exist_ok=True)
        if made:
            write_atomically(settings, _TEMPLATE)
    except OSError as error:
        raise WorkspaceError(
            f"cannot make a workspace at {root}: {error.strerror}; choose a folder that you may write to"
        ) from error
    return read(root), made


def find(root: Path | None) -> Workspace:
    """The workspace at `root`, or the nearest one from the current folder upwards.

    Raises:
        WorkspaceError: there is none, or its settings cannot be read.
    """
    if root is not None:
        if not (root / SETTINGS).is_file():
            raise WorkspaceError(f"no workspace at {root}: run graphkit build PAPERS -w {root} first")
        return read(root)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return read(folder)
    raise WorkspaceError(
        f"no workspace in {here} or above it: name one with -w FOLDER, or make one with graphkit init FOLDER"
    )


def read(root: Path) -> Workspace:
    """The workspace whose settings stand at `root`.

    Raises:
        WorkspaceError: the settings are no TOML, or hold a name or value that means nothing.
    """
    path = root / SETTINGS
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"cannot read {path}: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(
            f"{path}: not valid TOML: {error}; mend it, or delete it to start from the defaults"
        ) from error
    for table, values in settings.items():
        if table not in _KNOWN or not isinstance(values, dict):
            raise WorkspaceError(
                f"{path}: unknown table [{table}]; known are {', '.join(f'[{name}]' for name in sorted(_KNOWN))}"
            )
        for name, value in values.items():
            if name not in _KNOWN[table] or not isinstance(value, str):
                raise WorkspaceError(
                    f"{path}: [{table}] {name}: expected {', '.join(sorted(_KNOWN[table]))}, each a text in quotes"
                )
    return Workspace(
        root, settings.get("graph", {}).get("base", DEFAULT_BASE), Neo4jSettings(**settings.get("neo4j", {}))
    )


def write_atomically(path: Path, text: str) -> None:
    """Writes a text file so that a reader sees the old or the new one, never a part."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        # A temporary file is for its maker alone; a workspace may be shared.
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
