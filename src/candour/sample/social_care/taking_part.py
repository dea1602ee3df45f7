"""Who took part, what they asked for and what became of it; who judges the bids; what was learned."""

from typing import Any

from candour.sample import days
from candour.sample.draws import Draws
from candour.sample.procurement import Procurement
from candour.sample.social_care import said

_ASKED = (
    ("personSupported", "To know beforehand who will come.", "continuity-of-workers"),
    ("careWorker", "That time on the road is paid like all other time.", "travel-time-paid"),
    ("unpaidCarer", "To be told when a visit will be late or will not happen.", "missed-visits"),
    ("personSupported", "To be asked once a year whether we are content, and to see the answers.", "satisfaction"),
    ("careWorker", "That it is published how many of us leave.", "staff-turnover"),
)
_OUTCOMES = (
    ("adopted", "It is among the targets. Fictional sample."),
    ("partlyAdopted", "It is asked of bidders, without a number. Fictional sample."),
    ("notAdopted", "There is no money for it in this contract. Fictional sample."),
    ("undecided", ""),
)
_LEARNED = (
    ("commissioner", "Ask for counts, not only for shares", "Without counts nobody could tell chance from change."),
    ("provider", "Start with the rota", "The first quarter was poor because rotas were agreed late."),
    ("personSupported", "Tell us who comes", "Letters about new faces came after the faces."),
)
CO_DESIGNED = 0.7
LEARNED = 0.5


def co_design(facts: Procurement, draws: Draws) -> dict[str, Any]:
    """The meetings before a tender, if the council tells of them and there were any."""
    if not (facts.service.care and said.participation(facts.council) and draws.chance(CO_DESIGNED)):
        return {}
    first = draws.whole(0, len(_ASKED) - 1)
    chosen = [_ASKED[(first + step) % len(_ASKED)] for step in range(draws.whole(1, 2))]
    return {
        "participation": [
            {
                "id": "co-design",
                "stage": "coDesign",
                "period": {
                    "startDate": days.start(facts.planning_day - 60),
                    "endDate": days.end(facts.planning_day - 5),
                },
                "method": "Workshops in the town hall and on line",
                "participants": [
                    {"id": "1", "role": "personSupported", "number": draws.whole(3, 14)},
                    {"id": "2", "role": "careWorker", "number": draws.whole(2, 10)},
                    {"id": "3", "role": "unpaidCarer", "number": draws.whole(0, 8)},
                ],
                "contributions": [_contribution(place, *one, draws) for place, one in enumerate(chosen, 1)],
            }
        ]
    }


def panel(facts: Procurement) -> dict[str, Any]:
    """Who will judge the bids."""
    if not (facts.service.care and facts.model.bids and said.evaluation(facts.council)):
        return {}
    number = facts.number
    return {
        "evaluationPanel": [
            {
                "id": "1",
                "role": "commissioner",
                "number": 1 + number % 2,
                "experience": ["commissioningCare"] if number % 5 else ["noneInCare"],
                "conflictsDeclared": int(number % 9 == 0),
            },
            {
                "id": "2",
                "role": "personSupported",
                "number": 1 + number % 3,
                "experience": ["receivingCare"],
                "training": ["How answers are marked"],
                "conflictsDeclared": 0,
            },
            {"id": "3", "role": "procurementOfficer", "number": 1, "experience": ["procurement"]},
        ]
    }


def lessons(facts: Procurement, contract_id: str, day: int, draws: Draws) -> dict[str, Any]:
    """What was learned by the end of a contract."""
    if not (facts.service.care and draws.chance(LEARNED)):
        return {}
    role, title, description = draws.pick(_LEARNED)
    return {
        "lessons": [
            {
                "id": f"lesson-{contract_id}",
                "date": days.start(day - 10),
                "role": role,
                "title": title,
                "description": f"{description} Fictional sample.",
                "contractID": contract_id,
            }
        ]
    }


def _contribution(place: int, role: str, asked: str, metric: str, draws: Draws) -> dict[str, Any]:
    outcome, reason = draws.pick(_OUTCOMES)
    return {
        "id": str(place),
        "role": role,
        "asked": asked,
        "outcome": outcome,
        **({"reason": reason} if reason else {}),
        **({"relatedMetrics": [metric]} if outcome == "adopted" else {}),
    }
