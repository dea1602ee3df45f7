"""The directory with ratings: one row a rating of one key question of one service of one location."""

from collections.abc import Iterator

import msgspec

from candour.care.register import Location, RegisteredProvider
from candour.sources.rated import rating
from candour.sources.register_file import address
from candour.sources.tabular.row import TableRow

REGISTER = "cqc"
_WHOLE = "Overall"
_SOCIAL_CARE = "Social Care Org"


def things(row: TableRow, seen: set[str]) -> Iterator[msgspec.Struct]:
    """The row's rating, and its provider and location where they were not `seen` before."""
    location, provider = row.text("location_id"), row.text("provider_id")
    new = []
    if provider and provider not in seen:
        seen.add(provider)
        new.append("a provider")
        yield _provider(row, provider)
    if location not in seen:
        seen.add(location)
        new.append("a location")
        yield _location(row, location, provider)
    found = rating(
        row,
        "rating",
        register=REGISTER,
        subject="location",
        subject_id=location,
        service=None if row.text("service") == _WHOLE else row.text("service"),
        key_question=row.text("key_question"),
        as_published=row.raw("rating"),
        published=row.day("published"),
        inherited=row.yes("inherited"),
    )
    if found is not None:
        yield found
        new.append("a rating")
    if new:
        row.used(", ".join(new))
    else:
        row.refused("a rating that means nothing known")


def _provider(row: TableRow, id: str) -> RegisteredProvider:
    return RegisteredProvider(
        register=REGISTER,
        id=id,
        name=row.text("provider_name"),
        status="registered",
        brand_id=row.text("brand_id") or None,
        brand=row.text("brand"),
    )


def _location(row: TableRow, id: str, provider: str) -> Location:
    kind = row.text("organisation_type")
    return Location(
        register=REGISTER,
        id=id,
        name=row.text("location_name"),
        provider_id=provider or None,
        provider_name=row.text("provider_name"),
        status="registered",
        care_home=row.yes("care_home"),
        adult_social_care=kind == _SOCIAL_CARE if kind else None,
        address=address(row, "address_1", "address_2"),
        council=row.text("council"),
        region=row.text("region"),
        url=row.text("url") or None,
    )
