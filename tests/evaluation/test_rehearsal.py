"""What a rehearsal says of a design, before there are bids."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from candour.evaluation.errors import EvaluationError
from candour.evaluation.methods import FixedPrice, MinMax, PricePerQualityPoint, RelativeToLowest
from candour.evaluation.rehearsal.bidder import bidders
from candour.evaluation.rehearsal.rehearse import Rehearsal, rehearse

from .making import design

KINDS = tuple(bidders().values())


def rehearsed(method: object = None, **others: object) -> Rehearsal:
    made = design({"care": 40, "people": 20}, method=method, **others)  # type: ignore[arg-type]
    return rehearse(made, KINDS, rehearsals=20)


def test_the_same_seed_says_the_same() -> None:
    assert rehearsed() == rehearsed()
    other = rehearse(design({"care": 40, "people": 20}), KINDS, rehearsals=20, seed=2)
    assert other != rehearsed()


def test_the_rate_of_exchange_is_that_of_the_reference() -> None:
    """Relative to 24.00: ten pence are worth 0.1778, 0.2766, 0.4149 and 0.6224 points at 30, 40, 50 and 60."""
    worth = {one.price_weight: one.ten_pence for one in rehearsed(RelativeToLowest(reason="a test")).worth}
    found = [round(float(worth[weight] or 0), 4) for weight in (30, 40, 50, 60)]
    assert found == [0.1778, 0.2766, 0.4149, 0.6224]


def test_ten_pence_beat_seventeen_points_by_min_max_alone() -> None:
    assert rehearsed(MinMax(reason="a test")).ten_pence_beats_seventeen_points is True
    assert rehearsed().ten_pence_beats_seventeen_points is False
    per_point = design({"care": 60, "people": 40}, price_weight=0, method=PricePerQualityPoint())
    assert rehearse(per_point, KINDS, rehearsals=10).ten_pence_beats_seventeen_points is False


def test_by_default_no_loser_decides() -> None:
    assert rehearsed().reversals == 0


def test_shares_are_of_all_rehearsals() -> None:
    found = rehearsed()
    assert sum(kind.first for kind in found.kinds) == pytest.approx(1 + found.ties - found.nobody)
    assert all(0 <= one.share <= 1 for one in found.decides)
    assert set(found.never) == {kind.bidder.id for kind in found.kinds if not kind.first}


def test_at_a_fixed_price_the_price_decides_nothing() -> None:
    made = design({"care": 60, "people": 40}, price_weight=0, method=FixedPrice(price=Decimal("25.00")))
    found = rehearse(made, KINDS, rehearsals=10)
    assert found.ten_pence_beats_seventeen_points is None
    assert found.decides[0].share == 0


def test_a_usual_price_is_needed() -> None:
    made = design({"care": 60, "people": 40}, price_weight=0, method=PricePerQualityPoint(), benchmark=None)
    with pytest.raises(EvaluationError, match="usual price: expected one above 0"):
        rehearse(made, KINDS, rehearsals=10)
    assert rehearse(made, KINDS, usual_price=Decimal(20), rehearsals=10).usual_price == 20


def test_only_the_first_lot_is_rehearsed_and_lots_do_not_limit_it() -> None:
    made = design({"care": 40, "people": 20}, most_lots=1)
    assert rehearse(replace(made), KINDS, rehearsals=10).rehearsals == 10
