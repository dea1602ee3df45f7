"""Fictional files in the three forms that the Care Quality Commission publishes."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from candour.sample.registers.registration import KEY_QUESTIONS, WORDS, Inspection, Registration, registrations
from candour.sample.world import Provider

Row = dict[str, Any]
NOT_INSPECTED = "No published rating"
_REGION = "Fictional Region"
_CATEGORY = {
    "Homecare agencies": "Community based adult social care services",
    "Supported living": "Community based adult social care services",
    "Residential homes": "Residential social care",
    "Nursing homes": "Residential social care",
}
_SERVICE_TYPES = {
    "Homecare agencies": "Domiciliary care service",
    "Supported living": "Supported living service",
    "Residential homes": "Care home service without nursing",
    "Nursing homes": "Care home service with nursing",
}


def _english() -> Iterator[Registration]:
    return (one for one in registrations() if one.council.nation == "England")


def _location_id(one: Registration) -> str:
    return f"1-001{one.number:06d}"


def _predecessor_id(one: Registration) -> str:
    return f"1-002{one.number:06d}"


def ratings_rows() -> Iterator[Row]:
    """The directory with ratings: one row a rating, only of what is registered and was inspected."""
    for one in _english():
        if one.closed or not one.inspections:
            continue
        last = one.inspections[-1]
        for domain, grade in (("Overall", last.overall), *zip(KEY_QUESTIONS, last.grades, strict=True)):
            yield _rating_row(one, domain, WORDS[grade], last)


def _rating_row(one: Registration, domain: str, word: str, inspection: Inspection) -> Row:
    published = inspection.day + timedelta(days=40)
    return {
        "Location ID": _location_id(one),
        "Location ODS Code": "",
        "Location Name": one.name,
        "Care Home?": "Y" if one.care_home else "N",
        "Location Type": "Social Care Org",
        "Location Primary Inspection Category": _CATEGORY[one.service],
        "Location Street Address": "1 Fictional Street",
        "Location Address Line 2": "",
        "Location City": one.council.name.split()[0],
        "Location Post Code": one.postcode,
        "Location Local Authority": one.council.name,
        "Location Region": _REGION,
        "Location NHS Region": _REGION,
        "Location ONSPD CCG Code": "",
        "Location ONSPD CCG": "",
        "Location Commissioning CCG Code": "",
        "Location Commissioning CCG Name": "",
        "Service / Population Group": "Overall",
        "Domain": domain,
        "Latest Rating": word,
        "Publication Date": f"{published:%m/%d/%Y}",
        "Report Type": "Location",
        "Inherited Rating (Y/N)": "Y" if inspection.day < _under_this_owner(one) else "N",
        "URL": f"https://regulator.example/location/{_location_id(one)}",
        "Provider ID": one.provider.regulator_id,
        "Provider Name": one.provider.name,
        "Brand ID": "-",
        "Brand Name": "-",
    }


def _under_this_owner(one: Registration) -> date:
    return one.opened + timedelta(days=900) if one.taken_over else one.opened


def location_rows() -> Iterator[Row]:
    """The directory of locations: one row a location with its provider's company number and the five ratings."""
    for one in _english():
        if one.closed:
            continue
        last = one.inspections[-1] if one.inspections else None
        words = [WORDS[grade] for grade in (last.overall, *last.grades)] if last else [""] * 6
        yield {
            "Location Name": one.name,
            "Location ID": _location_id(one),
            "Comments within last month / comments last recorded": "",
            "Registered manager": "",
            "Location UPRN": "",
            "Location telephone number": "",
            "Location Web Address": "",
            "Location Local Authority": one.council.name,
            "Location ADASS Region": _REGION,
            "Primary inspection category": _CATEGORY[one.service],
            "Service Types": _SERVICE_TYPES[one.service],
            "Care homes beds": str(one.beds),
            "Location HSCA start date": f"{_under_this_owner(one)}",
            "Location HSCA end date": "",
            "Dormant": "N",
            "Location Latest Overall Rating": words[0],
            "Publication Date": _american(last.day + timedelta(days=40)) if last else "",
            "Service users supported": "Caring for adults over 65 yrs, Dementia",
            "Size of care home (bands by number of beds)": "",
            "Location length of service (bands by number of years)": "",
            **{
                f"Location {question.lower()} rating": word
                for question, word in zip(KEY_QUESTIONS, words[1:], strict=True)
            },
            **_provider_columns(one.provider),
        }


def _provider_columns(provider: Provider) -> Row:
    return {
        "Provider Name": provider.name,
        "Provider ID": provider.regulator_id,
        "Provider HSCA start date": "1/10/2011 12:00:00 AM",
        "Provider length of service (bands by number of years)": "",
        "Provider Ownership Type": "Organisation",
        "Provider Companies House Number": provider.company_number,
        "Provider characteristic - number of locations": "",
        "Provider characteristic - national group size (based on locations)": "",
        "Provider characteristic - number of beds": "",
        "Provider characteristic - share of beds (nationally)": "",
        "Provider characteristic - number of local authority areas where it has locations": "",
        "Provider characteristic - % of local authority areas where it has locations": "",
        "Brand Name": "",
        "Brand ID": "",
        "Brand characteristic - number of locations": "",
        "Brand characteristic -national group size (based on locations)": "",
        "Brand characteristic - number of beds": "",
        "Brand characteristic - share of beds (nationally)": "",
        "Brand characteristic - % of local authority areas where it has locations": "",
        "Brand characteristic - number of local authority areas where it has locations": "",
    }


def _american(day: date) -> str:
    return f"{day.month}/{day.day}/{day.year} 12:00:00 AM"


def api_locations() -> Iterator[Row]:
    """What the API says of each location, those that have closed and predecessors too."""
    for one in _english():
        if one.taken_over:
            yield _api_location(one, _predecessor_id(one), predecessor=True)
        yield _api_location(one, _location_id(one), predecessor=False)


def _api_location(one: Registration, number: str, *, predecessor: bool) -> Row:
    handover = _under_this_owner(one)
    closed = handover if predecessor else one.closed
    said: Row = {
        "locationId": number,
        "providerId": f"1-003{one.number:06d}" if predecessor else one.provider.regulator_id,
        "organisationType": "Location",
        "type": "Social Care Org",
        "name": one.name,
        "registrationStatus": "Deregistered" if closed else "Registered",
        "registrationDate": f"{one.opened if predecessor else handover}",
        "dormancy": "N",
        "careHome": "Y" if one.care_home else "N",
        "numberOfBeds": one.beds,
        "postalAddressLine1": "1 Fictional Street",
        "postalAddressTownCity": one.council.name.split()[0],
        "postalCode": one.postcode,
        "region": _REGION,
        "localAuthority": one.council.name,
        "inspectionDirectorate": "Adult social care",
        "gacServiceTypes": [{"name": one.service, "description": _SERVICE_TYPES[one.service]}],
        "specialisms": [{"name": "Caring for adults over 65 yrs"}],
        "regulatedActivities": [],
        "relationships": _relationships(one, predecessor),
    }
    if closed:
        said["deregistrationDate"] = f"{closed}"
    mine = [each for each in one.inspections if (each.day < handover) == predecessor]
    if mine:
        said["lastInspection"] = {"date": f"{mine[-1].day}"}
        said["currentRatings"] = _ratings(mine[-1])
        said["historicRatings"] = [_ratings(each) for each in reversed(mine[:-1])]
    return said


def _relationships(one: Registration, predecessor: bool) -> list[Row]:
    if not one.taken_over:
        return []
    kind, other = ("HSCA Successor", _location_id(one)) if predecessor else ("HSCA Predecessor", _predecessor_id(one))
    return [
        {
            "relatedLocationId": other,
            "relatedLocationName": one.name,
            "type": kind,
            "reason": "Legal Entity Change",
        }
    ]


def _ratings(inspection: Inspection) -> Row:
    published = f"{inspection.day + timedelta(days=40)}"
    return {
        "overall": {
            "rating": WORDS[inspection.overall],
            "reportDate": published,
            "keyQuestionRatings": [
                {"name": question, "rating": WORDS[grade], "reportDate": published}
                for question, grade in zip(KEY_QUESTIONS, inspection.grades, strict=True)
            ],
        },
        "reportDate": published,
    }


def api_providers() -> Iterator[Row]:
    """What the API says of each provider with a location in England."""
    mine: dict[Provider, list[Registration]] = {}
    for one in _english():
        mine.setdefault(one.provider, []).append(one)
    for provider, found in mine.items():
        yield {
            "providerId": provider.regulator_id,
            "locationIds": [_location_id(one) for one in found],
            "organisationType": "Provider",
            "ownershipType": "Organisation",
            "type": "Social Care Org",
            "name": provider.name,
            "registrationStatus": "Registered",
            "registrationDate": f"{min(one.opened for one in found)}",
            "companiesHouseNumber": provider.company_number,
            "charityNumber": provider.charity_number,
            "postalAddressLine1": "1 Fictional Street",
            "postalCode": provider.postcode,
            "region": _REGION,
            "inspectionDirectorate": "Adult social care",
            "relationships": [],
        }
