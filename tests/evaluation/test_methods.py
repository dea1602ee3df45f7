"""The scoring methods against published examples, a second computation, and the rules that they must keep."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.evaluation.methods import (
    METHODS,
    Benchmark,
    CeilingAndFloor,
    FixedPrice,
    LinearFromLowest,
    MeanRelative,
    MinMax,
    MonetisedQuality,
    PricePerQualityPoint,
    Prozorro,
    RelativeToLowest,
)
from candour.evaluation.methods.offer import Offer, Terms

from .making import offers, terms

WHY = "a test"
TEN_PENCE = offers(("24.00", "0.80"), ("24.10", "0.97"))
GOLDILOCKS = offers(("50", "0.50"), ("75", "0.75"), ("100", "1"))


def rounded(figures: list[Fraction | None], places: int = 4) -> list[float]:
    return [round(float(figure), places) for figure in figures if figure is not None]


def test_relative_gives_published_scores_of_prices() -> None:
    """Quotes of 15,000, 10,000 and 30,000; and 40 points for 100, 105 and 108."""
    method = RelativeToLowest(reason=WHY)
    quotes = offers(("15000", "0"), ("10000", "0"), ("30000", "0"))
    assert method.price_scores(terms("40"), quotes) == [Fraction(2, 3), 1, Fraction(1, 3)]
    found = method.figures(terms("40"), offers(("100", "0"), ("105", "0"), ("108", "0")))
    assert rounded(found) == [40, 38.0952, 37.0370]


def test_quality_valued_in_money() -> None:
    """80,000 with a criterion worth 2,500 that is met at 60%."""
    method = MonetisedQuality(values={"quality": Decimal(2500)})
    assert method.figures(terms("0"), offers(("80000", "0.6"))) == [78500]


def test_prozorros_coefficient() -> None:
    """Two criteria of at most 0.15, both met at two thirds: the coefficient is 9/7."""
    of = Terms(weights={"a": Fraction(15), "b": Fraction(15)}, price_weight=Fraction(70))
    two_thirds = {"a": Fraction(2, 3), "b": Fraction(2, 3)}
    assert Prozorro().figures(of, [Offer(bid="A", price=Fraction(9000), fulfilment=two_thirds)]) == [7000]


def test_goldilocks() -> None:
    """The middle bid cannot win under the relative method; per quality point all are equal."""
    assert rounded(RelativeToLowest(reason=WHY).figures(terms("50"), GOLDILOCKS)) == [75, 70.8333, 75]
    assert PricePerQualityPoint().figures(terms("0"), GOLDILOCKS) == [1, 1, 1]
    assert rounded(MinMax(reason=WHY).figures(terms("50"), GOLDILOCKS)) == [75, 62.5, 50]


def test_rank_reversal_by_a_bid_that_loses() -> None:
    """A third bid that comes last turns the other two round."""
    method = RelativeToLowest(reason=WHY)
    two = offers(("100", "0.80"), ("80", "0.66"))
    assert rounded(method.figures(terms("50"), two)) == [80, 83]
    three = [*two, *offers(("40", "0.10"))]
    assert rounded(method.figures(terms("50"), three)) == [60, 58, 55]


@pytest.mark.parametrize(
    ("method", "price_weight", "expected"),
    [
        (RelativeToLowest(reason=WHY), "40", [88.0, 98.0340]),
        (MinMax(reason=WHY), "40", [88.0, 58.2]),
        (PricePerQualityPoint(), "0", [0.3, 0.2485]),
        (MonetisedQuality(values={"quality": Decimal(12)}), "0", [14.4, 12.46]),
        (MonetisedQuality(values={"quality": Decimal(30)}), "0", [0.0, -5.0]),
    ],
    ids=["relative", "min-max", "per point", "12p a point", "30p a point"],
)
def test_ten_pence_against_seventeen_points(method: object, price_weight: str, expected: list[float]) -> None:
    assert rounded(method.figures(terms(price_weight), TEN_PENCE)) == expected  # type: ignore[attr-defined]


def test_relative_lets_the_better_bid_win_even_at_ninety_points_for_the_price() -> None:
    cheap, good = RelativeToLowest(reason=WHY).figures(terms("90"), TEN_PENCE)
    assert good is not None
    assert cheap is not None
    assert good > cheap


def test_what_ten_pence_buys() -> None:
    """In quality points, relative to 24.00, by the weight of the price; and by min-max two thirds of everything."""
    method = RelativeToLowest(reason=WHY)
    gaps = [
        method.gap(terms(weight), Fraction(24), Fraction("0.10"), Fraction(1, 2))
        for weight in ("30", "40", "50", "60")
    ]
    assert rounded([None if gap is None else 100 * gap for gap in gaps]) == [0.1778, 0.2766, 0.4149, 0.6224]
    with_two = MinMax(reason=WHY).gap(terms("40"), Fraction(24), Fraction("0.10"), Fraction(1, 2))
    assert with_two == Fraction(2, 3)


def test_monetised_breaks_even_at_six_tenths_of_a_penny_a_point() -> None:
    worth = Decimal("0.588235294117647")
    gap = MonetisedQuality(values={"quality": worth}).gap(terms("0"), Fraction(24), Fraction("0.10"), Fraction(4, 5))
    assert gap is not None
    assert float(gap) == pytest.approx(0.17)


def test_a_relative_method_needs_a_reason() -> None:
    for method in METHODS:
        if method.others_matter:
            with pytest.raises(ValueError, match="give a reason"):
                method(reason=" ")  # type: ignore[call-arg]


def every_method() -> list[object]:
    return [
        Benchmark(),
        CeilingAndFloor(ceiling=Decimal(60), floor=Decimal(10)),
        PricePerQualityPoint(),
        MonetisedQuality(values={"quality": Decimal(20)}),
        FixedPrice(price=Decimal(24)),
        Prozorro(),
        RelativeToLowest(reason=WHY),
        LinearFromLowest(reason=WHY),
        MinMax(reason=WHY),
        MeanRelative(reason=WHY, k=Decimal("0.7")),
    ]


prices = st.decimals("10", "60", places=2)
shares = st.fractions(Fraction(1, 100), 1, max_denominator=100)
some_bids = st.lists(st.tuples(prices, shares), min_size=2, max_size=6)


def made(of: list[tuple[Decimal, Fraction]]) -> list[Offer]:
    return [
        Offer(bid=str(place), price=Fraction(price), fulfilment={"quality": quality})
        for place, (price, quality) in enumerate(of)
    ]


@pytest.mark.parametrize("method", every_method(), ids=lambda method: type(method).__name__)
@given(of=some_bids)
def test_what_other_bids_can_change_is_what_the_method_says(
    method: object, of: list[tuple[Decimal, Fraction]]
) -> None:
    """Where no other bid matters, a bid's figure is the same among many as alone."""
    if method.others_matter:  # type: ignore[attr-defined]
        return
    together = method.figures(terms("40", "24"), made(of))  # type: ignore[attr-defined]
    alone = [method.figures(terms("40", "24"), [one])[0] for one in made(of)]  # type: ignore[attr-defined]
    assert together == alone


@pytest.mark.parametrize("method", every_method(), ids=lambda method: type(method).__name__)
@given(of=some_bids, times=st.integers(2, 1000))
def test_another_currency_changes_no_order(method: object, of: list[tuple[Decimal, Fraction]], times: int) -> None:
    """All money multiplied by the same number: ranks stay as they are."""
    dear = [Offer(bid=one.bid, price=one.price * times, fulfilment=one.fulfilment) for one in made(of)]
    scaled = method
    if isinstance(method, MonetisedQuality):
        scaled = MonetisedQuality(values={"quality": Decimal(20) * times})
    if isinstance(method, CeilingAndFloor):
        scaled = CeilingAndFloor(ceiling=Decimal(60) * times, floor=Decimal(10) * times)
    before = method.figures(terms("40", "24"), made(of))  # type: ignore[attr-defined]
    after = scaled.figures(terms("40", str(24 * times)), dear)  # type: ignore[attr-defined]
    order = [sorted(range(len(of)), key=figures.__getitem__) for figures in (before, after)]
    assert order[0] == order[1]


@pytest.mark.parametrize("method", every_method(), ids=lambda method: type(method).__name__)
@given(price=prices, dearer=st.decimals("0.01", "5", places=2), quality=shares)
def test_the_gap_brings_two_bids_level(method: object, price: Decimal, dearer: Decimal, quality: Fraction) -> None:
    """With as much more quality as the gap says, both have the same figure."""
    of = terms("40", "24")
    gap = method.gap(of, Fraction(price), Fraction(dearer), quality)  # type: ignore[attr-defined]
    if gap is None:
        return
    two = [
        Offer(bid="cheap", price=Fraction(price), fulfilment={"quality": quality}),
        Offer(bid="dear", price=Fraction(price + dearer), fulfilment={"quality": quality + gap}),
    ]
    cheap, dear = method.figures(of, two)  # type: ignore[attr-defined]
    assert cheap == dear


@given(of=some_bids)
def test_slow_and_plain_formulas_agree(of: list[tuple[Decimal, Fraction]]) -> None:
    """Each relative method once more, bid by bid, in other words."""
    prices_of = [Fraction(price) for price, _ in of]
    low, high, mean = min(prices_of), max(prices_of), sum(prices_of) / len(prices_of)
    plain = {
        RelativeToLowest: lambda p: low / p,
        LinearFromLowest: lambda p: max(0, 2 - p / low),
        MinMax: lambda p: (high - p) / (high - low) if high > low else 1,
        MeanRelative: lambda p: min(1, max(0, Fraction(3, 2) - p / mean)),
    }
    for method, score in plain.items():
        figures = method(reason=WHY).figures(terms("40"), made(of))  # type: ignore[call-arg]
        assert figures == [60 * quality + 40 * score(Fraction(price)) for price, quality in of]
