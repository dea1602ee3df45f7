"""The northern portal: no release ids (a fault), parties numbered afresh in each notice, periods as durations."""

from typing import Any

from candour.sample import days
from candour.sample.amounts import award_value
from candour.sample.procurement import Lot, Procurement
from candour.sample.world import Council, Provider

NOTICES = "https://northern.example/notice/"
BUYER = "org-1"
MISSING = "org-99"


def tender(facts: Procurement, faults: frozenset[str], status: str, second: int) -> dict[str, Any]:
    """The contract notice."""
    return {
        "parties": [_council(facts.council), _review_body()],
        "buyer": _buyer(facts, faults),
        "tender": _tender(facts, status, second),
    }


def award(facts: Procurement, faults: frozenset[str], second: int) -> dict[str, Any]:
    """The award notice: tender, bids, awards and contracts at once."""
    winners = list(dict.fromkeys(winner for lot in facts.lots for winner in lot.winners))
    local = {winner.number: f"org-{place + 3}" for place, winner in enumerate(winners)}
    return {
        "parties": [
            _council(facts.council),
            _review_body(),
            *(_supplier(winner, local[winner.number]) for winner in winners),
        ],
        "buyer": _buyer(facts, faults),
        "tender": _tender(facts, "complete", second),
        "bids": {
            "statistics": [
                {"id": lot.id, "measure": "bids", "value": lot.bids, "relatedLot": lot.id} for lot in facts.lots
            ]
        },
        "awards": [_award(facts, lot, faults, local) for lot in facts.lots],
        "contracts": [
            {"id": lot.id, "awardID": lot.id, "status": "active", "dateSigned": days.plain(facts.award_day)}
            for lot in facts.lots
        ],
    }


def _award(facts: Procurement, lot: Lot, faults: frozenset[str], local: dict[int, str]) -> dict[str, Any]:
    return {
        "id": lot.id,
        "status": "active",
        "date": days.plain(facts.award_day),
        "value": award_value(lot.pounds, faults),
        "suppliers": [{"id": local[winner.number], "name": winner.name} for winner in lot.winners],
        "relatedLots": [lot.id],
    }


def _buyer(facts: Procurement, faults: frozenset[str]) -> dict[str, Any]:
    return {"id": MISSING if "dangling party" in faults else BUYER, "name": facts.council.name}


def _council(council: Council) -> dict[str, Any]:
    return {
        "name": council.name,
        "id": BUYER,
        "identifier": {"legalName": f"{council.name} (fictional)"},
        "address": {
            "streetAddress": "Town Hall, Market Square",
            "locality": council.name.split()[0],
            "region": "UKX02",
            "postalCode": council.postcode,
        },
        "roles": ["buyer"],
        "details": {
            "classifications": [
                {"id": "Regional or local authority", "scheme": "TED_CA_TYPE"},
                {"id": "10", "description": "Social protection", "scheme": "COFOG"},
            ],
            "url": f"https://council-{council.number}.example",
        },
    }


def _review_body() -> dict[str, Any]:
    return {
        "name": "Court of Sample Sessions",
        "id": "org-2",
        "identifier": {"legalName": "Court of Sample Sessions (fictional)"},
        "address": {"streetAddress": "1 Parable Row", "locality": "Fictonbury", "postalCode": "XF1 1AA"},
        "roles": ["reviewBody"],
    }


def _supplier(provider: Provider, local_id: str) -> dict[str, Any]:
    return {
        "name": provider.name,
        "id": local_id,
        "identifier": {"legalName": f"{provider.name} (fictional)"},
        "address": {
            "streetAddress": f"{provider.number + 1} Invention Street",
            "locality": "Fictonbury",
            "region": "UKX02",
            "postalCode": provider.postcode,
        },
        "roles": ["supplier"],
        "details": {"scale": provider.scale},
    }


def _tender(facts: Procurement, status: str, second: int) -> dict[str, Any]:
    return {
        "id": facts.reference,
        "title": facts.title,
        "description": facts.description,
        "status": status,
        "items": [
            {
                "id": lot.id,
                "additionalClassifications": [{"id": facts.service.cpv, "scheme": "CPV"}],
                "deliveryLocation": {"description": f"{facts.council.name.split()[0]} {lot.area}"},
                "deliveryAddresses": [{"region": "UKX02"}],
                "relatedLot": lot.id,
            }
            for lot in facts.lots
        ],
        "value": {"amount": facts.pounds, "currency": "GBP"},
        "procurementMethod": facts.model.method,
        "procurementMethodDetails": facts.model.details,
        **({"techniques": facts.model.techniques_field()} if facts.model.techniques else {}),
        "mainProcurementCategory": "services",
        "submissionMethod": ["electronicSubmission"],
        "submissionMethodDetails": "https://northern.example",
        "submissionTerms": {"languages": ["en"], "bidValidityPeriod": {"durationInDays": 180}},
        "tenderPeriod": {"endDate": days.plain(facts.closing_day)},
        "documents": [
            {
                "id": f"FIC{facts.number:09d}",
                "documentType": "contractNotice",
                "title": facts.title,
                "url": f"{NOTICES}FIC{facts.number:09d}",
                "datePublished": days.published(facts.tender_day, second),
                "format": "text/html",
            }
        ],
        "lots": [_lot(facts, lot, status) for lot in facts.lots],
        "selectionCriteria": {
            "criteria": [
                {
                    "type": "suitability",
                    "description": "Registered for the service, or able to be. Fictional sample.",
                },
                {"type": "technical", "description": "Two services of the kind in the last three years."},
            ]
        },
        "classification": {"id": facts.service.cpv, "scheme": "CPV"},
        "legalBasis": {"id": "32014L0024", "scheme": "CELEX"},
    }


def _lot(facts: Procurement, lot: Lot, status: str) -> dict[str, Any]:
    # Weights as digits in the description: the older way of this kind of portal.
    criteria = [{"type": "quality", "name": "Quality", "description": str(facts.quality_weight)}]
    if facts.price_weight:
        criteria.append({"type": "price", "description": str(facts.price_weight)})
    return {
        "id": lot.id,
        "title": f"Lot {lot.id}: {lot.area}",
        "description": f"{facts.service.name} in the {lot.area} for {facts.service.people}: {facts.service.needs}.",
        "status": status,
        "hasOptions": False,
        "awardCriteria": {"criteria": criteria},
        "contractPeriod": {"durationInDays": facts.end_day - facts.start_day},
        "hasRenewal": facts.extension_years > 0,
        "value": {"amount": lot.pounds, "currency": "GBP"},
    }
