"""A fictional table of services in Wales, in Candour's own layout: the regulator publishes none."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from candour.sample.registers.registered_name import registered_name
from candour.sample.registers.registration import Inspection, Registration

RATED_FROM = date(2025, 4, 1)
"""Inspections before that day gave no ratings that were published."""
_KINDS = {
    "Homecare agencies": "Domiciliary Support Service",
    "Supported living": "Domiciliary Support Service",
    "Residential homes": "Care Home Service",
    "Nursing homes": "Care Home Service",
}
_WORDS = ("Requires significant improvement", "Requires improvement", "Good", "Excellent")


def rows(registered: Iterable[Registration]) -> Iterator[dict[str, str]]:
    """One row a service. Environment is rated only where people live."""
    for one in registered:
        if one.council.nation != "Wales":
            continue
        rated = next((each for each in reversed(one.inspections) if each.day >= RATED_FROM), None)
        number = f"SIN-9900{one.number:06d}"
        yield {
            "service_id": number,
            "service_name": one.name,
            "service_type": _KINDS[one.service],
            "provider_id": f"RISCA-9900{one.provider.number:06d}",
            "provider_name": registered_name(one.provider).name,
            "provider_company_number": one.provider.company_number,
            "address": "1 Fictional Street",
            "town": one.town,
            "postcode": one.postcode,
            "council": one.council.name,
            "places": str(one.beds) if one.care_home else "",
            "registered": f"{one.opened:%d/%m/%Y}",
            "cancelled": f"{one.closed:%d/%m/%Y}" if one.closed else "",
            "inspected": f"{rated.day:%d/%m/%Y}" if rated else "",
            "published": f"{rated.day + timedelta(days=30):%d/%m/%Y}" if rated else "",
            **_themes(one, rated),
            "report_url": f"https://regulator.example/service/{number}",
        }


def _themes(one: Registration, rated: Inspection | None) -> dict[str, str]:
    words = [_WORDS[grade] for grade in rated.grades] if rated else [""] * 5
    return {
        "rating_well_being": words[0],
        "rating_care_and_support": words[1],
        "rating_leadership_and_management": words[2],
        "rating_environment": words[3] if one.care_home else "",
    }
