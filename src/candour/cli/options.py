"""Options that several commands share, each described once."""

from pathlib import Path
from typing import Annotated

import typer

Data = Annotated[
    Path,
    typer.Option(
        "--data",
        envvar="CANDOUR_DATA",
        help="The folder that holds the archive and the warehouse.",
        show_default=True,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer with one JSON document instead of a page.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; it is shown to everybody who reads the data.")]
By = Annotated[str, typer.Option("--by", help="Who answers for it: a name or a role.")]

DEFAULT_DATA = Path("candour-data")
