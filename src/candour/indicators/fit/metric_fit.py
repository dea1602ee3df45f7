"""Which metrics of the outcome library a process could report, and what each of them still needs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from candour.care import service_type
from candour.indicators.definition import Metric, metrics
from candour.indicators.fit.bought_care import SERVICE_TYPE, BoughtCare
from candour.indicators.fit.held_contract import HeldContract
from candour.indicators.fit.stated import Stated
from candour.indicators.metric_parts import ANY

Verdict = Literal["reported", "now", "once added", "when awarded", "kind of care unknown", "does not apply"]
VERDICTS: dict[Verdict, str] = {
    "reported": "reported already",
    "now": "could be reported now",
    "once added": "could be reported once what is missing is added",
    "when awarded": "can be promised now, and reported when there is a contract",
    "kind of care unknown": "depends on the kind of care, which nothing says",
    "does not apply": "does not apply",
}
"""What a process can do about a metric, and each in words."""


class MetricFit(msgspec.Struct, frozen=True, kw_only=True):
    """What a process can do about one metric.

    `promised` and `reported` count its contracts that do so already, of all `contracts`. `rests_on` are the facts (by
    id) that are there, `lacking` those that are not; without them it cannot be reported. `because` says why it does
    not apply, of which kinds of care it depends, or whose licence it needs.
    """

    metric: str
    version: int
    title: str
    verdict: Verdict
    promised: int = 0
    reported: int = 0
    contracts: int = 0
    rests_on: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    because: str = ""


def metric_fits(
    care: BoughtCare, facts: Mapping[str, Stated], held: Sequence[HeldContract], ended: str
) -> Iterator[MetricFit]:
    """Every metric of the library, in the order of its ids; `ended` says why no contract will come, if none will."""
    for metric in metrics().values():
        verdict, because = _applies(metric, care)
        if ended:
            verdict, because = "does not apply", f"no contract came of it: {ended}"
        needed = [name for name, one in facts.items() if _is_needed(metric, one)]
        lacking = tuple(name for name in needed if facts[name].state == "missing")
        reported = sum(metric.id in contract.reported for contract in held)
        if held and reported == len(held):
            verdict = "reported"
        elif verdict is None:
            verdict = _verdict(held, lacking)
        if verdict == "does not apply":
            needed, lacking = [], ()
        yield MetricFit(
            metric=metric.id,
            version=metric.version,
            title=metric.title,
            verdict=verdict,
            promised=sum(metric.id in contract.promised for contract in held),
            reported=reported,
            contracts=len(held),
            rests_on=tuple(name for name in needed if facts[name].is_there),
            lacking=lacking,
            because=because,
        )


def _applies(metric: Metric, care: BoughtCare) -> tuple[Verdict | None, str]:
    """The verdict where it follows from the care alone, and why."""
    applies = metric.applies_to
    if applies.reported_for == "commissioner":
        return "does not apply", "it is of all that a commissioner buys, and not of one contract"
    if applies.ages == "adults" and care.ages == "children":
        return "does not apply", f"it was made for adults, and {care.ages_because or 'this care is for children'}"
    if any(applies.includes(service) for service in care.services or (service_type.UNKNOWN,)):
        return None, f"needs a licence of {metric.instrument.owner}" if metric.instrument else ""
    if not care.services:
        return "kind of care unknown", f"it is measured for {', '.join(applies.services)}"
    return "does not apply", f"it is not measured for {' or '.join(care.services)}"


def _is_needed(metric: Metric, stated: Stated) -> bool:
    if stated.fact.id == SERVICE_TYPE:
        return ANY not in metric.applies_to.services
    return stated.fact.use == "report" or stated.fact.id in metric.applies_to.also_needs


def _verdict(held: Sequence[HeldContract], lacking: Sequence[str]) -> Verdict:
    if not held:
        return "when awarded"
    return "once added" if lacking else "now"
