"""The command itself: which commands there are, and how every failure ends in one line and an exit code."""

import sys

import typer

from candour.cli import exit_codes
from candour.cli.on_demand import OnDemand
from candour.cli.output import warn
from candour.errors import CandourError

EXIT_CODES_HELP = (
    "Exit codes: " + "; ".join(f"{code} {meaning}" for code, meaning in exit_codes.MEANINGS.items()) + "."
)

app = typer.Typer(
    name="candour",
    cls=OnDemand,
    help="Open tendering and open performance for social care: receive, check, merge, keep and compare.",
    epilog=EXIT_CODES_HELP,
    no_args_is_help=True,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


@app.callback()
def candour() -> None:
    """Open tendering and open performance for social care: receive, check, merge, keep and compare."""


def main() -> None:
    """Run the command; a failure that people can do something about is one line, never a traceback."""
    try:
        app()
    except CandourError as error:
        warn(f"candour: {error}")
        sys.exit(exit_codes.CANNOT)
    except KeyboardInterrupt:
        warn("candour: stopped; nothing that was acknowledged is lost")
        sys.exit(exit_codes.INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(exit_codes.DONE)
