"""graphkit check."""

from pathlib import Path

import rich_click as click

from graphkit.cli.options import workspace_option
from graphkit.cli.output import say, write


@click.command()
@workspace_option
@click.pass_context
def check(context: click.Context, root: Path | None) -> None:
    """Hold the graph against the ontology's shapes; exit status 1 when something is wrong.

    Example: graphkit check -w boards
    """
    from graphkit.session import open_graph

    with open_graph(root) as graph:
        problems = graph.check()
    for problem in problems:
        write(f"{problem}\n")
    say(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}")
    context.exit(1 if problems else 0)


COMMANDS = (check,)
