"""What an hour of home care costs: contact, travel, on-costs, mileage, running costs and surplus."""

from decimal import Decimal
from fractions import Fraction

from candour.costing.assumptions import HomeCareHour
from candour.costing.breakdown import Breakdown, Part
from candour.costing.charges import with_charges
from candour.costing.employment import worked_hour

UNIT = "contact hour"


def travel_minutes_per_contact_hour(visit_minutes: Decimal, travel_minutes: Decimal) -> Fraction:
    """(60 / minutes of a visit) x minutes of travel for a visit: short visits mean more travel for one contact."""
    return Fraction(60) / Fraction(visit_minutes) * Fraction(travel_minutes)


def direct_costs(hour: HomeCareHour) -> Breakdown:
    """What giving a contact hour costs before the service is run: pay, on-costs and mileage."""
    travel = travel_minutes_per_contact_hour(hour.visit_minutes, hour.travel_minutes) / 60
    worked = 1 + travel
    one = worked_hour(hour.wage, hour)
    visits = Fraction(60) / Fraction(hour.visit_minutes)
    mileage = visits * Fraction(hour.miles) * Fraction(hour.mileage_rate)
    parts = (
        Part("contact_pay", "Pay for contact time", "pay", one.pay),
        Part("travel_pay", "Pay for travel time", "pay", one.pay * travel),
        Part("holiday", "Holiday pay", "on-costs", one.holiday * worked),
        Part("national_insurance", "Employer's National Insurance", "on-costs", one.national_insurance * worked),
        Part("pension", "Employer's pension contribution", "on-costs", one.pension * worked),
        Part("other_on_costs", "Sick pay, training and other on-costs", "on-costs", one.other * worked),
        Part("mileage", "Mileage", "expenses", mileage),
    )
    return Breakdown(parts, hour.currency, UNIT)


def home_care_hour(hour: HomeCareHour) -> Breakdown:
    """The whole price of a contact hour, and its parts.

    Raises:
        CostingError: running costs or surplus are not known.
    """
    return Breakdown(with_charges(direct_costs(hour).parts, hour.running, hour.surplus), hour.currency, UNIT)


def cost_of_a_visit(hour: HomeCareHour) -> Fraction:
    """The direct costs of one visit with its travel, exact."""
    return direct_costs(hour).exact * Fraction(hour.visit_minutes) / 60
