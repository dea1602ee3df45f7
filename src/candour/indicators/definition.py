"""What is computed from open data (indicators) and what providers report (metrics), as the YAML files define them.

Each file is read and checked once; only the frozen objects are used afterwards.
"""

import datetime
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from candour.care.metrics.computation import Mean, Median, Rate, Share, SumRatio
from candour.care.metrics.recipe import Recipe
from candour.definitions import FOLDER, definitions_in
from candour.indicators.indicator_parts import Grain, IndicatorUnit, KnownAs, Summary, Theme
from candour.indicators.metric_parts import (
    AppliesTo,
    Collection,
    ComparableWith,
    Instrument,
    MetricPeriod,
    MetricUnit,
)
from candour.ocds.answerable import Needs

Direction = Literal["higher", "lower", "neither"]


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a definition, or the idea of it, comes from; `url` is empty where we know of no lasting address."""

    title: str
    url: str = ""


class _Definition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    version: int
    title: str
    question: str
    why: str
    caveats: tuple[str, ...]
    direction: Direction
    numerator: str
    denominator: str
    sources: tuple[Source, ...]
    review_date: datetime.date


class Indicator(_Definition, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something we compute from published contracting data.

    `direction` says which way is better, `grain` what one value is about, `summary` how the values of a group become
    one figure: how many there are, which share of them is 1, or the middle one. A share has a `denominator`; for any
    other summary `numerator` says what is counted or measured, and `denominator` over what it is taken.

    `exclusions` say what is left out, and why; `assumptions` what has to be true for the figure to mean what it says;
    `known_as` under which public names others compute it.
    """

    theme: Theme
    unit: IndicatorUnit
    summary: Summary
    grain: Grain
    exclusions: tuple[str, ...]
    assumptions: tuple[str, ...]
    known_as: tuple[KnownAs, ...] = ()
    needs: Needs


class Metric(_Definition, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that is measured and reported for a period and a population.

    No value is shown that rests on fewer than `minimum_n` rows of the `recipe`. `licence` is that of this definition;
    where the questions belong to somebody, they are an `instrument` and not part of it.
    """

    unit: MetricUnit
    population: str
    applies_to: AppliesTo
    period: MetricPeriod
    minimum_n: int
    collected: Collection
    licence: Literal["CC BY 4.0", "CC BY 4.0; the instrument needs its owner's licence"]
    instrument: Instrument | None = None
    local_question: bool = False
    comparable_with: tuple[ComparableWith, ...]
    recipe: Recipe

    @property
    def needs(self) -> Needs:
        """What a release must have to report it: an observation with a value and the end of its period."""
        observations = "contracts.implementation.metrics.observations"
        return Needs(
            among="contracts.id",
            all_of=(f"contracts.implementation.metrics[{self.id}]", f"{observations}.period.endDate"),
            any_of=((f"{observations}.measure",), (f"{observations}.value.amount",)),
        )


_MAY_BE_EMPTY = {"comparable_with", "known_as"}


@cache
def indicators(folder: Path = FOLDER / "indicators") -> Mapping[str, Indicator]:
    """Every indicator, by its id.

    Raises:
        DefinitionError: a file is not a valid definition.
    """
    return definitions_in(folder, Indicator, _check_indicator)


@cache
def metrics(folder: Path = FOLDER / "metrics") -> Mapping[str, Metric]:
    """Every metric, by its id.

    Raises:
        DefinitionError: a file is not a valid definition.
    """
    return definitions_in(folder, Metric, _check_metric)


def questions() -> dict[str, Needs]:
    """What each indicator and each metric needs, by its id: what `Answerability` asks of a publisher's data."""
    of_indicators = {name: indicator.needs for name, indicator in indicators().items()}
    return of_indicators | {name: metric.needs for name, metric in metrics().items()}


def _check_common(definition: _Definition) -> str:
    for name in definition.__struct_fields__:
        value = getattr(definition, name)
        if value in ("", ()) and name not in _MAY_BE_EMPTY:
            return f"{name}: found nothing, expected something to read"
    if definition.version < 1:
        return f"version: found {definition.version}, expected 1 or more"
    return ""


def _check_indicator(definition: Indicator) -> str:
    if not (definition.needs.all_of or definition.needs.any_of):
        return "needs: found nothing, expected at least one field in all_of or any_of"
    for name in ("exclusions", "assumptions"):
        if "" in getattr(definition, name):
            return f"{name}: found an empty line, expected something to read in each"
    for field in definition.needs.fields():
        if not field or set(field) & set(" /"):
            return f"needs: found {field!r}, expected a path such as awards.value.amount"
    return _check_common(definition)


def _check_metric(definition: Metric) -> str:
    if definition.minimum_n < 1:
        return f"minimum_n: found {definition.minimum_n}, expected 1 or more"
    if (definition.instrument is None) != (definition.licence == "CC BY 4.0"):
        return "licence: expected that an instrument, and nothing else, needs its owner's licence"
    if not _fits(definition):
        return f"unit: found {definition.unit}, which is not what the recipe gives"
    return _check_common(definition)


def _fits(definition: Metric) -> bool:
    match definition.recipe.compute:
        case Share():
            return definition.unit == "share"
        case SumRatio():
            return definition.unit in ("share", "pounds per hour")
        case Rate(per=per):
            return definition.unit.startswith(f"per {per:,} ")
        case Mean() | Median():
            return definition.unit != "share" and not definition.unit.startswith("per ")
