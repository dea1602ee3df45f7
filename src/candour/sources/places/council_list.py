"""The list of councils: dates, successors, names, how many people, how large, and where."""

from collections.abc import Iterator
from decimal import Decimal

from candour.care import councils
from candour.care.council_table import Council
from candour.care.figure import without_noise
from candour.care.places.said import FigureKind, Place, PlaceFigure, PlaceName
from candour.sources.places import compared
from candour.sources.places.local_code import NO_COUNCIL, council_of
from candour.sources.tabular.row import TableRow

_FIGURES: tuple[tuple[str, FigureKind, str, int | None], ...] = (
    ("population_2020", "population", "people", 2020),
    ("area", "area", "km2", None),
    ("latitude", "latitude", "degrees", None),
    ("longitude", "longitude", "degrees", None),
)


def read_council(row: TableRow) -> Iterator[Place | PlaceName | PlaceFigure]:
    """A council with its names and figures; nothing of combined authorities."""
    code, name = row.text("local_code"), row.text("name")
    if code in NO_COUNCIL:
        row.ignored("a combined or strategic authority, which arranges no care")
        return
    council = council_of(code, name)
    if council is None:
        compared.unknown(row, "local_code", f"{name} ({code})")
        return
    new = [found for each in row.texts("replaced_by") if (found := council_of(each, "")) is not None]
    _compare(row, council, new)
    row.used("a council")
    yield Place(
        layout=row.matched.layout.id,
        council=council.organisation_id,
        code=code,
        name=name,
        kind=row.text("kind"),
        nation=row.text("nation"),
        region=row.text("region"),
        start=row.day("start"),
        end=row.day("end"),
        successors=tuple(each.organisation_id for each in new),
    )
    yield from _names(row, council)
    yield from _figures(row, council)


def _compare(row: TableRow, council: Council, new: list[Council]) -> None:
    compared.same_code(row, "gss", row.text("gss"), council)
    for former in row.texts("former_gss"):
        compared.same_code(row, "former_gss", former, council)
    compared.same(row, "nation", row.text("nation"), council.nation)
    if council.nation == "England":
        compared.same(row, "region", row.text("region"), council.region)
    compared.same_day(row, "start", row.day("start"), council.start)
    compared.same_day(row, "end", row.day("end"), council.end)
    compared.same_successors(row, "replaced_by", new, council)
    county = council_of(row.text("county"), "")
    compared.same(row, "county", county.organisation_id if county else "", council.county)


def _names(row: TableRow, council: Council) -> Iterator[PlaceName]:
    for name in dict.fromkeys((row.text("name"), row.text("short_name"))):
        if name:
            day = council.end or council.start
            yield PlaceName(
                layout=row.matched.layout.id,
                council=council.organisation_id,
                name=name,
                found=councils.find(name, day) == council,
            )


def _figures(row: TableRow, council: Council) -> Iterator[PlaceFigure]:
    for field, figure, unit, year in _FIGURES:
        value: Decimal | None = row.decimal(field)
        if value is not None:
            yield PlaceFigure(
                layout=row.matched.layout.id,
                council=council.organisation_id,
                figure=figure,
                value=without_noise(value),
                unit=unit,
                year=year,
            )
