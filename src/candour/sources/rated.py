"""Ratings out of a row: what cannot be understood is a problem of the row, and costs nothing else."""

from typing import Any

from candour.care.ratings.rating import NotARatingError, Rating, read_rating
from candour.care.ratings.words import UnknownWordError
from candour.sources.tabular import rules
from candour.sources.tabular.record import Record
from candour.sources.tabular.row import TableRow

_WHOLE = 600


def rating(row: TableRow | Record, field: str, **said: Any) -> Rating | None:
    """`read_rating` of what the row says in `field`; None, and a problem of the row, if it is no rating."""
    try:
        return read_rating(**said)
    except (UnknownWordError, NotARatingError) as error:
        row.tell(rules.RATING_UNREADABLE, field, str(error), limit=_WHOLE)
        return None
