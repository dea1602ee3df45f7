"""Rows of the tables of promises and deliveries, as short as a test wants them."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from candour.operations.contract.received import Received
from candour.operations.contract.source import Releases

_EMPTY = dict.fromkeys(
    (
        *("metric_title", "metric_description", "metric_version", "metric_population", "observation_id"),
        *("period_start", "period_end", "measure", "measure_text", "value_amount", "value_currency"),
        *("unit_scheme", "unit_id", "unit_name", "numerator", "denominator", "denominator_of", "respondents"),
        *("invited", "respondents_role", "answered_by", "method", "verified_by_role", "verified_on", "state"),
        *("state_reason", "dimensions", "notes"),
    )
)
CONTRACT = {
    "contract_number": 1,
    "contract_id": "c1",
    "award_number": 2,
    "status": "active",
    "contract_start": datetime(2025, 4, 1),
    "contract_end": None,
    "date_signed": None,
    "ended": None,
}


def observation(metric: str = "missed-visits", value: str | None = None, **more: Any) -> dict[str, Any]:
    """A row with this number, in the unit share unless another is given."""
    row = _EMPTY | {"metric_id": metric, "unit_name": "share"}
    if value is not None:
        row |= {"measure": Decimal(value), "measure_text": value, "state": "value"}
    return row | more


def promise(stage: str = "contract", value: str | None = "0.02", **more: Any) -> dict[str, Any]:
    """A promise of the contract, of its award, or of the whole process."""
    holder = {"contract": 1, "award": 2}.get(stage)
    return observation(**{"value": value, "stage": stage, "holder_number": holder, "holder_id": "c1"} | more)


def delivery(value: str | None, until: tuple[int, int, int] | None = (2025, 6, 30), **more: Any) -> dict[str, Any]:
    """A reported value for the time until a day."""
    end = datetime(*until) if until else None
    return observation(
        **{"value": value, "contract_number": 1, "contract_id": "c1", "observation_id": "o", "period_end": end} | more
    )


def process(promises: list[dict[str, Any]], deliveries: list[dict[str, Any]]) -> Received:
    """A process that has nothing else."""
    return Received("ocds-f1ct10-1", {}, {}, {"promises": promises, "deliveries": deliveries}, [], Releases(()))
