"""graphkit query, sparql, cypher."""

import sys
from pathlib import Path

import rich_click as click

from graphkit.cli.options import format_option, workspace_option
from graphkit.cli.output import FORMATS, write, write_rows
from graphkit.errors import UsageError


@click.command()
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, metavar="[KEY=VALUE]...")
@workspace_option
@click.option(
    "--language",
    type=click.Choice(["sparql", "cypher"]),
    default="sparql",
    show_default=True,
    help="Which of the two equal forms is run.",
)
@format_option(*FORMATS)
def query(name: str | None, parameters: tuple[str, ...], root: Path | None, language: str, form: str) -> None:
    """Ask a named question; without a name, list them all.

    Example: graphkit query owners-of-topic topic=youth-mental-health -w boards
    """
    from graphkit.cli.catalogue import listing

    if name is None:
        write(listing())
        return
    from graphkit.session import open_graph

    given: dict[str, str] = {}
    for pair in parameters:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise UsageError(f"{pair!r} is no parameter: write NAME=VALUE, for example topic=youth-mental-health")
        given[key] = value
    with open_graph(root) as graph:
        write_rows(graph.query(name, language=language, **given), form)


def _text_of(source: str) -> str:
    """The query itself, the file it names, or standard input for "-"."""
    if source == "-":
        return sys.stdin.read()
    path = Path(source)
    if len(source) < 1000 and "\n" not in source and path.suffix in (".rq", ".sparql", ".cypher", ".cql", ".txt"):
        if not path.is_file():
            raise UsageError(f"{source}: no such file: check the path, or give the query itself in quotes")
        return path.read_text(encoding="utf-8")
    return source


@click.command()
@click.argument("source", metavar="QUERY|FILE|-")
@workspace_option
@format_option(*FORMATS)
def sparql(source: str, root: Path | None, form: str) -> None:
    """Ask in SPARQL: the query itself, a file, or - for standard input.

    Example: graphkit sparql "SELECT ?text WHERE { ?a a hw:Action ; hw:text ?text }" -w boards
    """
    from graphkit.session import open_graph

    with open_graph(root) as graph:
        write_rows(graph.sparql(_text_of(source)), form)


@click.command()
@click.argument("source", metavar="QUERY|FILE|-")
@workspace_option
@format_option(*FORMATS)
def cypher(source: str, root: Path | None, form: str) -> None:
    """Ask in Cypher, without a server: the query itself, a file, or - for standard input.

    Example: graphkit cypher "MATCH (a:Action)-[:STATUS]->(s) RETURN s.prefLabel AS status, count(*)" -w boards
    """
    from graphkit.session import open_graph

    with open_graph(root) as graph:
        write_rows(graph.cypher(_text_of(source)), form)


COMMANDS = (query, sparql, cypher)
