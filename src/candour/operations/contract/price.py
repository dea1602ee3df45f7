"""What the care costs: amounts as they were said over time, rates, and an hour beside what an hour costs."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from candour.operations.contract.about import About
from candour.operations.contract.hour import Hour, hour_beside_costs
from candour.operations.contract.published import day, number, text
from candour.operations.contract.rate import Rate, closest
from candour.operations.contract.received import Received, Row
from candour.operations.contract.scope import Scope
from candour.operations.contract.source import Source
from candour.warehouse.tables.process import piece, pieces

What = Literal["estimate", "award", "contract", "spent in all"]


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """An amount of money as it was said; `gross` is the amount with tax, where that is published."""

    what: What
    amount: Decimal
    currency: str | None
    gross: Decimal | None
    source: Source | None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A value of the contract that was published, other than the one before it."""

    amount: Decimal
    currency: str | None
    source: Source


class Amendment(msgspec.Struct, frozen=True, kw_only=True):
    """A change of the contract with its reason, as published."""

    date: date | None
    description: str | None
    rationale: str | None
    source: Source | None


class Paid(msgspec.Struct, frozen=True, kw_only=True):
    """The payments that were published, added up in one currency."""

    amount: Decimal
    currency: str | None
    payments: int
    until: date | None


class Price(msgspec.Struct, frozen=True, kw_only=True):
    """`values` are what the contract was said to be worth over time, the last one last.

    `rates` has every rate at every stage; `hours` each of them once, as it stands closest to what is really paid.
    """

    amounts: tuple[Amount, ...]
    values: tuple[Change, ...]
    amendments: tuple[Amendment, ...]
    paid: tuple[Paid, ...]
    rates: tuple[Rate, ...]
    hours: tuple[Hour, ...]


def price(process: Received, scope: Scope, rates: Sequence[Rate], about: About, nation: str | None) -> Price:
    """What is published of money for a contract."""
    return Price(
        amounts=tuple(_amounts(process, scope)),
        values=tuple(_values(process, scope)),
        amendments=tuple(_amendments(process, scope)),
        paid=tuple(_paid(process, scope)),
        rates=tuple(rates),
        hours=tuple(
            hour_beside_costs(scope, rate, about.service_types or (about.read_service_type,), nation)
            for rate in closest(rates)
            if rate.payer_pays
        ),
    )


def _amounts(process: Received, scope: Scope) -> Iterator[Amount]:
    tender = next(iter(process.rows["tenders"]), None)
    contract = ("contracts", scope.contract_id)
    found: tuple[tuple[What, Row | None, str, tuple[str | None, ...]], ...] = (
        ("estimate", tender, "", ("tender", "value")),
        ("award", scope.award, "", ("awards", scope.award_id, "value")),
        ("contract", scope.contract, "", (*contract, "value")),
        ("spent in all", scope.contract, "final_", (*contract, "implementation", "finalValue")),
    )
    for what, row, prefix, path in found:
        if row is not None and row[f"{prefix}amount"] is not None:
            yield Amount(
                what=what,
                amount=row[f"{prefix}amount"],
                currency=row[f"{prefix}currency"],
                gross=row.get(f"{prefix}amount_gross"),
                source=process.releases.last(*path),
            )


def _values(process: Received, scope: Scope) -> Iterator[Change]:
    path = ("contracts", scope.contract_id, "value")
    for value, source in process.releases.values(*path):
        amount = number(value, "amount") if isinstance(value, dict) else None
        if amount is not None:
            yield Change(amount=amount, currency=text(value, "currency"), source=source)


def _amendments(process: Received, scope: Scope) -> Iterator[Amendment]:
    for one in pieces(scope.published(process), "amendments"):
        yield Amendment(
            date=day(one, "date"),
            description=text(one, "description"),
            rationale=text(one, "rationale"),
            source=process.releases.last("contracts", scope.contract_id, "amendments", one.get("id")),
        )


def _paid(process: Received, scope: Scope) -> Iterator[Paid]:
    """Added up within a currency only."""
    by_currency: dict[str | None, list[tuple[Decimal, date | None]]] = {}
    for one in pieces(piece(scope.published(process), "implementation"), "transactions"):
        amount = number(one, "value", "amount")
        if amount is not None:
            by_currency.setdefault(text(one, "value", "currency"), []).append((amount, day(one, "date")))
    for currency, payments in by_currency.items():
        yield Paid(
            amount=sum((amount for amount, _ in payments), Decimal()),
            currency=currency,
            payments=len(payments),
            until=max((paid for _, paid in payments if paid), default=None),
        )
