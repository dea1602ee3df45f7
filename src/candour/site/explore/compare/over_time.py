"""What became of each over time, with what is the usual up and down."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from candour.compare.measured.answer import MeasuredComparison, OverTime, Unit
from candour.compare.measured.words import number, whole
from candour.site.charts.series import Course, Moment, Series, UsualRange
from candour.site.components.chart.chart import Chart
from candour.site.components.table.table import Column, Table
from candour.site.explore.compare.asked import CompareAsked
from candour.site.explore.compare.chart_units import axis_name, chart_unit
from candour.site.pages.reading import Reading
from candour.statistics.xmr import FEWEST_POINTS

MOST_COURSES = 4
"""More pictures of what became of one over time nobody looks at; the rest is in the data."""


def series(comparison: MeasuredComparison, reading: Reading[CompareAsked]) -> Iterator[Chart]:
    """What became of each over time, of those with points enough for limits."""
    known = [
        (unit, unit.over_time) for unit in comparison.units if unit.over_time and unit.over_time.mean is not None
    ]
    for place_in_order, (unit, found) in enumerate(known[:MOST_COURSES], 1):
        yield _course(comparison, unit, found, f"time-{place_in_order}", reading)


def _course(
    comparison: MeasuredComparison, unit: Unit, found: OverTime, id: str, reading: Reading[CompareAsked]
) -> Chart:
    assert found.mean is not None
    assert found.low is not None
    assert found.high is not None
    of = comparison.unit
    moments = tuple(
        Moment(
            when=point.step,
            value=point.figure.value,
            signal=point.figure.value is not None
            and point.alike
            and not found.low <= point.figure.value <= found.high,
            alike=point.alike,
        )
        for point in found.points
    )
    table = Table(
        id=id,
        caption=_("%(name)s over time") % {"name": unit.name},
        columns=(
            Column("begins", _("Begins")),
            Column("value", _("Figure"), numeric=True),
            Column("rests_on", _("Out of"), numeric=True),
            Column("state", _("State")),
            Column("alike", _("Like the others?")),
        ),
        rows=tuple(
            (
                point.step,
                None if point.figure.value is None else number(point.figure.value, of),
                whole(point.figure.denominator),
                point.figure.state,
                _("yes") if point.alike else _("no: another %(what)s") % {"what": ", ".join(point.differs_in)},
            )
            for point in reversed(found.points)
        ),
        address=reading.table(id),
        shown=12,
    )
    return Chart(
        id=id,
        title=_("%(name)s over time") % {"name": unit.name},
        description=_("%(said)s Usually between %(low)s and %(high)s, %(mean)s on average.")
        % {
            "said": found.said,
            "low": number(found.low, of),
            "high": number(found.high, of),
            "mean": number(found.mean, of),
        },
        table=table,
        draw=Series(
            courses=(Course(name=unit.name, moments=moments),),
            unit=chart_unit(of),
            measured=axis_name(comparison),
            usual=UsualRange(mean=found.mean, low=found.low, high=found.high),
        ),
        address=reading.chart(id),
        caveats=(found.said,),
    )


def time_note(comparison: MeasuredComparison) -> str:
    """How many have points enough to be looked at over time."""
    known = [unit.over_time for unit in comparison.units if unit.over_time]
    told = sum(one.mean is not None for one in known)
    return _("%(told)s of %(known)s have the %(fewest)s points in time that a trend needs.") % {
        "told": told,
        "known": len(comparison.units),
        "fewest": FEWEST_POINTS,
    }
