"""The command line. Modules here hold only options and calls: heavy imports stay inside the commands."""

import os
import sys

import rich_click as click

from graphkit import __version__
from graphkit.cli import ask, build, check, doctor, evaluate, extract, neo4j, rules, view
from graphkit.errors import GraphkitError

_EPILOG = (
    "First steps: graphkit build PAPERS -w W; graphkit query owners-of-topic topic=youth-mental-health -w W; "
    "graphkit view -w W"
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EPILOG)
@click.version_option(__version__, prog_name="graphkit")
def cli() -> None:
    """The papers of health and wellbeing boards as a graph that shows the words behind every fact."""


for _module in (build, extract, evaluate, rules, ask, check, view, neo4j, doctor):
    for _command in _module.COMMANDS:
        cli.add_command(_command)


def main() -> None:
    """Runs the command line; every error of ours is one line and an exit status, never a traceback."""
    try:
        try:
            cli(standalone_mode=True)
        finally:
            sys.stdout.flush()  # what waits in the buffer may be what cannot be written
    except GraphkitError as error:
        print(f"graphkit: {error}", file=sys.stderr)
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        print("graphkit: stopped", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone (| head): nothing is wrong, but Python would complain at exit.
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        print(f"graphkit: cannot write: {error}; see that there is space and that you may write there", file=sys.stderr)
        os._exit(1)  # the output that failed would fail again, with a traceback, at a usual exit
