"""Spellings of council names, by three-letter code."""

from collections.abc import Iterator

from candour.care import councils
from candour.care.places import joint_area
from candour.care.places.said import PlaceName
from candour.sources.places import compared, rules
from candour.sources.places.local_code import NO_COUNCIL, council_of
from candour.sources.tabular.row import TableRow

_BROKEN = ("ï¿½", "ï¾", "\ufffd")
"""What is left of a letter that went through a wrong encoding."""


def read_spelling(row: TableRow) -> Iterator[PlaceName]:
    """A spelling, and whether it leads to its council here."""
    code, name = row.text("local_code"), row.text("name")
    if code in NO_COUNCIL:
        row.ignored("a combined or strategic authority, which arranges no care")
        return
    if any(mark in name for mark in _BROKEN):
        row.tell(rules.SPELLING_BROKEN, "name", name)
        row.refused(rules.SPELLING_BROKEN.title.lower())
        return
    if joint_area.find(name) is not None:
        row.ignored("an area that several councils share")
        return
    council = council_of(code, name)
    if council is None:
        compared.unknown(row, "local_code", f"{name} ({code})")
        return
    found = councils.find(name, council.end or council.start)
    if found is not None:
        compared.same(row, "name", council.name, found.name)
    row.used("a spelling" if found else "a spelling that leads to no council by itself")
    yield PlaceName(layout=row.matched.layout.id, council=council.organisation_id, name=name, found=found == council)
