"""What of the price reaches the worker: as promised, as agreed, as reported."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import msgspec

from candour.costing.amounts import rounded
from candour.costing.errors import CostingError
from candour.costing.parameters import parameters
from candour.indicators.definition import metrics
from candour.operations.contract.comparable import Kept
from candour.operations.contract.hour import years_of
from candour.operations.contract.observed import Observed, State, observed
from candour.operations.contract.outcomes import Outcome, promised_in, source_of_promise
from candour.operations.contract.rate import Rate
from candour.operations.contract.received import Received
from candour.operations.contract.scope import Scope
from candour.operations.promises import STAGES

METRICS = ("worker-pay-share", "pay-per-hour-worked", "travel-time-paid", "real-living-wage")
_UNSAID = "unit that is not said"
_SHARE_STEP = Decimal("0.001")
_TIME = {"contactHour": "contact time only", "workedHour": "contact and travel"}


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """The worker's share, 0 to 1, always with what it is a share `of`; `computed` where none was published."""

    state: State
    because: str = ""
    value: Decimal | None = None
    of: str | None = None
    computed: bool = False


class Floor(msgspec.Struct, frozen=True, kw_only=True):
    """The least that the law asks for an hour of all time worked, beside the pay; where `met` is None, why."""

    amount: Decimal | None
    nation: str | None
    year: str | None
    met: bool | None
    because: str


class WorkerPay(msgspec.Struct, frozen=True, kw_only=True):
    """What a rate says of pay."""

    rate: Rate
    share: Share
    floor: Floor


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A value of a metric of pay on its way from promise to report; `stage` is where it stands."""

    stage: str
    value: Observed


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """A metric of pay: what was planned, asked for, agreed and reported, in that order."""

    metric: str
    title: str
    steps: tuple[Step, ...]
    kept: Kept | None


class Pay(msgspec.Struct, frozen=True, kw_only=True):
    """What is published of pay."""

    rates: tuple[WorkerPay, ...]
    chains: tuple[Chain, ...]


def pay(
    process: Received, scope: Scope, rates: Sequence[Rate], outcomes: Sequence[Outcome], nation: str | None
) -> Pay:
    """What rates and metrics say of pay."""
    return Pay(
        rates=tuple(
            WorkerPay(rate=rate, share=_share(rate), floor=_floor(scope, rate, nation))
            for rate in rates
            if _says_pay(rate)
        ),
        chains=tuple(_chains(process, scope, outcomes)),
    )


def _says_pay(rate: Rate) -> bool:
    said = (rate.payer_pays, rate.worker_receives, rate.worker_share, rate.travel_time, rate.mileage)
    return any(one is not None for one in said)


def _share(rate: Rate) -> Share:
    if rate.worker_share is not None:
        return Share(state="value", value=rate.worker_share, of=rate.worker_share_of)
    if rate.worker_receives is None:
        return Share(state="not reported")
    if not rate.payer_pays:
        return Share(state="not computable", because="what the payer pays is not published")
    if rate.currency != rate.worker_currency:
        return Share(state="not computable", because="the two amounts are in different currencies")
    if rate.unit is None or rate.worker_receives_per != rate.unit:
        pays, receives = rate.unit or _UNSAID, rate.worker_receives_per or _UNSAID
        because = f"the payer pays for one {pays} and the worker is paid for one {receives}"
        return Share(state="not computable", because=because)
    exact = Fraction(rate.worker_receives) / Fraction(rate.payer_pays)
    return Share(
        state="value", value=rounded(exact, _SHARE_STEP), of=f"what the payer pays, {_time(rate)}", computed=True
    )


def _time(rate: Rate) -> str:
    return _TIME.get(rate.unit or "", f"for one {rate.unit}")


def _floor(scope: Scope, rate: Rate, nation: str | None) -> Floor:
    """By the newest year that the rate holds in and of which the floor is known."""
    years = years_of(rate, scope)
    if nation is None or not years:
        why = "nothing says in which nation it is" if nation is None else "nothing says when it is paid"
        return Floor(amount=None, nation=nation, year=next(iter(years), None), met=None, because=why)
    because = ""
    for year in years:
        try:
            known = parameters(nation, year)
            least = known.figure("pay_floor").amount
        except CostingError as error:
            because = because or str(error)
            continue
        met, why = _beside_floor(rate, least, known.year.currency)
        return Floor(amount=least, nation=nation, year=year, met=met, because=why)
    return Floor(amount=None, nation=nation, year=years[0], met=None, because=because)


def _beside_floor(rate: Rate, least: Decimal, currency: str) -> tuple[bool | None, str]:
    """The floor holds for contact and travel together, so pay for contact time says only what is too little."""
    received, per = rate.worker_receives, rate.worker_receives_per
    if received is None:
        return None, "what reaches the worker is not published"
    if rate.worker_currency != currency:
        return None, f"the pay is in {rate.worker_currency or 'a currency that is not said'}"
    if per == "workedHour":
        return received >= least, "it is pay for contact and travel"
    if per != "contactHour":
        return None, f"it is pay for one {per or _UNSAID}, not for an hour"
    if received < least:
        return False, "it is below the floor even before travel"
    if rate.travel_time == "paidSeparately":
        return True, "it is pay for contact time, and travel is paid apart; by how much, is not said"
    return None, "it is pay for contact time, and how long people travel is not published"


def _chains(process: Received, scope: Scope, outcomes: Sequence[Outcome]) -> Iterator[Chain]:
    for metric in METRICS:
        outcome = next((one for one in outcomes if one.metric == metric), None)
        rows = [
            row
            for row in process.rows["promises"]
            if row["metric_id"] == metric and promised_in(row, scope.contract, scope.award)
        ]
        rows.sort(key=lambda row: -STAGES.index(row["stage"]))
        steps = [
            Step(stage=row["stage"], value=observed(row, source_of_promise(process, metric, row))) for row in rows
        ]
        if outcome and outcome.latest:
            steps.append(Step(stage="reported", value=outcome.latest))
        if steps:
            yield Chain(
                metric=metric,
                title=metrics()[metric].title,
                steps=tuple(steps),
                kept=outcome.kept if outcome else None,
            )
