"""Locations as the tables have them, each with all that is known of how it was rated."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from candour.care.ratings.history import History
from candour.care.ratings.lineage import Lineage
from candour.care.register import RegistrationSuccession, register_key
from candour.warehouse.engine import Engine
from candour.warehouse.registers.rows_of_ratings import (
    RATING_COLUMNS,
    SUCCESSION_COLUMNS,
    history_of,
    ratings_by_subject,
    succession_of,
)

_SUCCESSIONS = f"""
WITH RECURSIVE wanted AS (
    SELECT UNNEST($keys) AS key
    UNION
    SELECT old FROM registration_successions JOIN wanted ON registration_successions.new = wanted.key
)
SELECT DISTINCT {SUCCESSION_COLUMNS}
FROM registration_successions
WHERE subject_kind = 'location' AND (old IN (SELECT key FROM wanted) OR new IN (SELECT key FROM wanted))
ORDER BY ALL
"""
_RATINGS = f"SELECT {RATING_COLUMNS} FROM ratings WHERE subject IN (SELECT UNNEST($keys))"


class RatedLocation(msgspec.Struct, frozen=True):
    """A location's row of the tables, and how it and its predecessors were rated."""

    location: dict[str, Any]
    history: History


def rated_locations(tables: Engine, locations: Sequence[dict[str, Any]]) -> list[RatedLocation]:
    """Rows of the table of locations, each with its ratings, and those of whom it took over from."""
    keys = [location["location"] for location in locations]
    successions = _successions(tables, keys)
    earlier = (register_key(one.register, one.old) for one in successions)
    wanted = sorted({*keys, *earlier})
    ratings = ratings_by_subject(row._asdict() for row in tables.query(_RATINGS, {"keys": wanted}))
    lineage = Lineage(successions)
    return [RatedLocation(location, history_of(location, ratings, lineage)) for location in locations]


def _successions(tables: Engine, keys: Iterable[str]) -> list[RegistrationSuccession]:
    return [succession_of(row._asdict()) for row in tables.query(_SUCCESSIONS, {"keys": list(keys)})]
