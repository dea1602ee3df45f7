"""What would change the result, against plain searches and hand-worked cases."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.evaluation.award import evaluate
from candour.evaluation.design import Design
from candour.evaluation.methods import FixedPrice, MinMax, Prozorro, RelativeToLowest
from candour.evaluation.sensitivity.contest import Contest, contest
from candour.evaluation.sensitivity.draws import under_other_scores, under_random_weights
from candour.evaluation.sensitivity.every_method import by_every_method
from candour.evaluation.sensitivity.leave_one_out import leave_one_out
from candour.evaluation.sensitivity.tipping import tipping

from .making import OPENED, bid, design, panel

Entries = list[tuple[Decimal, int, int]]
entries = st.lists(
    st.tuples(st.decimals("10", "60", places=2), st.integers(0, 100), st.integers(0, 100)), min_size=2, max_size=5
)


def made(of: Entries, chosen: Design | None = None) -> Contest:
    chosen = chosen or design({"care": 40, "people": 20})
    bids = [bid(str(place), str(price)) for place, (price, _, _) in enumerate(of)]
    scores = {str(place): {"care": care, "people": people} for place, (_, care, people) in enumerate(of)}
    return contest(chosen, evaluate(chosen, bids, panel(scores), OPENED).lots[0])


TEN_PENCE: Entries = [(Decimal("24.00"), 80, 80), (Decimal("24.10"), 97, 97)]


def test_ten_pence_tips_a_min_max_award_long_before_a_relative_one() -> None:
    """By min-max the ten pence weigh as much as seventeen points where the price has 17/117 of the points."""
    minmax = made(TEN_PENCE, design({"care": 40, "people": 20}, method=MinMax(reason="a test")))
    of_price = tipping(minmax)[0]
    assert (of_price.what, of_price.now) == ("price", 40)
    assert [one.first for one in of_price.stretches] == [("1",), ("0",)]
    assert of_price.stretches[0].end == Fraction(1700, 117)
    relative = made(TEN_PENCE, design({"care": 40, "people": 20}, method=RelativeToLowest(reason="a test")))
    assert tipping(relative)[0].stretches[0].end > 97


@given(of=entries)
def test_within_each_stretch_the_same_bids_are_first(of: Entries) -> None:
    """At the middle of each stretch of the price's weight, a whole evaluation with that weight says the same."""
    found = made(of)
    for stretch in tipping(found)[0].stretches:
        middle = (stretch.start + stretch.end) / 2
        terms = found.terms_with(middle)
        figures = found.design.method.figures(terms, found.offers)
        best = max(figure for figure in figures if figure is not None)
        first = {offer.bid for offer, figure in zip(found.offers, figures, strict=True) if figure == best}
        assert first == set(stretch.first)


@given(of=entries)
def test_stretches_cover_all_weights_once(of: Entries) -> None:
    for one in tipping(made(of)):
        assert (one.stretches[0].start, one.stretches[-1].end) == (0, 100)
        assert all(
            a.end == b.start and a.first != b.first for a, b in zip(one.stretches, one.stretches[1:], strict=False)
        )


def test_tipping_is_for_methods_that_score_the_price_apart() -> None:
    fixed = design({"care": 60, "people": 40}, price_weight=0, method=FixedPrice(price=Decimal("24.00")))
    assert tipping(made([(Decimal("24.00"), 1, 2), (Decimal("24.00"), 3, 4)], fixed)) == ()


def test_leaving_out_a_loser_turns_a_relative_award_round() -> None:
    method = RelativeToLowest(reason="a test")
    of: Entries = [(Decimal(100), 80, 80), (Decimal(80), 66, 66), (Decimal(40), 10, 10)]
    found = {
        one.bid: one
        for one in leave_one_out(made(of, design({"care": 30, "people": 20}, price_weight=50, method=method)))
    }
    assert (found["2"].first, found["2"].reversed) == (("1",), True)
    assert (found["0"].first, found["0"].reversed) == (("1",), False)


@given(of=entries)
def test_by_default_leaving_out_a_loser_changes_nothing(of: Entries) -> None:
    assert not any(one.reversed for one in leave_one_out(made(of)))


def test_every_method_is_named_once_the_chosen_first() -> None:
    found = by_every_method(made(TEN_PENCE))
    names = [type(one.method).__name__ for one in found]
    assert found[0].chosen
    assert len(set(names)) == len(names) == 10
    firsts = {type(one.method).__name__: one.first for one in found}
    assert firsts["MinMax"] == ("0",)
    assert firsts["RelativeToLowest"] == firsts["PricePerQualityPoint"] == firsts["MonetisedQuality"] == ("1",)


@pytest.mark.parametrize(
    "method", [None, RelativeToLowest(reason="a test"), Prozorro()], ids=["default", "relative", "prozorro"]
)
def test_random_weights_against_a_slow_count(method: object) -> None:
    """The same weights, one by one and exactly."""
    of: Entries = [(Decimal(20), 50, 70), (Decimal(25), 90, 60), (Decimal(30), 95, 95)]
    found = made(of, design({"care": 40, "people": 20}, method=method))  # type: ignore[arg-type]
    fast = under_random_weights(found, draws=300, seed=5)
    drawn = np.random.default_rng(5).dirichlet(np.ones(3), 300)
    counted = dict.fromkeys(fast, 0)
    for care, people, price in drawn:
        terms = type(found.design.terms)(
            weights={"care": Fraction(care) * 100, "people": Fraction(people) * 100},
            price_weight=100 - Fraction(care) * 100 - Fraction(people) * 100,
            benchmark=Decimal(24),
        )
        assert price == pytest.approx(float(terms.price_weight) / 100)
        (first,) = found.first(terms=terms)
        counted[first] += 1
    assert fast == {name: pytest.approx(count / 300) for name, count in counted.items()}


@given(of=entries, seed=st.integers(0, 99))
def test_shares_of_draws_add_up_to_one_and_come_again_with_the_seed(of: Entries, seed: int) -> None:
    found = made(of)
    for question in (under_random_weights, under_other_scores):
        shares = question(found, draws=50, seed=seed)
        assert sum(shares.values()) == pytest.approx(1)
        assert shares == question(found, draws=50, seed=seed)


def test_a_bid_that_is_best_in_all_is_first_under_every_weighting() -> None:
    of: Entries = [(Decimal(20), 90, 90), (Decimal(25), 50, 60)]
    assert under_random_weights(made(of), draws=1000, seed=1) == {"0": 1.0, "1": 0.0}
    assert under_other_scores(made(of), draws=1000, seed=1) == {"0": 1.0, "1": 0.0}
