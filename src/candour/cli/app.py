"""The command itself: which commands there are, and how every failure ends in one line and an exit code."""

import sys
from collections.abc import Callable

import typer

from candour.cli import exit_codes
from candour.cli.add import add
from candour.cli.archive import archive_app
from candour.cli.build import build
from candour.cli.check import check
from candour.cli.compare import compare
from candour.cli.demo import demo
from candour.cli.export import export
from candour.cli.fetch import fetch
from candour.cli.output import warn
from candour.cli.sample import sample
from candour.cli.search import search
from candour.cli.show import show
from candour.cli.status import status
from candour.errors import CandourError

EXIT_CODES_HELP = (
    "Exit codes: " + "; ".join(f"{code} {meaning}" for code, meaning in exit_codes.MEANINGS.items()) + "."
)

app = typer.Typer(
    name="candour",
    help="Open tendering and open performance for social care: receive, check, merge, keep and compare.",
    epilog=EXIT_CODES_HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
EXAMPLES: dict[Callable[..., None], str] = {
    demo: "candour demo",
    fetch: "candour fetch find_a_tender --since 2026-10-01 --until 2026-11-01",
    add: "candour add notices/ page.json.gz --publisher 'Ambermere Council'",
    check: "candour check page.json --for reader",
    build: "candour build",
    show: "candour show ocds-f1ct10-national-1-00000000",
    search: "candour search home care Ambermere",
    compare: "candour compare councils --since 2025-04-01",
    export: "candour export csv --to tables/ --council 'London Borough of Merton'",
    sample: "candour sample --processes 1000 --seed 7 --to sample/ --form packages",
    status: "candour status --json",
}
for command, example in EXAMPLES.items():
    app.command(epilog=f"Example: `{example}`")(command)
app.add_typer(archive_app, name="archive")


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
