"""Whether pay meets the statutory floor over all time worked, contact and travel."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from candour.costing.amounts import rounded
from candour.costing.errors import CostingError


@dataclass(frozen=True, slots=True)
class PayOverAllTime:
    """Pay for an hour of contact *and* travel, beside the floor. `exact` decides; `hourly` is for showing."""

    exact: Fraction
    floor: Decimal

    @property
    def hourly(self) -> Decimal:
        """To the nearest penny."""
        return rounded(self.exact)

    @property
    def meets(self) -> bool:
        """Whether it is the floor or more."""
        return self.exact >= Fraction(self.floor)


def pay_over_all_time(
    *,
    contact_rate: Decimal,
    contact_minutes: Decimal,
    travel_rate: Decimal,
    travel_minutes: Decimal,
    own_expenses: Decimal,
    floor: Decimal,
) -> PayOverAllTime:
    """What is paid for contact and travel, less what workers spend of their own for the work, by the hour of both.

    National Minimum Wage Regulations 2015: travelling between visits is time worked (regulation 34), and what a
    worker spends for the work and is not paid back reduces the pay that counts (regulation 13). A rate for contact
    time above the floor can therefore be unlawful pay.

    Raises:
        CostingError: an amount is negative, or no time is worked.
    """
    given = (contact_rate, contact_minutes, travel_rate, travel_minutes, own_expenses, floor)
    if min(given) < 0 or contact_minutes + travel_minutes == 0:
        raise CostingError("found a negative amount or no time at all; expected 0 or more, and some time worked")
    paid = Fraction(contact_rate) * Fraction(contact_minutes) + Fraction(travel_rate) * Fraction(travel_minutes)
    hours = Fraction(contact_minutes + travel_minutes) / 60
    return PayOverAllTime((paid / 60 - Fraction(own_expenses)) / hours, floor)
