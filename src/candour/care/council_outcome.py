"""One published figure about a council, a region or a nation, as published."""

from decimal import Decimal
from typing import Literal

import msgspec

from candour.care.figure import State
from candour.care.period import Period

__all__ = ["CouncilOutcome", "Level", "State"]

Level = Literal["council", "group", "region", "nation"]
"""A `group` is several councils that a publisher counts together, such as the shire counties."""


class CouncilOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """One statistic of one measure, for one period and one area.

    `measure` is the id of a file in definitions/council_outcomes, which says what the figure means. `statistic` is
    "outcome" for the figure itself, and else what belongs to it: numerator, denominator, margin of error, number of
    respondents. `dimensions` are pairs of a name and a value, in the order of the names.

    `value` is exact, in the unit of the measure, and None in every state but "value": absent is never zero. Money has
    its `currency`. `code`, `name` and `flag` are as published, the flag without brackets.

    `council` is the organisation id of the council that the figure was published for, also when that council has been
    abolished since: a figure never moves to a successor. It is None for a level that is not a council, and where the
    publisher's code and name do not tell which council is meant. `gss` is the area's code, empty where it has none.
    """

    source: str
    measure: str
    period: Period
    level: Level
    code: str
    name: str
    gss: str
    council: str | None
    statistic: str
    dimensions: tuple[tuple[str, str], ...] = ()
    value: Decimal | None
    state: State
    flag: str = ""
    currency: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if (self.state == "value") != (self.value is not None):
            raise ValueError(f"the state is {self.state!r} and the value {self.value}; a value has the state 'value'")
        if self.dimensions != tuple(sorted(self.dimensions)):
            raise ValueError("the dimensions are not in the order of their names")
