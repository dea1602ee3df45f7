"""What a week of one resident in a care home costs: staff, supplies, premises, running costs and surplus."""

from collections.abc import Iterable
from fractions import Fraction

from candour.costing.assumptions import CareHomeWeek
from candour.costing.breakdown import Breakdown, Part
from candour.costing.charges import with_charges
from candour.costing.employment import worked_hour

UNIT = "week of one resident"


def direct_week(week: CareHomeWeek) -> Breakdown:
    """What caring for one resident costs in a week, before the service is run.

    The cost of premises is that of a place, so an empty place is paid for by the residents of the others.
    """
    staff = (
        ("care", "Pay of care workers", week.care_hours, week.care_wage),
        ("nursing", "Pay of nurses", week.nursing_hours, week.nursing_wage),
        ("support", "Pay of cooks, cleaners and others", week.support_hours, week.support_wage),
    )
    hours = [(Fraction(number), worked_hour(wage, week)) for _, _, number, wage in staff]
    parts = (
        *(
            Part(f"{kind}_pay", title, "pay", number * one.pay)
            for (kind, title, _, _), (number, one) in zip(staff, hours, strict=True)
        ),
        Part("holiday", "Holiday pay", "on-costs", _sum(number * one.holiday for number, one in hours)),
        Part(
            "national_insurance",
            "Employer's National Insurance",
            "on-costs",
            _sum(number * one.national_insurance for number, one in hours),
        ),
        Part(
            "pension",
            "Employer's pension contribution",
            "on-costs",
            _sum(number * one.pension for number, one in hours),
        ),
        Part(
            "other_on_costs",
            "Sick pay, training and other on-costs",
            "on-costs",
            _sum(number * one.other for number, one in hours),
        ),
        Part("supplies", "Food, energy and supplies", "expenses", Fraction(week.supplies)),
        Part("premises", "Premises", "expenses", Fraction(week.premises) / Fraction(week.occupancy)),
    )
    return Breakdown(parts, week.currency, UNIT)


def care_home_week(week: CareHomeWeek) -> Breakdown:
    """The whole price of a week of one resident, and its parts.

    Raises:
        CostingError: running costs or surplus are not known.
    """
    return Breakdown(with_charges(direct_week(week).parts, week.running, week.surplus), week.currency, UNIT)


def _sum(parts: Iterable[Fraction]) -> Fraction:
    return sum(parts, Fraction())
