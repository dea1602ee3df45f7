"""The list of organisation ids of councils, with their GSS codes."""

from collections.abc import Iterator

from candour.care import councils
from candour.care.places.said import Place
from candour.sources.places import compared
from candour.sources.tabular.row import TableRow

_NO_COUNCIL = {"E47", "E12"}
"""Combined authorities, and the region of London."""


def read_organisation_id(row: TableRow) -> Iterator[Place]:
    """A council by its organisation id."""
    if row.text("area_type") in _NO_COUNCIL:
        row.ignored("a combined or strategic authority, which arranges no care")
        return
    id = row.text("organisation_id")
    council = councils.by_organisation_id(id)
    if council is None:
        compared.unknown(row, "organisation_id", f"{row.text('name')} ({id})")
        return
    compared.same_code(row, "gss", row.text("gss"), council)
    row.used("a council, by its organisation id")
    yield Place(layout=row.matched.layout.id, council=id, code=id, name=row.text("name"))
