"""Councils that are compared, where they are."""

from django.utils.translation import gettext as _

from candour.care import councils
from candour.compare.measured.answer import MeasuredComparison
from candour.compare.measured.words import PLACES, number
from candour.site.charts.tile_map import TileMap, TileValue
from candour.site.components.chart.chart import Chart
from candour.site.components.table.table import Column, Table
from candour.site.explore.compare.asked import CompareAsked
from candour.site.explore.compare.dots_chart import in_words
from candour.site.pages.reading import Reading


def tiles(comparison: MeasuredComparison, reading: Reading[CompareAsked]) -> Chart | None:
    """The councils compared where they are; None where fewer than two of them are on the map."""
    if comparison.kind != "councils":
        return None
    placed = [(unit, known) for unit in comparison.units if (known := councils.by_gss(unit.key))]
    if len(placed) < 2 or not any(unit.funnel for unit, _known in placed):
        return None
    table = Table(
        id="map",
        caption=_("The councils and where their figures lie"),
        columns=(
            Column("code", _("Code"), in_file_only=True),
            Column("name", _("Council")),
            Column("value", _("Figure"), numeric=True),
            Column("place", _("That is")),
        ),
        rows=tuple(
            (
                unit.key,
                unit.name,
                None if unit.figure.value is None else number(unit.figure.value, comparison.unit),
                PLACES[unit.funnel.position] if unit.funnel else None,
            )
            for unit, _known in placed
        ),
        address=reading.table("map"),
    )
    values = tuple(
        TileValue(
            council=known.organisation_id,
            level=list(PLACES).index(unit.funnel.position) if unit.funnel else None,
            said=in_words(unit, comparison.unit).removeprefix(f"{unit.name}: "),
            marked=True,
        )
        for unit, known in placed
    )
    return Chart(
        id="map",
        title=_("On the map"),
        description="; ".join(in_words(unit, comparison.unit) for unit, _known in placed) + ".",
        table=table,
        draw=TileMap(values=values, classes=tuple(PLACES.values())),
        address=reading.chart("map"),
        caveats=(_("Each tile is one council, whatever its size."),),
    )
