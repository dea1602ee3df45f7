"""`candour award`: from an award bundle, what is published and what bidders are told."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from candour.cli.options import AsJson
from candour.cli.output import print_json, say
from candour.evaluation.standstill import Nation
from candour.operations.award import publish_award


def award(
    bundle: Annotated[Path, typer.Argument(metavar="BUNDLE", help="An award bundle.")],
    nation: Annotated[Nation, typer.Option(help="Whose law and whose holidays count for the standstill.")],
    told: Annotated[
        datetime,
        typer.Option(formats=["%Y-%m-%d"], help="The day of the notice, on which bidders are told."),
    ],
    release: Annotated[Path | None, typer.Option(help="Write the OCDS release of the award to this file.")] = None,
    summaries: Annotated[Path | None, typer.Option(help="Write a summary for each bidder into this folder.")] = None,
    bundle_at: Annotated[
        str, typer.Option(metavar="URL", help="Where the bundle itself is published: the release names it.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Make what is published of an award: an OCDS release with bids, scores and standstill, and bidders' summaries.

    The bundle is computed anew first; one that does not hold publishes nothing. This models the law and is no advice.
    """
    made = publish_award(
        bundle, nation=nation, told=told.date(), release=release, summaries=summaries, bundle_at=bundle_at
    )
    if as_json:
        print_json(made)
        return
    say(f"Wins: {', '.join(made.winners)}.")
    period = made.standstill
    say(f"Standstill: {period.first_day} to the end of {period.last_day} ({period.law}).")
    if made.release:
        say(f"The release is in {made.release}; check it with: candour check {made.release}")
    for file in made.summaries:
        say(f"A summary is in {file}.")
