"""The official list of codes: each area with its region, and the code that replaced it."""

from collections.abc import Iterator

from candour.care import councils
from candour.care.council_table import Council
from candour.care.places.said import Place, PlaceName
from candour.sources.places import compared
from candour.sources.tabular.row import TableRow


def read_code(row: TableRow) -> Iterator[Place | PlaceName]:
    """A council and its name. A code that only gave way to another of the same council is that council too."""
    gss, name = row.text("gss"), row.text("name")
    council = councils.by_gss(gss)
    if council is None:
        compared.unknown(row, "gss", gss)
        return
    now = councils.by_gss(row.text("gss_now"))
    new = (now,) if now is not None and now != council else ()
    compared.same(row, "nation", row.text("nation"), council.nation)
    if council.nation == "England":
        compared.same(row, "region", row.text("region"), council.region)
    _compare_successor(row, council, now)
    _compare_county(row, council)
    row.used("a council, by its code")
    yield Place(
        layout=row.matched.layout.id,
        council=council.organisation_id,
        code=gss,
        name=name,
        nation=row.text("nation"),
        region=row.text("region"),
        successors=tuple(each.organisation_id for each in new),
    )
    yield PlaceName(
        layout=row.matched.layout.id,
        council=council.organisation_id,
        name=name,
        found=councils.find(name, council.start if council.end is None else council.end) == council,
    )


def _compare_county(row: TableRow, council: Council) -> None:
    """A district lies in a county; whoever else stands is its own upper tier."""
    upper = councils.by_gss(row.text("upper"))
    if council.end is None and upper is not None:
        found = "" if upper == council else upper.organisation_id
        compared.same(row, "upper", found, council.county)


def _compare_successor(row: TableRow, council: Council, now: Council | None) -> None:
    """The list has only the last of several successions: what stands today."""
    if council.end is None or now is None:
        return
    later = {step.new for step in councils.successors(council)}
    latest = {step.new for each in later for step in councils.successors(each)} or later
    if now not in latest:
        compared.same_successors(row, "gss_now", (now,), council)
