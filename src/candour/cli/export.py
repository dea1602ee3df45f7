"""`candour export`: take the data away."""

from pathlib import Path
from typing import Annotated

import typer

from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, progress_bar, say
from candour.cli.selection import CareChoice, ContractModelChoice, CouncilChoice, SinceChoice, UntilChoice
from candour.operations.export import Form
from candour.operations.export import export as write_export
from candour.operations.home import Home
from candour.operations.selection import selection_of


def export(
    form: Annotated[Form, typer.Argument(help="Compiled releases as JSON lines, tables, or releases as published.")],
    to: Annotated[Path, typer.Option(help="A new folder.")],
    care: CareChoice = "perhaps",
    since: SinceChoice = None,
    until: UntilChoice = None,
    council: CouncilChoice = None,
    contract_model: ContractModelChoice = None,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Write the data, or a part of it, into a folder, with a description of every table and column."""
    selection = selection_of(care, since, until, council, contract_model)
    with progress_bar("Exporting", quiet=as_json) as step:
        exported = write_export(Home(data), to, form, selection=selection, progress=step)
    if as_json:
        print_json(exported)
        return
    say(f"{len(exported.files)} files are in {exported.folder}: {', '.join(exported.files[:25])}.")
    say(f"Data version {exported.data_version}; what each column means is in datapackage.json.")
