"""The publisher's names for measures and statistics, and ours."""

from collections.abc import Mapping
from functools import cache

from candour.care.council_measure import Measure
from candour.sources.council_measures import council_measures

Breakdown = tuple[tuple[str, str], ...]

BEFORE = "ascof-"
IN_BRACKETS: Breakdown = (("carers asked", "reviewed in the year"),)
"""What a second figure in brackets is of: the carers who were asked before 2016-17."""


@cache
def by_code() -> Mapping[str, Measure]:
    """The measures of the framework by the publisher's code in lower case: 2d(1)."""
    known = council_measures().values()
    return {each.published_as.casefold(): each for each in known if each.id.startswith(BEFORE)}


def of_sheet(name: str) -> str:
    """The code that the name of a sheet has: Table_2d(1) → 2d(1)."""
    return name.casefold().removeprefix("table").strip(" _")


def statistic_of(said: str, measure: Measure) -> tuple[str, Breakdown] | None:
    """Our statistic and breakdown for the publisher's: "good numerator" is the numerator of those rated good.

    None where the measure has no such statistic.
    """
    said = said.casefold().removeprefix(f"{measure.published_as.casefold()} ")
    if said in measure.statistics:
        return said, ()
    for dimension, values in measure.dimensions.items():
        for value in values:
            if (rest := said.removeprefix(f"{value} ")) != said and rest in measure.statistics:
                return rest, ((dimension, value),)
    return None
