"""One published value of a metric, with all that it may not be shown without."""

from datetime import date
from decimal import Decimal
from typing import Any, Literal

import msgspec

from candour.operations.contract.received import Row
from candour.operations.contract.source import Source
from candour.operations.day import uk_day
from candour.statistics.proportion import wilson

State = Literal["value", "suppressed", "not computable", "not reported"]
_PUBLISHED: dict[str | None, State] = {
    "value": "value",
    "suppressed": "suppressed",
    "notComputable": "not computable",
    "notReported": "not reported",
}
_SHARES = frozenset({"share", "proportion"})
_PER_CENTS = frozenset({"%", "per cent", "percent", "percentage"})


class Observed(msgspec.Struct, frozen=True, kw_only=True):
    """A promised or reported value.

    `value` is None in any state but "value", and where what was published is no number: `text` has it as published.
    `low` and `high` are the 95% Wilson interval, in the same unit, of a share whose denominator is known.
    """

    state: State
    because: str = ""
    value: Decimal | None = None
    text: str | None = None
    currency: str | None = None
    unit: str | None = None
    version: int | None = None
    population: str | None = None
    start: date | None = None
    end: date | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    denominator_of: str | None = None
    low: float | None = None
    high: float | None = None
    respondents: int | None = None
    invited: int | None = None
    respondents_role: str | None = None
    answered_by: str | None = None
    method: str | None = None
    verified_by: str | None = None
    verified_on: date | None = None
    source: Source | None = None


def observed(row: Row, source: Source | None) -> Observed:
    """A row of the table of promises or deliveries, as one value."""
    value = row["measure"] if row["measure"] is not None else row["value_amount"]
    stated = value is not None or row["measure_text"] is not None
    state = _PUBLISHED.get(row["state"], "value" if stated else "not reported")
    low, high = _interval(row, value) if state == "value" else (None, None)
    return Observed(
        state=state,
        because=row["state_reason"] or "",
        value=value if state == "value" else None,
        text=_text(row) if state == "value" else None,
        currency=row["value_currency"],
        unit=row["unit_name"] or row["unit_id"] or row["value_currency"],
        version=row["metric_version"],
        population=row["metric_population"],
        start=uk_day(row["period_start"]),
        end=uk_day(row["period_end"]),
        numerator=row["numerator"],
        denominator=row["denominator"],
        denominator_of=row["denominator_of"],
        low=low,
        high=high,
        respondents=row["respondents"],
        invited=row["invited"],
        respondents_role=row["respondents_role"],
        answered_by=row["answered_by"],
        method=row["method"],
        verified_by=row["verified_by_role"],
        verified_on=uk_day(row["verified_on"]),
        source=source,
    )


def _text(row: Row) -> str | None:
    if row["measure_text"] is not None:
        return str(row["measure_text"])
    amount = row["value_amount"]
    return None if amount is None else f"{amount.normalize():f} {row['value_currency'] or ''}".strip()


def _interval(row: Row, value: Any) -> tuple[float | None, float | None]:
    """Of a share only, from what was counted, or from the share and how many it is of."""
    whole = whole_of(row["unit_name"])
    of = row["denominator"]
    if value is None or whole is None or not 0 <= value <= whole or not of or of != int(of):
        return None, None
    counted = row["numerator"] if row["numerator"] is not None else round(value * of / whole)
    if counted != int(counted) or not 0 <= counted <= of:
        return None, None
    low, high = wilson(int(counted), int(of))
    return low * whole, high * whole


def whole_of(unit: str | None) -> int | None:
    """What all of them would be in this unit: 1 for a share, 100 for per cent; None where it is no share."""
    plain = (unit or "").strip().casefold()
    return 1 if plain in _SHARES else 100 if plain in _PER_CENTS else None
