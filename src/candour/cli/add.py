"""`candour add`: files, folders and addresses into the archive."""

from pathlib import Path
from typing import Annotated

import typer

from candour.cli import exit_codes
from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import counted, print_json, print_table, progress_bar, say, warn
from candour.operations.add import Added, add_files
from candour.operations.home import Home
from candour.sources.account import Account


def add(
    places: Annotated[list[Path], typer.Argument(metavar="PLACE", help="Files or folders.")],
    source: Annotated[str, typer.Option(help="Where they come from: a source's id, or a word of your own.")] = "file",
    licence: Annotated[str | None, typer.Option(help="The licence that they are published under.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published them, where the files do not say.")] = None,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Keep files in the archive, byte for byte, and say what could be read of them."""
    home = Home(data)
    with progress_bar("Adding", quiet=as_json) as step:
        added = list(add_files(home, places, source=source, licence=licence, publisher=publisher, progress=step))
    report(added, as_json)


def report(added: list[Added], as_json: bool) -> None:
    """Show what was added; the exit code says whether something was refused."""
    refused = sum(one.refused for one in added)
    if as_json:
        print_json(added)
    else:
        rows = [[one.receipt.name, _read(one), f"{one.refused:,}", one.receipt.id] for one in added]
        columns = ("name", "what was read", "refused", "receipt")
        print_table("Added to the archive", columns, rows, right=("refused",), whole=("receipt",))
        for one in added:
            _account(one)
            for example in one.examples:
                warn(f"refused: {example}")
        say("Next: `candour build` makes the tables; `candour check` says what is wrong with the data.")
    if refused:
        raise typer.Exit(exit_codes.REFUSED)


def _read(one: Added) -> str:
    if one.things:
        return ", ".join(f"{number:,} {kind}" for kind, number in one.things.items())
    return counted(one.releases, "release", "releases")


def _account(one: Added) -> None:
    """What became of every row of a register or table, all sheets together; the JSON has each."""
    alike: dict[tuple[str, str], list[Account]] = {}
    for account in one.accounts:
        alike.setdefault((account.outcome, account.reason), []).append(account)
    if alike:
        rows = [
            (outcome, f"{sum(a.rows for a in found):,}", reason, len(found), ", ".join(found[0].examples))
            for (outcome, reason), found in alike.items()
        ]
        columns = ("rows were", "rows", "why", "sheets", "such as")
        print_table(f"Every row of {one.receipt.name}", columns, rows, right=("rows", "sheets"))
