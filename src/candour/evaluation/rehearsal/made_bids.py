"""Made-up bids for a design: one of each kind of bidder, drawn with a seed."""

import datetime
import random
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from candour.evaluation.bid import Bid, Feedback, LocationRating, Registration
from candour.evaluation.criterion import ByPanel, ByRating
from candour.evaluation.design import Design
from candour.evaluation.gates import RatingFloorGate, RegistrationGate, StandardsGate
from candour.evaluation.member import Member
from candour.evaluation.methods.fixed_price import FixedPrice
from candour.evaluation.panel import OwnScore, Panel
from candour.evaluation.rehearsal.bidder import About, Bidder

_SEAT = Member(id="rehearsal", role="independentExpert", experience=("commissioningCare",))
_PENNY = Decimal("0.01")
_INSPECTED_BEFORE = datetime.timedelta(days=180)
_LOWEST = "(a lower grade)"
_STANDINGS = ("best", "good", "middling", "worst", "none")


class MadeBids(msgspec.Struct, frozen=True, kw_only=True):
    """Bids whose ids are those of the kinds of bidders, and a panel of one seat that scored them."""

    bids: tuple[Bid, ...]
    panel: Panel


def made_bids(
    design: Design, kinds: Sequence[Bidder], usual_price: Decimal, opened: datetime.date, draws: random.Random
) -> MadeBids:
    """One bid of each kind for the first lot, with facts and scores as the kind has them.

    All scores of a bid lie about one quality, which is drawn first: bidders that are good at one thing tend to be
    good at others.
    """
    bids, scores = [], []
    for kind in kinds:
        bids.append(_bid(design, kind, usual_price, opened, draws))
        overall = _near(kind.quality, draws)
        for criterion in design.criteria:
            if isinstance(criterion.scored_by, ByPanel):
                share = _near(About(overall, kind.quality.spread), draws)
                levels = [level.score for level in criterion.scale.levels]
                score = min(levels, key=lambda level: abs(float(level / levels[-1]) - share))
                scores.append(OwnScore(member=_SEAT.id, bid=kind.id, criterion=criterion.id, score=score))
    return MadeBids(bids=tuple(bids), panel=Panel(members=(_SEAT,), rule="mean", own=tuple(scores)))


def _bid(design: Design, kind: Bidder, usual_price: Decimal, opened: datetime.date, draws: random.Random) -> Bid:
    price = max(_PENNY, (usual_price * Decimal(draws.gauss(kind.price.mean, kind.price.spread))).quantize(_PENNY))
    if isinstance(design.method, FixedPrice):
        price = design.method.price
    grades = _grades(design)
    standing = draws.choices(_STANDINGS, [getattr(kind.ratings, one) for one in _STANDINGS])[0]
    registers = {
        register for gate in design.gates if isinstance(gate, RegistrationGate) for register in gate.registers
    }
    register = next(iter(grades), None) or min(registers, default=None)
    rating = None if register is None else _grade(grades.get(register, ()), standing)
    answered = draws.randint(kind.answers.min, kind.answers.max)
    content = sum(draws.random() < kind.content.mean for _ in range(answered))
    return Bid(
        id=kind.id,
        supplier=kind.title,
        supplier_id=kind.id,
        price=price,
        currency=design.currency,
        lot=design.lots[0].id,
        registrations=()
        if register is None
        else (
            Registration(register=register, number="made up", status="registered" if kind.registered else "applied"),
        ),
        ratings=()
        if register is None
        else (
            LocationRating(register=register, location="made up", grade=rating, inspected=opened - _INSPECTED_BEFORE),
        ),
        feedback=Feedback(content=content, answered=answered, source="made up") if answered else None,
        standards=tuple(one for gate in design.gates if isinstance(gate, StandardsGate) for one in gate.standards),
    )


def _grades(design: Design) -> dict[str, tuple[str, ...]]:
    """By register, its grades from the best that the design knows to the worst."""
    for criterion in design.criteria:
        if isinstance(criterion.scored_by, ByRating):
            return {
                register: tuple(sorted(grades, key=lambda grade: -grades[grade]))
                for register, grades in criterion.scored_by.scores.items()
            }
    for gate in design.gates:
        if isinstance(gate, RatingFloorGate):
            return {register: (*grades, _LOWEST) for register, grades in gate.accepted.items()}
    return {}


def _grade(grades: Sequence[str], standing: str) -> str | None:
    if not grades or standing == "none":
        return None
    place = {"best": 0, "good": 1, "middling": -2, "worst": -1}[standing]
    return grades[max(-len(grades), min(place, len(grades) - 1))]


def _near(about: About, draws: random.Random) -> float:
    return min(1.0, max(0.0, draws.gauss(about.mean, about.spread)))
