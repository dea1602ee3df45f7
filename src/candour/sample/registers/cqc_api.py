"""Fictional answers of the Care Quality Commission's API (England)."""

from collections.abc import Iterable, Iterator
from typing import Any

from candour.sample.registers.cqc import (
    REGION,
    SERVICE_TYPES,
    STREET,
    english,
    location_id,
    predecessor_id,
    predecessors_provider_id,
    published,
)
from candour.sample.registers.registered_name import registered_name
from candour.sample.registers.registration import KEY_QUESTIONS, WORDS, Inspection, Registration
from candour.sample.world import Provider

Row = dict[str, Any]


def api_locations(registered: Iterable[Registration]) -> Iterator[Row]:
    """What the API says of each location, those that have closed and predecessors too."""
    for one in english(registered):
        if one.taken_over:
            yield _api_location(one, predecessor_id(one), predecessor=True)
        yield _api_location(one, location_id(one), predecessor=False)


def _api_location(one: Registration, number: str, *, predecessor: bool) -> Row:
    handover = one.since
    closed = handover if predecessor else one.closed
    said: Row = {
        "locationId": number,
        "providerId": predecessors_provider_id(one) if predecessor else one.provider.regulator_id,
        "organisationType": "Location",
        "type": "Social Care Org",
        "name": one.name,
        "registrationStatus": "Deregistered" if closed else "Registered",
        "registrationDate": f"{one.opened if predecessor else handover}",
        "dormancy": "N",
        "careHome": "Y" if one.care_home else "N",
        "numberOfBeds": one.beds,
        "postalAddressLine1": STREET,
        "postalAddressTownCity": one.town,
        "postalCode": one.postcode,
        "region": REGION,
        "localAuthority": one.council.name,
        "inspectionDirectorate": "Adult social care",
        "gacServiceTypes": [{"name": one.service, "description": SERVICE_TYPES[one.service]}],
        "specialisms": [{"name": "Caring for adults over 65 yrs"}],
        "regulatedActivities": [],
        "relationships": _relationships(one, predecessor),
    }
    if closed:
        said["deregistrationDate"] = f"{closed}"
    mine = [each for each in one.inspections if (each.day < handover) == predecessor]
    if mine:
        said["lastInspection"] = {"date": f"{mine[-1].day}"}
        said["currentRatings"] = {**_ratings(mine[-1], dated=True), "reportDate": f"{published(mine[-1])}"}
        said["historicRatings"] = [
            {**_ratings(each, dated=False), "reportDate": f"{published(each)}"} for each in reversed(mine[:-1])
        ]
    return said


def _relationships(one: Registration, predecessor: bool) -> list[Row]:
    if not one.taken_over:
        return []
    kind, other = ("HSCA Successor", location_id(one)) if predecessor else ("HSCA Predecessor", predecessor_id(one))
    return [
        {
            "relatedLocationId": other,
            "relatedLocationName": one.name,
            "type": kind,
            "reason": "Legal Entity Change",
        }
    ]


def _ratings(inspection: Inspection, *, dated: bool) -> Row:
    """Ratings in force have their date on each of them; earlier ones have it once."""
    date = {"reportDate": f"{published(inspection)}"} if dated else {}
    questions = zip(KEY_QUESTIONS, inspection.grades, strict=True)
    return {
        "overall": {
            "rating": WORDS[inspection.overall],
            **date,
            "keyQuestionRatings": [
                {"name": question, "rating": WORDS[grade], **date} for question, grade in questions
            ],
        }
    }


def api_providers(registered: Iterable[Registration]) -> Iterator[Row]:
    """What the API says of each provider with a location in England."""
    mine: dict[Provider, list[Registration]] = {}
    for one in english(registered):
        mine.setdefault(one.provider, []).append(one)
    for provider, found in mine.items():
        named = registered_name(provider)
        yield {
            "providerId": provider.regulator_id,
            "locationIds": [location_id(one) for one in found],
            "organisationType": "Provider",
            "ownershipType": "Organisation",
            "type": "Social Care Org",
            "name": named.name,
            **({"alsoKnownAs": named.trading} if named.trading else {}),
            "registrationStatus": "Registered",
            "registrationDate": f"{min(one.opened for one in found)}",
            "companiesHouseNumber": provider.company_number,
            "charityNumber": provider.charity_number,
            "postalAddressLine1": STREET,
            "postalCode": provider.postcode,
            "region": REGION,
            "inspectionDirectorate": "Adult social care",
            "relationships": [],
        }
