"""The awards of which scores were published."""

from datetime import date, datetime
from typing import Any

import msgspec

from candour.operations.day import uk_day
from candour.operations.home import Home

MOST = 1_000
"""So many are named, the newest first."""

_SCORED = f"""
WITH scored AS (
    SELECT ocid, COUNT(DISTINCT bid_id) AS bids, COUNT(reasons) AS reasons FROM scores GROUP BY ocid
)
SELECT scored.ocid, title, buyer_name AS buyer, award_date AS awarded, bids, reasons > 0 AS has_reasons
FROM scored JOIN processes ON processes.ocid = scored.ocid
ORDER BY award_date DESC NULLS LAST, scored.ocid LIMIT {MOST}
"""
_COUNTS = """
SELECT COUNT(*) FILTER (WHERE is_awarded) AS awarded,
    COUNT(*) FILTER (WHERE is_awarded AND ocid IN (SELECT ocid FROM criteria WHERE use = 'award')) AS with_criteria,
    (SELECT COUNT(DISTINCT ocid) FROM scores) AS with_scores
FROM processes
"""


class Scored(msgspec.Struct, frozen=True, kw_only=True):
    """A process whose bids were published with their scores."""

    ocid: str
    title: str | None
    buyer: str | None
    awarded: date | None
    bids: int
    has_reasons: bool


class AwardsListed(msgspec.Struct, frozen=True, kw_only=True):
    """Of all processes with an award: how many say by what bids were judged, and how many how each was scored."""

    data_version: str
    awarded: int
    with_criteria: int
    with_scores: int
    scored: tuple[Scored, ...]


def awards_listed(home: Home) -> AwardsListed:
    """The awards, the newest first.

    Raises:
        CandourError: nothing has been built yet.
    """
    with home.tables() as tables:
        counts = tables.query(_COUNTS).rows[0]._asdict()
        scored = tuple(_scored(row._asdict()) for row in tables.query(_SCORED))
        return AwardsListed(data_version=tables.data_version, scored=scored, **counts)


def _scored(row: dict[str, Any]) -> Scored:
    moment = row.pop("awarded")
    return Scored(awarded=uk_day(moment) if isinstance(moment, datetime) else moment, **row)
