"""What came of a council's care by its published figures, beside councils like it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.care.outcome_series import Point, Series
from candour.operations.council_in_full.answer import CouncilInFull
from candour.operations.council_in_full.beside import Beside, broken_down
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.explore.council.values import in_words, likely, outcome_in_words, rests_on, span
from candour.site.pages.reading import Reading, address_of
from candour.sources.council_measures import council_measures

FEES = "fee-"
"""How the ids of measures of fees begin."""
_STILL = timedelta(days=3 * 366)


def latest_table(answer: CouncilInFull, reading: Reading[Any], *, fees: bool) -> Table:
    """The last figure of every measure: of fees, or of everything else."""
    id, caption = (
        ("fees", _("What it pays providers")) if fees else ("outcomes", _("The last figure of each measure"))
    )
    chosen = _recent([one for one in answer.outcomes if one.measure.startswith(FEES) == fees and one.points])
    others = {(one.measure, one.dimensions, one.period_start): one for one in answer.beside}
    return Table(
        id=id,
        caption=caption,
        columns=(
            Column("question", _("Question")),
            Column("value", _("Here"), numeric=True),
            Column(
                "likely", _("Likely range"), _("by the published margin of error, or the 95% interval of a share")
            ),
            Column("rests_on", _("Out of")),
            Column("period", _("Year")),
            Column("before", _("The year before"), numeric=True),
            Column("neighbours", _("Councils like it")),
            Column("everybody", _("All of its nation")),
            Column("better", _("Better is")),
            Column("measure", _("Measure"), in_file_only=True),
        ),
        rows=tuple(
            _latest(one, others.get((one.measure, broken_down(one), one.points[-1].period.start))) for one in chosen
        ),
        address=reading.table(id),
    )


def _recent(series: list[Series]) -> list[Series]:
    """Those that are still published: none that ended years before the newest."""
    newest = max((one.points[-1].period.end for one in series), default=date.min)
    return [one for one in series if newest - one.points[-1].period.end < _STILL]


def _latest(one: Series, others: Beside | None) -> tuple[object, ...]:
    last, before = one.points[-1], one.points[-2] if len(one.points) > 1 else None
    known = council_measures()[one.measure]
    return (
        asked(one),
        outcome_in_words(last.outcome),
        range_in_words(one.measure, last),
        rests_on(last),
        last.period.label,
        _before(last, before),
        _neighbours(one, others),
        _everybody(one, others),
        {"higher": _("higher"), "lower": _("lower"), "neither": _("neither")}[known.direction],
        one.measure,
    )


def asked(one: Series) -> str:
    """The question, and of whom where the figures are not of everybody."""
    split = ", ".join(f"{name}: {value}" for name, value in one.dimensions)
    question = council_measures()[one.measure].question
    return f"{question} ({split})" if split else question


def range_in_words(measure: str, point: Point) -> str | None:
    """Between what a figure may really lie."""
    found = likely(point)
    if found is None:
        return _("not worked out") if point.outcome.value is not None else None
    return span(measure, *found)


def _before(last: Point, before: Point | None) -> str | None:
    if before is None:
        return None
    if last.comparable is not None and not last.comparable.yes:
        return _("not comparable: it was counted in another way")
    return f"{outcome_in_words(before.outcome)} ({before.period.label})"


def _neighbours(one: Series, others: Beside | None) -> str:
    values = sorted(each.value for each in others.neighbours) if others else []
    if not values:
        return _("not known")
    told = {"span": span(one.measure, values[0], values[-1]), "number": len(values)}
    return ngettext("%(span)s (%(number)s council)", "%(span)s (%(number)s councils)", len(values)) % told


def _everybody(one: Series, others: Beside | None) -> str | None:
    if others is None or others.councils < 2:
        return None
    return _("%(span)s, in the middle %(middle)s (%(number)s councils)") % {
        "span": span(one.measure, others.lowest, others.highest),
        "middle": in_words(one.measure, others.middle),
        "number": others.councils,
    }


def series_table(answer: CouncilInFull, reading: Reading[Any]) -> Table:
    """Every figure of every year, with its region's and nation's."""
    return Table(
        id="every-figure",
        caption=_("Every figure of every year"),
        columns=(
            Column("question", _("Question")),
            Column("period", _("Year")),
            Column("value", _("Here"), numeric=True),
            Column("likely", _("Likely range")),
            Column("rests_on", _("Out of")),
            Column("region", _("Region"), numeric=True),
            Column("nation", _("Nation"), numeric=True),
            Column("comparable", _("Comparable with the year before it here")),
            Column("measure", _("Measure"), in_file_only=True),
        ),
        rows=tuple(_every(answer)),
        address=reading.table("every-figure"),
    )


def _every(answer: CouncilInFull) -> Iterator[tuple[object, ...]]:
    for one in answer.outcomes:
        for point in reversed(one.points):
            broken = point.comparable is not None and not point.comparable.yes
            yield (
                asked(one),
                point.period.label,
                outcome_in_words(point.outcome),
                range_in_words(one.measure, point),
                rests_on(point),
                outcome_in_words(point.region),
                outcome_in_words(point.nation),
                _("no") if broken else _("yes") if point.comparable else _("nothing before it"),
                one.measure,
            )


def neighbour_values_table(answer: CouncilInFull, reading: Reading[Any]) -> Table:
    """What each council that is like this one has, for each measure, in the year of its last figure."""
    series = {(one.measure, broken_down(one)): one for one in answer.outcomes}
    return Table(
        id="neighbours-figures",
        caption=_("The same figures of councils like it"),
        columns=(
            Column("question", _("Question")),
            Column("council", _("Council")),
            Column("value", _("There"), numeric=True),
            Column("here", _("Here"), numeric=True),
            Column("measure", _("Measure"), in_file_only=True),
        ),
        rows=tuple(
            (
                asked(one),
                Link(each.name, address_of("council", each.council)),
                in_words(one.measure, each.value),
                _here(one, found),
                one.measure,
            )
            for found in answer.beside
            if (one := series.get((found.measure, found.dimensions))) and one.points
            for each in found.neighbours
        ),
        address=reading.table("neighbours-figures"),
    )


def _here(one: Series, found: Beside) -> str | None:
    """The council's own figure of the year that its neighbours' are of."""
    point = next((point for point in one.points if point.period.start == found.period_start), None)
    return outcome_in_words(point.outcome) if point else None


def caveats(answer: CouncilInFull) -> tuple[str, ...]:
    """What has to be said with all of its figures, and with some of them."""
    shown = dict.fromkeys(caveat for one in answer.outcomes for caveat in one.caveats)
    common = [caveat for caveat in shown if all(caveat in one.caveats for one in answer.outcomes)]
    return tuple(common)
