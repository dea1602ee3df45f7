"""Addresses of pages that there is much to see on, taken from the data."""

from candour.site.pages.kind import PageKind
from candour.site.pages.reading import address_of
from candour.warehouse.engine import Engine


def worth_seeing(tables: Engine, kind: PageKind, at_most: int = 1) -> list[str]:
    """Addresses of pages of a kind, best first; none where the data have nothing of the kind."""
    if not kind.worth_seeing:
        return [] if kind.key else [address_of(kind.id)]
    rows = tables.query(f"SELECT * FROM ({kind.worth_seeing}) LIMIT $at_most", {"at_most": at_most})  # noqa: S608
    found = [row._asdict() for row in rows]
    return [address_of(kind.id, row.pop("key", ""), **row) for row in found]
