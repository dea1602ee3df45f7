"""The directory of locations: one row a location, with its provider, its overall rating and five key questions."""

from collections.abc import Iterator

from candour.care.ratings.rating import Rating
from candour.care.register import Location, RegisteredProvider
from candour.sources.company_number import organisation_id
from candour.sources.rated import rating
from candour.sources.register_file import of_services
from candour.sources.tabular.row import TableRow

REGISTER = "cqc"
_KEY_QUESTIONS = {
    "overall": "overall",
    "safe": "safe",
    "effective": "effective",
    "caring": "caring",
    "responsive": "responsive",
    "well_led": "well-led",
}
_SOCIAL_CARE = frozenset({"Residential social care", "Community based adult social care services"})
_CARE_HOME = "Care home service"


def _provider(row: TableRow, id: str) -> RegisteredProvider:
    return RegisteredProvider(
        register=REGISTER,
        id=id,
        name=row.text("provider_name"),
        status="registered",
        registered=row.day("provider_registered"),
        ownership=row.text("ownership"),
        company=organisation_id(row, "company", "GB-COH"),
        brand_id=row.text("brand_id") or None,
        brand=row.text("brand"),
    )


def _location(row: TableRow, provider: str) -> Location:
    services, category, ended = row.texts("services"), row.text("category"), row.day("deregistered")
    return Location(
        register=REGISTER,
        id=row.text("location_id"),
        name=row.text("location_name"),
        provider_id=provider or None,
        provider_name=row.text("provider_name"),
        status="deregistered" if ended else "registered",
        registered=row.day("registered"),
        deregistered=ended,
        dormant=row.yes("dormant"),
        care_home=any(each.startswith(_CARE_HOME) for each in services) if services else None,
        adult_social_care=category in _SOCIAL_CARE if category else None,
        services=services,
        people=row.texts("people"),
        beds=row.whole("beds"),
        council=row.text("council"),
        region=row.text("region"),
    )


def _ratings(row: TableRow, location: Location) -> Iterator[Rating]:
    """An overall rating even where the cell is empty, which says "unrated"; key questions only where there is one.

    A publication date that only repeats the registration is none (a known fault of this file).
    """
    published = row.day("published")
    if published == location.registered:
        published = None
    for field, question in _KEY_QUESTIONS.items():
        word = row.raw(field)
        if not word and question != "overall":
            continue
        found = rating(
            row,
            field,
            register=REGISTER,
            subject="location",
            subject_id=row.text("location_id"),
            key_question=question,
            as_published=word,
            published=published,
        )
        if found is not None:
            yield found


things = of_services("provider_id", _provider, _location, _ratings)
"""The row's location and ratings, and its provider where it was not seen before."""
