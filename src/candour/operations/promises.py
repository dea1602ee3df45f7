"""What was promised beside what was delivered, metric by metric."""

from collections.abc import Sequence
from typing import Any

import msgspec
import orjson

Row = dict[str, Any]
STAGES = ("contract", "award", "tender", "planning")
COUNTS = frozenset({"numerator", "denominator"})


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One metric of one contract.

    `promised` is what its contract says, else its award, else the tender, else the plan: `stage` says which. `latest`
    is the value of the last period that was reported; `values` are those of all periods, oldest first.
    `split` counts values that are of a part of the people only (they have dimensions), which are not among `values`.
    """

    metric: str
    contract_id: str | None
    unit: str | None
    promised: str | None
    stage: str | None
    latest: str | None
    until: Any
    values: tuple[str, ...]
    split: int


def promises_and_deliveries(
    contracts: Sequence[Row], promises: Sequence[Row], deliveries: Sequence[Row]
) -> list[Kept]:
    """Every metric that a contract promised or delivered; promises without any contract stand by themselves."""
    lines: list[Kept] = []
    for contract in contracts:
        own = [row for row in deliveries if row["contract_number"] == contract["contract_number"]]
        holding = [row for row in promises if holds(row, contract)]
        for metric in _metrics([*holding, *own]):
            lines.append(_line(metric, contract["contract_id"], holding, own))
    if not contracts:
        lines += [_line(metric, None, promises, ()) for metric in _metrics(promises)]
    return lines


def holds(promise: Row, contract: Row) -> bool:
    """Whether a promise is one of this contract: its own, its award's, or one of the whole process."""
    match promise["stage"]:
        case "contract":
            return bool(promise["holder_number"] == contract["contract_number"])
        case "award":
            return contract["award_number"] is not None and promise["holder_number"] == contract["award_number"]
        case _:
            return True


def _metrics(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(row["metric_id"] for row in rows if row["metric_id"]))


def _line(metric: str, contract_id: str | None, promises: Sequence[Row], deliveries: Sequence[Row]) -> Kept:
    promised = min(
        (row for row in promises if row["metric_id"] == metric),
        key=lambda row: STAGES.index(row["stage"]),
        default=None,
    )
    observed = [row for row in deliveries if row["metric_id"] == metric and _value(row) is not None]
    whole = (row for row in observed if of_everybody(row))
    reported = sorted(whole, key=lambda row: str(row["period_end"] or ""))
    last = reported[-1] if reported else None
    named = last or promised or {}
    return Kept(
        metric=named.get("metric_title") or metric,
        contract_id=contract_id,
        unit=named.get("unit_name"),
        promised=_value(promised) if promised else None,
        stage=promised["stage"] if promised else None,
        latest=_value(last) if last else None,
        until=last["period_end"] if last else None,
        values=tuple(value for row in reported if (value := _value(row)) is not None),
        split=len(observed) - len(reported),
    )


def of_everybody(row: Row) -> bool:
    """Whether a value is of all the people: dimensions split them, but may also say what a share was taken of."""
    if row["dimensions"] is None:
        return True
    dimensions = orjson.loads(row["dimensions"])
    return isinstance(dimensions, dict) and dimensions.keys() <= COUNTS


def _value(row: Row) -> str | None:
    if row["measure_text"] is not None:
        return str(row["measure_text"])
    if row["value_amount"] is None:
        return None
    return f"{row['value_amount'].normalize():f} {row['value_currency'] or ''}".strip()
