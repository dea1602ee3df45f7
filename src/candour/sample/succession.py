"""Services that follow one another, so that what was promised and reached can be followed beyond a contract's end."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from candour.sample import days
from candour.sample.draws import Draws
from candour.sample.metrics import agreed
from candour.sample.national_organisations import in_brief
from candour.sample.performance import QUARTER_DAYS
from candour.sample.procurement import Lot, Procurement
from candour.sample.world import Provider

HANDED_BACK = 0.12
"""The chance that a provider of quality 0 hands a contract back; one of quality 1 never does."""
_EARLIEST_DAY = 100
_RUN_UP = 90
"""Planning, and the workshops before it, come so many days before a tender."""


@dataclass(frozen=True, slots=True)
class Service:
    """The other service: the process and the contract in it, and what is true of it."""

    ocid: str
    contract_id: str
    facts: Procurement


def perhaps_handed_back(facts: Procurement, draws: Draws) -> Procurement:
    """The same, or the same ended after two to five quarters."""
    likely = draws.chance(HANDED_BACK * (1 - facts.lots[0].winners[0].quality))
    ended = facts.start_day + draws.whole(2, 5) * QUARTER_DAYS + 20
    if likely and facts.service.care and ended + QUARTER_DAYS < facts.end_day:
        return replace(facts, ended_day=ended)
    return facts


def before(later: Procurement, drawn: Procurement, *, handed_back: bool) -> Procurement | None:
    """The service before `later`, with the number, area, model and providers of a purchase that was drawn.

    None where there is none: other than care, or too long ago.
    """
    length = drawn.end_day - drawn.start_day
    ended = later.start_day - 1
    start = ended - (2 * QUARTER_DAYS + 20 if handed_back else length)
    shift = start - drawn.start_day
    if not (later.service.care and drawn.service.care) or drawn.planning_day + shift - _RUN_UP < _EARLIEST_DAY:
        return None
    return replace(
        drawn,
        council=later.council,
        service=later.service,
        title=drawn.title.replace(drawn.service.name, later.service.name).replace(
            drawn.council.name.split()[0], later.council.name.split()[0]
        ),
        description=later.description,
        lots=_lots(later, drawn),
        planning_day=drawn.planning_day + shift,
        tender_day=drawn.tender_day + shift,
        amendment_day=drawn.amendment_day + shift,
        closing_day=drawn.closing_day + shift,
        award_day=drawn.award_day + shift,
        signing_day=drawn.signing_day + shift,
        start_day=start,
        end_day=start + length,
        ended_day=ended,
        quality_weight=later.quality_weight,
        social_value_weight=later.social_value_weight,
    )


def _lots(later: Procurement, drawn: Procurement) -> tuple[Lot, ...]:
    """The same lots, as much a year and a tenth less, with the providers of the purchase that was drawn."""
    longer = (drawn.end_day - drawn.start_day) / (later.end_day - later.start_day)
    winners = drawn.lots[0].winners
    return tuple(
        replace(lot, pounds=max(10, round(lot.pounds * longer * 0.0009)) * 1000, winners=winners[: lot.bids])
        for lot in later.lots
    )


def party(role: str, other: Service | None, listed: Iterable[Provider]) -> list[dict[str, Any]]:
    """Who gave or gives the other service, as a party, unless it is among those that are listed already."""
    provider = other.facts.lots[0].winners[0] if other else None
    if provider is None or any(provider.number == one.number for one in listed):
        return []
    return [in_brief(provider, role)]


def named(field: str, other: Service | None, facts: Procurement) -> dict[str, Any]:
    """The predecessor or successor of a contract with these facts, if it has one; `field` is its plural."""
    if other is None:
        return {}
    earlier, later = (other.facts, facts) if field == "predecessors" else (facts, other.facts)
    winner, council = other.facts.lots[0].winners[0], other.facts.council
    carried = {metric.id for metric in agreed(earlier.service, earlier.number)}
    return {
        field: [
            {
                "id": "1",
                "ocid": other.ocid,
                "contractID": other.contract_id,
                "supplier": {"id": f"GB-PPON-{winner.platform_id}", "name": winner.name},
                "buyer": {"id": f"GB-PPON-{council.platform_id}", "name": council.name},
                "date": days.start(later.start_day),
                "reason": "handedBack" if earlier.handed_back else "endOfTerm",
                "metricsCarried": [
                    metric.id for metric in agreed(later.service, later.number) if metric.id in carried
                ],
            }
        ]
    }
