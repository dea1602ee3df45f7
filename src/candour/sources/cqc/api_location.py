"""A location's record of the API."""

from collections.abc import Iterator

import msgspec

from candour.care.register import Location
from candour.sources.cqc.api_fields import REGISTER, address, status, successions
from candour.sources.cqc.api_ratings import ratings
from candour.sources.tabular.record import Record

_SOCIAL_CARE = "Social Care Org"


def things(record: Record) -> Iterator[msgspec.Struct]:
    """The location, then its ratings of now and before, then its successions."""
    id, kind = record.text("locationId"), record.text("type")
    yield Location(
        register=REGISTER,
        id=id,
        name=record.text("name"),
        provider_id=record.text("providerId") or None,
        status=status(record),
        registered=record.day("registrationDate"),
        deregistered=record.day("deregistrationDate"),
        dormant=record.yes("dormancy"),
        care_home=record.yes("careHome"),
        adult_social_care=kind == _SOCIAL_CARE if kind else None,
        services=tuple(each.text("description") for each in record.each("gacServiceTypes")),
        people=tuple(each.text("name") for each in record.each("specialisms")),
        beds=record.whole("numberOfBeds"),
        address=address(record),
        council=record.text("localAuthority"),
        region=record.text("region"),
        last_inspected=record.inside("lastInspection").day("date"),
        ratings_complete=True,
    )
    yield from ratings(record)
    yield from successions(record, "location", id, "relatedLocationId")
