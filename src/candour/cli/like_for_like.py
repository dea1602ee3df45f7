"""The options that choose with whom something is compared by a metric, and of which people."""

from typing import Annotated, Literal

import typer

AmongChoice = Annotated[
    list[str] | None,
    typer.Option("--among", metavar="NAME", help="With a metric: compare with these alone; may be repeated."),
]
BesideChoice = Annotated[
    Literal["neighbours"] | None,
    typer.Option("--with", help="With a metric: compare a council with those most like it."),
]
GroupChoice = Annotated[
    str,
    typer.Option(
        "--group", metavar="NAME=VALUE", help="With a metric: only figures of these people.", show_default=False
    ),
]
StandardiseChoice = Annotated[
    str,
    typer.Option(
        "--standardise",
        metavar="NAME",
        help="With a metric: as if all supported the same people.",
        show_default=False,
    ),
]
WeightChoice = Annotated[
    list[str] | None,
    typer.Option("--weight", metavar="VALUE=SIZE", help="How large a group is for --standardise; may be repeated."),
]
