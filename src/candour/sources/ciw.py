"""Care Inspectorate Wales: a layout of our own, since no table is published; one row a service, ratings by theme."""

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from candour.care.ratings.rating import Rating
from candour.care.register import Location, RegisteredProvider
from candour.sources.account import Tally
from candour.sources.company_number import organisation_id
from candour.sources.definition import TablesDefinition
from candour.sources.rated import rating
from candour.sources.register_file import address, of_services, read_rows
from candour.sources.tabular.row import TableRow

REGISTER = "ciw"
_THEMES = ("well-being", "care and support", "leadership and management", "environment")
_CARE_HOME = "care home"


def read(stream: BinaryIO, *, name: str, definition: TablesDefinition, tally: Tally) -> Iterator[msgspec.Struct]:
    """Providers, services and ratings, as `candour.sources.tables.Read` promises."""
    things = of_services("provider_id", _provider, _location, _ratings)
    return read_rows(stream, name=name, definition=definition, tally=tally, things={"ciw-services": things})


def _provider(row: TableRow, id: str) -> RegisteredProvider:
    return RegisteredProvider(
        register=REGISTER,
        id=id,
        name=row.text("provider_name"),
        company=organisation_id(row, "company", "GB-COH"),
    )


def _location(row: TableRow, provider: str) -> Location:
    kind, ended = row.text("service_type"), row.day("cancelled")
    return Location(
        register=REGISTER,
        id=row.text("service_id"),
        name=row.text("service_name"),
        provider_id=provider or None,
        provider_name=row.text("provider_name"),
        status="deregistered" if ended else "registered",
        registered=row.day("registered"),
        deregistered=ended,
        care_home=kind.casefold().startswith(_CARE_HOME) if kind else None,
        services=(kind,) if kind else (),
        places=row.whole("places"),
        address=address(row, "address"),
        council=row.text("council"),
        last_inspected=row.day("inspected"),
        url=row.text("report_url") or None,
    )


def _ratings(row: TableRow, _: Location) -> Iterator[Rating]:
    """A rating for each theme that has one; a service without any is unrated in the first theme, which all have."""
    published, inspected = row.day("published"), row.day("inspected")
    given = [theme for theme in _THEMES if row.raw(theme)] or [_THEMES[0]]
    for theme in given:
        found = rating(
            row,
            theme,
            register=REGISTER,
            subject="location",
            subject_id=row.text("service_id"),
            key_question=theme,
            as_published=row.raw(theme),
            published=published,
            inspected=inspected,
            ever_inspected=inspected is not None,
            report_url=row.text("report_url") or None,
        )
        if found is not None:
            yield found
