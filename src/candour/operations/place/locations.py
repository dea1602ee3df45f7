"""Where care is given in an area, and how good regulators found it."""

from collections.abc import Sequence
from datetime import date

import msgspec

from candour.warehouse.engine import Engine

_THERE = """
SELECT
    locations.location, locations.name, locations.provider, provider_name, register, town, postcode, care_home,
    services, at_or_above_good, lacking, inspected, location_verdicts.day AS verdict_day,
    COUNT(*) OVER () AS number_there,
    COUNT(*) FILTER (WHERE at_or_above_good = 'yes') OVER () AS good,
    COUNT(*) FILTER (WHERE at_or_above_good IS NOT NULL) OVER () AS rated
FROM locations LEFT JOIN location_verdicts ON location_verdicts.location = locations.location
WHERE {there} AND adult_social_care IS DISTINCT FROM FALSE AND COALESCE(status, 'registered') = 'registered'
ORDER BY
    COALESCE(postcode = $postcode, FALSE) DESC, COALESCE(STARTS_WITH(postcode, $sector), FALSE) DESC,
    COALESCE(STARTS_WITH(postcode, $district), FALSE) DESC, LOWER(locations.name), locations.location
LIMIT $most
"""


class LocationThere(msgspec.Struct, frozen=True, kw_only=True):
    """A registered location; `at_or_above_good` is yes, no or None, and then `lacking` says what there is instead."""

    location: str
    name: str | None
    provider: str | None
    provider_name: str | None
    register: str
    town: str | None
    postcode: str | None
    care_home: bool | None
    services: tuple[str, ...]
    at_or_above_good: str | None
    lacking: str | None
    inspected: date | None


class LocationsThere(msgspec.Struct, frozen=True):
    """Locations, those with the nearest postcodes first; of `found`, `rated` have a verdict and `good` a good one.

    `day` is that of the newest verdict.
    """

    found: int
    rated: int
    good: int
    day: date | None
    locations: tuple[LocationThere, ...]


def locations_there(
    tables: Engine, codes: Sequence[str], name: str, postcode: str | None, most: int
) -> LocationsThere:
    """The registered locations under councils with these codes, or without them under this very name.

    Without either, those whose postcodes begin like the one that is given.
    """
    near = {
        "postcode": postcode or "-",
        "sector": postcode[:-2] if postcode else "-",
        "district": f"{postcode.split()[0]} " if postcode else "-",
    }
    there, named = _there(codes, name)
    rows = tables.query(_THERE.format(there=there), near | named | {"most": most}).rows
    if not rows:
        return LocationsThere(0, 0, 0, None, ())
    days = [row.verdict_day for row in rows if row.verdict_day]
    first = rows[0]
    found = tuple(
        LocationThere(
            location=row.location,
            name=row.name,
            provider=row.provider,
            provider_name=row.provider_name,
            register=row.register,
            town=row.town,
            postcode=row.postcode,
            care_home=row.care_home,
            services=tuple(row.services or ()),
            at_or_above_good=row.at_or_above_good,
            lacking=row.lacking,
            inspected=row.inspected,
        )
        for row in rows
    )
    return LocationsThere(first.number_there, first.rated, first.good, max(days, default=None), found)


def _there(codes: Sequence[str], name: str) -> tuple[str, dict[str, object]]:
    if codes:
        return "council_code IN (SELECT UNNEST($codes))", {"codes": [*codes]}
    if name:
        return "LOWER(council_name) = $name", {"name": name.casefold()}
    return "STARTS_WITH(postcode, $district)", {}
