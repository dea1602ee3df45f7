"""The noticeboard: every release says everything again; no lots, lowest and highest value, numbers of its own.

All its text can be written in ISO-8859-1, in which some of its files are.
"""

from typing import Any

from candour.sample import days
from candour.sample.amounts import award_value
from candour.sample.procurement import Procurement
from candour.sample.world import COUNCILS, Council, Provider

NOTICES = "https://noticeboard.example/Notice/"
NUMBERS_FROM = 990_000_000


def tender(facts: Procurement, faults: frozenset[str], status: str, notice: str, second: int) -> dict[str, Any]:
    """The opportunity."""
    return {
        "tender": _tender(facts, faults, status, notice, second),
        "parties": [_council(facts.council)],
        "buyer": _buyer(facts),
    }


def award(facts: Procurement, faults: frozenset[str], ocid: str, notice: str, second: int) -> dict[str, Any]:
    """The opportunity again, and who got it: one award for everything, whatever the lots were."""
    winners = list(dict.fromkeys(winner for lot in facts.lots for winner in lot.winners))
    if "shared supplier id" in faults:
        numbers = [number_of(winners[0])] * len(winners)
    else:
        numbers = [number_of(winner) for winner in winners]
    names = [winner.name for winner in winners]
    if "empty supplier name" in faults:
        names[0] = ""
    return {
        "tender": _tender(facts, faults, "complete", notice, second),
        "parties": [
            _council(facts.council),
            *(_supplier(*one) for one in zip(winners, numbers, names, strict=True)),
        ],
        "buyer": _buyer(facts),
        "awards": [
            {
                "id": award_id(ocid),
                "status": "active",
                "date": days.plain(facts.award_day),
                "datePublished": days.published(facts.award_day + 5, second),
                "value": award_value(facts.pounds, faults),
                "suppliers": [{"id": number, "name": name} for number, name in zip(numbers, names, strict=True)],
                "contractPeriod": _contract_period(facts, faults),
                "documents": [_document(notice, "awardNotice", "Awarded contract notice", facts.award_day, second)],
            }
        ],
    }


def award_id(ocid: str) -> str:
    """The id of the only award of a process."""
    return f"{ocid}-1"


def number_of(provider: Provider) -> str:
    """A provider's number on the noticeboard."""
    return f"GB-CFS-{NUMBERS_FROM + len(COUNCILS) + provider.number}"


def _buyer(facts: Procurement) -> dict[str, Any]:
    return {"id": f"GB-CFS-{NUMBERS_FROM + facts.council.number}", "name": facts.council.name}


def _council(council: Council) -> dict[str, Any]:
    return {
        "id": f"GB-CFS-{NUMBERS_FROM + council.number}",
        "name": council.name,
        "identifier": {"legalName": f"{council.name} (fictional)"},
        "address": {
            "streetAddress": "Town Hall, Market Square",
            "locality": council.name.split()[0],
            "postalCode": council.postcode,
            "countryName": "England",
        },
        "details": {"url": f"https://council-{council.number}.example"},
        "roles": ["buyer"],
    }


def _supplier(provider: Provider, number: str, name: str) -> dict[str, Any]:
    identifier = {"legalName": f"{provider.name} (fictional)"}
    if provider.company_number:
        identifier = {**identifier, "scheme": "GB-COH", "id": provider.company_number}
    return {
        "id": number,
        "name": name,
        "identifier": identifier,
        "address": {"streetAddress": f"{provider.number + 1} Invention Street, Fictonbury {provider.postcode}"},
        "details": {"scale": provider.scale, "vcse": provider.vcse},
        "roles": ["supplier"],
    }


def _tender(facts: Procurement, faults: frozenset[str], status: str, notice: str, second: int) -> dict[str, Any]:
    return {
        "id": facts.reference,
        "title": facts.title,
        "description": f"{facts.description} The yearly value is about £{facts.pounds // 3:,}.",
        "datePublished": days.published(facts.tender_day, second),
        "status": status,
        "classification": {"scheme": "CPV", "id": facts.service.cpv, "description": facts.service.cpv_name},
        "items": [{"id": "1", "deliveryAddresses": [{"region": "Fictonshire", "countryName": "United Kingdom"}]}],
        "minValue": {"amount": facts.pounds * 4 // 5, "currency": "GBP"},
        "value": {"amount": facts.pounds, "currency": "GBP"},
        "procurementMethod": facts.model.method,
        "procurementMethodDetails": facts.model.details,
        "tenderPeriod": {"endDate": days.noon(facts.closing_day)},
        "contractPeriod": _contract_period(facts, faults),
        "suitability": {"sme": True, "vcse": True},
        "mainProcurementCategory": "services",
        "documents": [
            _document(notice, "tenderNotice", "Opportunity notice", facts.tender_day, second),
            *(_attachment(number) for number in range(2, 6)),
        ],
    }


def _contract_period(facts: Procurement, faults: frozenset[str]) -> dict[str, Any]:
    if "absurd date" in faults:
        if facts.number % 2:
            return {"startDate": days.plain(facts.start_day), "endDate": "9999-12-31T23:59:59Z"}
        return {"startDate": "0001-01-01T00:00:00Z", "endDate": days.plain(facts.end_day)}
    return {"startDate": days.plain(facts.start_day), "endDate": days.plain(facts.end_day)}


def _document(notice: str, kind: str, name: str, day: int, second: int) -> dict[str, Any]:
    return {
        "id": "1",
        "documentType": kind,
        "description": f"{name} on the fictional noticeboard",
        "url": f"{NOTICES}{notice}",
        "datePublished": days.published(day, second),
        "format": "text/html",
        "language": "en",
    }


_ATTACHMENTS = {
    2: "Specification of the service, as agreed with people who use it (fictional)",
    3: "Terms of the contract with its schedules (fictional)",
    4: "Questions on quality and how the answers are marked (fictional)",
    5: "Details of the staff who may transfer, without names (fictional)",
}


def _attachment(number: int) -> dict[str, Any]:
    return {
        "id": str(number),
        "documentType": "tenderNotice",
        "description": _ATTACHMENTS[number],
        "url": f"{NOTICES}attachments/{number}",
        "format": "application/pdf",
    }
