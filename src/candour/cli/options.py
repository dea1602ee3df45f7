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

DEFAULT_DATA = Path("candour-data")
