"""Writing into a folder, each file whole or not at all."""

import os
import tempfile
from pathlib import Path

from graphkit.errors import WorkspaceError


def write_file(folder: Path, name: str, text: str) -> Path:
    """Write UTF-8 text to a file of the folder and return its path; raises WorkspaceError when that fails.

    A reader sees the old file or the new one: the text goes to a file beside it, which then takes its place.
    """
    target = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=folder, prefix=f".{name}.", suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
                out.write(text)
            Path(beside).chmod(0o644)
            Path(beside).replace(target)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise WorkspaceError(
            f"{target}: cannot be written ({reason}); choose a folder that you may write to"
        ) from error
    return target
