"""What published things say of a standard, each by itself, and what they come to together."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

import msgspec

from candour.minimum_standards.overlay import InForce
from candour.operations.contract.observed import State
from candour.operations.contract.source import Source

Standing = Literal["below the floor", "stated weaker than the floor", "kept", "said to be so", "no data"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
"""The one that decides first: a question to ask outweighs what is kept, and what is shown what is only said."""


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One published thing that bears on a standard, and how the standard stands by it alone.

    `value` is in the standard's own unit, None where the thing is no number or there is none: `state` and `because`
    then say why. `start` and `end` are its period.
    """

    what: str
    standing: Standing
    value: Decimal | None = None
    start: date | None = None
    end: date | None = None
    state: State = "value"
    because: str = ""
    source: Source | None = None


class HeldLine(msgspec.Struct, frozen=True, kw_only=True):
    """A standard, and where it stands by all evidence; `because` says why there is none."""

    standard: InForce
    standing: Standing
    evidence: tuple[Evidence, ...]
    because: str = ""


def held_line(standard: InForce, evidence: Iterable[Evidence]) -> HeldLine:
    """The evidence that decides comes first."""
    found = tuple(sorted(evidence, key=lambda one: STANDINGS.index(one.standing)))
    if not found:
        return HeldLine(standard=standard, standing="no data", evidence=(), because="nothing published says it")
    because = found[0].because or found[0].state if found[0].standing == "no data" else ""
    return HeldLine(standard=standard, standing=found[0].standing, evidence=found, because=because)
