"""What a registered provider was awarded, and how its locations were rated on the day of each award."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from candour.care.ratings.history import History
from candour.care.ratings.share import Share, share_at_or_above_good
from candour.operations.rated_locations import rated_locations
from candour.warehouse.engine import Engine

_LINKED = """
SELECT organisation_key, other_key, outcome, method, score, reasons, evidence, decided_by
FROM organisation_links
WHERE organisation_kind = 'organisation' AND outcome <> 'not linked' AND other_key IN (SELECT UNNEST($keys))
ORDER BY outcome, score DESC, organisation_key, other_key
"""
_AWARDS = """
SELECT ocid, award_id, award_date, supplier_key, supplier_name, title, buyer_name, amount, currency,
    COUNT(*) OVER () AS number
FROM awards_by_supplier
WHERE supplier_key IN (SELECT UNNEST($keys))
ORDER BY award_date DESC NULLS LAST, ocid, award_number, supplier_key
LIMIT $most
"""
_RATED = """
SELECT organisation_links.organisation_key, locations.*
FROM organisation_links JOIN locations
    ON (organisation_links.other_kind = 'provider' AND locations.provider = organisation_links.other_key)
    OR (organisation_links.other_kind = 'location' AND locations.location = organisation_links.other_key)
WHERE organisation_links.outcome = 'linked' AND organisation_links.organisation_key IN (SELECT UNNEST($keys))
ORDER BY organisation_links.organisation_key, locations.location
"""


class AwardThen(msgspec.Struct, frozen=True):
    """An award, and the shares of the provider's locations that were at or above good on its day.

    `shares` is empty where the award has no date.
    """

    award: dict[str, Any]
    shares: tuple[Share, ...]


def linked_suppliers(tables: Engine, keys: Sequence[str]) -> list[dict[str, Any]]:
    """The links of suppliers of notices with a provider or its locations.

    Of a supplier that is linked, those that are still to be reviewed are left out.
    """
    found = [row._asdict() for row in tables.query(_LINKED, {"keys": list(keys)})]
    sure = {link["organisation_key"] for link in found if link["outcome"] == "linked"}
    return [link for link in found if link["outcome"] == "linked" or link["organisation_key"] not in sure]


def keys_of_linked(links: Iterable[Mapping[str, Any]]) -> list[str]:
    """The keys of the suppliers that are linked; one that waits for a person is not the provider yet."""
    return sorted({link["organisation_key"] for link in links if link["outcome"] == "linked"})


def awards_of_provider(
    tables: Engine, suppliers: Sequence[str], histories: Sequence[History], most: int
) -> tuple[int, list[AwardThen]]:
    """How many active awards suppliers with these keys have; at most so many, the newest, with that day's ratings."""
    rows = [row._asdict() for row in tables.query(_AWARDS, {"keys": list(suppliers), "most": most})]
    number = [row.pop("number") for row in rows]
    return (number[0] if number else 0), [AwardThen(row, shares_on(histories, row["award_date"])) for row in rows]


def ratings_of_suppliers_on(tables: Engine, suppliers: Mapping[str, datetime | None]) -> dict[str, tuple[Share, ...]]:
    """How the locations of each supplier were rated on a day, by the supplier's key; linked suppliers only."""
    return {key: shares_on(known, suppliers[key]) for key, known in histories_of_suppliers(tables, suppliers).items()}


def histories_of_suppliers(tables: Engine, suppliers: Iterable[str]) -> dict[str, list[History]]:
    """How the locations of each supplier were rated over time, by the supplier's key; linked suppliers only."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in tables.query(_RATED, {"keys": sorted(suppliers)}):
        location = row._asdict()
        found.setdefault(location.pop("organisation_key"), []).append(location)
    return {key: [one.history for one in rated_locations(tables, locations)] for key, locations in found.items()}


def shares_on(histories: Sequence[History], moment: datetime | None) -> tuple[Share, ...]:
    """The shares at or above good on the day, none where there is no day."""
    return share_at_or_above_good(histories, moment.date()) if moment else ()
