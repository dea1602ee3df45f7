"""How the locations of each linked supplier are rated."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal

import msgspec

from candour.care.who_is_who.link import OrganisationLink
from candour.warehouse.organisation_links.parties import Tables

Rating = Literal["at or above good", "some below good", "not rated"]
_VERDICTS = """
SELECT locations.location, locations.provider, at_or_above_good, inspected
FROM locations JOIN location_verdicts USING (location)
WHERE locations.deregistered IS NULL AND locations.status IS DISTINCT FROM 'deregistered'
ORDER BY locations.location
"""


class SupplierRating(msgspec.Struct, frozen=True):
    """The registered locations of one supplier's providers: how many, how many rated, how many at or above good."""

    key: str
    providers: tuple[str, ...]
    locations: int
    rated: int
    good: int
    rating: Rating
    oldest: date | None


def supplier_ratings_of(links: Iterable[OrganisationLink], tables: Tables) -> Iterator[SupplierRating]:
    """One for each organisation of notices that is linked to a provider, or to a location where to no provider."""
    linked: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"provider": set(), "location": set()})
    for link in links:
        if link.outcome == "linked" and link.a.kind == "organisation" and link.b.kind in ("provider", "location"):
            linked[link.a.key][link.b.kind].add(link.b.key)
    of_provider: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    of_location: dict[str, Mapping[str, Any]] = {}
    for row in tables.rows(_VERDICTS, "locations", "location_verdicts"):
        of_location[row["location"]] = row
        of_provider[row["provider"]].append(row)
    for key, ends in sorted(linked.items()):
        providers = sorted(ends["provider"])
        found = [row for provider in providers for row in of_provider[provider]]
        if not providers:
            found = [of_location[location] for location in sorted(ends["location"]) if location in of_location]
        yield _rating(key, tuple(providers), found)


def _rating(key: str, providers: tuple[str, ...], found: list[Mapping[str, Any]]) -> SupplierRating:
    rated = [row for row in found if row["at_or_above_good"] is not None]
    good = sum(row["at_or_above_good"] == "yes" for row in rated)
    rating: Rating = "not rated" if not rated else "at or above good" if good == len(rated) else "some below good"
    oldest = min((row["inspected"] for row in rated if row["inspected"]), default=None)
    return SupplierRating(key, providers, len(found), len(rated), good, rating, oldest)
