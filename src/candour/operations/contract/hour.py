"""What an hour is paid with, beside what an hour of home care costs in that nation and year."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import msgspec

from candour.care.period import financial_year
from candour.care.service_type import BY_CODE
from candour.costing.amounts import Money, rounded
from candour.costing.errors import CostingError
from candour.costing.parameters import parameters
from candour.costing.published_lines import BesidePublished, beside_published
from candour.operations.contract.about import Supplier
from candour.operations.contract.published import text
from candour.operations.contract.rate import Rate
from candour.operations.contract.received import Received
from candour.operations.contract.scope import Scope
from candour.operations.day import uk_day
from candour.warehouse.tables.process import pieces

NATIONS = {"E": "england", "S": "scotland", "W": "wales", "N": "northern-ireland"}
_NATION_OF_REGION = {
    **{f"UK{letter}": "england" for letter in "CDEFGHIJK"},
    **{"UKL": "wales", "UKM": "scotland", "UKN": "northern-ireland"},
}
"""By the first letters of a region's code, as in NUTS and its British successor."""
_NATION_OF_REGISTER = {
    "cqc": "england",
    "careInspectorate": "scotland",
    "care_inspectorate": "scotland",
    "ciw": "wales",
    "rqia": "northern-ireland",
}
"""By the register's code as published, and as the source is called here."""
_HOME_CARE = "home care"
CAVEATS = (
    "The published costs are averages with their publisher's assumptions; an association of providers speaks for "
    "providers.",
    "Short visits and long ways cost more for each hour: `candour cost` takes this service's own figures.",
)


class Hour(msgspec.Struct, frozen=True, kw_only=True):
    """A rate as pounds an hour, beside published costs; without them, `because` says why it cannot be told."""

    rate: str | None
    title: str | None
    an_hour: Decimal | None
    currency: str | None
    nation: str | None
    year: str | None
    beside: BesidePublished | None
    because: str
    caveats: tuple[str, ...] = ()


def hour_beside_costs(scope: Scope, rate: Rate, service_types: Sequence[str], nation: str | None) -> Hour:
    """The rate as an hour of contact, and how it stands to published costs, where unit, place and time allow it."""
    years, an_hour = years_of(rate, scope), _an_hour(rate)
    beside, because = None, _not_comparable(rate, service_types, nation, years, an_hour)
    if an_hour is not None and nation and not because:
        beside, because = _beside(Money(an_hour, rate.currency or ""), nation, years)
    return Hour(
        rate=rate.id,
        title=rate.title,
        an_hour=an_hour,
        currency=rate.currency,
        nation=nation,
        year=beside.year if beside else next(iter(years), None),
        beside=beside,
        because=because,
        caveats=CAVEATS if beside else (),
    )


def _beside(fee: Money, nation: str, years: Sequence[str]) -> tuple[BesidePublished | None, str]:
    """By the newest of the years of which costs are known: that is the one in which the same fee buys least."""
    because = ""
    for year in years:
        try:
            return beside_published(fee, parameters(nation, year)), ""
        except CostingError as error:
            because = because or str(error).removeprefix("not computable, because ")
    return None, because


def _not_comparable(
    rate: Rate, service_types: Sequence[str], nation: str | None, years: Sequence[str], an_hour: Decimal | None
) -> str:
    """Why the rate cannot be held against what an hour of home care costs; empty where it can."""
    if an_hour is None:
        return f"the rate is for one {rate.unit}, which is no hour" if rate.unit else "the rate does not say its unit"
    codes = (rate.service_type,) if rate.service_type else tuple(service_types)
    kinds = [BY_CODE.get(code, code) for code in codes]
    if not kinds or {*kinds} != {_HOME_CARE}:
        said = ", ".join(kinds) or "a kind of care that is not stated"
        return f"it is for {said}, and costs are published for home care"
    if nation is None:
        return "nothing says in which nation it is"
    return "" if years else "nothing says when it is paid"


def nation_of(process: Received, suppliers: Sequence[Supplier]) -> str | None:
    """By the buyer's council code, else by the regions where the care is given, else by suppliers' registrations.

    None where none of these says it, or where several nations are named.
    """
    code = process.process["council_code"]
    if code:
        return NATIONS.get(code[0])
    regions = [region for row in process.rows["items"] for region in row["delivery_regions"] or ()]
    nations = {_NATION_OF_REGION.get(region[:3]) for region in regions} - {None}
    stated = [
        text(registration, "register")
        for party in pieces(process.compiled, "parties")
        for registration in pieces(party, "careRegistrations")
    ]
    linked = [end.key.partition(":")[0] for one in suppliers for end in one.registered if end.outcome == "linked"]
    nations = nations or {_NATION_OF_REGISTER.get(register or "") for register in (*stated, *linked)}
    return nations.pop() if len(nations) == 1 else None


def years_of(rate: Rate, scope: Scope) -> tuple[str, ...]:
    """The financial years that the rate holds in, the newest first; that in which the contract begins, else none."""
    row = scope.contract or scope.award or {}
    start = rate.start or uk_day(row.get("contract_start") or row.get("date_signed") or row.get("date"))
    if start is None:
        return ()
    first, last = _year_with(start), _year_with(max(start, rate.end or start))
    return tuple(financial_year(year).label for year in range(last, first - 1, -1))


def _year_with(day: date) -> int:
    """The year in which the financial year of a day begins."""
    return day.year if day.month >= 4 else day.year - 1


def _an_hour(rate: Rate) -> Decimal | None:
    if rate.payer_pays is None:
        return None
    if rate.unit == "contactHour":
        return rate.payer_pays
    if rate.unit == "visit" and rate.visit_minutes:
        return rounded(Fraction(rate.payer_pays) * 60 / Fraction(rate.visit_minutes))
    return None
