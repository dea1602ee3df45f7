"""The minimum standards that some councils name in their tenders, all of them fictional."""

from typing import Any

from candour.sample import days
from candour.sample.procurement import Procurement
from candour.sample.social_care import said


def of_tender(facts: Procurement) -> dict[str, Any]:
    """The national floor, and what the council adds to it."""
    if not (facts.service.care and said.standards(facts.council)):
        return {}
    standards: list[dict[str, Any]] = [
        {
            "id": "fictional-visit-length",
            "title": "No visit for personal care is shorter",
            "level": "national",
            "floor": 15,
            "unit": "minutes",
            "direction": "atLeast",
        }
    ]
    if facts.council.number % 2:
        standards.append(
            {
                "id": "fictional-visit-length-local",
                "title": "No visit for personal care is shorter",
                "level": "local",
                "raises": "fictional-visit-length",
                "floor": 30,
                "unit": "minutes",
                "direction": "atLeast",
                "justification": "People told the council that they are rushed. Fictional sample.",
                "reviewDate": days.start(min(days.TODAY, facts.start_day) + 365),
            }
        )
    return {"minimumStandards": standards}
