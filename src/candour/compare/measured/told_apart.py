"""Who can be told apart: the ranks that each could hold, and groups within which there is no order."""

from collections.abc import Mapping

from candour.compare.measured.answer import Better, Figure, Pair, Ranks, Sure
from candour.statistics.combined import difference
from candour.statistics.inputs import z_score
from candour.statistics.ranks import Estimate, rank_intervals


def estimates(figures: Mapping[str, Figure]) -> dict[str, Estimate]:
    """Those that have an interval, by key."""
    return {
        key: Estimate(figure.value, figure.low, figure.high)
        for key, figure in figures.items()
        if figure.value is not None and figure.low is not None and figure.high is not None
    }


def ranks_of(figures: Mapping[str, Figure], better: Better) -> dict[str, Ranks]:
    """The ranks of the figures that have an interval among each other; nothing where these are fewer than two."""
    known = estimates(figures)
    if len(known) < 2:
        return {}
    found = rank_intervals(known, highest_first=better != "lower")
    return {
        key: Ranks(
            best=rank.best,
            worst=rank.worst,
            of=len(known),
            cannot_be_told_apart_from=found.cannot_be_told_apart_from(key),
        )
        for key, rank in found.units.items()
    }


def groups(ranks: Mapping[str, Ranks]) -> tuple[tuple[str, ...], ...]:
    """The largest groups in which no two can be told apart, best first. A unit may be in several.

    Two cannot be told apart where their ranks overlap, so that all who could hold one rank are such a group.
    """
    found: list[tuple[str, ...]] = []
    in_order = sorted(ranks, key=lambda key: (ranks[key].best, ranks[key].worst, key))
    for start in sorted({rank.best for rank in ranks.values()}):
        holding = tuple(key for key in in_order if ranks[key].best <= start <= ranks[key].worst)
        if not any(set(holding) <= set(other) for other in found):
            found = [other for other in found if not set(other) <= set(holding)] + [holding]
    return tuple(found)


def pair_of(one: tuple[str, Estimate], other: tuple[str, Estimate]) -> Pair:
    """How much two units differ; they are told apart where the interval of the difference does not hold 0."""
    found = difference(one[1], other[1])
    return Pair(
        one=one[0],
        other=other[0],
        difference=found.value,
        low=found.low,
        high=found.high,
        told_apart=not found.low <= 0 <= found.high,
        sure=sure(found),
    )


def sure(difference: Estimate) -> Sure:
    """How sure it is that a difference is not 0.

    The limit on the side of 0 is moved out from 95% to 99.8% in proportion to the normal quantiles, which are the two
    lines of a funnel (Spiegelhalter 2005).
    """
    if difference.low <= 0 <= difference.high:
        return "cannot be told apart"
    arm = difference.value - difference.low if difference.value > 0 else difference.high - difference.value
    wider = arm * z_score(0.998) / z_score(0.95)
    return "very probably" if abs(difference.value) > wider else "probably"


def first_two(ranks: Mapping[str, Ranks], figures: Mapping[str, Figure], better: Better) -> tuple[str, str] | None:
    """The two that would stand at the top of a league table."""
    sign = 1 if better == "lower" else -1
    in_order = sorted(ranks, key=lambda key: (sign * (figures[key].value or 0), key))
    return (in_order[0], in_order[1]) if len(in_order) > 1 else None
