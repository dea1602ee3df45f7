"""Our points beside scikit-criteria's weighted sums, where the two compute the same thing."""

import numpy as np
import pytest
import skcriteria
from hypothesis import given
from hypothesis import strategies as st
from skcriteria.agg.simple import WeightedSumModel
from skcriteria.preprocessing.invert_objectives import InvertMinimize, NegateMinimize
from skcriteria.preprocessing.scalers import MaxAbsScaler, MinMaxScaler

from candour.evaluation.methods import MinMax, RelativeToLowest
from tests.evaluation.making import offers, terms

Bids = list[tuple[str, str]]
bids = st.lists(
    st.tuples(st.integers(1000, 9000), st.integers(1, 100)), min_size=2, max_size=8, unique_by=lambda bid: bid[0]
).map(lambda of: [(f"{pence / 100:.2f}", f"0.{share - 1:02d}") for pence, share in of])


def price_scores(of: Bids, invert: object, scale: object) -> np.ndarray:
    prices = skcriteria.mkdm([[float(price)] for price, _ in of], [min])
    return scale.transform(invert.transform(prices)).matrix.to_numpy()[:, 0]  # type: ignore[attr-defined]


def weighted_sums(of: Bids, scores: np.ndarray, price_weight: int) -> np.ndarray:
    matrix = np.column_stack([[float(quality) for _, quality in of], scores])
    made = skcriteria.mkdm(matrix, [max, max], weights=[100 - price_weight, price_weight])
    return np.asarray(WeightedSumModel().evaluate(made).e_.score)


@given(of=bids, price_weight=st.integers(1, 99))
def test_between_the_lowest_and_the_highest(of: Bids, price_weight: int) -> None:
    theirs = weighted_sums(of, price_scores(of, NegateMinimize(), MinMaxScaler(target="matrix")), price_weight)
    ours = MinMax(reason="a test").figures(terms(str(price_weight)), offers(*of))
    assert [float(figure) for figure in ours if figure is not None] == pytest.approx(list(theirs))


@given(of=bids, price_weight=st.integers(1, 99))
def test_relative_to_the_lowest(of: Bids, price_weight: int) -> None:
    theirs = weighted_sums(of, price_scores(of, InvertMinimize(), MaxAbsScaler(target="matrix")), price_weight)
    ours = RelativeToLowest(reason="a test").figures(terms(str(price_weight)), offers(*of))
    assert [float(figure) for figure in ours if figure is not None] == pytest.approx(list(theirs))
