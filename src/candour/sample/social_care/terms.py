"""What is bought, in the words of the extension."""

from typing import Any

from candour.sample.procurement import Procurement
from candour.sample.social_care import said

_OF_SERVICE: dict[str, tuple[str, tuple[str, ...], str]] = {
    "Home care": ("homeCare", ("olderPeople", "physicalDisability"), "ownHome"),
    "Residential care": ("careHome", ("olderPeople",), "careHome"),
    "Nursing care home places": ("nursingHome", ("olderPeople", "endOfLife"), "nursingHome"),
    "Supported living": ("supportedLiving", ("learningDisability", "autisticPeople"), "ownHome"),
    "Day opportunities": ("dayServices", ("workingAgeAdults", "unpaidCarers"), "dayCentre"),
    "Extra care housing support": ("extraCare", ("olderPeople",), "ownHome"),
    "Reablement": ("reablement", ("leavingHospital",), "ownHome"),
    "Short breaks for carers": ("shortBreaks", ("unpaidCarers",), "ownHome"),
    "Children's residential care": ("childrensHomes", ("children",), "childrensHome"),
}
_MODELS = {
    "block": "block",
    "spot": "spot",
    "framework": "framework",
    "dynamic list": "dynamicList",
    "approved list": "approvedList",
    "user-choice direct award": "userChoiceDirectAward",
    "individual service fund": "individualServiceFund",
    "outcome-based": "outcomeBased",
    "alliance": "alliance",
    "in-house": "inHouse",
}
_CHOICE = {
    "user-choice direct award": "anyProvider",
    "individual service fund": "anyProvider",
    "approved list": "listedProviders",
    "framework": "listedProviders",
    "dynamic list": "amongOffers",
    "block": "noChoice",
}
_REGIMES = {"user-choice direct award": "userChoiceDirectAward", "in-house": "outsideProcurementLaw"}


def service_type(facts: Procurement) -> str:
    """The kind of care, as the extension codes it."""
    return _OF_SERVICE[facts.service.name][0]


def of_tender(facts: Procurement) -> dict[str, Any]:
    """What the council says of the care in its tender, if it does."""
    if not (facts.service.care and said.terms(facts.council)):
        return {}
    kind, clients, setting = _OF_SERVICE[facts.service.name]
    return {
        "socialCare": {
            "serviceTypes": [kind],
            "clients": list(clients),
            "settings": [setting],
            "regime": _REGIMES.get(facts.model.name, "lightTouch"),
            **_how_bought(facts),
        }
    }


def of_lot(facts: Procurement, lot_id: str) -> dict[str, Any]:
    """The last of several lots is for one group only, where the council says such things."""
    clients = _OF_SERVICE[facts.service.name][1] if facts.service.care else ()
    if len(facts.lots) == 1 or lot_id != facts.lots[-1].id or len(clients) == 1 or not said.terms(facts.council):
        return {}
    return {"socialCare": {"clients": [clients[-1]]}} if clients else {}


def of_contract(facts: Procurement) -> dict[str, Any]:
    """What the contract says of the care."""
    if not (facts.service.care and said.terms(facts.council)):
        return {}
    return {"socialCare": {"serviceTypes": [service_type(facts)], **_how_bought(facts)}}


def _how_bought(facts: Procurement) -> dict[str, Any]:
    name = facts.model.name
    return {
        **({"contractModel": _MODELS[name]} if name in _MODELS else {}),
        **({"userChoice": _CHOICE[name]} if name in _CHOICE else {}),
    }
