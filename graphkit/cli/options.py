"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click

Command = TypeVar("Command", bound=Callable[..., Any])


def workspace_option(command: Command) -> Command:
    """-w FOLDER, as a Path or None (the nearest workspace upwards)."""
    return click.option(
        "-w", "--workspace", "root", type=click.Path(path_type=Path, file_okay=False), default=None,
        help="Workspace folder. [default: the nearest one upwards]",
    )(command)  # fmt: skip


def format_option(*formats: str) -> Callable[[Command], Command]:
    """--format, one of those given; the first is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How the rows are written.",
    )


def rules_option(command: Command) -> Command:
    """--rules FOLDER, as a Path or None."""
    return click.option(
        "--rules", "own", type=click.Path(path_type=Path, file_okay=False, exists=True), default=None,
        help="Folder with rules of your own, added to those of graphkit, such as rules/ of a workspace.",
    )(command)  # fmt: skip
