"""What the fictional providers say of themselves: registrations with their ratings, and who owns them."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from candour.sample import days
from candour.sample.registers.cqc import location_id, published
from candour.sample.registers.registration import WORDS, Registration, registrations
from candour.sample.world import Provider

_FORMS = {"CIC": "communityInterestCompany", "LLP": "partnership", "": "charity", "Ltd": "privateCompany"}
_FRAMEWORK = "CQC: four ratings since 2014"


def of_provider(provider: Provider, day: int) -> dict[str, Any]:
    """Its registrations as they stood on a day, and its ownership."""
    today = days.FIRST + timedelta(days=day)
    found = [_registration(one, today) for one in _english(provider.number) if one.since <= today]
    return {**({"careRegistrations": found} if found else {}), "ownership": _ownership(provider)}


@cache
def _english(number: int) -> tuple[Registration, ...]:
    return tuple(one for one in registrations() if one.provider.number == number and one.council.nation == "England")[
        :1
    ]


def _registration(one: Registration, today: date) -> dict[str, Any]:
    closed = one.closed is not None and one.closed <= today
    rated = [inspection for inspection in one.inspections if published(inspection) <= today]
    registration: dict[str, Any] = {
        "id": f"cqc-{location_id(one)}",
        "register": "cqc",
        "number": location_id(one),
        "providerNumber": one.provider.regulator_id,
        "services": [one.service],
        "status": "deregistered" if closed else "registered",
        "asOf": _text(today),
    }
    if rated:
        last = rated[-1]
        rating = {
            "id": "overall",
            "keyQuestion": "Overall",
            "rating": WORDS[last.overall],
            "framework": _FRAMEWORK,
            "published": _text(published(last)),
        }
        registration["ratings"] = [rating]
    return registration


def _ownership(provider: Provider) -> dict[str, Any]:
    if "Co-operative" not in provider.name:
        return {"form": _FORMS[provider.form]}
    members = 20 + provider.number % 60
    return {
        "form": "cooperative",
        "memberClasses": [
            {"id": "1", "class": "supported", "members": members, "votesShare": 0.3},
            {"id": "2", "class": "worker", "members": members // 2, "votesShare": 0.4},
            {"id": "3", "class": "advocate", "members": members // 3, "votesShare": 0.2},
            {"id": "4", "class": "investor", "members": members, "votesShare": 0.1},
        ],
    }


def _text(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
