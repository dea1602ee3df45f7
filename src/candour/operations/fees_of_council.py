"""What one council is said to pay for an hour of home care: its published fees, and the rates of its contracts."""

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from candour.care.councils import Council
from candour.errors import NotFoundError
from candour.operations.council_meant import council_meant
from candour.operations.day import uk_day
from candour.warehouse.engine import Engine

MEASURE = "fee-home-care"
AVERAGE = ("rate type=average",)
MOST = 1_000
"""So many rates are given, the newest first."""

_FEES = """
SELECT name, period_start, period_end, dimensions, value, currency, note, source
FROM council_outcomes
WHERE measure = $measure AND level = 'council' AND statistic = 'outcome' AND value IS NOT NULL
    AND (council = $council OR (council IS NULL AND LOWER(name) = $name))
QUALIFY ROW_NUMBER() OVER (PARTITION BY period_end, dimensions ORDER BY first_seen DESC, receipt DESC) = 1
ORDER BY period_end DESC, dimensions
"""
_RATES = f"""
SELECT rates.ocid, processes.title, rates.stage, payer_pays_amount AS amount, payer_pays_currency AS currency,
    worker_share, worker_share_of, travel_time, COALESCE(period_start, award_date) AS since
FROM rates JOIN processes ON processes.ocid = rates.ocid
WHERE rates.unit = 'contactHour' AND payer_pays_amount IS NOT NULL AND rates.service_type = 'homeCare'
    AND rates.stage IN ('award', 'contract', 'implementation')
    AND (council_code = $code OR (council_code IS NULL AND LOWER(buyer_name) = $name))
QUALIFY ROW_NUMBER() OVER (
    PARTITION BY rates.ocid, rate_id
    ORDER BY CASE rates.stage WHEN 'implementation' THEN 0 WHEN 'contract' THEN 1 ELSE 2 END, period_start DESC
) = 1
ORDER BY since DESC NULLS LAST, rates.ocid LIMIT {MOST}
"""


class FeeSaid(msgspec.Struct, frozen=True, kw_only=True):
    """A fee that was published for a council: of what kind ("rate type=average"), and for when."""

    kind: tuple[str, ...]
    start: date
    end: date
    amount: Decimal
    currency: str | None
    note: str | None


class RateSaid(msgspec.Struct, frozen=True, kw_only=True):
    """A rate for a contact hour of home care, at the latest stage at which it was published.

    `worker_share` is a share, 0 to 1, of what `worker_share_of` names.
    """

    ocid: str
    title: str | None
    stage: str
    amount: Decimal
    currency: str | None
    worker_share: Decimal | None
    worker_share_of: str | None
    travel_time: str | None
    since: date | None


class CouncilFees(msgspec.Struct, frozen=True, kw_only=True):
    """`nation` is None for a council that is in no table of councils."""

    council: str
    nation: str | None
    fees: tuple[FeeSaid, ...]
    rates: tuple[RateSaid, ...]

    def average(self, year: str) -> FeeSaid | None:
        """The average fee of a financial year, such as 2025-26."""
        return next((fee for fee in self.fees if fee.kind == AVERAGE and _label(fee) == year), None)


def fees_of_council(tables: Engine, wanted: str, day: date) -> CouncilFees:
    """What is published of the council with this name, code or postcode.

    Raises:
        NotFoundError: there is no such council, nor any figure or notice under that name.
    """
    meant = council_meant(wanted, day)
    known = meant.council
    name = (known.name if known else wanted).strip()
    given = _given(known, name)
    fees = tuple(_fee(row._asdict()) for row in tables.query(_FEES, given["fees"]))
    rates = tuple(_rate(row._asdict()) for row in tables.query(_RATES, given["rates"]))
    if known is None and not fees and not rates:
        raise NotFoundError(f"{wanted}: {meant.reason}")
    nation = known.nation.casefold().replace(" ", "-") if known else None
    return CouncilFees(council=name, nation=nation, fees=fees, rates=rates)


def _given(known: Council | None, name: str) -> dict[str, dict[str, Any]]:
    unlisted = "" if known else name.casefold()
    return {
        "fees": {"measure": MEASURE, "council": known.organisation_id if known else "", "name": unlisted},
        "rates": {"code": known.gss if known else "", "name": unlisted},
    }


def _fee(row: dict[str, Any]) -> FeeSaid:
    return FeeSaid(
        kind=tuple(row["dimensions"] or ()),
        start=row["period_start"],
        end=row["period_end"],
        amount=_short(row["value"]),
        currency=row["currency"],
        note=row["note"],
    )


def _rate(row: dict[str, Any]) -> RateSaid:
    share = row["worker_share"]
    return RateSaid(
        **row
        | {
            "amount": _short(row["amount"]),
            "worker_share": None if share is None else _short(share),
            "since": uk_day(row["since"]),
        }
    )


def _short(value: Decimal) -> Decimal:
    """In pence, or with as many decimals as it has: without the noughts that its column adds."""
    short = value.normalize()
    exponent = short.as_tuple().exponent
    return short.quantize(Decimal("0.01")) if isinstance(exponent, int) and exponent > -2 else short


def _label(fee: FeeSaid) -> str:
    return f"{fee.start.year}-{fee.end.year % 100:02d}"
