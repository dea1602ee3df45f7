"""A lot with other weights, or with another method for its prices."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

import msgspec
from msgspec.structs import replace

from candour.costing.amounts import rounded
from candour.errors import CandourError
from candour.evaluation.design import ALL_POINTS
from candour.evaluation.methods import AnyMethod
from candour.evaluation.methods.offer import Terms
from candour.evaluation.sensitivity.contest import Contest
from candour.evaluation.sensitivity.every_method import alternatives
from candour.evaluation.sensitivity.tipping import PRICE
from candour.evaluation.workings import SHOWN
from candour.operations.awarded.contested import Contested

_HIGHEST = Decimal(1_000_000)


class Weighting(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody tries: weights by criterion, `price` for the price, of any sum; none of them leaves them all.

    `method` is a method's name, empty for the one that was used.
    """

    weights: Mapping[str, Decimal] = {}
    method: str = ""


class MethodOffered(msgspec.Struct, frozen=True, kw_only=True):
    """A method that prices can be tried with, and the numbers that it is given because none were published."""

    name: str
    title: str
    formula: str
    weakness: str
    given: str


class WeighedBid(msgspec.Struct, frozen=True, kw_only=True):
    """A bid as it would have come out."""

    bid: str
    name: str
    figure: Decimal | None
    rank: int


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """The lot as it would have come out. `weights` are of 100; `first` are several where a tie stays one.

    `other` is whether somebody else comes first than with the weights and the method that were used.
    """

    weights: Mapping[str, Decimal]
    method: MethodOffered | None
    bids: tuple[WeighedBid, ...]
    first: tuple[str, ...]
    other: bool


def methods_offered(made: Contested) -> tuple[MethodOffered, ...]:
    """The methods that this lot's prices can be tried with."""
    return tuple(one for one, _, _ in _offered(made))


def weighed(made: Contested, names: Mapping[str, str], wanted: Weighting) -> Weighed:
    """The lot by other weights or another method; `names` are those of bids.

    Raises:
        CandourError: a weight is no weight, none of quality is above nought, or there is no such method here.
    """
    contest, method, terms, offered = made.contest, None, made.contest.design.terms, None
    if wanted.method:
        found = next((one for one in _offered(made) if one[0].name == wanted.method), None)
        if found is None:
            raise CandourError(f"the method {wanted.method!r} cannot be tried with what is published of this award")
        offered, method, terms = found
        contest = made.priced or made.contest
    if wanted.weights:
        terms = _terms(contest, terms, wanted.weights, price=method is None or method.price_has_weight)
    places = contest.places(method=method, terms=terms)
    first = tuple(one.bid for one in places if one.rank == 1)
    return Weighed(
        weights={
            name: rounded(weight, SHOWN) for name, weight in {PRICE: terms.price_weight, **terms.weights}.items()
        },
        method=offered,
        bids=tuple(
            WeighedBid(
                bid=one.bid,
                name=names[one.bid],
                figure=None if one.figure is None else rounded(one.figure, SHOWN),
                rank=one.rank,
            )
            for one in places
        ),
        first=first,
        other={*first} != {*made.contest.first()},
    )


def _offered(made: Contested) -> Iterator[tuple[MethodOffered, AnyMethod, Terms]]:
    if made.priced is None:
        return
    for method, terms, given in alternatives(made.priced):
        if method.fault(terms) or (made.basis == "prices" and type(method) is type(made.contest.design.method)):
            continue
        name = str(type(method).__struct_config__.tag)
        yield (
            MethodOffered(
                name=name, title=method.title, formula=method.formula, weakness=method.weakness, given=given
            ),
            method,
            terms,
        )


def _terms(contest: Contest, terms: Terms, given: Mapping[str, Decimal], *, price: bool) -> Terms:
    """The weights, brought to 100 together; a method without points for the price leaves its weight out."""
    weights = {one.id: _weight(one.id, given) for one in contest.design.criteria}
    of_price = _weight(PRICE, given) if price and contest.design.price_weight else Fraction()
    quality = sum(weights.values(), Fraction())
    if not quality:
        raise CandourError("found no weight above nought for any criterion of quality, expected one at least")
    scale = Fraction(ALL_POINTS) / (quality + of_price)
    return replace(
        terms,
        weights={name: weight * scale for name, weight in weights.items()},
        price_weight=of_price * scale if price else terms.price_weight,
    )


def _weight(name: str, given: Mapping[str, Decimal]) -> Fraction:
    found = given.get(name)
    if found is None:
        raise CandourError(f"{name}: found no weight, expected one for each criterion")
    if not found.is_finite() or not 0 <= found <= _HIGHEST:
        raise CandourError(f"{name}: found a weight of {found}, expected 0 or more")
    return Fraction(found)
