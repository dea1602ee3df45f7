"""An award as an OCDS release: criteria, bids, scores by criterion and group, the panel by role, and standstill."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from candour.errors import CandourError
from candour.evaluation.bid import Bid
from candour.evaluation.bundle import Bundle
from candour.evaluation.criterion import Criterion
from candour.evaluation.member import Member
from candour.evaluation.record import Buyer
from candour.evaluation.standstill import Standstill
from candour.evaluation.workings import BidWorking, LotWorking, Number, ScoreWorking
from candour.ocds import build

UK = ZoneInfo("Europe/London")
_PRICE = "price"
_HUNDRED = Decimal(100)
_LEFT_OUT_AS_LOT = "whole"


def award_release(bundle: Bundle, standstill: Standstill) -> build.Release:
    """The release that says who was chosen, to be published on the first day of the standstill.

    Awards are pending: standstill comes first. A price is for one unit and is said in words, because a release's
    value is the whole.

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
        tender=build.Tender(
            id=bundle.design.id,
            title=bundle.design.title,
            status="complete",
            lots=tuple(_lot(bundle, lot) for lot in lots),
            evaluation_panel=_panel(bundle.panel.members),
        ),
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


def _lot(bundle: Bundle, lot: LotWorking) -> build.Lot:
    design = bundle.design
    title = next(one.title for one in design.lots if one.id == lot.lot)
    criteria = [_criterion(criterion) for criterion in design.criteria]
    if design.price_weight:
        price = build.CriterionNumber(number=design.price_weight, weight="percentageExact")
        criteria.append(build.AwardCriterion(id=_PRICE, type="price", name="Price", numbers=(price,)))
    return build.Lot(
        id=_lot_id(lot),
        title=title,
        status="complete",
        award_criteria=build.AwardCriteria(criteria=tuple(criteria), weighting_description=design.method.formula),
    )


def _lot_id(lot: LotWorking) -> str:
    return lot.lot or _LEFT_OUT_AS_LOT


def _criterion(criterion: Criterion) -> build.AwardCriterion:
    numbers = [build.CriterionNumber(number=criterion.weight, weight="percentageExact")]
    if criterion.minimum is not None:
        numbers.append(build.CriterionNumber(number=criterion.minimum, threshold="minimumScore"))
    return build.AwardCriterion(
        id=criterion.id,
        type="quality",
        name=criterion.title,
        description=criterion.question,
        numbers=tuple(numbers),
    )


def _bid(bundle: Bundle, lot: LotWorking, bid: BidWorking) -> build.Bid:
    made = _made(bundle, bid)
    scores = tuple(one for score in bid.scores for one in _scores(bundle, lot, score))
    return build.Bid(
        id=bid.bid,
        status="disqualified" if bid.verdict == "set aside" else "valid",
        tenderers=(_reference(made.supplier_id, made.supplier),),
        related_lots=(_lot_id(lot),),
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
            related_lot=_lot_id(lot),
            score=given.shown,
            maximum=criterion.scale.highest,
            weight=criterion.weight / _HUNDRED if counts else None,
            weighted=score.points.shown if counts else None,
            reasons=reasons or None,
        )


def _panel(members: Sequence[Member]) -> tuple[build.PanelRole, ...]:
    """By role and number: what anybody on a role knows and was trained in, and how many had conflicts."""
    roles: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        roles[member.role].append(member)
    return tuple(_role(role, its) for role, its in roles.items())


def _role(role: str, members: Sequence[Member]) -> build.PanelRole:
    asked = all(member.conflicts is not None for member in members)
    conflicts = [conflict for member in members for conflict in member.conflicts or ()]
    managements = dict.fromkeys(conflict.management for conflict in conflicts)
    return build.PanelRole(
        id=role,
        role=role,
        number=len(members),
        experience=tuple(dict.fromkeys(one for member in members for one in member.experience)),
        training=tuple(dict.fromkeys(one.title for member in members for one in member.training)),
        conflicts_declared=sum(bool(member.conflicts) for member in members) if asked else None,
        conflicts_management="; ".join(managements) or None,
    )


def _award(bundle: Bundle, lot: LotWorking, bid: BidWorking, standstill: Standstill, told: datetime) -> build.Award:
    made = _made(bundle, bid)
    last = datetime.combine(standstill.last_day, time(23, 59, 59), UK)
    return build.Award(
        id=f"{_lot_id(lot)}-{bid.bid}",
        status="pending",
        date=told,
        title=bundle.design.title,
        description=f"{bid.price} {bundle.design.currency} for one {bundle.design.unit}",
        suppliers=(_reference(made.supplier_id, made.supplier),),
        related_lots=(_lot_id(lot),),
        related_bids=(bid.bid,),
        standstill_period=build.Period(start_date=told, end_date=last),
    )
