"""Everything that is known of one registered provider."""

from datetime import date
from typing import Any

import msgspec

from candour.care.ratings.crosswalk import AtOrAboveGood, at_or_above_good
from candour.care.ratings.history import timeline
from candour.care.ratings.overall import Prediction, predict_overall
from candour.care.ratings.rating import Rating
from candour.care.ratings.share import Share, share_at_or_above_good
from candour.operations.awards_of_provider import AwardThen, awards_of_provider, keys_of_linked, linked_suppliers
from candour.operations.home import Home
from candour.operations.outcomes_of_provider import ProviderOutcomes, outcomes_of_provider
from candour.operations.ownership_of_provider import ownership_of_provider
from candour.operations.provider_meant import provider_meant
from candour.operations.rated_locations import RatedLocation, rated_locations
from candour.operations.service_successions import ServiceSuccession, successions_of
from candour.operations.voices_of_provider import ProviderVoices, voices_of_provider
from candour.warehouse.engine import Engine

MOST = 25
"""So many awards, outcomes and the like of a provider are on its page: the newest."""


class LocationPage(msgspec.Struct, frozen=True, kw_only=True):
    """A location: its row, whether it is at or above good and why, and its overall rating as the rules predict it.

    `ratings` are all that are known, the oldest first, those of whom it took over from under their own numbers.
    `services` holds the same verdict for each service that is rated by itself.
    """

    location: dict[str, Any]
    ratings: tuple[Rating, ...]
    verdict: AtOrAboveGood
    services: dict[str, AtOrAboveGood]
    predicted: Prediction | None


class ProviderPage(msgspec.Struct, frozen=True, kw_only=True):
    """A provider on a day.

    `registrations` are rows of other registrations of the same company or charity, which are never added to this one.
    `successions` say who took over from whom, of the provider or its locations. `suppliers` are links with suppliers
    of notices; those that are linked were awarded `number_of_awards` contracts, of which `awards` are the newest.
    `outcomes` is what was measured by its own account.
    `ownership`, `voices` and `service_successions` are what processes of those suppliers say of them, of the people
    who took part, and of who gave the service before and after.
    """

    data_version: str
    day: date
    provider: dict[str, Any]
    registrations: list[dict[str, Any]]
    shares: tuple[Share, ...]
    locations: list[LocationPage]
    successions: list[dict[str, Any]]
    suppliers: list[dict[str, Any]]
    number_of_awards: int
    awards: list[AwardThen]
    outcomes: ProviderOutcomes
    ownership: list[dict[str, Any]]
    voices: ProviderVoices
    service_successions: list[ServiceSuccession]
    sources: list[dict[str, Any]]


def provider(home: Home, wanted: str, day: date, most: int = MOST) -> ProviderPage:
    """The provider with this key, register's number, company number or name, or of a location with this number.

    At most so many of its awards, outcomes and the like are given, the newest.

    Raises:
        CandourError: there is none, or several are meant, or nothing has been built yet.
    """
    with home.tables() as tables:
        key = provider_meant(tables, wanted)
        locations = _rows(tables, "SELECT * FROM locations WHERE provider = $key ORDER BY name, location", key=key)
        rated = rated_locations(tables, locations)
        row = _provider_row(tables, key, locations)
        keys = [key, *(one["location"] for one in locations)]
        histories = [one.history for one in rated]
        suppliers = linked_suppliers(tables, keys)
        linked = keys_of_linked(suppliers)
        number_of_awards, awards = awards_of_provider(tables, linked, histories, most)
        bought = sorted({one.award["ocid"] for one in awards})
        return ProviderPage(
            data_version=tables.data_version,
            day=day,
            provider=row,
            registrations=_registrations(tables, row),
            shares=share_at_or_above_good(histories, day),
            locations=[_location(one, day) for one in rated],
            successions=_successions(tables, keys),
            suppliers=suppliers,
            number_of_awards=number_of_awards,
            awards=awards,
            outcomes=outcomes_of_provider(tables, row, linked, _numbers([row, *locations]), most),
            ownership=ownership_of_provider(tables, linked),
            voices=voices_of_provider(tables, awards, most),
            service_successions=successions_of(tables, bought, linked, most),
            sources=_sources(tables, [row, *locations]),
        )


def _provider_row(tables: Engine, key: str, locations: list[dict[str, Any]]) -> dict[str, Any]:
    """Some registers describe locations only: then all there is of the provider is what they say of it."""
    rows = _rows(tables, "SELECT * FROM providers WHERE provider = $key", key=key)
    if rows:
        return rows[0]
    first = locations[0]
    return {
        "provider": key,
        "register": first["register"],
        "name": first["provider_name"],
        "receipt": first["receipt"],
    }


def _numbers(rows: list[dict[str, Any]]) -> list[str]:
    """Numbers of the provider and its locations in their registers."""
    return [row["number"] for row in rows if row.get("number")]


def _registrations(tables: Engine, row: dict[str, Any]) -> list[dict[str, Any]]:
    if not row.get("company") and not row.get("charity"):
        return []
    return _rows(
        tables,
        "SELECT * FROM providers WHERE (company = $company OR charity = $charity) AND provider <> $key "
        "ORDER BY registered, provider",
        company=row["company"],
        charity=row["charity"],
        key=row["provider"],
    )


def _location(rated: RatedLocation, day: date) -> LocationPage:
    history = rated.history
    services = {rating.service for rating in history.ratings if rating.service is not None}
    return LocationPage(
        location=rated.location,
        ratings=timeline(history.ratings),
        verdict=at_or_above_good(history, day),
        services={service: at_or_above_good(history, day, service) for service in sorted(services)},
        predicted=_predicted(rated, day),
    )


def _predicted(rated: RatedLocation, day: date) -> Prediction | None:
    """By CQC's rules from the key questions in force; None where another regulator rates, or nothing is rated."""
    history = rated.history
    if history.register != "cqc" or not history.ratings:
        return None
    latest: dict[str, Any] = {}
    for rating in sorted(history.ratings, key=lambda one: one.published or date.min):
        if rating.subject_id == history.subject_id and rating.service is None and (rating.published or day) <= day:
            latest[rating.key_question] = rating
    return predict_overall(latest.values())


def _successions(tables: Engine, keys: list[str]) -> list[dict[str, Any]]:
    return _rows(
        tables,
        "SELECT * FROM registration_successions WHERE old IN (SELECT UNNEST($keys)) OR new IN (SELECT UNNEST($keys)) "
        "ORDER BY subject_kind, old, new, said_by",
        keys=keys,
    )


def _sources(tables: Engine, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The receipts that the rows are from."""
    return _rows(
        tables,
        "SELECT receipt, sha256, source, publisher, licence, name, received FROM receipts "
        "WHERE receipt IN (SELECT UNNEST($receipts)) ORDER BY receipt",
        receipts=sorted({row["receipt"] for row in rows}),
    )


def _rows(tables: Engine, sql: str, **parameters: Any) -> list[dict[str, Any]]:
    return [row._asdict() for row in tables.query(sql, parameters)]
