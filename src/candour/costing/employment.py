"""What one hour of work costs an employer: pay, holiday, National Insurance, pension and the rest."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from candour.costing.assumptions import Employment

WEEKS = 52


@dataclass(frozen=True, slots=True)
class WorkedHour:
    """The cost of an hour that is worked, in parts, exact."""

    pay: Fraction
    holiday: Fraction
    national_insurance: Fraction
    pension: Fraction
    other: Fraction


def worked_hour(wage: Decimal, terms: Employment) -> WorkedHour:
    """The cost of an hour worked at this wage.

    A worker is paid for all 52 weeks of a year and works in 52 less the holiday; National Insurance and pension are
    due on the pay of the year, above their thresholds, and are spread over the hours worked. Source: Working Time
    Regulations 1998, regulations 13 and 13A (holiday); Social Security Contributions and Benefits Act 1992,
    section 9; Pensions Act 2008, sections 3, 13 and 20.
    """
    worked_weeks = WEEKS - Fraction(terms.holiday_weeks)
    hours = Fraction(terms.weekly_hours)
    worked, year = hours * worked_weeks, Fraction(wage) * hours * WEEKS
    insured = max(Fraction(), year - Fraction(terms.ni_threshold))
    return WorkedHour(
        pay=Fraction(wage),
        holiday=Fraction(wage) * Fraction(terms.holiday_weeks) / worked_weeks,
        national_insurance=Fraction(terms.ni_rate) * insured / worked,
        pension=Fraction(terms.pension_rate) * _qualifying(year, terms) / worked,
        other=Fraction(wage) * Fraction(terms.other_on_costs),
    )


def _qualifying(year: Fraction, terms: Employment) -> Fraction:
    if year < Fraction(terms.pension_trigger):
        return Fraction()
    return max(Fraction(), min(year, Fraction(terms.pension_upper)) - Fraction(terms.pension_lower))
