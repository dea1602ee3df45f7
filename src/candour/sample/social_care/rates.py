"""What an hour, a night or a week costs, and what of it reaches those who give the care.

The truth behind it: a provider of quality 0 pays 11.60 pounds for an hour worked, one of quality 1 pays 18.50, and
between a half and 78 % of what the payer pays reaches workers. In bids and contracts providers promise a little more.
"""

from typing import Any

from candour.sample import days
from candour.sample.metrics import METRICS
from candour.sample.procurement import Lot, Procurement
from candour.sample.social_care import said
from candour.sample.social_care.terms import service_type
from candour.sample.world import Provider

_BY_ID = {metric.id: metric for metric in METRICS}
_PAY, _SHARE = _BY_ID["pay-per-hour-worked"], _BY_ID["worker-pay-share"]
PROMISED_MORE = 0.03
WORKED_FOR_A_CONTACT_HOUR = 1.12
"""Hours worked, the way included, for an hour with people."""
_UNITS = {
    "Home care": (("contactHour", 1.0),),
    "Residential care": (("week", 31.0),),
    "Nursing care home places": (("week", 42.0),),
    "Supported living": (("contactHour", 0.9), ("sleepInNight", 3.4)),
    "Day opportunities": (("session", 1.7),),
    "Extra care housing support": (("contactHour", 0.95),),
    "Reablement": (("contactHour", 1.15),),
    "Short breaks for carers": (("contactHour", 1.0), ("wakingNight", 7.5)),
    "Children's residential care": (("week", 150.0),),
}
_IN_HOURS = "contactHour"


def asked(facts: Procurement, lot: Lot) -> dict[str, Any]:
    """The rates that a council fixes, where all the marks are for quality."""
    if facts.price_weight or not _published(facts):
        return {}
    return {"rates": [_priced(facts, lot, unit, hours, lot.winners[0]) for unit, hours in _UNITS[facts.service.name]]}


def offered(facts: Procurement, lot: Lot, bidder: Provider) -> dict[str, Any]:
    """The rates of a bid, with what of them would reach workers."""
    if not facts.service.care:
        return {}
    return {
        "rates": [
            _rate(facts, lot, unit, hours, bidder, PROMISED_MORE) for unit, hours in _UNITS[facts.service.name][:1]
        ]
    }


def awarded(facts: Procurement, lot: Lot, faults: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The rates as awarded or agreed."""
    if not _published(facts):
        return {}
    rates = _rates(facts, lot, PROMISED_MORE)
    if "worker share as percent" in faults:
        rates[0]["workerShare"] = round(rates[0]["workerShare"] * 100)
    return {"rates": rates}


def paid(facts: Procurement, lot: Lot, first: int, last: int, quarter_days: int) -> dict[str, Any]:
    """What was really paid from quarter `first` to `last`."""
    if not _published(facts):
        return {}
    rates = _rates(facts, lot, 0.0)
    for rate in rates:
        rate["period"] = {
            "startDate": days.start(facts.start_day + (first - 1) * quarter_days),
            "endDate": days.end(facts.start_day + last * quarter_days - 1),
        }
    return {"rates": rates}


def can_be_wrong(facts: Procurement) -> bool:
    """Whether awards say what share reaches workers."""
    return _published(facts)


def _published(facts: Procurement) -> bool:
    return facts.service.care and said.rates(facts.council)


def _rates(facts: Procurement, lot: Lot, more: float) -> list[dict[str, Any]]:
    return [_rate(facts, lot, unit, hours, lot.winners[0], more) for unit, hours in _UNITS[facts.service.name]]


def _priced(facts: Procurement, lot: Lot, unit: str, hours: float, provider: Provider) -> dict[str, Any]:
    quality = provider.quality if facts.price_weight else lot.winners[0].quality
    pay, share = _PAY.expected(quality), _SHARE.expected(quality)
    price = hours * pay * WORKED_FOR_A_CONTACT_HOUR / share * (0.95 + facts.number % 11 / 100)
    return {
        "id": f"{lot.id}-{unit}",
        "serviceType": service_type(facts),
        "unit": unit,
        "payerPays": _money(price),
    }


def _rate(facts: Procurement, lot: Lot, unit: str, hours: float, provider: Provider, more: float) -> dict[str, Any]:
    rate = _priced(facts, lot, unit, hours, provider)
    share = _SHARE.expected(provider.quality) + more
    rate |= {"workerShare": round(share, 3), "workerShareOf": "payerPays"}
    if unit == _IN_HOURS:
        pay = rate["payerPays"]["amount"] / hours * share / WORKED_FOR_A_CONTACT_HOUR
        rate |= {
            "visitMinutes": (30, 45, 60)[facts.number % 3],
            "workerReceives": _money(pay),
            "workerReceivesPer": "workedHour",
            "travelTime": ("notPaid", "includedInRate", "paidSeparately")[int(provider.quality * 2.99)],
        }
    return rate


def _money(amount: float) -> dict[str, Any]:
    return {"amount": round(amount, 2), "currency": "GBP"}
