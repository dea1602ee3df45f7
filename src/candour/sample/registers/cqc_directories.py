"""Two fictional monthly files in the forms of the Care Quality Commission's (England)."""

from collections.abc import Iterable, Iterator
from datetime import date

from candour.sample.registers.cqc import REGION, SERVICE_TYPES, STREET, english, location_id, published
from candour.sample.registers.registered_name import registered_name
from candour.sample.registers.registration import KEY_QUESTIONS, WORDS, Inspection, Registration
from candour.sample.world import Provider

Row = dict[str, str]
_CATEGORY = {
    "Homecare agencies": "Community based adult social care services",
    "Supported living": "Community based adult social care services",
    "Residential homes": "Residential social care",
    "Nursing homes": "Residential social care",
}


def ratings_rows(registered: Iterable[Registration]) -> Iterator[Row]:
    """The directory with ratings: one row a rating, only of what is registered and was inspected."""
    for one in english(registered):
        if one.closed or not one.inspections:
            continue
        last = one.inspections[-1]
        for domain, grade in (("Overall", last.overall), *zip(KEY_QUESTIONS, last.grades, strict=True)):
            yield _rating_row(one, domain, WORDS[grade], last)


def _rating_row(one: Registration, domain: str, word: str, inspection: Inspection) -> Row:
    return {
        "Location ID": location_id(one),
        "Location ODS Code": "",
        "Location Name": one.name,
        "Care Home?": "Y" if one.care_home else "N",
        "Location Type": "Social Care Org",
        "Location Primary Inspection Category": _CATEGORY[one.service],
        "Location Street Address": STREET,
        "Location Address Line 2": "",
        "Location City": one.town,
        "Location Post Code": one.postcode,
        "Location Local Authority": one.council.name,
        "Location Region": REGION,
        "Location NHS Region": REGION,
        "Location ONSPD CCG Code": "",
        "Location ONSPD CCG": "",
        "Location Commissioning CCG Code": "",
        "Location Commissioning CCG Name": "",
        "Service / Population Group": "Overall",
        "Domain": domain,
        "Latest Rating": word,
        "Publication Date": f"{published(inspection):%m/%d/%Y}",
        "Report Type": "Location",
        "Inherited Rating (Y/N)": "Y" if inspection.day < one.since else "N",
        "URL": f"https://regulator.example/location/{location_id(one)}",
        "Provider ID": one.provider.regulator_id,
        "Provider Name": registered_name(one.provider).name,
        "Brand ID": "-",
        "Brand Name": "-",
    }


def location_rows(registered: Iterable[Registration]) -> Iterator[Row]:
    """The directory of locations: one row a location with its provider's company number and the five ratings.

    The real file's publication date is the day of registration in every row, and so it is here.
    """
    for one in english(registered):
        if one.closed:
            continue
        last = one.inspections[-1] if one.inspections else None
        words = [WORDS[grade] for grade in (last.overall, *last.grades)] if last else [""] * 6
        yield {
            "Location Name": one.name,
            "Location ID": location_id(one),
            "Comments within last month / comments last recorded": "",
            "Registered manager": "",
            "Location UPRN": "",
            "Location telephone number": "",
            "Location Web Address": "",
            "Location Local Authority": one.council.name,
            "Location ADASS Region": REGION,
            "Primary inspection category": _CATEGORY[one.service],
            "Service Types": SERVICE_TYPES[one.service],
            "Care homes beds": str(one.beds),
            "Location HSCA start date": _american(one.since),
            "Location HSCA end date": "",
            "Dormant": "N",
            "Location Latest Overall Rating": words[0],
            "Publication Date": _american(one.since),
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
        "Provider Name": registered_name(provider).name,
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
