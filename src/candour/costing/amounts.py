"""Exact amounts: how they are read, how they are rounded, and how rounded parts still add up to their whole."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import ceil, floor

import msgspec

from candour.costing.errors import CostingError

PENNY = Decimal("0.01")
HUNDREDTH_OF_A_PER_CENT = Decimal("0.01")
_MAGNITUDE = 12
"""Powers of ten above and below 1 that an amount may have: more is a slip, and makes exact numbers endless."""


class Money(msgspec.Struct, frozen=True):
    """An amount of one currency (its three letters). Those of two currencies are never added or compared."""

    amount: Decimal
    currency: str

    def minus(self, other: "Money") -> "Money":
        """What is left of this after the other.

        Raises:
            CostingError: they are of two currencies.
        """
        same_currency(self.currency, other.currency)
        return Money(self.amount - other.amount, self.currency)


def same_currency(one: str, other: str) -> None:
    """Refuse to go on with amounts of two currencies.

    Raises:
        CostingError: the currencies differ.
    """
    if one != other:
        raise CostingError(f"found amounts in {one} and in {other}; expected one currency: convert one of them first")


def currency_code(text: str) -> str:
    """A currency by its three letters, such as GBP.

    Raises:
        CostingError: it is anything else.
    """
    if not re.fullmatch("[A-Z]{3}", text):
        raise CostingError(f"the currency: found {text!r}, expected three capital letters such as GBP")
    return text


def number(name: str, text: str) -> Decimal:
    """A number as people write it: 24.10, or 15% for 0.15.

    Raises:
        CostingError: it is no number, or is beyond a million million.
    """
    written = text.strip()
    try:
        found = Decimal(written.removesuffix("%"))
    except InvalidOperation:
        raise CostingError(f"{name}: found {text!r}, expected a number such as 24.10 or 15%") from None
    if not found.is_finite() or (found and abs(found.adjusted()) > _MAGNITUDE) or len(written) > 2 * _MAGNITUDE:
        raise CostingError(f"{name}: found {text!r}, expected a number of ordinary size and at most 24 characters")
    return found.scaleb(-2) if written.endswith("%") else found


def rounded(exact: Fraction, step: Decimal = PENNY) -> Decimal:
    """The nearest multiple of the step; half a step goes up."""
    return floor(exact / Fraction(step) + Fraction(1, 2)) * step


def rounded_up(exact: Fraction, step: Decimal = PENNY) -> Decimal:
    """The smallest multiple of the step that is not less."""
    return ceil(exact / Fraction(step)) * step


def apportioned(exact: Sequence[Fraction], whole: Decimal, step: Decimal = PENNY) -> tuple[Decimal, ...]:
    """Parts in proportion to the exact ones, in multiples of the step, that add up to `whole`.

    The rule of the largest remainder (Hamilton's): every part is rounded down, and what is then missing from the
    whole goes, one step each, to those that lost most; of two that lost the same, to the earlier one.

    Raises:
        CostingError: a part is negative, or all are zero.
    """
    total = sum(exact, Fraction())
    if total <= 0 or min(exact) < 0:
        raise CostingError("there is nothing to divide: expected parts of 0 or more, and one above 0")
    steps = [part / total * Fraction(whole / step) for part in exact]
    down = [floor(part) for part in steps]
    missing = floor(Fraction(whole / step)) - sum(down)
    order = sorted(range(len(steps)), key=lambda index: (down[index] - steps[index], index))
    for index in order[:missing]:
        down[index] += 1
    return tuple(part * step for part in down)
