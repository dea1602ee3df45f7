"""Is anybody unlike the rest, or just small?"""

from django.utils.translation import gettext as _

from candour.compare.measured.answer import FunnelVerdict, MeasuredComparison, Unit
from candour.compare.measured.words import PLACES, number, whole
from candour.site.charts.funnel import Funnel, Limits, Spot
from candour.site.components.chart.chart import Chart
from candour.site.components.table.table import Column, Table
from candour.site.explore.compare.asked import CompareAsked
from candour.site.explore.compare.chart_units import axis_name, chart_unit
from candour.site.pages.reading import Reading


def funnel(comparison: MeasuredComparison, reading: Reading[CompareAsked]) -> Chart | None:
    """Where each lies among all, for its size; None where there is no funnel, or nothing says how large they are."""
    placed = [(unit, unit.funnel) for unit in comparison.units if unit.funnel and unit.figure.denominator]
    field = comparison.field
    if not placed or field.centre is None:
        return None
    wider = _("The limits allow for differences beyond chance.") if field.overdispersed else ""
    table = Table(
        id="funnel",
        caption=_("Where each lies, for its size"),
        columns=(
            Column("name", _("Name")),
            Column("value", _("Figure"), numeric=True),
            Column("rests_on", _("Out of"), numeric=True),
            Column("low", _("Usual from"), _("lower 95% limit of the funnel"), numeric=True),
            Column("high", _("to"), _("upper 95% limit of the funnel"), numeric=True),
            Column("place", _("That is")),
            Column("by_chance_alone", _("By chance alone"), _("where it would lie if all differed by chance alone")),
        ),
        rows=tuple(_funnel_row(unit, verdict, comparison.unit) for unit, verdict in placed),
        address=reading.table("funnel"),
    )
    draw = Funnel(
        spots=tuple(_spot(unit, verdict) for unit, verdict in placed),
        unit=chart_unit(comparison.unit),
        centre=field.centre,
        measured=axis_name(comparison),
        rests_on=_("how many each figure rests on"),
    )
    return Chart(
        id="funnel",
        title=_("Is anybody unlike the rest, or just small?"),
        description=" ".join(
            (
                _("All %(units)s that can be compared are at %(centre)s together.")
                % {"units": f"{field.units:,}", "centre": number(field.centre, comparison.unit)},
                wider,
                "; ".join(f"{unit.name}: {PLACES[verdict.position]}" for unit, verdict in placed) + ".",
            )
        ),
        table=table,
        draw=draw,
        address=reading.chart("funnel"),
        caveats=(
            _("Of 20 that are really alike, 1 lies outside the inner lines by chance."),
            *filter(None, (wider,)),
        ),
    )


def _funnel_row(unit: Unit, verdict: FunnelVerdict, of: str) -> tuple[object, ...]:
    figure = unit.figure
    return (
        unit.name,
        number(figure.value or 0, of),
        whole(figure.denominator),
        number(verdict.low, of),
        number(verdict.high, of),
        PLACES[verdict.position],
        PLACES[verdict.plain],
    )


def _spot(unit: Unit, verdict: FunnelVerdict) -> Spot:
    limits = Limits(lowest=verdict.lowest, low=verdict.low, high=verdict.high, highest=verdict.highest)
    return Spot(name=unit.name, value=unit.figure.value, size=unit.figure.denominator, limits=limits)
