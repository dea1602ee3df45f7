"""The files that a page rests on, out of rows of the table of receipts."""

from collections.abc import Iterable, Mapping
from typing import Any

from candour.operations.day import uk_day
from candour.site.components.take_away.take_away import SourceFile

COLUMNS = "receipt, sha256, source, publisher, licence, name, received"
"""What a query has to give of each receipt."""


def source_files(rows: Iterable[Mapping[str, Any]]) -> tuple[SourceFile, ...]:
    """Each receipt as the page's foot names it."""
    return tuple(
        SourceFile(
            publisher=row["publisher"] or row["source"],
            name=row["name"] or row["receipt"],
            licence=row["licence"] or "not said",
            received=str(uk_day(row["received"]) or ""),
            sha256=row["sha256"],
        )
        for row in rows
    )
