"""A provider's own releases: it goes on with a process of a portal that went silent, under the same ocid."""

from typing import Any

from candour.sample import days, performance, succession
from candour.sample.amounts import award_value, pounds
from candour.sample.draws import Draws
from candour.sample.national_organisations import supplier
from candour.sample.procurement import Lot, Procurement
from candour.sample.social_care import organisations, rates, terms
from candour.sample.succession import Service
from candour.sample.world import Provider


def award(facts: Procurement, lot: Lot, award_id: str) -> dict[str, Any]:
    """The award that the portal never published."""
    return {
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
                "agreedMetrics": performance.targets(facts),
                **rates.awarded(facts, lot),
            }
        ],
    }


def contract(
    facts: Procurement, lot: Lot, award_id: str, contract_id: str, earlier: Service | None
) -> dict[str, Any]:
    """The contract as signed, with what was agreed about results."""
    return {
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
                "agreedMetrics": performance.targets(facts),
                **terms.of_contract(facts),
                **rates.awarded(facts, lot),
                **succession.named("predecessors", earlier, facts),
            }
        ],
    }


def implementation(
    facts: Procurement, lot: Lot, award_id: str, contract_id: str, quarters: tuple[int, int], draws: Draws
) -> dict[str, Any]:
    """What the contract delivered in some quarters, by the provider's own account."""
    return {
        "contracts": [
            {
                "id": contract_id,
                "awardID": award_id,
                "implementation": performance.delivered(facts, lot, *quarters, draws)
                | rates.paid(facts, lot, *quarters, performance.QUARTER_DAYS),
            }
        ],
    }


def completion(
    facts: Procurement,
    lot: Lot,
    award_id: str,
    contract_id: str,
    quarters: tuple[int, int],
    later: Service | None,
    draws: Draws,
) -> dict[str, Any]:
    """The last quarters, and how the contract ended."""
    ended = implementation(facts, lot, award_id, contract_id, quarters, draws)
    contract = ended["contracts"][0]
    contract["status"] = "terminated"
    if facts.handed_back and performance.silent(draws):
        contract["implementation"] = dict(performance.WITHOUT_METRICS)
    contract["implementation"] |= performance.ending(facts, lot, draws)
    contract |= succession.named("successors", later, facts)
    return ended


def about(facts: Procurement, provider: Provider, day: int) -> dict[str, Any]:
    """The parties: the council, and the provider as it describes itself on a day."""
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
            supplier(provider, unpadded=False) | organisations.of_provider(provider, day),
        ],
        "buyer": {"id": _buyer_id(facts), "name": council.name},
    }


def _buyer_id(facts: Procurement) -> str:
    return f"GB-PPON-{facts.council.platform_id}"


def _reference(provider: Provider) -> dict[str, Any]:
    return {"id": f"GB-PPON-{provider.platform_id}", "name": provider.name}


def _period(facts: Procurement) -> dict[str, Any]:
    return {"startDate": days.start(facts.start_day), "endDate": days.end(facts.end_day)}
