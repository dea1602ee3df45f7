"""Which units stand beside each other: the largest set that is alike and overlaps in time; why the others do not."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce

import msgspec

from candour.care.days import in_words, span
from candour.compare.measured.gather import ByBreakdown, Observed
from candour.compare.measured.likeness import ABOUT, Likeness, SetAside, apart, largest, sharing_a_day
from candour.compare.measured.unit_figures import Sums
from candour.indicators.definition import Metric

MONEY = {"pounds per hour": frozenset({"gbp", "gbp per hour", "gbp/hour", "pounds per hour gbp"})}
"""How amounts of money write a unit of the library."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What may be compared.

    `same` are the sums of the units that are `alike`, by breakdown; `silent` are those that have no figure, for all
    their observations together; `set_aside` are figures that differ from those compared, whosever they are.
    """

    alike: Likeness | None
    same: Mapping[str, ByBreakdown]
    silent: Mapping[str, Sums]
    set_aside: tuple[SetAside, ...]


def standing(metric: Metric, units: Mapping[str, Observed], named: Sequence[str]) -> Standing:
    """The largest set that is alike in everything and whose periods share a day, and what is not in it."""
    with_figures: dict[Likeness, dict[str, int]] = defaultdict(dict)
    foreign: list[SetAside] = []
    for key, unit in units.items():
        for own, sums in unit.sums.items():
            figures = _figures(sums)
            if figures and unit_fits(metric, own.unit):
                with_figures[own][key] = figures
            elif figures:
                foreign.append(_in_another_unit(unit, figures, own, metric))
    silent = {key: _states(unit) for key, unit in units.items() if not any(map(_figures, unit.sums.values()))}
    if not with_figures:
        return Standing(alike=None, same={}, silent=silent, set_aside=tuple(foreign))
    those = largest(with_figures, named)
    same = {key: units[key].sums[those] for key in with_figures[those]}
    apart_from_them = [
        apart(key, units[key].name, figures, own, those)
        for own, theirs in with_figures.items()
        if own != those
        for key, figures in theirs.items()
    ]
    another_time = list(_of_another_time(units, same, named))
    for one in another_time:
        del same[one.key]
    set_aside = sorted([*foreign, *apart_from_them, *another_time], key=lambda one: (one.name, one.key, one.because))
    return Standing(alike=those, same=same, silent=silent, set_aside=tuple(set_aside))


def unit_fits(metric: Metric, unit: str | None) -> bool:
    """Whether figures in this unit are figures of the metric; where no unit is published, the metric's is meant."""
    return unit is None or unit == metric.unit or unit.strip() in MONEY.get(metric.unit, ())


def _figures(sums: ByBreakdown) -> int:
    return sum(one.figures for one in sums.values())


def _states(unit: Observed) -> Sums:
    return reduce(Sums.plus, (one for sums in unit.sums.values() for one in sums.values()))


def _in_another_unit(unit: Observed, figures: int, own: Likeness, metric: Metric) -> SetAside:
    return SetAside(
        key=unit.key,
        name=unit.name,
        figures=figures,
        differs_in=(ABOUT["unit"],),
        because=f"unit is {own.unit} and not {metric.unit}, as the metric has it",
        comparable_with=f"figures in the unit of the metric, {metric.unit}",
    )


def _of_another_time(
    units: Mapping[str, Observed], same: Mapping[str, ByBreakdown], named: Sequence[str]
) -> Iterator[SetAside]:
    periods = {}
    for key, sums in same.items():
        known = [one.period for one in sums.values() if one.period]
        periods[key] = (min(first for first, _ in known), max(last for _, last in known))
    day, sharing = sharing_a_day(periods, named)
    for key, (first, last) in periods.items():
        if key not in sharing:
            yield SetAside(
                key=key,
                name=units[key].name,
                figures=_figures(same[key]),
                differs_in=("period",),
                because=f"period is {span(first, last)}, and those of the others hold {in_words(day)}",
                comparable_with="figures for a time that overlaps with the others'; other dates may find some",
            )
