"""The lots of the national portal: items, criteria with weights, bid statistics, awards, contracts."""

from typing import Any

from candour.sample import days, performance
from candour.sample.amounts import award_value, pounds
from candour.sample.procurement import Lot, Procurement
from candour.sample.social_care import rates, terms

DIRHAMS = "AED"


def item(facts: Procurement, lot: Lot) -> dict[str, Any]:
    """What is delivered in a lot."""
    return {
        "id": lot.id,
        "additionalClassifications": [
            {"scheme": "CPV", "id": facts.service.cpv, "description": facts.service.cpv_name}
        ],
        "deliveryAddresses": [{"region": "UKX01", "country": "GB", "countryName": "United Kingdom"}],
        "relatedLot": lot.id,
    }


def lot_notice(facts: Procurement, lot: Lot, faults: frozenset[str]) -> dict[str, Any]:
    """A lot as the tender notice has it."""
    value = pounds(lot.pounds)
    if "foreign currency" in faults and lot.id == "1":
        value["currency"] = DIRHAMS
    return {
        "id": lot.id,
        "title": f"Lot {lot.id}: {lot.area}",
        "description": lot_text(facts, lot),
        "status": "active",
        "value": value,
        "awardCriteria": {"criteria": _criteria(facts)},
        "contractPeriod": _contract_period(facts),
        "hasRenewal": facts.extension_years > 0,
        **({"renewal": {"description": f"{facts.extension_years} x 12 months"}} if facts.extension_years else {}),
        "suitability": {"sme": True, "vcse": True},
        **terms.of_lot(facts, lot.id),
        **rates.asked(facts, lot),
    }


def award_of(facts: Procurement, lot: Lot, faults: frozenset[str]) -> dict[str, Any]:
    """The award of a lot."""
    return {
        "id": lot.id,
        "title": f"{facts.title}, lot {lot.id}",
        "status": "active",
        "date": days.start(facts.award_day),
        "value": award_value(lot.pounds, faults),
        "mainProcurementCategory": "services",
        "aboveThreshold": True,
        "suppliers": [{"id": f"GB-PPON-{winner.platform_id}", "name": winner.name} for winner in lot.winners],
        "items": [item(facts, lot)],
        "standstillPeriod": {"endDate": days.end(facts.award_day + 8)},
        "contractPeriod": _contract_period(facts),
        "relatedLots": [lot.id],
        **({"agreedMetrics": performance.targets(facts)} if facts.service.care else {}),
        **rates.awarded(facts, lot, faults),
    }


def contract_of(facts: Procurement, lot: Lot) -> dict[str, Any]:
    """The contract of one lot as it is signed."""
    agreed = {"agreedMetrics": performance.targets(facts)} if facts.service.care else _NO_METRICS
    return {
        "id": lot.id,
        "awardID": lot.id,
        "title": facts.title,
        "description": lot_text(facts, lot),
        "status": "active",
        "period": _contract_period(facts),
        "value": pounds(lot.pounds),
        "dateSigned": days.start(facts.signing_day),
        "aboveThreshold": True,
        **agreed,
        **terms.of_contract(facts),
        **rates.awarded(facts, lot),
    }


_NO_METRICS = {
    "noAgreedMetricsRationale": "The contract is worth less than the amount at which metrics are required."
}


def statistics(facts: Procurement) -> list[dict[str, Any]]:
    """How many bid for each lot."""
    return [
        {"id": f"{lot.id}-{measure}", "measure": measure, "value": value, "relatedLot": lot.id}
        for lot in facts.lots
        for measure, value in (
            ("bids", lot.bids),
            ("finalStageBids", max(1, lot.bids - 1)),
            ("smeFinalStageBids", min(lot.small_bids, max(1, lot.bids - 1))),
            ("vcseFinalStageBids", lot.small_bids // 3),
        )
    ]


def lot_text(facts: Procurement, lot: Lot) -> str:
    """A lot in words."""
    return f"{facts.service.name} in the {lot.area} of the area of {facts.council.name}, for {facts.service.people}."


def _criteria(facts: Procurement) -> list[dict[str, Any]]:
    criteria = [_criterion("quality", "quality", "Quality", _QUALITY_TEXT, facts.quality_weight)]
    if facts.price_weight:
        criteria.append(_criterion("price", "price", "Price", _PRICE_TEXT, facts.price_weight))
    if facts.social_value_weight:
        criteria.append(
            _criterion("social-value", "quality", "Social value", _SOCIAL_TEXT, facts.social_value_weight)
        )
    return criteria


_QUALITY_TEXT = "Answers about support, teams, safety, outcomes and pay, marked from 0 to 5 by the panel. Fictional."
_PRICE_TEXT = "The hourly rate against the council's published calculation of cost. Fictional."
_SOCIAL_TEXT = "What the bidder adds for the area: work, training, less travel. Fictional."


def _criterion(id_: str, kind: str, name: str, text: str, weight: int) -> dict[str, Any]:
    return {
        "id": id_,
        "type": kind,
        "name": name,
        "description": text,
        "numbers": [{"number": weight, "weight": "percentageExact"}],
    }


def _contract_period(facts: Procurement) -> dict[str, Any]:
    period = {"startDate": days.start(facts.start_day), "endDate": days.end(facts.end_day)}
    if facts.extension_years:
        period["maxExtentDate"] = days.end(facts.end_day + facts.extension_years * 365)
    return period
