"""docs/commands.md says what the command line says. To write it anew: python tests/docs/test_commands_page.py."""

import re
from collections.abc import Iterator
from pathlib import Path

import click

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"
HEAD = (
    "# Commands\n\n"
    "This page is written from the commands' own help (`python tests/docs/test_commands_page.py`); "
    "`graphkit COMMAND --help` shows the same. Rows go to standard output, everything else to standard error. "
    "Exit status: 0 done, 1 something is wrong or missing, 2 the call is wrong.\n"
)


def commands(group: click.Group, prefix: str) -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with its full name, in the order of the help."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        full = f"{prefix} {name}"
        if isinstance(command, click.Group):
            yield from commands(command, full)
        else:
            yield full, command


def option_row(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in [*option.opts, *option.secondary_opts])
    choices = f" ({', '.join(map(str, option.type.choices))})" if isinstance(option.type, click.Choice) else ""
    told = (option.help or "").strip().replace("|", "\\|")
    shown = option.show_default and option.default not in (None, (), False)
    return f"| {names} | {told}{choices}{f' Default: `{option.default}`.' if shown else ''} |"


def section(name: str, command: click.Command) -> str:
    arguments = [one.make_metavar(click.Context(command)) for one in command.params if isinstance(one, click.Argument)]
    options = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    usage = " ".join([name, *arguments, *(["[OPTIONS]"] if options else [])])
    told = re.sub(r"\s*\n\s*(?=\S)", " ", "\n\n".join(re.split(r"\n\s*\n", command.help or "")).replace("\n\n", "\0"))
    paragraphs = [part.strip() for part in told.replace("\b", "").split("\0")]
    text = "\n\n".join(re.sub(r"^Example: (.+)$", r"Example: `\1`", part) for part in paragraphs)
    table = "\n".join(["| option | |", "|---|---|", *map(option_row, options)])
    return f"## {name}\n\n```\n{usage}\n```\n\n{text}\n" + (f"\n{table}\n" if options else "")


def page() -> str:
    from graphkit.cli import cli

    return "\n".join([HEAD, *(section(name, command) for name, command in commands(cli, "graphkit"))])


def test_the_page_says_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_command_has_help_with_an_example() -> None:
    from graphkit.cli import cli

    bare = [name for name, command in commands(cli, "graphkit") if "Example" not in (command.help or "")]
    assert bare == []


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
