"""graphkit evaluate."""

import json
from pathlib import Path

import rich_click as click

from graphkit.cli.options import format_option, rules_option
from graphkit.cli.output import say, write

# Written out here, since importing the room would slow every other command; a test holds it equal to facts.KINDS.
KINDS = (
    "actions", "owners", "other roles", "topics", "populations", "due", "action-priority", "priorities", "partners",
    "named owners", "status", "kind", "board", "date",
)  # fmt: skip


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--gold",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder with NAME.json for each paper. [default: gold/ in FOLDER, else beside the papers]",
)
@format_option("table", "json")
@click.option(
    "--page",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Write all of it as a page too, to filter by paper and kind.",
)
@click.option(
    "--errors",
    multiple=True,
    type=click.Choice([*KINDS, "none"]),
    metavar="KIND",
    help="List false and missed facts of this kind only, or none; may be given more than once. [default: all kinds]",
)
@click.option("--only", default="", metavar="PREFIX", help="Measure only the papers whose name starts so.")
@click.option(
    "--kind",
    default=None,
    help="Read every paper as this kind: minutes, strategy or action-log. [default: told by its words]",
)
@rules_option
@click.pass_context
def evaluate(
    context: click.Context,
    folder: Path,
    gold: Path | None,
    form: str,
    page: Path | None,
    errors: tuple[str, ...],
    only: str,
    kind: str | None,
    own: Path | None,
) -> None:
    """Measure how well papers are read, against what people wrote down of them (gold).

    Gives precision, recall and F1 for each kind of fact and each paper, whether confidences mean what they say, and
    every false and missed fact with the paper's words. docs/evaluate.md tells how gold is written. Exit status 1 when
    some gold could not be used or believed.

    Example: graphkit evaluate tests/corpus --errors owners --page measure.html
    """
    from graphkit.language.data_file import use_rules

    use_rules(own)
    from graphkit.cli.progress import progress
    from graphkit.evaluating import evaluate as run
    from graphkit.evaluation.report import LISTED, as_data, as_text
    from graphkit.loaders.registry import check_kind

    check_kind(kind)
    with progress() as step:
        measured = run(folder, gold, only, kind, step)
    kinds = frozenset(errors) - {"none"} if errors else LISTED
    if form == "json":
        write(json.dumps(as_data(measured, kinds), ensure_ascii=False, indent=2) + "\n")
    else:
        write(as_text(measured, kinds))
    if page is not None:
        from graphkit.evaluation.page import as_page
        from graphkit.views.files import write_file

        say(f"wrote {write_file(page.parent, page.name, as_page(measured))}")
    for line in measured.faults:
        say(line)
    if measured.without:
        say(f"no gold, so not measured: {', '.join(path.name for path in measured.without)}")
    context.exit(1 if measured.faults else 0)


COMMANDS = (evaluate,)
