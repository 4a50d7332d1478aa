"""graphkit extract."""

from pathlib import Path

import rich_click as click

from graphkit.cli.options import format_option
from graphkit.cli.output import write


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--kind", default=None, help="Read it as this kind: minutes, strategy or action-log. [default: told by its words]"
)
@format_option("table", "json")
def extract(file: Path, kind: str | None, form: str) -> None:
    """Show what one paper says; needs no workspace.

    Example: graphkit extract minutes.txt --format json
    """
    from graphkit.reading import as_json, as_text, read_paper

    paper = read_paper(file, kind=kind)
    write(as_json(paper) if form == "json" else as_text(paper))


COMMANDS = (extract,)
