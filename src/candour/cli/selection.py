"""The options that choose which processes a command looks at."""

from datetime import datetime
from typing import Annotated, Any

import typer

from candour.compare.selection import Care, Rating

DAY: dict[str, Any] = {"formats": ["%Y-%m-%d"], "metavar": "YYYY-MM-DD"}
"""How a day is written."""

CareChoice = Annotated[
    Care, typer.Option("--care", help="Only what is surely social care, also what may be, or any.")
]
SinceChoice = Annotated[datetime | None, typer.Option("--since", help="First award on or after this day.", **DAY)]
UntilChoice = Annotated[datetime | None, typer.Option("--until", help="First award before this day.", **DAY)]
CouncilChoice = Annotated[
    str | None, typer.Option("--council", help="Only what this council buys: its name or GSS code.")
]
ContractModelChoice = Annotated[str | None, typer.Option("--contract-model", help="Only this contract model.")]
RatingChoice = Annotated[
    Rating | None,
    typer.Option(
        "--rating",
        help="Only providers of which all rated locations are at or above good, some are below, none is rated, "
        "or that are in no register received.",
    ),
]
