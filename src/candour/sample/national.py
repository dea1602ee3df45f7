"""The national portal: lots, criteria with weights, bid statistics, central ids, amendments of only what changed."""

from typing import Any

from candour.sample import days, performance, succession
from candour.sample.amounts import pounds
from candour.sample.draws import Draws
from candour.sample.national_lots import award_of, contract_of, item, lot_notice, lot_text, statistics
from candour.sample.national_organisations import buyer, council_party, in_brief, supplier
from candour.sample.procurement import Procurement
from candour.sample.social_care import rates, said, scoring, standards, taking_part, terms
from candour.sample.succession import Service
from candour.sample.world import Provider

NOTICES = "https://national.example/Notice/"
_LEGAL_BASIS = "https://www.legislation.gov.uk/ukpga/2023/54/contents"
_NOTICE = {
    "P": ("UK2", "plannedProcurementNotice", "Planned procurement notice"),
    "T": ("UK4", "tenderNotice", "Tender notice"),
    "U": ("UK4", "tenderNotice", "Tender notice, changed"),
    "X": ("UK12", "tenderCancellationNotice", "Procurement termination notice"),
    "A": ("UK6", "awardNotice", "Contract award notice"),
    "C": ("UK7", "contractNotice", "Contract details notice"),
    "I": ("UK9", "implementationNotice", "Contract performance notice"),
    "F": ("UK11", "contractTerminationNotice", "Contract termination notice"),
}


def planning(facts: Procurement, document: dict[str, Any], care: Draws) -> dict[str, Any]:
    """What the council means to buy, with what money, and who took part in working it out."""
    return {
        **taking_part.co_design(facts, care),
        "parties": [council_party(facts.council)],
        "buyer": buyer(facts),
        "planning": {
            "rationale": "The present contract ends and the need remains. Fictional sample.",
            "budget": {"amount": pounds(facts.pounds), "description": "Adult social care budget of the council"},
            "milestones": [
                {
                    "id": "1",
                    "type": "engagement",
                    "description": "Meetings with providers and with people who use the service",
                    "dueDate": days.start(facts.planning_day + 14),
                    "status": "scheduled",
                }
            ],
            **(
                {"forecasts": performance.targets(facts)}
                if facts.service.care and said.targets(facts.council)
                else {}
            ),
        },
        "tender": {
            **_heading(facts, "planned"),
            "value": pounds(facts.pounds),
            "items": [item(facts, lot) for lot in facts.lots],
            "lots": [{"id": lot.id, "status": "planned", "description": lot_text(facts, lot)} for lot in facts.lots],
            "communication": {"futureNoticeDate": days.start(facts.tender_day)},
            "documents": [document],
        },
    }


def tender(facts: Procurement, faults: frozenset[str], closing_day: int, document: dict[str, Any]) -> dict[str, Any]:
    """The tender notice, whole, as if tenders closed on `closing_day`."""
    return {
        "parties": [council_party(facts.council)],
        "buyer": buyer(facts),
        "tender": {
            **_heading(facts, "active"),
            "items": [item(facts, lot) for lot in facts.lots],
            "value": pounds(facts.pounds),
            **_method(facts),
            "mainProcurementCategory": "services",
            **({"specialRegime": ["lightTouch"]} if facts.service.care else {}),
            "aboveThreshold": True,
            "submissionMethodDetails": "https://bids.national.example/home",
            "submissionTerms": {"electronicSubmissionPolicy": "required", "languages": ["en"]},
            "tenderPeriod": {"endDate": days.noon(closing_day)},
            "enquiryPeriod": {"endDate": days.noon(closing_day - 10)},
            "awardPeriod": {"endDate": days.end(facts.closing_day + facts.council.days_to_award)},
            "lots": [lot_notice(facts, lot, faults) for lot in facts.lots],
            "documents": [document],
            **_targets(facts),
            **terms.of_tender(facts),
            **standards.of_tender(facts),
            **taking_part.panel(facts),
        },
    }


def amendment(facts: Procurement, document: dict[str, Any]) -> dict[str, Any]:
    """What changed in the tender and nothing else: merge before you read."""
    return {
        "tender": {
            "id": facts.reference,
            "tenderPeriod": {"endDate": days.noon(facts.closing_day)},
            "amendments": [
                {
                    "id": "1",
                    "date": days.start(facts.amendment_day),
                    "description": "The closing date is a week later, after questions about transfers of staff.",
                    "rationale": "More time for small providers to answer. Fictional sample.",
                }
            ],
            "documents": [document],
        },
    }


def cancellation(facts: Procurement, document: dict[str, Any]) -> dict[str, Any]:
    """The end of a tender without an award."""
    return {
        "tender": {
            "id": facts.reference,
            "status": "cancelled",
            "lots": [{"id": lot.id, "status": "cancelled"} for lot in facts.lots],
            "documents": [document],
        },
    }


def award(facts: Procurement, faults: frozenset[str], document: dict[str, Any], care: Draws) -> dict[str, Any]:
    """Who won each lot, against how many; with some councils, against whom."""
    unpadded = "unpadded company number" in faults
    awards: list[dict[str, Any]] = [award_of(facts, lot, faults) for lot in facts.lots]
    if "duplicate award id" in faults:
        awards.append({**award_of(facts, facts.lots[0], faults), "title": "The same award, listed again"})
    awards[0]["documents"] = [document]
    return {
        "parties": [
            council_party(facts.council),
            *(supplier(winner, unpadded=unpadded) for winner in _winners(facts)),
            *_losers(facts),
        ],
        "buyer": buyer(facts),
        "tender": {
            **_heading(facts, "complete"),
            **_method(facts),
            "lots": [{"id": lot.id, "status": "complete"} for lot in facts.lots],
        },
        **({"bids": _bids(facts, faults, care)} if facts.model.bids else {}),
        "awards": awards,
    }


def contract(
    facts: Procurement, faults: frozenset[str], earlier: Service | None, document: dict[str, Any]
) -> dict[str, Any]:
    """The contracts signed, with what was agreed about results."""
    unpadded = "unpadded company number" in faults
    contracts = [contract_of(facts, lot) for lot in facts.lots]
    contracts[0]["documents"] = [document]
    contracts[0] |= succession.named("predecessors", earlier, facts)
    return {
        "parties": [
            council_party(facts.council),
            *(supplier(winner, unpadded=unpadded) for winner in _winners(facts)),
            *succession.party("predecessor", earlier, _winners(facts)),
        ],
        "buyer": buyer(facts),
        "contracts": contracts,
    }


def implementation(
    facts: Procurement, faults: frozenset[str], quarters: tuple[int, int], document: dict[str, Any], draws: Draws
) -> dict[str, Any]:
    """What the contracts delivered in some quarters; if something is wrong with that, it is in the first."""
    wrong = {lot.id: faults if lot is facts.lots[0] else frozenset() for lot in facts.lots}
    contracts: list[dict[str, Any]] = [
        {
            "id": lot.id,
            "awardID": lot.id,
            "implementation": performance.delivered(facts, lot, *quarters, draws, wrong[lot.id])
            | rates.paid(facts, lot, *quarters, performance.QUARTER_DAYS),
        }
        for lot in facts.lots
    ]
    contracts[0]["implementation"]["documents"] = [document]
    return {"parties": [council_party(facts.council)], "buyer": buyer(facts), "contracts": contracts}


def completion(
    facts: Procurement, quarters: tuple[int, int], later: Service | None, document: dict[str, Any], draws: Draws
) -> dict[str, Any]:
    """The last quarters, and how the contracts ended."""
    ended = implementation(facts, frozenset(), quarters, document, draws)
    for one, lot in zip(ended["contracts"], facts.lots, strict=True):
        one["status"] = "terminated"
        one["implementation"] |= performance.ending(facts, lot, draws)
    ended["contracts"][0] |= succession.named("successors", later, facts)
    ended["parties"] += succession.party("successor", later, ())
    return ended


def document(stage: str, release_id: str, day: int, second: int) -> dict[str, Any]:
    """The notice itself, as the portal lists it."""
    notice_type, document_type, name = _NOTICE[stage]
    return {
        "id": release_id,
        "documentType": document_type,
        "noticeType": notice_type,
        "description": f"{name} on the fictional national portal",
        "url": f"{NOTICES}{release_id}",
        "datePublished": days.published(day, second),
        "format": "text/html",
    }


def _winners(facts: Procurement) -> list[Provider]:
    return list(dict.fromkeys(winner for lot in facts.lots for winner in lot.winners))


def _losers(facts: Procurement) -> list[dict[str, Any]]:
    """Parties that bid in vain, where bids are shown."""
    if not scoring.shown(facts):
        return []
    won = {winner.number for winner in _winners(facts)}
    return [in_brief(bidder, "tenderer") for bidder in scoring.bidders(facts) if bidder.number not in won]


def _bids(facts: Procurement, faults: frozenset[str], care: Draws) -> dict[str, Any]:
    return {
        "statistics": statistics(facts),
        **({"details": scoring.bids(facts, care, faults)} if scoring.shown(facts) else {}),
    }


def _targets(facts: Procurement) -> dict[str, Any]:
    if not facts.service.care:
        return {}
    if said.targets(facts.council):
        return {"targets": performance.targets(facts)}
    return {"noTargetsRationale": "Results will be agreed with the successful bidder. Fictional sample."}


def _heading(facts: Procurement, status: str) -> dict[str, Any]:
    return {
        "id": facts.reference,
        "legalBasis": {"id": "2023/54", "scheme": "UKPGA", "uri": _LEGAL_BASIS},
        "title": facts.title,
        "description": facts.description,
        "status": status,
    }


def _method(facts: Procurement) -> dict[str, Any]:
    model = facts.model
    return {
        "procurementMethod": model.method,
        "procurementMethodDetails": model.details,
        **({"techniques": model.techniques_field()} if model.techniques else {}),
    }
