"""The codes of England's social care statistics, with GSS codes."""

from collections.abc import Iterator

from candour.care import councils
from candour.care.places.said import Place, PlaceName
from candour.sources.places import compared
from candour.sources.tabular.row import TableRow


def read_cassr_code(row: TableRow) -> Iterator[Place | PlaceName]:
    """A council by its code; the code may also be that of its predecessor, and so the GSS code decides."""
    code, gss, name = row.text("cassr"), row.text("gss"), row.text("name")
    council = councils.by_gss(gss)
    if council is None:
        compared.unknown(row, "gss", gss)
        return
    compared.same(row, "cassr", code, council.cassr)
    row.used("a council, by its CASSR code")
    layout, day = row.matched.layout.id, council.end or council.start
    yield Place(layout=layout, council=council.organisation_id, code=code, name=name, nation="England")
    yield PlaceName(
        layout=layout,
        council=council.organisation_id,
        name=name,
        found=councils.find(name, day) == council,
    )
