"""`candour search`: find processes by words."""

from typing import Annotated

import typer

from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, print_table, say
from candour.compare.selection import Care
from candour.operations.home import Home
from candour.operations.search import COUNTED
from candour.operations.search import search as search_for


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORD", help="All of them must be found.")],
    care: Annotated[
        Care, typer.Option(help="Only what is surely social care, also what may be, or anything.")
    ] = "perhaps",
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many to show.")] = 20,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Find processes by words in their ocid, title, description, buyer or suppliers; in titles first."""
    found = search_for(Home(data), words, care=care, limit=limit)
    if as_json:
        print_json(found)
        return
    rows = [
        [p.ocid, p.title, p.buyer_name, p.suppliers, p.stage, p.last_date.date() if p.last_date else None]
        for p in found.processes
    ]
    more = " or more" if found.found == COUNTED else ""
    title = f"{len(rows):,} of {found.found:,}{more} processes with {' '.join(found.words)!r}"
    columns = ("process", "title", "buyer", "suppliers", "stage", "last release")
    print_table(title, columns, rows, whole=("process", "last release"))
    if care != "any":
        say("Only social care was searched; add --care any for everything.")
    say("Next: `candour show PROCESS`.")
