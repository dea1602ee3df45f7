"""An award as it is written down: every figure exact, as a fraction, and rounded for reading."""

from decimal import Decimal
from fractions import Fraction

import msgspec

from candour.costing.amounts import rounded
from candour.evaluation.award import Award, BidResult, LotResult
from candour.evaluation.quality import CriterionScore
from candour.evaluation.winners import Verdict

SHOWN = Decimal("0.0001")


class Number(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure: `exact`, such as "1700/117", and `shown`, the nearest with four decimals."""

    exact: str
    shown: Decimal


class ScoreWorking(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One criterion; see `candour.evaluation.quality.CriterionScore`."""

    criterion: str
    score: Number
    points: Number
    enough: bool
    because: str
    own: dict[str, Decimal] | None
    lived_experience: Number | None
    others: Number | None
    n: int | None
    low: float | None
    high: float | None


class GateWorking(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One gate, and why a bid passed it or not."""

    gate: str
    outcome: str
    because: str


class BidWorking(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One bid; see `candour.evaluation.award.BidResult`."""

    bid: str
    supplier: str
    price: Decimal
    counted_price: Number
    quality: Number
    lived_experience: Number | None
    figure: Number | None
    rank: int | None
    tie_broken_by: str
    verdict: Verdict
    because: str
    gates: tuple[GateWorking, ...]
    scores: tuple[ScoreWorking, ...]


class LotWorking(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One lot: who wins it, what is open, and every bid, the best first."""

    lot: str
    winners: tuple[str, ...]
    open: tuple[str, ...]
    bids: tuple[BidWorking, ...]


def workings(award: Award) -> tuple[LotWorking, ...]:
    """Every lot's workings."""
    return tuple(_lot(result) for result in award.lots)


def _lot(result: LotResult) -> LotWorking:
    return LotWorking(
        lot=result.lot.id,
        winners=tuple(one.bid for one in result.winners),
        open=result.open,
        bids=tuple(_bid(one) for one in result.bids),
    )


def _bid(one: BidResult) -> BidWorking:
    return BidWorking(
        bid=one.bid,
        supplier=one.supplier,
        price=one.price,
        counted_price=_number(one.counted_price),
        quality=_number(one.quality),
        lived_experience=_perhaps(one.lived_experience),
        figure=_perhaps(one.figure),
        rank=one.rank,
        tie_broken_by=one.tie_broken_by,
        verdict=one.verdict,
        because=one.because,
        gates=tuple(GateWorking(gate=gate.gate, outcome=gate.outcome, because=gate.because) for gate in one.gates),
        scores=tuple(_score(score) for score in one.scores),
    )


def _score(score: CriterionScore) -> ScoreWorking:
    return ScoreWorking(
        criterion=score.criterion,
        score=_number(score.score),
        points=_number(score.points),
        enough=score.enough,
        because=score.because,
        own=score.panel.own if score.panel else None,
        lived_experience=_perhaps(score.panel.lived_experience) if score.panel else None,
        others=_perhaps(score.panel.others) if score.panel else None,
        n=score.n,
        low=_float(score.low),
        high=_float(score.high),
    )


def _number(exact: Fraction) -> Number:
    return Number(str(exact), rounded(exact, SHOWN))


def _perhaps(exact: Fraction | None) -> Number | None:
    return None if exact is None else _number(exact)


def _float(number: float | None) -> float | None:
    """Six decimals: the last digits of an interval may differ between machines."""
    return None if number is None else round(number, 6)
