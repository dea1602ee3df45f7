"""Who is supported differs from unit to unit: one group of people alone, or all groups at the same weights."""

from collections.abc import Mapping, Sequence

import msgspec

from candour.compare.measured.answer import Figure
from candour.errors import CandourError
from candour.statistics.combined import standardised
from candour.statistics.ranks import Estimate

STANDARDISED = "direct standardisation, limits by recovery of variances, 95%"


class CaseMix(msgspec.Struct, frozen=True):
    """Standardisation over the groups of one dimension, such as setting.

    `weights` are the sizes of the groups that every unit is given, by the group; where there are none, those of all
    units compared together.
    """

    dimension: str
    weights: Mapping[str, float] = {}

    def strata(self, breakdowns: Sequence[str]) -> tuple[str, ...]:
        """Those of the breakdowns, as name=value, that are the groups.

        Raises:
            CandourError: there are none, or one that has a weight is not among them.
        """
        found = tuple(sorted(one for one in breakdowns if one.startswith(f"{self.dimension}=") and ";" not in one))
        if not found:
            there = ", ".join(breakdowns) or "nothing"
            raise CandourError(
                f"no figure is broken down by {self.dimension!r} alone, so it cannot be adjusted for; "
                f"figures are broken down by {there}"
            )
        wanted = tuple(f"{self.dimension}={value}" for value in self.weights)
        if missing := set(wanted) - set(found):
            raise CandourError(
                f"no figure is of {', '.join(sorted(missing))}; there are figures of {', '.join(found)}"
            )
        return wanted or found

    def weights_of(self, strata: Sequence[str], units: Sequence[Mapping[str, Figure]]) -> dict[str, float]:
        """The weight of each group: as declared, else how large it is in all units that have every group."""
        if self.weights:
            return {f"{self.dimension}={value}": weight for value, weight in self.weights.items()}
        whole = [unit for unit in units if all(_has_value(unit.get(stratum)) for stratum in strata)]
        return {stratum: sum(unit[stratum].denominator or 0 for unit in whole) for stratum in strata}


def standardised_figure(weights: Mapping[str, float], own: Mapping[str, Figure]) -> Figure:
    """A unit's figure if its groups had these weights; every group needs a value with an interval."""
    parts = []
    for stratum in weights:
        figure = own.get(stratum)
        if figure is None or figure.value is None:
            why = figure.because if figure else "nothing was published"
            return Figure(state="not computable", because=f"it has no figure for {stratum}: {why}")
        if figure.low is None or figure.high is None:
            return Figure(state="not computable", because=f"{stratum}: {figure.no_interval}")
        parts.append(Estimate(figure.value, figure.low, figure.high))
    found = standardised(list(weights.values()), parts)
    return Figure(state="value", value=found.value, low=found.low, high=found.high, interval=STANDARDISED)


def in_words(weights: Mapping[str, float]) -> str:
    """The weights as shares, such as "setting=care home 40%"."""
    whole = sum(weights.values())
    return ", ".join(f"{name} {weight / whole:.0%}" for name, weight in weights.items())


def _has_value(figure: Figure | None) -> bool:
    return figure is not None and figure.value is not None and bool(figure.denominator)
