"""`candour fetch`: ask a publisher, or a web address."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from candour.cli.add import report
from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import progress_bar, say, warn
from candour.cli.selection import DAY
from candour.operations.fetch import fetch_address, fetch_source, source_named
from candour.operations.home import Home
from candour.sources.client import Client
from candour.sources.publishers import publishers

A_WEEK = timedelta(days=7)


def fetch(
    source: Annotated[
        str,
        typer.Argument(help=f"One of {', '.join(sorted(publishers()))}, or an http(s) address.", metavar="SOURCE"),
    ],
    since: Annotated[
        datetime | None, typer.Option(help="Published on or after this day; else in the last seven days.", **DAY)
    ] = None,
    until: Annotated[datetime | None, typer.Option(help="Published before this day; else until now.", **DAY)] = None,
    contact: Annotated[
        str | None, typer.Option(envvar="CANDOUR_CONTACT", help="Told to the publisher, so that it can reach you.")
    ] = None,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Fetch notices into the archive, politely; stopped half-way, it goes on where it was when called again."""
    home = Home(data)
    with Client(contact=contact, tell=warn) as client:
        if "://" in source:
            added = [fetch_address(home, source, client)]
        else:
            end = until.replace(tzinfo=UTC) if until else datetime.now(UTC)
            start = since.replace(tzinfo=UTC) if since else end - A_WEEK
            with progress_bar(f"Fetching from {source}", quiet=as_json) as step:
                asked = source_named(source)
                added = list(fetch_source(home, asked, start, end, client, progress=step, warn=warn))
    if not added and not as_json:
        say("Nothing new: all of it has been fetched before.")
        return
    report(added, as_json)
