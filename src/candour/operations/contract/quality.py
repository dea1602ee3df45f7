"""By what the supplier was chosen, and how its places of care were rated on that day and are rated now."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec

from candour.care.ratings.share import Share, share_at_or_above_good
from candour.operations.awards_of_provider import histories_of_suppliers
from candour.operations.contract.about import Supplier
from candour.operations.contract.asking import Asking
from candour.operations.contract.published import number, text, texts, whole
from candour.operations.contract.received import Received
from candour.operations.contract.scope import Scope
from candour.operations.contract.source import Source
from candour.operations.day import uk_day
from candour.warehouse.tables.process import piece, pieces


class Criterion(msgspec.Struct, frozen=True, kw_only=True):
    """An award criterion. `number` is its weight as published, `weight` in what way it weighs.

    `likely_weight` stands where an older notice has nothing but digits for a description.
    """

    lot: str | None
    type: str | None
    name: str | None
    description: str | None
    number: Decimal | None
    weight: str | None
    likely_weight: Decimal | None
    source: Source | None


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """What a bid was given for one criterion; `group` is who gave it, `won` whether it is the bid of this award."""

    bid: str | None
    won: bool
    criterion: str | None
    group: str | None
    score: Decimal | None
    maximum: Decimal | None
    weighted: Decimal | None
    reasons: str | None
    source: Source | None


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """A role on the panel that evaluated the bids, with how many had it; never who."""

    role: str | None
    number: int | None
    experience: tuple[str, ...]
    conflicts_declared: int | None
    conflicts_management: str | None
    source: Source | None


class Rated(msgspec.Struct, frozen=True, kw_only=True):
    """How the places of care of one supplier were rated on the day of the award, and are on the day of asking.

    Empty shares mean that the supplier is in no register received, or that the award has no date.
    """

    supplier: str | None
    award_day: date | None
    then: tuple[Share, ...]
    now: tuple[Share, ...]


class Quality(msgspec.Struct, frozen=True, kw_only=True):
    """`bids` is how many were received, None where nothing says; `bids_source` is the last release that says it."""

    criteria: tuple[Criterion, ...]
    bids: int | None
    bids_source: Source | None
    scores: tuple[Score, ...]
    panel: tuple[Seat, ...]
    ratings: tuple[Rated, ...]


def quality(process: Received, scope: Scope, suppliers: tuple[Supplier, ...], asking: Asking) -> Quality:
    """What is published of how the supplier was chosen, and what registers say of it."""
    return Quality(
        criteria=tuple(_criteria(process, scope)),
        bids=process.process["number_of_bids"],
        bids_source=process.releases.last("bids") or process.releases.last("tender", "numberOfTenderers"),
        scores=tuple(_scores(process, scope)),
        panel=tuple(_panel(process)),
        ratings=tuple(_ratings(scope, suppliers, asking)),
    )


def _criteria(process: Received, scope: Scope) -> Iterator[Criterion]:
    """Those of the contract's lots, and of the whole tender."""
    for row in process.rows["criteria"]:
        if row["use"] != "award" or (row["lot_id"] and scope.lots and row["lot_id"] not in scope.lots):
            continue
        path = ("tender", "lots", row["lot_id"]) if row["lot_id"] else ("tender",)
        yield Criterion(
            lot=row["lot_id"],
            type=row["type"],
            name=row["name"],
            description=row["description"],
            number=row["number"],
            weight=row["weight"],
            likely_weight=row["weight_in_description"],
            source=process.releases.last(*path, "awardCriteria"),
        )


def _scores(process: Received, scope: Scope) -> Iterator[Score]:
    for bid in pieces(piece(process.compiled, "bids"), "details"):
        for said in pieces(bid, "scores"):
            lot = text(said, "relatedLot")
            if lot is None or not scope.lots or lot in scope.lots:
                yield Score(
                    bid=text(bid, "id"),
                    won=str(bid.get("id")) in scope.bids,
                    criterion=text(said, "criterion"),
                    group=text(said, "group"),
                    score=number(said, "score"),
                    maximum=number(said, "maximum"),
                    weighted=number(said, "weighted"),
                    reasons=text(said, "reasons"),
                    source=process.releases.last("bids", "details", bid.get("id"), "scores", said.get("id")),
                )


def _panel(process: Received) -> Iterator[Seat]:
    for said in pieces(piece(process.compiled, "tender"), "evaluationPanel"):
        yield Seat(
            role=text(said, "role"),
            number=whole(said, "number"),
            experience=texts(said, "experience"),
            conflicts_declared=whole(said, "conflictsDeclared"),
            conflicts_management=text(said, "conflictsManagement"),
            source=process.releases.last("tender", "evaluationPanel", said.get("id")),
        )


def _ratings(scope: Scope, suppliers: tuple[Supplier, ...], asking: Asking) -> Iterator[Rated]:
    keys = {one.key for one in suppliers if one.key}
    histories = histories_of_suppliers(asking.tables, keys)
    awarded = uk_day(scope.award["date"]) if scope.award else None
    for one in suppliers:
        known = histories.get(one.key or "", [])
        yield Rated(
            supplier=one.name,
            award_day=awarded,
            then=share_at_or_above_good(known, awarded) if awarded else (),
            now=share_at_or_above_good(known, asking.day),
        )
