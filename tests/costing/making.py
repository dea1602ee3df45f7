"""Assumptions for tests, and second, slow ways to the same costs."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from candour.costing.assumptions import Charge, HomeCareHour, assumptions

GIVEN = {
    "wage": "12.21",
    "visit_minutes": "30",
    "travel_minutes": "6",
    "miles": "2",
    "mileage_rate": "0.45",
    "weekly_hours": "30",
    "holiday_weeks": "5.6",
    "ni_rate": "15%",
    "ni_threshold": "5000",
    "pension_rate": "3%",
    "pension_trigger": "10000",
    "pension_lower": "6240",
    "pension_upper": "50270",
    "other_on_costs": "5%",
    "running": "25%",
    "surplus": "3%",
}
WORKED_EXAMPLE = GIVEN | {
    "wage": "24.40",
    "travel_minutes": "10",
    "holiday_weeks": "0",
    "ni_rate": "0",
    "pension_rate": "0",
    "other_on_costs": "0",
    "running": "30%",
    "surplus": "0",
}


def hour_of(**changed: str) -> HomeCareHour:
    return assumptions(HomeCareHour, GIVEN | changed, "GBP")


def year_by_year(hour: HomeCareHour) -> dict[str, Fraction]:
    """The same hour from a year of one worker: what the employer spends in it, over the contact hours given in it."""
    paid_hours = Fraction(hour.weekly_hours) * 52
    worked_hours = Fraction(hour.weekly_hours) * (52 - Fraction(hour.holiday_weeks))
    visits = worked_hours * 60 / Fraction(hour.visit_minutes + hour.travel_minutes)
    contact_hours = visits * Fraction(hour.visit_minutes) / 60
    travel_hours = visits * Fraction(hour.travel_minutes) / 60
    year = paid_hours * Fraction(hour.wage)
    insured = year - Fraction(hour.ni_threshold) if year > Fraction(hour.ni_threshold) else Fraction(0)
    enrolled = year >= Fraction(hour.pension_trigger) and year > Fraction(hour.pension_lower)
    reckoned = (
        (year if year < Fraction(hour.pension_upper) else Fraction(hour.pension_upper)) - Fraction(hour.pension_lower)
        if enrolled
        else Fraction(0)
    )
    spent = {
        "contact_pay": contact_hours * Fraction(hour.wage),
        "travel_pay": travel_hours * Fraction(hour.wage),
        "holiday": (paid_hours - worked_hours) * Fraction(hour.wage),
        "national_insurance": insured * Fraction(hour.ni_rate),
        "pension": max(reckoned, Fraction(0)) * Fraction(hour.pension_rate),
        "other_on_costs": worked_hours * Fraction(hour.wage) * Fraction(hour.other_on_costs),
        "mileage": visits * Fraction(hour.miles) * Fraction(hour.mileage_rate),
    }
    return {name: amount / contact_hours for name, amount in spent.items()}


def decimals(low: str, high: str, places: int = 2) -> st.SearchStrategy[Decimal]:
    return st.decimals(low, high, places=places, allow_nan=False, allow_infinity=False)


charges = st.one_of(
    st.builds(Charge, amount=decimals("0", "20")),
    st.builds(Charge, share_of_price=decimals("0", "0.45")),
)
hours = st.builds(
    HomeCareHour,
    currency=st.just("GBP"),
    wage=decimals("1", "40"),
    visit_minutes=decimals("5", "120", 0),
    travel_minutes=decimals("0", "60", 1),
    miles=decimals("0", "20", 1),
    mileage_rate=decimals("0", "1"),
    weekly_hours=decimals("1", "60", 1),
    holiday_weeks=decimals("0", "12", 1),
    ni_rate=decimals("0", "0.3", 3),
    ni_threshold=decimals("0", "12000", 0),
    pension_rate=decimals("0", "0.2", 3),
    pension_trigger=decimals("0", "12000", 0),
    pension_lower=decimals("0", "8000", 0),
    pension_upper=decimals("8000", "60000", 0),
    other_on_costs=decimals("0", "0.4", 3),
    running=charges,
    surplus=charges,
)
