"""graphkit doctor."""

import rich_click as click

from graphkit.cli.output import write


@click.command()
@click.pass_context
def doctor(context: click.Context) -> None:
    """Say what this machine has and lacks, and how to get it; exit status 1 when a needed part is missing.

    Example: graphkit doctor
    """
    from graphkit.health import findings

    found = findings()
    width = max(len(one.name) for one in found)
    for one in found:
        state = "ok" if one.present else "missing" if one.needed else "optional"
        write(f"{state:<8}  {one.name:<{width}}  {one.detail.removeprefix('optional: ')}\n")
    context.exit(1 if any(one.needed and not one.present for one in found) else 0)


COMMANDS = (doctor,)
