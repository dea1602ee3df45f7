"""Figures of councils in words: with their unit, and the range that they may really lie in."""

from decimal import Decimal

from django.utils.translation import gettext as _

from candour.care.council_outcome import CouncilOutcome
from candour.care.outcome_series import Point
from candour.operations.answers.words import money
from candour.sources.council_measures import council_measures
from candour.statistics.proportion import wilson

AFTER = {
    "percent": "%",
    "score": "",
    "people per 100,000": " of 100,000 people",
    "readmissions per 1,000 discharges": " of 1,000 who left",
    "days per 1,000 people": " days for 1,000 people",
    "days per worker": " days a worker",
    "money per hour": " an hour",
    "money per week": " a week",
}
"""What stands after a number of each unit."""


def in_words(measure: str, value: Decimal | None, currency: str | None = None) -> str | None:
    """61.3%, £22.40 an hour, 19.1; None where there is no value."""
    if value is None:
        return None
    known = council_measures()[measure]
    if known.unit.startswith("money"):
        return f"{money(round(value, 2), currency or known.currency)}{AFTER[known.unit]}"
    return f"{_short(value)}{AFTER[known.unit]}"


def span(measure: str, low: Decimal, high: Decimal) -> str:
    """From one value to another, the unit said once: "460.2 to 940.7 of 100,000 people"."""
    known = council_measures()[measure]
    first = in_words(measure, low) or ""
    if known.unit != "percent":
        first = first.removesuffix(AFTER[known.unit])
    return _("%(low)s to %(high)s") % {"low": first, "high": in_words(measure, high)}


def outcome_in_words(outcome: CouncilOutcome | None) -> str | None:
    """A figure, or the state that stands for it."""
    if outcome is None:
        return None
    return outcome.state if outcome.value is None else in_words(outcome.measure, outcome.value, outcome.currency)


def likely(point: Point) -> tuple[Decimal, Decimal] | None:
    """Between what the figure may really lie: by its published margin of error, or by what was counted.

    A share of what was counted has the 95% Wilson interval. None where nothing is published to work it out from.
    """
    value, having = point.outcome.value, {one.statistic: one.value for one in point.with_it}
    if value is None:
        return None
    margin = having.get("margin of error")
    if margin is not None:
        return value - margin, value + margin
    counted, out_of = having.get("numerator"), having.get("denominator")
    if council_measures()[point.outcome.measure].unit != "percent" or counted is None or not out_of:
        return None
    if not 0 <= counted <= out_of:
        return None
    low, high = wilson(round(counted), round(out_of))
    return Decimal(str(round(100 * low, 1))), Decimal(str(round(100 * high, 1)))


def rests_on(point: Point) -> str | None:
    """Out of how many."""
    having = {one.statistic: one.value for one in point.with_it}
    for name, after in (
        ("number of respondents", " who answered"),
        ("denominator", ""),
        ("number of people", " people"),
    ):
        if (number := having.get(name)) is not None:
            return f"{number:,.0f}{after}"
    return None


def _short(value: Decimal) -> str:
    rounded = round(value, 2)
    return f"{rounded.quantize(Decimal(1)) if rounded == rounded.to_integral() else rounded.normalize():,f}"
