"""Who would have won by every method, whether a buyer could have chosen it or not."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import msgspec

from candour.evaluation.methods import (
    AnyMethod,
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
from candour.evaluation.methods.offer import Terms
from candour.evaluation.sensitivity.contest import Contest

_FOR_COMPARISON = "shown for comparison"
_HALF = Fraction(50)
_PENNY = Decimal("0.01")


class Other(msgspec.Struct, frozen=True, kw_only=True):
    """Who ranks first by a method; `given` says which numbers it needed that the design does not have."""

    method: AnyMethod
    first: tuple[str, ...]
    given: str
    chosen: bool


def by_every_method(contest: Contest) -> tuple[Other, ...]:
    """Every method's first, the design's own method first. A method whose numbers nobody gave is given plain ones."""
    design = contest.design
    own = Other(method=design.method, first=contest.first(), given="", chosen=True)
    others = [
        Other(method=method, first=contest.first(method=method, terms=terms), given=given, chosen=False)
        for method, terms, given in alternatives(contest)
        if type(method) is not type(design.method) and not method.fault(terms)
    ]
    return (own, *others)


def alternatives(contest: Contest) -> Iterator[tuple[AnyMethod, Terms, str]]:
    """Every method with the terms that it would be used with, and what it was given because the design has none."""
    terms = contest.design.terms
    prices = [offer.price for offer in contest.offers]
    if not prices or min(prices) <= 0:
        return
    half = contest.terms_with(terms.price_weight) if terms.price_weight else contest.terms_with(_HALF)
    weight = "" if terms.price_weight else "50 points for the price"
    middle = _rounded(sum(prices, Fraction()) / len(prices))
    benchmark = terms.benchmark or middle
    with_benchmark = msgspec.structs.replace(half, benchmark=benchmark)
    said = "" if terms.benchmark else f"a benchmark of {benchmark:.2f}, the mean price"
    yield Benchmark(), with_benchmark, ", ".join(filter(None, (weight, said)))
    ceiling, floor = _rounded(max(prices) * 2), Decimal(0)
    corridor = f"a floor of {floor} and a ceiling of {ceiling}, twice the highest price"
    yield CeilingAndFloor(ceiling=ceiling, floor=floor), half, ", ".join(filter(None, (weight, corridor)))
    yield PricePerQualityPoint(), terms, ""
    values = {
        name: _rounded(share * Fraction(middle)) for name, share in PricePerQualityPoint().shares(terms).items()
    }
    yield MonetisedQuality(values=values), terms, "quality in full valued at the mean price"
    yield FixedPrice(price=middle), terms, "quality alone, whatever the price"
    yield Prozorro(), half, weight
    for relative in (RelativeToLowest, LinearFromLowest, MinMax, MeanRelative):
        yield relative(reason=_FOR_COMPARISON), half, weight


def _rounded(exact: Fraction) -> Decimal:
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(_PENNY)
