"""What is in the data as a whole: how much, from when to when, from whom, and what there is much to see of."""

from datetime import date
from typing import Any

import msgspec

from candour.operations.day import uk_day
from candour.operations.home import Home
from candour.warehouse.engine import Engine

_COUNTS = """
SELECT
    COUNT(*) AS processes,
    COUNT(*) FILTER (WHERE social_care = 'yes') AS social_care,
    COUNT(*) FILTER (WHERE social_care = 'yes' AND is_awarded) AS awarded,
    COUNT(*) FILTER (WHERE social_care = 'yes' AND is_awarded AND performance_published) AS reported,
    MIN(first_date) AS first_date,
    MAX(last_date) AS last_date
FROM processes
"""
_OTHERS = """
SELECT
    (SELECT COUNT(*) FROM releases) AS releases,
    (SELECT COUNT(*) FROM providers) AS providers,
    (SELECT COUNT(*) FROM locations) AS locations
"""
_SOURCES = """
SELECT
    source, ANY_VALUE(publisher ORDER BY received DESC) AS publisher,
    ANY_VALUE(licence ORDER BY received DESC) AS licence,
    COUNT(*) AS receipts, MAX(received) AS last_received
FROM receipts
GROUP BY source ORDER BY source
"""
_CONTRACT = """
SELECT ocid FROM processes
WHERE has_promises AND has_deliveries AND number_of_contracts = 1 AND number_of_awards = 1 AND social_care = 'yes'
ORDER BY has_failures DESC, ocid LIMIT 1
"""
_PROVIDER = (
    "SELECT MIN(other_key) AS key FROM organisation_links WHERE other_kind = 'provider' AND outcome = 'linked'"
)


class SourceThere(msgspec.Struct, frozen=True, kw_only=True):
    """A source: who publishes it, under which licence, how many files were received, and when the last."""

    source: str
    publisher: str | None
    licence: str | None
    receipts: int
    last_received: date | None


class Examples(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of things that there is much to see of; None where the data have nothing of the kind."""

    contract: str | None
    provider: str | None
    council: str | None


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """The data as a whole.

    Of `processes`, `social_care` surely are; of these `awarded` have an active award, and of `reported` anything is
    published of how they went. `first_day` and `last_day` are those of the oldest and newest release.
    """

    data_version: str
    releases: int
    processes: int
    social_care: int
    awarded: int
    reported: int
    first_day: date | None
    last_day: date | None
    providers: int
    locations: int
    councils: int
    sources: tuple[SourceThere, ...]
    examples: Examples


def overview(home: Home) -> Overview:
    """What there is. Raises CandourError where nothing has been built yet."""
    with home.tables() as tables:
        counts, others = _row(tables, _COUNTS), _row(tables, _OTHERS)
        areas = tables.words.areas
        most = max(areas, key=lambda key: (areas[key].processes, key), default=None)
        return Overview(
            data_version=tables.data_version,
            releases=others.releases,
            processes=counts.processes,
            social_care=counts.social_care,
            awarded=counts.awarded,
            reported=counts.reported,
            first_day=uk_day(counts.first_date),
            last_day=uk_day(counts.last_date),
            providers=others.providers,
            locations=others.locations,
            councils=len(areas),
            sources=tuple(_source(row) for row in tables.query(_SOURCES)),
            examples=Examples(
                contract=next((row.ocid for row in tables.query(_CONTRACT)), None),
                provider=_row(tables, _PROVIDER).key,
                council=most,
            ),
        )


def _row(tables: Engine, sql: str) -> Any:
    return tables.query(sql).rows[0]


def _source(row: Any) -> SourceThere:
    return SourceThere(
        source=row.source,
        publisher=row.publisher,
        licence=row.licence,
        receipts=row.receipts,
        last_received=uk_day(row.last_received),
    )
