"""graphkit extract."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphkit.cli.options import format_option, rules_option
from graphkit.cli.output import write

if TYPE_CHECKING:
    from graphkit.reading import Paper


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--kind", default=None, help="Read it as this kind: minutes, strategy or action-log. [default: told by its words]"
)
@click.option(
    "--explain", "explained", is_flag=True,
    help="Go through the paper line by line: zones, rules and the words they matched, or why nothing was taken.",
)  # fmt: skip
@rules_option
@format_option("table", "json")
def extract(file: Path, kind: str | None, own: Path | None, form: str, *, explained: bool) -> None:
    """Show what one paper says; needs no workspace.

    Example: graphkit extract minutes.txt --explain
    """
    from graphkit.language.data_file import use_rules

    use_rules(own)
    from graphkit.reading import as_json, as_text, read_paper

    paper = read_paper(file, kind=kind)
    if explained:
        _explain(paper, form)
        return
    write(as_json(paper) if form == "json" else as_text(paper))


def _explain(paper: "Paper", form: str) -> None:
    from graphkit.cli.trace import write_explained
    from graphkit.explain import as_dicts, explain, rules_of
    from graphkit.status import understood

    document, findings, passages = paper.document, paper.findings, explain(paper)
    summary = understood(findings.passages, len(findings.unread))
    if form == "json":
        told: dict[str, Any] = {
            "path": document.path,
            "kind": findings.kind,
            "why_kind": findings.why_kind,
            "understood": summary,
        }
        told |= {"rules": rules_of(passages), "passages": as_dicts(passages)}
        write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        heading = f"{document.path}: read as {findings.kind}, because {findings.why_kind}"
        write_explained(passages, heading, rules_of(passages), summary)


COMMANDS = (extract,)
