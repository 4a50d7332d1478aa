"""graphkit neo4j: keep a Neo4j server in step with the graph."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click

from graphkit.cli.options import format_option, workspace_option
from graphkit.cli.output import FORMATS, say, write, write_rows

Command = TypeVar("Command", bound=Callable[..., Any])


def server_options(command: Command) -> Command:
    """--uri, --user, --password and --database, or what the environment says."""
    options = (
        click.option("--uri", envvar="NEO4J_URI", default=None, help="Address, for example neo4j://localhost:7687."),
        click.option("--user", envvar=["NEO4J_USERNAME", "NEO4J_USER"], default=None, help="User. [default: neo4j]"),
        click.option(
            "--password", envvar="NEO4J_PASSWORD", default=None, help="Better set NEO4J_PASSWORD: it stays unseen."
        ),
        click.option("--database", envvar="NEO4J_DATABASE", default=None, help="Database. [default: neo4j]"),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group()
def neo4j() -> None:
    """Keep a Neo4j server in step with the graph.

    The address comes from --uri, NEO4J_URI or graphkit.toml; the password from NEO4J_PASSWORD or --password.
    """


@neo4j.command()
@workspace_option
@server_options
@click.option("--deep", is_flag=True, help="Compare every property there, to find what others changed.")
@format_option(*FORMATS)
def plan(root: Path | None, deep: bool, form: str, **server: str | None) -> None:
    """Say what an apply would create, change and delete; nothing is written.

    Example: graphkit neo4j plan -w boards --uri neo4j://localhost:7687
    """
    from graphkit.session import open_graph

    with open_graph(root) as graph:
        steps = graph.plan_for_neo4j(**server, deep=deep)
    if steps.empty:
        say(str(steps))
    else:
        write_rows(steps.table(), form)


@neo4j.command()
@workspace_option
@server_options
def apply(root: Path | None, **server: str | None) -> None:
    """Put the graph into Neo4j: create, change and delete what differs, and touch nothing else.

    Example: NEO4J_PASSWORD=secret graphkit neo4j apply -w boards --uri neo4j://localhost:7687
    """
    from graphkit.session import open_graph

    with open_graph(root) as graph:
        write(graph.apply_to_neo4j(**server) + "\n")


COMMANDS = (neo4j,)
