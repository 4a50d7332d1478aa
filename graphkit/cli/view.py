"""graphkit view."""

from pathlib import Path

import rich_click as click

from graphkit.cli.options import workspace_option
from graphkit.cli.output import write


@click.command()
@workspace_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="Folder for the pages. [default: build/pages in the workspace]",
)
def view(root: Path | None, out: Path | None) -> None:
    """Write the pages: partners and actions, priorities by partner, and the network. They open without a network.

    Example: graphkit view -w boards --out pages
    """
    from graphkit.session import open_graph

    with open_graph(root) as graph:
        for path in graph.write_pages(out):
            write(f"{path}\n")


COMMANDS = (view,)
