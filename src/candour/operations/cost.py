"""What care costs: a price taken apart, a fee held against it, and what would change it."""

from collections.abc import Mapping
from decimal import Decimal

from candour.costing.amounts import Money, currency_code, number, rounded, same_currency
from candour.costing.assumptions import NAMES, CareHomeWeek, HomeCareHour, assumptions
from candour.costing.breakdown import DIRECT_COSTS, PAY, WAGE_COSTS, Breakdown
from candour.costing.care_home import care_home_week
from candour.costing.errors import CostingError
from candour.costing.fee_check import STEPS, check_fee, lowest_fee
from candour.costing.home_care import direct_costs, home_care_hour, travel_minutes_per_contact_hour
from candour.costing.parameters import Parameters, parameters
from candour.costing.pay_floor import pay_over_all_time
from candour.costing.published import has_published_hour, published_hour, travel_minutes_implied
from candour.costing.sensitivity import sensitivity
from candour.operations.cost_answer import Assumed, Cost, FeeAtWage, FeeShown, PartShown, ShareShown
from candour.operations.cost_request import CostRequest

_TENTH = Decimal("0.1")
_BY_LAW = {"wage": "pay_floor"}
"""Assumptions that the figures of a nation and year fill in under another name."""


def cost(request: CostRequest) -> Cost:
    """Cost what is asked: what was published for a nation and year if nothing is assumed, else what is assumed.

    Raises:
        CostingError: something is missing (it is named), out of bounds, or in another currency.
    """
    known = parameters(request.nation, request.year) if request.nation and request.year else None
    currency = _currency(request, known)
    if request.of == "care-home-week":
        return _week(request, known, currency)
    if known and not request.assumptions and request.fee is None and has_published_hour(known):
        return _published(known)
    return _hour(request, known, currency)


def _currency(request: CostRequest, known: Parameters | None) -> str:
    if request.currency and known:
        same_currency(request.currency, known.year.currency)
    if found := request.currency or (known.year.currency if known else None):
        return currency_code(found)
    raise CostingError(
        "not computable, because the currency is not given; say --nation and --year, or `currency:` in a file"
    )


def _published(known: Parameters) -> Cost:
    hour = published_hour(known)
    return _shown(
        hour, "home-care-hour", known, travel_minutes_per_contact_hour=rounded(travel_minutes_implied(hour), _TENTH)
    )


def _hour(request: CostRequest, known: Parameters | None, currency: str) -> Cost:
    values, assumed = _filled(request.assumptions, HomeCareHour, known)
    hour = assumptions(HomeCareHour, values, currency)
    floor = _floor(request, known, currency)
    complete = hour.running is not None and hour.surplus is not None
    if not complete and request.fee is None:
        home_care_hour(hour)
    fee = _fee(request.fee, hour, floor) if request.fee is not None else None
    contact_only = pay_over_all_time(
        contact_rate=hour.wage,
        contact_minutes=hour.visit_minutes,
        travel_rate=Decimal(0),
        travel_minutes=hour.travel_minutes,
        own_expenses=Decimal(0),
        floor=floor.amount if floor else Decimal(0),
    )
    return _shown(
        home_care_hour(hour) if complete else direct_costs(hour),
        "home-care-hour",
        known,
        why_no_price=fee.check.why_not if fee else "",
        assumed=assumed,
        travel_minutes_per_contact_hour=rounded(
            travel_minutes_per_contact_hour(hour.visit_minutes, hour.travel_minutes), _TENTH
        ),
        paid_for_contact_only=contact_only.hourly,
        contact_only_meets_floor=contact_only.meets if floor else None,
        wage_meets_floor=hour.wage >= floor.amount if floor else None,
        pay_floor=floor.amount if floor else None,
        fees_at_wages=_fees_at_wages(hour, known) if known and complete else (),
        sensitivity=sensitivity(hour) if complete else (),
        fee=fee,
    )


def _week(request: CostRequest, known: Parameters | None, currency: str) -> Cost:
    if request.fee is not None:
        raise CostingError("a fee is held against an hour of home care only; leave --fee out for a care-home week")
    values, assumed = _filled(request.assumptions, CareHomeWeek, known)
    week = care_home_week(assumptions(CareHomeWeek, values, currency))
    return _shown(week, "care-home-week", known, assumed=assumed)


def _filled(
    given: Mapping[str, str], kind: type[HomeCareHour] | type[CareHomeWeek], known: Parameters | None
) -> tuple[dict[str, str], tuple[Assumed, ...]]:
    """What was given, and what the law of the nation and year says of the rest."""
    values = dict(given)
    assumed = {name: Assumed(name, text, _unit(name), "given", "") for name, text in given.items()}
    for name in kind.__struct_fields__ if known else ():
        figure = known.figures.get(_BY_LAW.get(name, name)) if known else None
        if name in values or not known or figure is None:
            continue
        if figure.value is None:
            raise CostingError(
                f"not computable, because {name} is missing for {known.year.id}: {figure.missing_because}; "
                f"say --set {name}=…"
            )
        values[name] = figure.value
        title = f"{figure.title}, {known.year.sources[figure.source].publisher}"
        assumed[name] = Assumed(name, figure.value, _unit(name), title, figure.known)
    return values, tuple(assumed[name] for name in NAMES if name in assumed)


def _unit(name: str) -> str:
    return NAMES[name].unit if name in NAMES else ""


def _floor(request: CostRequest, known: Parameters | None, currency: str) -> Money | None:
    if request.pay_floor is not None:
        return Money(number("pay_floor", request.pay_floor), currency)
    return Money(known.figure("pay_floor").amount, currency) if known else None


def _fee(written: str, hour: HomeCareHour, floor: Money | None) -> FeeShown:
    if floor is None:
        raise CostingError(
            "not computable, because pay_floor is not given; say --nation and --year, or `pay_floor:` in the file"
        )
    check = check_fee(Money(number("fee", written), hour.currency), hour, floor)
    return FeeShown(check, check.question, STEPS if check.question else ())


def _fees_at_wages(hour: HomeCareHour, known: Parameters) -> tuple[FeeAtWage, ...]:
    names = ("pay_floor", "real_living_wage_uk", "real_living_wage_london")
    wages = [known.figures[name] for name in names if name in known.figures]
    return tuple(
        FeeAtWage(one.title, one.amount, lowest_fee(hour, Money(one.amount, hour.currency)).amount) for one in wages
    )


def _shown(priced: Breakdown, of: str, known: Parameters | None, **more: object) -> Cost:
    whole = "the direct costs" if more.get("why_no_price") else "the price"
    sums = (
        ("Pay for all time worked", priced.of(PAY)),
        ("Pay and the employer's costs of it", priced.of(WAGE_COSTS)),
    )
    return Cost(
        of=of,
        unit=priced.unit,
        currency=priced.currency,
        nation=known.nation if known else None,
        year=known.year.id if known else None,
        parts=tuple(
            PartShown(part.id, part.title, part.group, amount, share)
            for part, amount, share in zip(priced.parts, priced.amounts(), priced.shares(), strict=True)
        ),
        direct_costs=rounded(priced.of(DIRECT_COSTS)),
        price=None if more.get("why_no_price") else priced.price.amount,
        lowest_fee=None if more.get("why_no_price") else priced.lowest_fee.amount,
        shares=tuple(
            ShareShown(title, rounded(exact), priced.share(exact), f"{whole} of a {priced.unit}")
            for title, exact in sums
        ),
        not_known=known.year.not_known if known else (),
        **more,  # type: ignore[arg-type]
    )
