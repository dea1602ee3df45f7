"""Where a place stands by a standard, and how much places differ beyond what chance and the standard explain."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from candour.minimum_standards.standard import Floor
from candour.statistics.errors import NotComputableError
from candour.statistics.overdispersion import of_proportions, proportion_limits
from candour.statistics.variation import coefficient_of_variation, extremal_quotient, systematic_component

Standing = Literal["below the floor", "within permitted variation", "unexplained variation", "no data"]
FEWEST_PLACES = 5
"""From fewer places no limits are drawn."""


class PlaceValue(msgspec.Struct, frozen=True, kw_only=True):
    """A place's value in the unit of the standard; None where nothing was published.

    `successes` of `trials` is the share that it rests on, where those were published. `floor` is the place's own.
    """

    place: str
    value: Decimal | None
    floor: Floor
    successes: int | None = None
    trials: int | None = None


class PlaceStanding(msgspec.Struct, frozen=True, kw_only=True):
    """A place's standing. `low` and `high` are the overdispersed 99.8% limits as shares, None where not drawn."""

    place: str
    standing: Standing
    value: Decimal | None
    low: float | None
    high: float | None
    because: str


class Variation(msgspec.Struct, frozen=True, kw_only=True):
    """How much places differ. Each is None where it cannot be computed, and `because` then says why.

    `systematic` is the systematic component of variation (SCV), `tau_squared` the variance between places beyond
    chance (arcsine scale), `coefficient` the coefficient of variation in percent, `extremal` largest by smallest,
    never to be read alone.
    """

    places: int
    systematic: float | None
    tau_squared: float | None
    coefficient: float | None
    extremal: float | None
    because: str


def standings(values: Sequence[PlaceValue]) -> tuple[PlaceStanding, ...]:
    """Every place by a standard: below its floor, unexplained (outside the limits), within them, or no data.

    Limits are those of a funnel around the share of all places together, with the variance between places added.
    """
    counted = [one for one in values if one.successes is not None and one.trials]
    centre, tau_squared = _spread(counted)
    return tuple(_standing(one, centre, tau_squared) for one in values)


def variation(values: Sequence[PlaceValue]) -> Variation:
    """How much the places differ that published a value."""
    counted = [one for one in values if one.successes is not None and one.trials]
    published = [float(one.value) for one in values if one.value is not None]
    centre, tau_squared = _spread(counted)
    systematic = None
    if centre:
        expected = [centre * (one.trials or 0) for one in counted]
        systematic = systematic_component([one.successes or 0 for one in counted], expected)
    coefficient, extremal, because = None, None, ""
    try:
        coefficient = coefficient_of_variation(published)
        extremal = extremal_quotient(published)
    except NotComputableError as error:
        because = f"largest by smallest, or the coefficient, is not computable, because {error}"
    if centre is None:
        few = f"{len(counted)} places published how many the value rests on; expected {FEWEST_PLACES} or more"
        because = "; ".join(filter(None, (because, few)))
    return Variation(
        places=len(published),
        systematic=systematic,
        tau_squared=tau_squared,
        coefficient=coefficient,
        extremal=extremal,
        because=because,
    )


def _spread(counted: Sequence[PlaceValue]) -> tuple[float | None, float | None]:
    """The share of all together and the variance between places; nothing from too few places."""
    if len(counted) < FEWEST_PLACES:
        return None, None
    pairs = [(one.successes or 0, one.trials or 0) for one in counted]
    centre = float(Fraction(sum(s for s, _ in pairs), sum(n for _, n in pairs)))
    return centre, of_proportions(pairs, centre).tau_squared


def _standing(one: PlaceValue, centre: float | None, tau_squared: float | None) -> PlaceStanding:
    if one.value is None:
        return _made(one, "no data", "nothing was published")
    low, high = None, None
    if centre is not None and tau_squared is not None and one.successes is not None and one.trials:
        limits = proportion_limits(centre, one.trials, tau_squared)
        low, high = limits.lowest, limits.highest
    if not one.floor.met_by(one.value):
        return _made(one, "below the floor", f"the floor is {one.floor.in_words()}", low, high)
    if low is None or high is None:
        return _made(one, "within permitted variation", "keeps the floor; no limits can be drawn")
    share = (one.successes or 0) / (one.trials or 1)
    if low <= share <= high:
        return _made(one, "within permitted variation", "keeps the floor, and lies within the limits", low, high)
    return _made(one, "unexplained variation", "keeps the floor, and lies outside the 99.8% limits", low, high)


def _made(
    one: PlaceValue, standing: Standing, because: str, low: float | None = None, high: float | None = None
) -> PlaceStanding:
    return PlaceStanding(place=one.place, standing=standing, value=one.value, low=low, high=high, because=because)
