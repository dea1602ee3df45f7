"""`candour fit`: which outcomes a live contract could report, and the release that would report them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from candour.cli.fit_page import print_draft, print_one, print_several
from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, progress_bar
from candour.cli.selection import DAY, CareChoice
from candour.errors import CandourError
from candour.operations.fit import Fitted, FittedProcess, fit_files, fit_tables
from candour.operations.home import Home


def fit(
    what: Annotated[
        str, typer.Argument(metavar="PLACE|PROCESS", help="A file or folder of notices, or an ocid in the tables.")
    ],
    process: Annotated[str | None, typer.Option(help="Of a file, only the process with this ocid.")] = None,
    metrics: Annotated[
        str, typer.Option(help="Ids of the metrics to ask for, with commas; else a few for the kind of care.")
    ] = "",
    care: CareChoice = "yes",
    on: Annotated[datetime | None, typer.Option(help="As of this day; else today.", **DAY)] = None,
    to: Annotated[Path | None, typer.Option(help="Write the release to fill in into this new file.")] = None,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Put a live contract to the test: what its notices say, what is missing, which outcomes it could report.

    For one process it gives the release to fill in, with a list of what a person has to say in it. Nothing that only
    a person can know is made up.
    """
    if to and to.exists():
        raise CandourError(f"{to} exists already; name a new file, so that nothing filled in is lost")
    day = on.date() if on else datetime.now(UTC).date()
    asked = tuple(filter(None, (name.strip() for name in metrics.split(","))))
    if Path(what).exists():
        with progress_bar("Putting to the test", quiet=as_json) as step:
            fitted = fit_files([Path(what)], day, ocid=process, care=care, asked=asked, progress=step)
    elif process or not what.startswith("ocds-"):
        raise CandourError(f"{what}: there is no such file or folder here, and no ocid is written like that")
    else:
        fitted = fit_tables(Home(data), day, ocid=what, asked=asked)
    if to:
        _write(to, _only(fitted))
    if as_json:
        print_json(fitted)
    elif len(fitted.processes) == 1:
        print_one(fitted.processes[0])
        print_draft(fitted.processes[0].fit, to)
    else:
        print_several(fitted, care)


def _only(fitted: Fitted) -> FittedProcess:
    if len(fitted.processes) == 1:
        return fitted.processes[0]
    raise CandourError(
        f"{len(fitted.processes)} processes were found; choose one with --process, to write its release"
    )


def _write(to: Path, one: FittedProcess) -> None:
    draft = one.fit.draft
    if draft is None:
        raise CandourError(f"there is nothing to write for {one.ocid}: {one.fit.no_draft}")
    with to.open("xb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(draft.release), indent=2) + b"\n")
