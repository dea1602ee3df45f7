"""A provider's own releases: it goes on with a process of a portal that went silent, under the same ocid."""

from typing import Any

from candour.sample import days, performance
from candour.sample.amounts import award_value, pounds
from candour.sample.draws import Draws
from candour.sample.national_organisations import supplier
from candour.sample.procurement import Lot, Procurement
from candour.sample.world import Provider


def award(facts: Procurement, lot: Lot, award_id: str) -> dict[str, Any]:
    """The award that the portal never published."""
    return {
        **_about(facts, lot.winners[0]),
        "awards": [
            {
                "id": award_id,
                "title": f"{facts.title}, lot {lot.id}",
                "description": "Published by the provider, because the portal published no award. Fictional sample.",
                "status": "active",
                "date": days.start(facts.award_day),
                "value": award_value(lot.pounds, frozenset()),
                "suppliers": [_reference(lot.winners[0])],
                "buyer": {"id": _buyer_id(facts), "name": facts.council.name},
                "contractPeriod": _period(facts),
                "agreedMetrics": performance.targets(),
            }
        ],
    }


def contract(facts: Procurement, lot: Lot, award_id: str, contract_id: str) -> dict[str, Any]:
    """The contract as signed, with what was agreed about results."""
    return {
        **_about(facts, lot.winners[0]),
        "contracts": [
            {
                "id": contract_id,
                "awardID": award_id,
                "title": facts.title,
                "description": f"{facts.description} Published by the provider.",
                "status": "active",
                "period": _period(facts),
                "value": pounds(lot.pounds),
                "dateSigned": days.start(facts.signing_day),
                "agreedMetrics": performance.targets(),
            }
        ],
    }


def implementation(
    facts: Procurement, lot: Lot, award_id: str, contract_id: str, quarters: tuple[int, int], draws: Draws
) -> dict[str, Any]:
    """What the contract delivered in some quarters, by the provider's own account."""
    return {
        **_about(facts, lot.winners[0]),
        "contracts": [
            {
                "id": contract_id,
                "awardID": award_id,
                "implementation": performance.delivered(facts, lot, *quarters, draws),
            }
        ],
    }


def completion(
    facts: Procurement, lot: Lot, award_id: str, contract_id: str, quarters: tuple[int, int], draws: Draws
) -> dict[str, Any]:
    """The last quarters, and how the contract ended."""
    ended = implementation(facts, lot, award_id, contract_id, quarters, draws)
    ended["contracts"][0]["status"] = "terminated"
    ended["contracts"][0]["implementation"] |= performance.ending(facts, lot, draws)
    return ended


def _about(facts: Procurement, provider: Provider) -> dict[str, Any]:
    council = facts.council
    return {
        "parties": [
            {
                "name": council.name,
                "id": _buyer_id(facts),
                "identifier": {
                    "scheme": "GB-PPON",
                    "id": council.platform_id,
                    "legalName": f"{council.name} (fictional)",
                },
                "roles": ["buyer"],
            },
            supplier(provider, unpadded=False),
        ],
        "buyer": {"id": _buyer_id(facts), "name": council.name},
    }


def _buyer_id(facts: Procurement) -> str:
    return f"GB-PPON-{facts.council.platform_id}"


def _reference(provider: Provider) -> dict[str, Any]:
    return {"id": f"GB-PPON-{provider.platform_id}", "name": provider.name}


def _period(facts: Procurement) -> dict[str, Any]:
    return {"startDate": days.start(facts.start_day), "endDate": days.end(facts.end_day)}
