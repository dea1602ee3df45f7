"""What of each pound paid reaches the worker where somebody between them adds to the price and takes from the pay."""

from decimal import Decimal
from fractions import Fraction

from candour.costing.errors import CostingError


def worker_share(added_to_price: Decimal, taken_from_pay: Decimal) -> Fraction:
    """The worker's rate less what is taken from it, as a share of **what the payer pays**, exact.

    Both are shares of the agreed rate: 0.175 added and 0.075 taken leave 0.925 / 1.175.

    Raises:
        CostingError: what is added is negative, or what is taken is no share of 0-1.
    """
    if added_to_price < 0 or not 0 <= taken_from_pay <= 1:
        raise CostingError(
            f"found {added_to_price} added and {taken_from_pay} taken; expected 0 or more, and 0 to 1 of the rate"
        )
    return (1 - Fraction(taken_from_pay)) / (1 + Fraction(added_to_price))
