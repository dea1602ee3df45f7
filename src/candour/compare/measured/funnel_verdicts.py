"""Is a unit different from all others that are comparable, or just small?"""

from collections.abc import Sequence
from math import sqrt

from candour.compare.measured.answer import Expected, Field, Figure, FunnelVerdict
from candour.compare.measured.way import Way
from candour.statistics import overdispersion, shrinkage
from candour.statistics.funnel import FunnelLimits, proportion_limits, ratio_limits
from candour.statistics.inputs import z_score

FEWEST_UNITS = 5
"""With fewer, the middle is made by the very units that are held against it."""


def field_of(way: Way, figures: Sequence[Figure]) -> Field:
    """The middle of all figures, and how much they differ beyond chance.

    They are overdispersed where phi is larger than 1 + 2√(2/k): the mean of k squared standard scores has variance
    2/k where chance is all there is (Spiegelhalter 2005).
    """
    known = [figure for figure in figures if _sized(way, figure)]
    centre = _centre(way, known)
    if why_not := _why_no_funnel(way, known, centre):
        return Field(units=len(figures), centre=centre, no_funnel=why_not)
    assert centre is not None
    spread = _spread(way, known, centre)
    return Field(
        units=len(figures),
        centre=centre,
        phi=spread.phi,
        tau_squared=spread.tau_squared,
        overdispersed=spread.tau_squared > 0 and spread.phi > 1 + 2 * sqrt(2 / len(known)),
    )


def verdict(way: Way, field: Field, figure: Figure) -> FunnelVerdict | None:
    """Where the figure lies; None where there is no funnel, or nothing to put into it."""
    if field.centre is None or field.tau_squared is None or figure.value is None or not _sized(way, figure):
        return None
    plain = _limits(way, field.centre, figure, 0.0)
    inforce = _limits(way, field.centre, figure, field.tau_squared) if field.overdispersed else plain
    return FunnelVerdict(
        position=inforce.position(figure.value),
        plain=plain.position(figure.value),
        lowest=inforce.lowest,
        low=inforce.low,
        high=inforce.high,
        highest=inforce.highest,
    )


def _limits(way: Way, centre: float, figure: Figure, between: float) -> FunnelLimits:
    if way.kind == "estimate":
        return overdispersion.estimate_limits(centre, _standard_error(figure), between)
    size, rate = figure.denominator or 0, centre / way.per
    if way.kind == "share":
        rate, size = min(1.0, rate), int(size)
        shares = overdispersion.proportion_limits(rate, size, between) if between else proportion_limits(rate, size)
        return _times(shares, way.per)
    ratios = overdispersion.ratio_limits(rate * size, between) if between else ratio_limits(rate * size)
    return _times(ratios, centre)


def expected(way: Way, figures: Sequence[Figure]) -> list[Expected | None]:
    """For each figure what is usual there, by Marshall's formula; None where it has no numbers to draw from."""
    known = [place for place, figure in enumerate(figures) if _sized(way, figure)]
    found: list[Expected | None] = [None] * len(figures)
    if len(known) < FEWEST_UNITS or way.kind not in ("share", "rate"):
        return found
    shrink = shrinkage.of_shares if way.kind == "share" else shrinkage.marshall
    drawn = shrink(
        [figures[place].numerator or 0 for place in known], [figures[place].denominator or 0 for place in known]
    )
    for place, value, kept in zip(known, drawn.shrunk, drawn.trust, strict=True):
        found[place] = Expected(value=way.per * value, kept=kept)
    return found


def _sized(way: Way, figure: Figure) -> bool:
    """Whether it says how sure it is, or out of how many it is where nothing more can be said."""
    if way.kind == "estimate":
        return _standard_error(figure) > 0
    return bool(figure.denominator) and bool(figure.interval or way.why_no_interval)


def _centre(way: Way, known: Sequence[Figure]) -> float | None:
    """All together; of estimates the mean, each weighing by how sure it is."""
    if way.kind == "estimate":
        weights = [_standard_error(figure) ** -2 for figure in known]
        above = sum(weight * (figure.value or 0) for weight, figure in zip(weights, known, strict=True))
        return above / sum(weights) if weights else None
    whole = sum(figure.denominator or 0 for figure in known)
    return way.per * sum(figure.numerator or 0 for figure in known) / whole if whole else None


def _why_no_funnel(way: Way, known: Sequence[Figure], centre: float | None) -> str:
    if way.why_no_interval:
        return way.why_no_interval
    if len(known) < FEWEST_UNITS:
        return (
            f"too few are comparable and have an interval to say what is usual: {len(known)}, "
            f"and {FEWEST_UNITS} are needed"
        )
    if centre == 0 and way.kind != "estimate":
        return "nothing was counted anywhere"
    return ""


def _standard_error(figure: Figure) -> float:
    """Half the width of a 95% interval in standard errors; 0 where there is no interval."""
    if figure.low is None or figure.high is None:
        return 0.0
    return (figure.high - figure.low) / 2 / z_score(0.95)


def _spread(way: Way, known: Sequence[Figure], centre: float) -> overdispersion.Overdispersion:
    if way.kind == "estimate":
        errors = [_standard_error(figure) for figure in known]
        return overdispersion.of_estimates([figure.value or 0 for figure in known], errors, centre)
    rate = centre / way.per
    pairs = [(figure.numerator or 0, figure.denominator or 0) for figure in known]
    if way.kind == "share":
        return overdispersion.of_proportions([(int(above), int(below)) for above, below in pairs], min(1.0, rate))
    return overdispersion.of_ratios([above for above, _ in pairs], [rate * below for _, below in pairs])


def _times(limits: FunnelLimits, scale: float) -> FunnelLimits:
    edges = (limits.centre, limits.lowest, limits.low, limits.high, limits.highest)
    return FunnelLimits(*(edge * scale for edge in edges))
