"""How numbers of a kind are written, and which of them can be drawn at all."""

from dataclasses import dataclass
from decimal import Decimal
from math import isfinite

from candour.site.charts.words import clean

Number = float | int | Decimal

_TOO_LARGE = 1e12
"""Nothing of social care is that large: what is, is a fault of the data, and would hide everything else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """`before` and `after` stand around a number, which is shown `times` as large and with so many `decimals`.

    `lowest` and `highest` are what values usually can be: no axis goes further unless a value does.
    """

    before: str = ""
    after: str = ""
    times: float = 1
    decimals: int = 1
    lowest: float | None = None
    highest: float | None = None

    def write(self, value: float, decimals: int | None = None) -> str:
        """The number with its unit: "82%", "£21.40 an hour", "−3 days"."""
        shown = value * self.times
        places = self.decimals if decimals is None else decimals
        digits = f"{abs(shown):,.{places}f}"
        negative = shown < 0 and any(digit in "123456789" for digit in digits)
        return clean(f"{'−' if negative else ''}{self.before}{digits}{self.after}")


SHARE = Unit(after="%", times=100, decimals=0, lowest=0, highest=1)
"""A share from 0 to 1, written as a percentage."""

PERCENT = Unit(after="%", lowest=0, highest=100)
"""A percentage that is given as such."""

COUNT = Unit(decimals=0, lowest=0)


def pounds(after: str = "", decimals: int = 2) -> Unit:
    """Pounds, and what they are for: `pounds(" an hour")`."""
    return Unit(before="£", after=after, decimals=decimals)


def drawable(value: Number | None) -> float | None:
    """The value as a place on an axis; None for what has none: absent, not a number, without end, or beyond sense."""
    if value is None:
        return None
    try:
        number = float(value)
    except (OverflowError, ValueError):
        # Too large for a float, or a Decimal that signals that it is no number.
        return None
    return number if isfinite(number) and abs(number) < _TOO_LARGE else None
