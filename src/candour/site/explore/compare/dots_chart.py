"""All figures beside each other, with their intervals."""

from django.utils.translation import gettext as _

from candour.compare.measured.answer import MeasuredComparison, Unit
from candour.compare.measured.words import interval, number
from candour.site.charts.dots import Dot, Dots
from candour.site.components.chart.chart import Chart
from candour.site.components.state_tag.state_tag import StateTag
from candour.site.components.table.table import Table
from candour.site.explore.compare.asked import CompareAsked
from candour.site.explore.compare.chart_units import axis_name, chart_unit
from candour.site.pages.reading import Reading


def dots(comparison: MeasuredComparison, table: Table, reading: Reading[CompareAsked]) -> Chart | None:
    """All of those compared with their intervals; None where there is nothing to put beside each other."""
    if sum(unit.figure.value is not None for unit in comparison.units) < 2:
        return None
    rows = tuple(_dot(unit) for unit in comparison.units)
    draw = Dots(
        rows=rows,
        unit=chart_unit(comparison.unit),
        measured=axis_name(comparison),
        inner=_("95% interval"),
        everybody=comparison.field.centre,
        everybody_is=_("all that can be compared"),
    )
    return Chart(
        id="figures",
        title=comparison.title,
        description=_("Each figure with its 95%% interval: %(figures)s.")
        % {"figures": "; ".join(in_words(unit, comparison.unit) for unit in comparison.units)},
        table=table,
        draw=draw,
        address=reading.chart("figures"),
    )


def _dot(unit: Unit) -> Dot:
    figure = unit.figure
    inner = (figure.low, figure.high) if figure.low is not None and figure.high is not None else None
    return Dot(name=unit.name, value=figure.value, inner=inner, absent=StateTag(figure.state).plain)


def in_words(unit: Unit, of: str) -> str:
    """A name with its figure and interval, or the state that it is in."""
    if unit.figure.value is None:
        return f"{unit.name}: {unit.figure.state}"
    ends = interval(unit.figure, of)
    return f"{unit.name}: {number(unit.figure.value, of)}{f' ({ends})' if ends else ''}"
