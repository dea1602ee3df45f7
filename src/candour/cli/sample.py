"""`candour sample`: fictional processes, plainly marked, to try things with."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from candour.cli.options import AsJson
from candour.cli.output import print_json, progress_bar, say
from candour.errors import CandourError
from candour.sample import Form, write, write_answers, write_outcomes, write_registers


def sample(
    processes: Annotated[
        int, typer.Option("--processes", "-n", min=1, help="How many contracting processes.")
    ] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same bytes, on every machine.")] = 1,
    to: Annotated[
        Path | None, typer.Option(help="A folder to write into; without it, lines go to the standard output.")
    ] = None,
    form: Annotated[Form, typer.Option(help="Lines of releases, release packages or record packages.")] = "lines",
    faults: Annotated[
        bool, typer.Option("--faults/--no-faults", help="With what real publishers get wrong, or without.")
    ] = True,
    registers: Annotated[
        bool,
        typer.Option("--registers", help="Also registers of the same providers and outcomes of the same councils."),
    ] = False,
    locations: Annotated[
        int | None,
        typer.Option(min=1, help="With --registers: so many locations, those of other providers among them."),
    ] = None,
    answers: Annotated[
        bool, typer.Option("--answers", help="Also a visit log and a survey of people who do not exist.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write fictional UK social-care processes over their whole life, from a hundred to ten million."""
    if locations is not None and not registers:
        raise typer.BadParameter("--locations are those of the registers: add --registers")
    if to is None:
        if registers or answers:
            raise typer.BadParameter("registers and answers are several files: name a folder with --to")
        write(sys.stdout.buffer, n=processes, seed=seed, form=form, faults=faults)
        return
    with progress_bar("Making up processes", quiet=as_json) as step:
        try:
            releases = write(
                to, n=processes, seed=seed, form=form, faults=faults, progress=lambda done: step(done, processes)
            )
            files = _registers(to, locations, faults) if registers else []
            rows = write_answers(to / "answers", seed) if answers else []
        except OSError as error:
            raise CandourError(
                f"cannot write the sample to {to}: {error.strerror}; name a folder with room"
            ) from error
    if as_json:
        made = {"folder": str(to), "processes": processes, "releases": releases, "seed": seed}
        print_json(made | {"registers": [str(file) for file in files], "answers": [str(file) for file in rows]})
        return
    say(f"{releases:,} releases of {processes:,} fictional processes are in {to}.")
    if files:
        say(f"Registers of the fictional providers and outcomes of the councils are there, too: {len(files)} files.")
    for each in rows:
        say(f"{each} holds answers of people who do not exist.")
    say(f"Next: `candour add {to}`.")


def _registers(to: Path, locations: int | None, faults: bool) -> list[Path]:
    return [
        *write_registers(to / "registers", locations=locations, faults=faults),
        *write_outcomes(to / "outcomes", faults=faults),
    ]
