"""graphkit rules."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from graphkit.cli.options import format_option, rules_option
from graphkit.cli.output import say, write, write_styled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from graphkit.language.rules import Rule
    from graphkit.loaders.rulebook import Family


@click.command()
@click.argument("name", default="")
@click.option("--check", is_flag=True, help="Read each example and say which do not show their rule.")
@rules_option
@format_option("table", "json")
@click.pass_context
def rules(context: click.Context, name: str, own: Path | None, form: str, *, check: bool) -> None:
    """List the rules by which papers are read, with what each means and examples; NAME filters by family or rule.

    Example: graphkit rules led-by
    """
    from graphkit.language.data_file import use_rules

    use_rules(own)
    from graphkit.loaders.rulebook import FAMILIES

    chosen = [
        (family, [one for one in family.rules() if name in family.name or name in one.name]) for family in FAMILIES
    ]
    chosen = [(family, some) for family in FAMILIES if (some := _named(family, name))]
    if not chosen:
        say(f"no rule and no family has {name!r} in its name: graphkit rules lists them all")
        context.exit(1)
    if check:
        context.exit(_check(chosen))
    if form == "json":
        listed = [_as_dict(family, rule) for family, some in chosen for rule in some]
        write(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
    else:
        write_styled(line for family, some in chosen for line in _lines(family, some))


def _named(family: "Family", name: str) -> "list[Rule]":
    """The rules of a family whose name, or whose own, holds `name`."""
    return [rule for rule in family.rules() if name in family.name or name in rule.name]


def _check(chosen: "list[tuple[Family, list[Rule]]]") -> int:
    """Runs the examples of the chosen rules; 1 when one fails."""
    from graphkit.loaders.rulebook import failures

    failed = 0
    for family, some in chosen:
        for one in failures(family, some):
            failed += 1
            write(f"{one.family}: {one.rule}: {' / '.join(one.example.splitlines())}\n    {one.why}\n")
    read = sum(len(rule.examples) + len(rule.but_not) for family, some in chosen if family.reads for rule in some)
    say(f"{read} example{'' if read == 1 else 's'} read, {failed} failed")
    return 1 if failed else 0


def _lines(family: "Family", some: "list[Rule]") -> "Iterator[tuple[int, Text]]":
    """A family with its rules, as lines with their indents."""
    from rich.text import Text

    yield 0, Text.assemble((family.name, "bold"), f": {family.about}", (f"  ({family.file})", "dim"))
    for rule in some:
        yield 0, Text("")
        yield 2, Text.assemble((rule.name, "cyan"), "  (with words of your own)" if rule.more.get("own") else "")
        yield 6, Text(rule.means)
        for line in _told(rule.examples):
            yield 6, Text(f"e.g. {line}", "dim")
        for line in _told(rule.but_not):
            yield 6, Text(f"not: {line}", "dim")
    yield 0, Text("")


def _told(examples: tuple[str, ...]) -> list[str]:
    """Each example on one line."""
    return [" / ".join(line.strip() for line in one.splitlines() if line.strip()) for one in examples]


def _as_dict(family: "Family", rule: "Rule") -> dict[str, object]:
    return {
        "family": family.name,
        "rule": rule.name,
        "means": rule.means,
        "cue": list(rule.cue),
        "examples": list(rule.examples),
        "but_not": list(rule.but_not),
        "file": family.file,
        **rule.more,
    }


COMMANDS = (rules,)
