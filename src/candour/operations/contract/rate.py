"""A rate: what is paid for an hour, a visit or a night, and what of it reaches the worker."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from candour.operations.contract.published import day, number, text
from candour.operations.contract.received import Received
from candour.operations.contract.scope import Holder, Scope
from candour.operations.contract.source import Source
from candour.warehouse.tables.process import pieces


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """A rate as published. `stage` says where it stands: from the tender's offer to what is paid in fact.

    `payer_pays` is for one `unit`, `worker_receives` for one `worker_receives_per`; `worker_share` is a share of what
    `worker_share_of` names, from 0 to 1. `mileage` is for a mile.
    """

    id: str | None
    stage: str
    title: str | None
    service_type: str | None
    unit: str | None
    visit_minutes: Decimal | None
    payer_pays: Decimal | None
    currency: str | None
    worker_receives: Decimal | None
    worker_currency: str | None
    worker_receives_per: str | None
    worker_share: Decimal | None
    worker_share_of: str | None
    travel_time: str | None
    mileage: Decimal | None
    mileage_currency: str | None
    start: date | None
    end: date | None
    notes: str | None
    source: Source | None


def rates(process: Received, scope: Scope) -> tuple[Rate, ...]:
    """Every rate that is about a contract, those closest to it first."""
    return tuple(
        _rate(process, holder, said) for holder in scope.holders(process) for said in pieces(holder.said, "rates")
    )


def _rate(process: Received, holder: Holder, said: dict[str, Any]) -> Rate:
    return Rate(
        id=text(said, "id"),
        stage=holder.stage,
        title=text(said, "title"),
        service_type=text(said, "serviceType"),
        unit=text(said, "unit"),
        visit_minutes=number(said, "visitMinutes"),
        payer_pays=number(said, "payerPays", "amount"),
        currency=text(said, "payerPays", "currency"),
        worker_receives=number(said, "workerReceives", "amount"),
        worker_currency=text(said, "workerReceives", "currency"),
        worker_receives_per=text(said, "workerReceivesPer"),
        worker_share=number(said, "workerShare"),
        worker_share_of=text(said, "workerShareOf"),
        travel_time=text(said, "travelTime"),
        mileage=number(said, "mileage", "amount"),
        mileage_currency=text(said, "mileage", "currency"),
        start=day(said, "period", "startDate"),
        end=day(said, "period", "endDate"),
        notes=text(said, "notes"),
        source=process.releases.last(*holder.path, "rates", said.get("id")),
    )


def closest(found: Iterable[Rate]) -> list[Rate]:
    """Each rate once, by its id, as it stands closest to what is really paid."""
    told: dict[str | int, Rate] = {}
    for place, rate in enumerate(found):
        told.setdefault(rate.id if rate.id is not None else place, rate)
    return list(told.values())
