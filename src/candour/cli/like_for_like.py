"""The options that choose with whom something is compared by a metric, and of which people."""

from collections.abc import Sequence
from typing import Annotated, Literal

import typer

from candour.compare.measured.case_mix import CaseMix
from candour.errors import CandourError

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


def case_mix_of(dimension: str, weights: Sequence[str]) -> CaseMix | None:
    """What to standardise over, from `setting` and `care home=40`.

    Raises:
        CandourError: a weight has no number above 0, or nothing to be a weight of.
    """
    if not dimension:
        if weights:
            raise CandourError(
                "--weight needs --standardise with the name of what its groups divide, such as setting"
            )
        return None
    found: dict[str, float] = {}
    for text in weights:
        value, _, size = text.rpartition("=")
        try:
            found[value] = float(size)
        except ValueError:
            found[value] = 0
        if not value or not 0 < found[value] < float("inf"):
            raise CandourError(f"--weight {text!r}: expected a group and a number above 0, such as 'care home=40'")
    return CaseMix(dimension, found)
