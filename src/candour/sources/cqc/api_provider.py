"""A provider's record of the API."""

from collections.abc import Iterator

import msgspec

from candour.care.register import RegisteredProvider
from candour.sources.company_number import organisation_id
from candour.sources.cqc.api_fields import REGISTER, address, status, successions
from candour.sources.tabular.record import Record


def things(record: Record) -> Iterator[msgspec.Struct]:
    """The provider, then its successions."""
    id = record.text("providerId")
    other = record.text("alsoKnownAs")
    yield RegisteredProvider(
        register=REGISTER,
        id=id,
        name=record.text("name"),
        status=status(record),
        registered=record.day("registrationDate"),
        deregistered=record.day("deregistrationDate"),
        ownership=record.text("ownershipType"),
        company=organisation_id(record, "companiesHouseNumber", "GB-COH"),
        charity=organisation_id(record, "charityNumber", "GB-CHC"),
        brand_id=record.text("brandId") or None,
        brand=record.text("brandName"),
        address=address(record),
        council=record.text("localAuthority"),
        other_names=(other,) if other else (),
    )
    yield from successions(record, "provider", id, "relatedProviderId")
