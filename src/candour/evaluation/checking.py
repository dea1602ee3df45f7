"""Whether bids and scores can be evaluated by a design at all. Every fault is named; with one there is no result."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from candour.evaluation import panel_rules
from candour.evaluation.bid import Bid
from candour.evaluation.criterion import ByPanel, ByRating
from candour.evaluation.design import Design
from candour.evaluation.errors import EvaluationError
from candour.evaluation.methods.fixed_price import FixedPrice
from candour.evaluation.panel import Panel, view


def check(design: Design, bids: Sequence[Bid], panel: Panel, opened: date) -> None:
    """Do nothing where all fits.

    Raises:
        EvaluationError: something does not; the message has every fault, separated by semicolons.
    """
    check_quality(design, bids, panel, opened)
    _refuse([fault for bid in bids for fault in _of_price(design, bid)])


def check_quality(design: Design, bids: Sequence[Bid], panel: Panel, opened: date) -> None:
    """The same while prices are sealed.

    Raises:
        EvaluationError: as above.
    """
    faults = [
        *panel_rules.faults(design.panel_rules, bids, panel, opened),
        *_of_bids(design, bids),
        *_of_scores(design, bids, panel),
    ]
    _refuse(faults or list(_not_scored(design, bids, panel)))


def _refuse(faults: Sequence[str]) -> None:
    if faults:
        raise EvaluationError("; ".join(faults))


def _of_bids(design: Design, bids: Sequence[Bid]) -> Iterator[str]:
    if not bids:
        yield "there is no bid"
    lots = {lot.id for lot in design.lots}
    for name, times in Counter(bid.id for bid in bids).items():
        if times > 1:
            yield f"bid {name}: found {times} times, expected an id of its own for each bid"
    for (supplier, lot), times in Counter((bid.supplier_id, bid.lot) for bid in bids).items():
        if times > 1:
            where = f" for lot {lot}" if lot else ""
            yield f"supplier {supplier}: found {times} bids{where}, expected one; ask which of them stands"
    for bid in bids:
        if bid.lot not in lots:
            yield f"bid {bid.id}: found lot {bid.lot!r}, expected one of {', '.join(map(repr, sorted(lots)))}"
        if bid.currency != design.currency:
            yield f"bid {bid.id}: found a price in {bid.currency}, expected {design.currency}"
        yield from _unknown_grades(design, bid)


def _of_price(design: Design, bid: Bid) -> Iterator[str]:
    if bid.price is None:
        yield f"bid {bid.id}: its price is still sealed; lock the quality, then open prices"
    elif not bid.price.is_finite() or bid.price < 0:
        yield f"bid {bid.id}: found a price of {bid.price}, expected 0 or more"
    elif isinstance(design.method, FixedPrice) and bid.price != design.method.price:
        yield f"bid {bid.id}: found a price of {bid.price}, expected the fixed price of {design.method.price}"


def _unknown_grades(design: Design, bid: Bid) -> Iterator[str]:
    tables = [
        criterion.scored_by.scores for criterion in design.criteria if isinstance(criterion.scored_by, ByRating)
    ]
    if design.monitoring_cost:
        tables.append(design.monitoring_cost.costs)
    for rating in bid.ratings:
        for table in tables:
            known = table.get(rating.register, {})
            if rating.grade is not None and known and rating.grade not in known:
                yield (
                    f"bid {bid.id}: {rating.register} {rating.location}: found the grade {rating.grade!r}, "
                    f"expected one of {', '.join(known)}"
                )


def _of_scores(design: Design, bids: Sequence[Bid], panel: Panel) -> Iterator[str]:
    criteria = {c.id: c for c in design.criteria if isinstance(c.scored_by, ByPanel)}
    known, seats = {bid.id for bid in bids}, {member.id for member in panel.members}
    if len(seats) != len(panel.members):
        yield "panel: two members have the same id"
    for score in panel.own:
        what = f"score of {score.member} for bid {score.bid} by {score.criterion}"
        if score.member not in seats:
            yield f"{what}: nobody on the panel is {score.member!r}"
        if (criterion := criteria.get(score.criterion)) is None:
            yield f"{what}: the panel scores no criterion {score.criterion!r}, only {', '.join(criteria)}"
        elif not criterion.scale.is_level(score.score):
            levels = ", ".join(str(level.score) for level in criterion.scale.levels)
            yield f"{what}: found {score.score}, expected one of {levels}"
        if score.bid not in known:
            yield f"{what}: there is no such bid"
    for one in panel.agreed:
        found, what = criteria.get(one.criterion), f"agreed score for bid {one.bid} by {one.criterion}"
        if one.bid not in known or found is None:
            yield f"{what}: there is no such bid, or no such criterion that the panel scores"
        elif not found.scale.is_level(one.score):
            yield f"{what}: found {one.score}, expected a score of the scale"
    for kind, keys in (
        ("score", [(score.member, score.bid, score.criterion) for score in panel.own]),
        ("agreed score", [(one.bid, one.criterion) for one in panel.agreed]),
    ):
        for key, times in Counter(keys).items():
            if times > 1:
                yield f"{kind} of {', '.join(map(str, key))}: found {times} times, expected once"


def _not_scored(design: Design, bids: Sequence[Bid], panel: Panel) -> Iterator[str]:
    for bid in bids:
        for criterion in design.criteria:
            if isinstance(criterion.scored_by, ByPanel) and view(panel, bid.id, criterion.id) is None:
                missing = "an agreed score" if panel.rule == "agreed" else "a score"
                yield f"bid {bid.id}: found no {missing.split(' ', 1)[1]} by {criterion.id}, expected {missing}"
