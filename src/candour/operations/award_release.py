"""An award as an OCDS release: criteria, bids, scores by criterion and group, the panel by role, and standstill."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from candour.errors import CandourError
from candour.evaluation.bid import Bid
from candour.evaluation.bundle import Bundle
from candour.evaluation.record import Buyer
from candour.evaluation.standstill import Standstill
from candour.evaluation.workings import BidWorking, LotWorking, Number, ScoreWorking
from candour.ocds import build
from candour.operations.award_release_tender import award_tender, lot_id, price_of_unit

UK = ZoneInfo("Europe/London")
_HUNDRED = Decimal(100)


def award_release(bundle: Bundle, standstill: Standstill, bundle_at: str = "") -> build.Release:
    """The release that says who was chosen, to be published on the first day of the standstill.

    Awards are pending: standstill comes first. A price is for one unit, and so is the benchmark: both stand as values
    of an item's unit, because a release's value is the whole. `bundle_at` is the address at which the bundle is
    published, from which anybody recomputes the award; it is named with its digest.

    Raises:
        CandourError: the bundle names no process or no buyer.
    """
    if not bundle.ocid or bundle.buyer is None:
        raise CandourError("ocid, buyer: the record named none, so no release can be made; add them and bundle again")
    told = datetime.combine(standstill.first_day, time(), UK)
    lots = bundle.workings
    return build.Release(
        ocid=bundle.ocid,
        id=f"{bundle.ocid}-award-{bundle.digest[:12]}",
        date=told,
        tag=("award",),
        initiation_type="tender",
        buyer=_reference(bundle.buyer.id, bundle.buyer.name),
        parties=tuple(_parties(bundle, bundle.buyer)),
        tender=award_tender(bundle, bundle_at),
        bids=build.Bids(details=tuple(_bid(bundle, lot, bid) for lot in lots for bid in lot.bids)),
        awards=tuple(_award(bundle, lot, bid, standstill, told) for lot in lots for bid in lot.bids if _won(bid)),
    )


def _won(bid: BidWorking) -> bool:
    return bid.verdict == "wins"


def _reference(identifier: str, name: str) -> build.Reference:
    return build.Reference(id=identifier, name=name)


def _parties(bundle: Bundle, buyer: Buyer) -> Iterator[build.Organisation]:
    yield build.Organisation(id=buyer.id, name=buyer.name, roles=("buyer",))
    won = {bid.bid for lot in bundle.workings for bid in lot.bids if _won(bid)}
    roles: dict[str, list[str]] = defaultdict(lambda: ["tenderer"])
    names = {bid.supplier_id: bid.supplier for bid in bundle.bids}
    for bid in bundle.bids:
        if bid.id in won and "supplier" not in roles[bid.supplier_id]:
            roles[bid.supplier_id].append("supplier")
    for identifier, name in names.items():
        yield build.Organisation(id=identifier, name=name, roles=tuple(roles[identifier]))


def _bid(bundle: Bundle, lot: LotWorking, bid: BidWorking) -> build.Bid:
    made = _made(bundle, bid)
    scores = tuple(one for score in bid.scores for one in _scores(bundle, lot, score))
    return build.Bid(
        id=bid.bid,
        status="disqualified" if bid.verdict == "set aside" else "valid",
        tenderers=(_reference(made.supplier_id, made.supplier),),
        items=(build.Item(id="price", description="What was bid", unit=price_of_unit(bundle, bid.price)),),
        related_lots=(lot_id(lot),),
        scores=scores,
        total_score=bid.figure.shown if bid.figure else None,
        has_rank=bid.rank is not None,
        rank=bid.rank,
    )


def _made(bundle: Bundle, bid: BidWorking) -> Bid:
    return next(one for one in bundle.bids if one.id == bid.bid)


def _scores(bundle: Bundle, lot: LotWorking, score: ScoreWorking) -> Iterator[build.CriterionScore]:
    """The score that counts, and that of people with lived experience beside it."""
    criterion = next(one for one in bundle.design.criteria if one.id == score.criterion)
    groups: list[tuple[str, Number, str | None]] = [("wholePanel", score.score, score.because)]
    if score.lived_experience is not None:
        groups.append(("livedExperience", score.lived_experience, None))
    for group, given, reasons in groups:
        counts = group == "wholePanel"
        yield build.CriterionScore(
            id=f"{criterion.id}-{group}",
            criterion=criterion.id,
            group=group,
            related_lot=lot_id(lot),
            score=given.shown,
            maximum=criterion.scale.highest,
            weight=criterion.weight / _HUNDRED if counts else None,
            weighted=score.points.shown if counts else None,
            reasons=reasons or None,
        )


def _award(bundle: Bundle, lot: LotWorking, bid: BidWorking, standstill: Standstill, told: datetime) -> build.Award:
    made = _made(bundle, bid)
    last = datetime.combine(standstill.last_day, time(23, 59, 59), UK)
    return build.Award(
        id=f"{lot_id(lot)}-{bid.bid}",
        status="pending",
        date=told,
        title=bundle.design.title,
        description=f"{bid.price} {bundle.design.currency} for one {bundle.design.unit}",
        suppliers=(_reference(made.supplier_id, made.supplier),),
        related_lots=(lot_id(lot),),
        related_bids=(bid.bid,),
        standstill_period=build.Period(start_date=told, end_date=last),
    )
