"""`candour status`: what there is, and whether the tables are up to date."""

from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, print_table, say
from candour.operations.home import Home
from candour.operations.status import status as status_of


def status(data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """Say what is in the archive and the tables, and what to do next."""
    found = status_of(Home(data))
    if as_json:
        print_json(found)
        return
    rows = [[s.source, f"{s.receipts:,}", f"{s.size:,}", s.last_received] for s in found.sources]
    print_table(
        f"Archive {Home(data).archive}", ("source", "receipts", "bytes", "last received"), rows, ("receipts", "bytes")
    )
    if found.data_version is None:
        say("No tables have been built. Next: `candour build`.")
        return
    print_table(
        f"Tables {Home(data).warehouse}, data version {found.data_version}",
        ("table", "rows"),
        [[name, f"{count:,}"] for name, count in found.rows.items()],
        ("rows",),
    )
    say("Problems: " + (", ".join(f"{count:,} {level}" for level, count in found.problems.items()) or "none") + ".")
    say("The tables are up to date." if found.up_to_date else "The archive has changed since. Next: `candour build`.")
