"""What a design does, before it binds anybody: on many sets of made-up bids, and by its formula alone."""

import datetime
import random
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import msgspec
from msgspec.structs import replace

from candour.evaluation.award import evaluate
from candour.evaluation.design import Design
from candour.evaluation.errors import EvaluationError
from candour.evaluation.methods.ceiling_and_floor import CeilingAndFloor
from candour.evaluation.methods.fixed_price import FixedPrice
from candour.evaluation.methods.offer import Offer
from candour.evaluation.rehearsal.bidder import Bidder
from candour.evaluation.rehearsal.made_bids import made_bids
from candour.evaluation.sensitivity.contest import Contest, contest
from candour.evaluation.sensitivity.leave_one_out import leave_one_out

TEN_PENCE, SEVENTEEN_POINTS = Fraction(1, 10), Fraction(17, 100)
"""The case of the article: satisfaction of 97% lost over ten pence an hour, against 80%."""
PRICE = "price"
_WEIGHTS = tuple(range(10, 100, 10))
_OPENED = datetime.date(2026, 1, 1)
"""Any day will do: what is made up is dated by it."""


class Worth(msgspec.Struct, frozen=True, kw_only=True):
    """With so many points for the price: how many points of quality (of 100) ten pence are worth, and the reverse.

    `ten_pence` is how many quality points a bid that is ten pence dearer than the usual price needs to come level,
    None where nothing would do; `a_point` is what one quality point is worth in money.
    """

    price_weight: int
    ten_pence: Fraction | None
    a_point: Fraction | None


class KindResult(msgspec.Struct, frozen=True, kw_only=True):
    """How often (shares of rehearsals) a kind of bidder came first, was set aside, or had something open."""

    bidder: Bidder
    first: float
    set_aside: float
    open: float


class Decides(msgspec.Struct, frozen=True, kw_only=True):
    """In what share of rehearsals another bid would come first if all were equal in this criterion, or in price."""

    what: str
    share: float


class Rehearsal(msgspec.Struct, frozen=True, kw_only=True):
    """What a design did in so many `rehearsals` with a `seed`, around a `usual_price`.

    `reversals` is the share in which a bid that did not come first decided who did; `ties` that in which several
    came first. `ten_pence_beats_seventeen_points` is whether, of two bids alone, the worse wins by ten pence.
    """

    rehearsals: int
    seed: int
    usual_price: Decimal
    worth: tuple[Worth, ...]
    ten_pence_beats_seventeen_points: bool | None
    kinds: tuple[KindResult, ...]
    decides: tuple[Decides, ...]
    reversals: float
    ties: float
    nobody: float
    never: tuple[str, ...]


def rehearse(
    design: Design,
    kinds: Sequence[Bidder],
    *,
    usual_price: Decimal | None = None,
    rehearsals: int = 200,
    seed: int = 1,
) -> Rehearsal:
    """Try a design on made-up bids: one of each kind of bidder in each rehearsal, for its first lot.

    Raises:
        EvaluationError: no usual price is given, and none can be taken from the design.
    """
    price = _usual(design) if usual_price is None else usual_price
    if price is None or not price.is_finite() or price <= 0:
        raise EvaluationError(
            "usual price: expected one above 0, because the design has no benchmark to take it from"
        )
    lot = replace(design, lots=design.lots[:1], most_lots=None, panel_rules=())
    draws = random.Random(seed)  # noqa: S311  (a rehearsal, no secret)
    first, aside, still_open, decided = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    reversals = ties = nobody = 0
    for _ in range(rehearsals):
        made = made_bids(lot, kinds, price, _OPENED, draws)
        result = evaluate(lot, made.bids, made.panel, _OPENED).lots[0]
        aside.update(one.bid for one in result.bids if one.verdict == "set aside")
        still_open.update(line.split(":")[0].removeprefix("bid ") for line in result.open)
        its = contest(lot, result)
        leaders = its.first() if its.offers else ()
        nobody += not leaders
        ties += len(leaders) > 1
        first.update(leaders)
        reversals += any(one.reversed for one in leave_one_out(its))
        decided.update(_deciding(its, leaders))
    return Rehearsal(
        rehearsals=rehearsals,
        seed=seed,
        usual_price=price,
        worth=tuple(_worth(lot, weight, price) for weight in _weights(lot)),
        ten_pence_beats_seventeen_points=_ten_pence_wins(lot, price),
        kinds=tuple(
            KindResult(
                bidder=kind,
                first=first[kind.id] / rehearsals,
                set_aside=aside[kind.id] / rehearsals,
                open=still_open[kind.id] / rehearsals,
            )
            for kind in kinds
        ),
        decides=tuple(
            Decides(what=what, share=decided[what] / rehearsals)
            for what in (PRICE, *(criterion.id for criterion in design.criteria))
        ),
        reversals=reversals / rehearsals,
        ties=ties / rehearsals,
        nobody=nobody / rehearsals,
        never=tuple(kind.id for kind in kinds if not first[kind.id]),
    )


def _usual(design: Design) -> Decimal | None:
    if isinstance(design.method, FixedPrice):
        return design.method.price
    if isinstance(design.method, CeilingAndFloor):
        return (design.method.ceiling + design.method.floor) / 2
    return design.benchmark


def _weights(design: Design) -> tuple[int, ...]:
    return _WEIGHTS if design.method.price_has_weight else (0,)


def _worth(design: Design, weight: int, price: Decimal) -> Worth:
    """At the middle of quality, where the method asks for one."""
    its = Contest(design=design, offers=(), lived_experience={})
    gap = design.method.gap(its.terms_with(Fraction(weight)), Fraction(price), TEN_PENCE, Fraction(1, 2))
    return Worth(
        price_weight=weight,
        ten_pence=None if gap is None else 100 * gap,
        a_point=TEN_PENCE / (100 * gap) if gap else None,
    )


def _ten_pence_wins(design: Design, price: Decimal) -> bool | None:
    """Of two bids, 80% of quality at the usual price and 97% at ten pence more: whether the first wins."""
    gap = design.method.gap(design.terms, Fraction(price), TEN_PENCE, Fraction(4, 5))
    return None if gap is None else gap > SEVENTEEN_POINTS


def _deciding(its: Contest, leaders: Sequence[str]) -> list[str]:
    """What, if all bids were equal in it, would let others come first."""
    found = []
    for what in (PRICE, *its.offers[0].fulfilment) if its.offers else ():
        if set(its.first(offers=[_equal(offer, what, its.offers[0]) for offer in its.offers])) != set(leaders):
            found.append(what)
    return found


def _equal(offer: Offer, what: str, model: Offer) -> Offer:
    if what == PRICE:
        return replace(offer, price=model.price)
    return replace(offer, fulfilment={**offer.fulfilment, what: model.fulfilment[what]})
