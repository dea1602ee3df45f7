"""Lots as a release publishes them: by what bids were judged, who bid, and who was chosen."""

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from candour.evaluation.methods import METHODS, AnyMethod
from candour.operations.awarded.bid import Bid, Price, bids_of, unit_price
from candour.operations.contract.published import day, number, text, texts
from candour.warehouse.tables.criteria import weight_alone
from candour.warehouse.tables.process import piece, pieces

_PRICED = frozenset({"price", "cost"})
_NAMES = ("id", "name", "type")
BENCHMARK = "benchmark"
"""The id of the item whose unit's value is the benchmark that prices were held against."""


class Criterion(msgspec.Struct, frozen=True, kw_only=True):
    """One thing by which bids were judged. `weight` is in points of the 100, None where it is not published."""

    id: str
    name: str
    kind: str
    asks: str | None
    weight: Decimal | None
    minimum: Decimal | None

    @property
    def is_price(self) -> bool:
        """Whether it is the price that it judges."""
        return self.kind in _PRICED


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """One award: to whom, when, and until when nothing was signed."""

    id: str | None
    suppliers: tuple[str, ...]
    supplier_ids: tuple[str, ...]
    bids: tuple[str, ...]
    status: str | None
    told: date | None
    description: str | None
    amount: Decimal | None
    currency: str | None
    standstill_start: date | None
    standstill_end: date | None


class Lot(msgspec.Struct, frozen=True, kw_only=True):
    """One lot, or the whole where there is none (`id` is then None).

    `formula` says in words how price and quality were weighed; `benchmark` is the price that prices were held
    against. `conditions` are what every bidder had to meet. `bid_count` is a number that was published, whether or
    not bids are shown one by one.
    """

    id: str | None
    title: str | None
    formula: str | None
    benchmark: Price | None
    criteria: tuple[Criterion, ...]
    conditions: tuple[str, ...]
    bids: tuple[Bid, ...]
    bid_count: int | None
    chosen: tuple[Chosen, ...]

    @property
    def price(self) -> Criterion | None:
        """The criterion that judges the price; None where there is none, or several."""
        found = [one for one in self.criteria if one.is_price]
        return found[0] if len(found) == 1 else None

    @property
    def quality(self) -> tuple[Criterion, ...]:
        """All other criteria."""
        return tuple(one for one in self.criteria if one is not self.price)

    @property
    def method(self) -> type[AnyMethod] | None:
        """The method whose formula was published; None where it is none that is known here."""
        return next((one for one in METHODS if one.formula == self.formula), None)

    @property
    def winners(self) -> tuple[str, ...]:
        """The ids of the bids that were chosen: as awards name them, else by their bidders."""
        named = {bid for one in self.chosen for bid in one.bids}
        suppliers = {supplier for one in self.chosen for supplier in one.supplier_ids}
        return tuple(bid.id for bid in self.bids if bid.id in named or (not named and suppliers & {*bid.bidder_ids}))


def lots_of(release: dict[str, Any]) -> tuple[Lot, ...]:
    """Every lot, in the order of the release."""
    tender = piece(release, "tender")
    lots = pieces(tender, "lots")
    if not lots:
        return (_lot(release, tender, {}),)
    return tuple(_lot(release, tender, one) for one in lots)


def _lot(release: dict[str, Any], tender: dict[str, Any], said: dict[str, Any]) -> Lot:
    name = text(said, "id")
    judged = piece(said, "awardCriteria") or piece(tender, "awardCriteria")
    let_in = piece(said, "selectionCriteria") or piece(tender, "selectionCriteria")
    return Lot(
        id=name,
        title=text(said, "title"),
        formula=text(judged, "weightingDescription"),
        benchmark=next(filter(None, (unit_price(one) for one in _benchmarks(tender, name))), None),
        criteria=tuple(
            _criterion(one) for one in pieces(judged, "criteria") if any(text(one, each) for each in _NAMES)
        ),
        conditions=tuple(filter(None, (text(one, "description") for one in pieces(let_in, "criteria")))),
        bids=bids_of(release, name),
        bid_count=_bid_count(release, name),
        chosen=tuple(
            _chosen(one)
            for one in pieces(release, "awards")
            if name is None or name in texts(one, "relatedLots") or not texts(one, "relatedLots")
        ),
    )


def _benchmarks(tender: dict[str, Any], lot: str | None) -> list[dict[str, Any]]:
    return [
        one
        for one in pieces(tender, "items")
        if (text(one, "id") or "").startswith(BENCHMARK) and text(one, "relatedLot") in (lot, None)
    ]


def _criterion(said: dict[str, Any]) -> Criterion:
    numbers = pieces(said, "numbers")
    weights = [number(one, "number") for one in numbers if text(one, "weight")]
    least = [number(one, "number") for one in numbers if text(one, "threshold") == "minimumScore"]
    kind, asks = text(said, "type") or "", text(said, "description")
    # Older notices put the weight where the description belongs.
    alone = None if numbers or asks is None else weight_alone(asks)
    name = text(said, "name") or text(said, "id") or kind
    return Criterion(
        id=text(said, "id") or name,
        name=name,
        kind=kind,
        asks=None if alone is not None else asks,
        weight=Decimal(str(alone)) if alone is not None else weights[0] if len(weights) == 1 else None,
        minimum=least[0] if least else None,
    )


def _bid_count(release: dict[str, Any], lot: str | None) -> int | None:
    for one in pieces(piece(release, "bids"), "statistics"):
        if text(one, "measure") == "bids" and text(one, "relatedLot") == lot:
            found = number(one, "value")
            return None if found is None else int(found)
    return None


def _chosen(said: dict[str, Any]) -> Chosen:
    suppliers = pieces(said, "suppliers")
    return Chosen(
        id=text(said, "id"),
        suppliers=tuple(filter(None, (text(one, "name") for one in suppliers))),
        supplier_ids=tuple(filter(None, (text(one, "id") for one in suppliers))),
        bids=texts(said, "relatedBids"),
        status=text(said, "status"),
        told=day(said, "date"),
        description=text(said, "description"),
        amount=number(said, "value", "amount"),
        currency=text(said, "value", "currency"),
        standstill_start=day(said, "standstillPeriod", "startDate"),
        standstill_end=day(said, "standstillPeriod", "endDate"),
    )
