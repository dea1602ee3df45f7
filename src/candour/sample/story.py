"""How much of a fictional process is published, by whom and when.

A stage is a letter: P planning, T tender, U update of the tender, X cancellation, A award, C contract,
I implementation (half a year of results), F the end of the contract with its last results.
"""

from dataclasses import dataclass

from candour.sample import days
from candour.sample.draws import Draws
from candour.sample.performance import QUARTER_DAYS
from candour.sample.procurement import Procurement

_BEGINNINGS = (("T", 0.08), ("TX", 0.04), ("TA", 0.42), ("TUA", 0.18), ("PTA", 0.18), ("PTUA", 0.10))
WITHOUT_COMPETITION = "A"
CONTRACT_WITHOUT_RESULTS = 0.10
"""The share of awards of the national portal after which a contract is published and then nothing."""
PROVIDER_CARRIES_ON = 0.75
"""Of the processes with results, those in which the national portal goes silent and a provider carries on; on the
other portals it is always a provider."""
SILENT_BEFORE_AWARD = 0.30
"""Of the processes that a provider carries on, those in which the portal never published the award either."""


@dataclass(frozen=True, slots=True)
class Step:
    """One release to come: its stage, the day of publication, whether by the provider, the quarters it covers."""

    stage: str
    day: int
    by_provider: bool
    quarters: tuple[int, int] = (0, 0)


def tell(facts: Procurement, portal: str, draws: Draws, together: bool | None = None) -> list[Step]:
    """The steps of a process in order; those that lie after the end of the sample have not happened.

    `together` says whether results are published of a service and of the one before it: of both, or of neither.
    """
    stages = _beginning(draws) if facts.model.bids else WITHOUT_COMPETITION
    if portal != "national":
        stages = stages.replace("P", "")
    results = stages[-1] == "A" and facts.service.care and draws.chance(facts.council.performance)
    if together is not None:
        results = stages[-1] == "A" and together
    by_provider = results and (portal != "national" or draws.chance(PROVIDER_CARRIES_ON))
    silent = by_provider and len(stages) > 1 and draws.chance(SILENT_BEFORE_AWARD)
    steps = [Step(stage, _day(facts, stage), silent and stage == "A") for stage in stages]
    if results:
        steps += _results(facts, by_provider, draws)
    elif portal == "national" and stages[-1] == "A" and draws.chance(CONTRACT_WITHOUT_RESULTS):
        steps.append(Step("C", facts.signing_day + 10, False))
    return [step for step in steps if step.day <= days.TODAY]


def _beginning(draws: Draws) -> str:
    share = draws.share()
    for stages, weight in _BEGINNINGS:
        share -= weight
        if share < 0:
            return stages
    return _BEGINNINGS[-1][0]


def _day(facts: Procurement, stage: str) -> int:
    return {
        "P": facts.planning_day,
        "T": facts.tender_day,
        "U": facts.amendment_day,
        "X": facts.closing_day,
        "A": facts.award_day + 5,
    }[stage]


def _results(facts: Procurement, by_provider: bool, draws: Draws) -> list[Step]:
    steps = [Step("C", facts.signing_day + 10, by_provider)]
    quarters = (facts.ended_day - facts.start_day) // QUARTER_DAYS
    for half in range(draws.whole(1, 2)):
        first, last = 2 * half + 1, 2 * half + 2
        day = facts.start_day + last * QUARTER_DAYS + 20
        if day < facts.ended_day:
            steps.append(Step("I", day, by_provider, (first, last)))
    if draws.chance(0.5) or facts.handed_back:
        steps.append(Step("F", facts.ended_day + 30, by_provider, (quarters, quarters)))
    return steps
