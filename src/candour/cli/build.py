"""`candour build`: the tables from the archive."""

from typing import Annotated

import typer

from candour.cli import exit_codes
from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, progress_bar, say
from candour.operations.build import build_warehouse
from candour.operations.home import Home
from candour.operations.status import problem_levels


def build(
    workers: Annotated[int, typer.Option(min=1, help="Processes that work side by side.")] = 2,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Bring the tables up to date with the archive; readers go on reading meanwhile."""
    home = Home(data)
    with progress_bar("Building", quiet=as_json) as step:
        built = build_warehouse(home, workers=workers, progress=step)
    levels = problem_levels(home)
    if as_json:
        print_json({"data_version": built.id, "buckets": built.buckets, "rebuilt": built.rebuilt, "problems": levels})
    else:
        say(f"The tables in {home.warehouse} are up to date: data version {built.id}.")
        if levels:
            counts = ", ".join(f"{count:,} {level}" for level, count in levels.items())
            say(f"Problems found in the data: {counts}. `candour check` explains them.")
        say("Next: `candour compare councils`, `candour search home care`.")
    if levels.get("refused"):
        raise typer.Exit(exit_codes.REFUSED)
