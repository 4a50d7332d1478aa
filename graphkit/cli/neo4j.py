"""graphkit neo4j: keep a Neo4j server in step with the graph."""

from pathlib import Path

import rich_click as click

from graphkit.cli.options import workspace_option
from graphkit.cli.output import write


@click.group()
def neo4j() -> None:
    """Keep a Neo4j server in step with the graph.

    The address comes from --uri, NEO4J_URI or graphkit.toml; the password from NEO4J_PASSWORD only.
    """


@neo4j.command()
@workspace_option
@click.option("--uri", envvar="NEO4J_URI", default=None, help="Address, for example neo4j://localhost:7687.")
@click.option("--user", envvar=["NEO4J_USERNAME", "NEO4J_USER"], default=None, help="User name. [default: neo4j]")
@click.option(
    "--password",
    envvar="NEO4J_PASSWORD",
    default=None,
    help="Password; better set NEO4J_PASSWORD, which other users cannot see.",
)
@click.option("--database", envvar="NEO4J_DATABASE", default=None, help="Database. [default: neo4j]")
def apply(root: Path | None, uri: str | None, user: str | None, password: str | None, database: str | None) -> None:
    """Put the graph into Neo4j: create, change and delete what differs, and touch nothing else.

    Example: NEO4J_PASSWORD=secret graphkit neo4j apply -w boards --uri neo4j://localhost:7687
    """
    from graphkit.session import open_graph

    with open_graph(root) as graph:
        write(graph.apply_to_neo4j(uri, user, password, database) + "\n")


COMMANDS = (neo4j,)
