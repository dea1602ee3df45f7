"""The Care Inspectorate, Scotland: one file a month, one row a service, six grades by key question."""

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from candour.care.ratings.rating import Rating
from candour.care.register import Location, RegisteredProvider, Status
from candour.sources.account import Tally
from candour.sources.definition import TablesDefinition
from candour.sources.rated import rating
from candour.sources.register_file import address, of_services, read_rows
from candour.sources.tabular import rules
from candour.sources.tabular.row import TableRow

REGISTER = "care_inspectorate"
_STATUSES: dict[str, Status] = {"Active": "registered", "Inactive": "inactive", "Cancelled": "deregistered"}
_QUESTIONS = ("wellbeing", "planning", "setting", "staff_team", "leadership", "care_play_and_learning")
_CARE_HOME = "Care Home Service"
_CHILDREN = frozenset({"Day Care of Children", "Child Minding"})


def read(stream: BinaryIO, *, name: str, definition: TablesDefinition, tally: Tally) -> Iterator[msgspec.Struct]:
    """Providers, services and grades, as `candour.sources.tables.Read` promises."""
    things = of_services("provider_number", _provider, _location, _ratings)
    layouts = {"care-inspectorate-datastore": things}
    return read_rows(stream, name=name, definition=definition, tally=tally, things=layouts)


def _provider(row: TableRow, id: str) -> RegisteredProvider:
    return RegisteredProvider(
        register=REGISTER,
        id=id,
        name=row.text("provider_name"),
        ownership=row.text("ownership"),
    )


def _location(row: TableRow, provider: str) -> Location:
    kind, word = row.text("kind"), row.text("status")
    if word and word not in _STATUSES:
        row.tell(rules.CELL_UNREADABLE, "status", word, f"a status: {', '.join(_STATUSES)}")
    return Location(
        register=REGISTER,
        id=row.text("service_number"),
        name=row.text("service_name"),
        provider_id=provider or None,
        provider_name=row.text("provider_name"),
        status=_STATUSES.get(word),
        registered=row.day("registered"),
        care_home=kind == _CARE_HOME if kind else None,
        adult_social_care=row.text("client_group") == "Adults" and kind not in _CHILDREN if kind else None,
        services=tuple(part for part in (kind, row.text("subtype"), *row.texts("additional_subtypes", ";")) if part),
        people=row.texts("areas") or row.texts("main_area", ";"),
        beds=row.whole("beds"),
        places=row.whole("places"),
        address=address(row, "address_1", "address_2", "address_3", "address_4"),
        council=row.text("council"),
        region=row.text("region"),
        last_inspected=row.day("last_inspected"),
    )


def _ratings(row: TableRow, _: Location) -> Iterator[Rating]:
    """A grade for each key question that has one.

    The lowest grade is none of its own: it only has to be the lowest of them. The day of the last inspection is not
    said to be that of the grades, because an inspection may leave them as they were.
    """
    published, grades = row.day("published"), []
    for field in _QUESTIONS:
        word = row.raw(field)
        if not word:
            continue
        found = rating(
            row,
            field,
            register=REGISTER,
            subject="location",
            subject_id=row.text("service_number"),
            key_question=field.replace("_", " "),
            as_published=word,
            published=published,
            kind=row.text("kind") or None,
        )
        if found is not None:
            grades.append(found.grade)
            yield found
    lowest = row.whole("lowest")
    if lowest is not None and grades and str(lowest) != min(grade or "" for grade in grades):
        row.tell(rules.CELL_UNEXPECTED, "lowest", str(lowest), f"{min(grade or '' for grade in grades)}, the lowest")
