"""graphkit init, build, status."""

from pathlib import Path

import rich_click as click

from graphkit.cli.options import workspace_option
from graphkit.cli.output import say, write


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
def init(folder: Path) -> None:
    """Make a workspace: a commented graphkit.toml and its folders.

    Example: graphkit init boards
    """
    from graphkit import workspace

    made, new = workspace.create(folder)
    write(f"{'made' if new else 'already there:'} {made.root / workspace.SETTINGS}\n")
    say(f"next: graphkit build PAPERS -w {folder}")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-w",
    "--workspace",
    "root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("graphkit-workspace"),
    show_default=True,
    help="Workspace folder, made on first use.",
)
@click.option(
    "--kind",
    default=None,
    help="Read every paper as this kind: minutes, strategy or action-log. [default: told by its words]",
)
@click.option("--full", is_flag=True, help="Read every paper again, changed or not.")
@click.pass_context
def build(context: click.Context, paths: tuple[Path, ...], root: Path, kind: str | None, *, full: bool) -> None:
    """Read papers into the graph.

    The paths given (files or folders) are the whole input: what is gone from them goes from the graph. Only papers
    that changed are read again.

    Example: graphkit build papers/ -w boards
    """
    from graphkit import documents, workspace
    from graphkit.cli.progress import progress
    from graphkit.language.data_file import use_rules

    documents.find_papers(paths)
    use_rules(root / "rules")  # before anything that reads is imported: words are compiled once
    from graphkit.building import build as run
    from graphkit.loaders.registry import check_kind

    check_kind(kind)
    place, _ = workspace.create(root)
    with progress() as step:
        report = run(paths, place, kind=kind, full=full, on_paper=step)
    write(report.summary() + "\n")
    for problem in report.problems:
        named = str(problem.path) in problem.reason
        reason = problem.reason if named else f"{problem.path}: {problem.reason}"
        say(f"not read: {reason}")
    context.exit(1 if report.problems else 0)


@click.command()
@workspace_option
def status(root: Path | None) -> None:
    """What was built from what, and what could not be read.

    Example: graphkit status -w boards
    """
    from graphkit.session import open_graph

    with open_graph(root) as graph:
        write(graph.status() + "\n")


COMMANDS = (init, build, status)
