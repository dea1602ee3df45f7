"""The award: every bid through its gates, scored, ranked, and who wins each lot."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import msgspec

from candour.evaluation.bid import Bid
from candour.evaluation.checking import check
from candour.evaluation.design import Design, Lot
from candour.evaluation.gates.gate import GateResult
from candour.evaluation.looked import Looked, look
from candour.evaluation.methods.offer import Offer
from candour.evaluation.panel import Panel
from candour.evaluation.quality import CriterionScore, fulfilments
from candour.evaluation.ranking import Standing, ranked
from candour.evaluation.winners import Candidate, Verdict, verdicts


class BidResult(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one bid.

    `counted_price` is the price with what monitoring will cost, where the design prices that in; else the price.
    `figure` is what the method makes of it, None where the bid was set aside (by a gate, or below a minimum score) or
    the method gives none; `quality` its points of quality. `rank` counts the bids that were not set aside, from 1.
    `because` says why it wins, or why not.
    """

    bid: str
    supplier: str
    supplier_id: str
    price: Decimal
    counted_price: Fraction
    gates: tuple[GateResult, ...]
    scores: tuple[CriterionScore, ...]
    quality: Fraction
    lived_experience: Fraction | None
    figure: Fraction | None
    rank: int | None
    tie_broken_by: str
    verdict: Verdict
    because: str


class LotResult(msgspec.Struct, frozen=True, kw_only=True):
    """One lot: its bids, the best first and those set aside last. `open` says what must be decided first."""

    lot: Lot
    bids: tuple[BidResult, ...]
    open: tuple[str, ...]

    @property
    def winners(self) -> tuple[BidResult, ...]:
        """Those that win, the best first; empty where there is a tie or something is open."""
        return tuple(one for one in self.bids if one.verdict == "wins")


class Award(msgspec.Struct, frozen=True, kw_only=True):
    """The result of every lot, in the design's order."""

    lots: tuple[LotResult, ...]


def evaluate(design: Design, bids: Sequence[Bid], panel: Panel, opened: date) -> Award:
    """Evaluate bids by a design. `opened` is the day on which bids were opened: ratings are looked at on it.

    A bid that a gate fails, or that is below a minimum score, is set aside and takes no part in the scoring of
    others. While a gate is open the bid takes part, and nobody it could displace is said to have won.

    Raises:
        EvaluationError: bids or scores cannot be evaluated; every fault is named.
    """
    check(design, bids, panel, opened)
    won: Counter[str] = Counter()
    results = []
    for lot in design.lots:
        result = _lot(design, lot, [bid for bid in bids if bid.lot == lot.id], panel, opened, won)
        won.update(one.supplier_id for one in result.winners)
        results.append(result)
    return Award(lots=tuple(results))


def _lot(
    design: Design, lot: Lot, bids: Sequence[Bid], panel: Panel, opened: date, won: Mapping[str, int]
) -> LotResult:
    looked = [look(design, bid, panel, opened) for bid in bids]
    within = {one.bid.id: one for one in looked if not one.set_aside}
    offers = [
        Offer(bid=name, price=one.counted_price, fulfilment=fulfilments(one.scores)) for name, one in within.items()
    ]
    figures = dict(zip(within, design.method.figures(design.terms, offers), strict=True))
    places = ranked(design, [_standing(one, figures[name]) for name, one in within.items()])
    candidates = [
        Candidate(
            bid=place.bid,
            rank=place.rank,
            open=bool(within[place.bid].open),
            barred=_barred(design, lot, within[place.bid].bid, figures[place.bid], won),
        )
        for place in places
    ]
    outcomes = verdicts(candidates, lot.winners, others_matter=design.method.others_matter)
    results = [
        _result(
            within[place.bid],
            figure=figures[place.bid],
            rank=place.rank,
            tie_broken_by=place.broken_by,
            verdict=outcomes[place.bid].verdict,
            because=outcomes[place.bid].because,
        )
        for place in places
    ]
    aside = [_result(one, verdict="set aside", because=one.set_aside) for one in looked if one.set_aside]
    still_open = tuple(f"bid {name}: {one.open}" for name, one in within.items() if one.open)
    return LotResult(lot=lot, bids=(*results, *aside), open=still_open)


def _standing(one: Looked, figure: Fraction | None) -> Standing:
    return Standing(
        bid=one.bid.id,
        figure=figure,
        quality=one.quality,
        price=one.counted_price,
        lived_experience=one.lived_experience,
    )


def _barred(design: Design, lot: Lot, bid: Bid, figure: Fraction | None, won: Mapping[str, int]) -> str:
    if figure is None:
        return "the method gives no figure for a bid without any quality"
    if design.most_lots is not None and won.get(bid.supplier_id, 0) >= design.most_lots:
        return f"its bidder has won {won[bid.supplier_id]} lots before this one, the most that one may win"
    if lot.least_points is not None and figure < Fraction(lot.least_points):
        return f"below the {lot.least_points} points that a place on the list needs"
    return ""


def _result(
    one: Looked,
    *,
    verdict: Verdict,
    because: str,
    figure: Fraction | None = None,
    rank: int | None = None,
    tie_broken_by: str = "",
) -> BidResult:
    return BidResult(
        bid=one.bid.id,
        supplier=one.bid.supplier,
        supplier_id=one.bid.supplier_id,
        price=one.bid.opened_price,
        counted_price=one.counted_price,
        gates=one.gates,
        scores=one.scores,
        quality=one.quality,
        lived_experience=one.lived_experience,
        figure=figure,
        rank=rank,
        tie_broken_by=tie_broken_by,
        verdict=verdict,
        because=because,
    )
