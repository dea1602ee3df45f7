"""What was promised of the care beside what was reported: what is missing comes first."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from candour.indicators.definition import Direction, Metric, metrics
from candour.operations.contract.comparable import Kept, kept
from candour.operations.contract.observed import Observed, observed
from candour.operations.contract.overdue import Overdue, overdue, silence
from candour.operations.contract.received import Received, Row
from candour.operations.contract.source import Source
from candour.operations.promises import STAGES, holds, of_everybody

Standing = Literal["promised but never reported", "promised and reported", "reported without a promise"]
STANDINGS: tuple[Standing, ...] = (
    "promised but never reported",
    "promised and reported",
    "reported without a promise",
)
_WORST_FIRST = ("not met", "cannot be told", "met")
_FIELDS = {"planning": ("planning", "forecasts"), "tender": ("tender", "targets")}


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """One metric of a contract.

    `promise` is the strongest one, of `stage`: the contract's own, else its award's, the tender's, the plan's.
    `latest` is what was last reported of all the people, `beside` other values for that time (such as families'
    answers), `earlier` those of the periods before, oldest first. `unreported` are periods of which the publisher
    says that nothing is reported, and why. `parts` counts values of a part of the people. `overdue` says how late the
    first report is, or the next one.
    `question`, `period` and `direction` are the library's, None for a metric that it does not have.
    """

    metric: str
    title: str
    standing: Standing
    question: str | None
    direction: Direction | None
    period: str | None
    promise: Observed | None
    stage: str | None
    latest: Observed | None
    beside: tuple[Observed, ...]
    earlier: tuple[Observed, ...]
    unreported: tuple[Observed, ...]
    parts: int
    kept: Kept | None
    overdue: Overdue | None


def outcomes(process: Received, contract: Row | None, award: Row | None, day: date) -> tuple[Outcome, ...]:
    """Every metric that a contract (or an award without one) promised or reported, those never reported first."""
    promised = [row for row in process.rows["promises"] if row["metric_id"] and promised_in(row, contract, award)]
    done = [
        row
        for row in process.rows["deliveries"]
        if row["metric_id"] and contract and row["contract_number"] == contract["contract_number"]
    ]
    found = [
        _outcome(
            process,
            metric,
            contract,
            [row for row in promised if row["metric_id"] == metric],
            [row for row in done if row["metric_id"] == metric],
            day,
        )
        for metric in dict.fromkeys(row["metric_id"] for row in (*promised, *done))
    ]
    return tuple(sorted(found, key=_order))


def promised_in(row: Row, contract: Row | None, award: Row | None) -> bool:
    """Whether a row of the table of promises is one of this contract, or of an award without one."""
    if contract is not None:
        return holds(row, contract)
    if row["stage"] == "award":
        return award is not None and row["holder_number"] == award["award_number"]
    return bool(row["stage"] != "contract")


def _outcome(
    process: Received, metric: str, contract: Row | None, promised: list[Row], done: list[Row], day: date
) -> Outcome:
    known = metrics().get(metric)
    reported = list(_reported(process, metric, contract, done))
    whole = [one for row, one in reported if of_everybody(row)]
    latest, beside, earlier = _latest([one for one in whole if one.state != "not reported"])
    promise, stage = _promise(process, metric, promised, latest)
    standing = _standing(promise, [one for _, one in reported])
    return Outcome(
        metric=metric,
        title=next((row["metric_title"] for row in (*done, *promised) if row["metric_title"]), metric),
        standing=standing,
        question=known.question if known else None,
        direction=known.direction if known else None,
        period=known.period if known else None,
        promise=promise,
        stage=stage,
        latest=latest,
        beside=beside,
        earlier=earlier,
        unreported=tuple(one for one in whole if one.state == "not reported"),
        parts=len(reported) - len(whole),
        kept=_kept(promise, latest, beside, known) if standing == "promised and reported" else None,
        overdue=_overdue(promise, standing, latest, known.period if known else None, contract, day),
    )


def _reported(
    process: Received, metric: str, contract: Row | None, done: Sequence[Row]
) -> Iterator[tuple[Row, Observed]]:
    """What was reported; a metric that is named without any observation says nothing."""
    for row in done:
        path = ("contracts", (contract or {}).get("contract_id"), "implementation", "metrics", metric)
        source = process.releases.last(*path, "observations", row["observation_id"])
        one = observed(row, source)
        if row["observation_id"] is not None or one.state != "not reported":
            yield row, one


def _latest(
    whole: Sequence[Observed],
) -> tuple[Observed | None, tuple[Observed, ...], tuple[Observed, ...]]:
    """The value of the last period, those beside it, and those before; what people say themselves comes first."""
    if not whole:
        return None, (), ()
    told = sorted(whole, key=lambda one: (one.end or date.min, one.start or date.min))
    last = [one for one in told if (one.start, one.end) == (told[-1].start, told[-1].end)]
    last.sort(key=lambda one: one.answered_by == "proxy")
    earlier = tuple(one for one in told if one not in last)
    return last[0], tuple(last[1:]), earlier


def _promise(
    process: Received, metric: str, promised: Sequence[Row], latest: Observed | None
) -> tuple[Observed | None, str | None]:
    """The promise of the strongest stage; of several there, the one for the time of the report, or for all time."""
    if not promised:
        return None, None
    stage = min((row["stage"] for row in promised), key=STAGES.index)
    of_stage = [row for row in promised if row["stage"] == stage]
    of_stage = [row for row in of_stage if of_everybody(row)] or of_stage
    found = [observed(row, source_of_promise(process, metric, row)) for row in of_stage]
    return min(found, key=lambda one: _distance(one, latest)), stage


def source_of_promise(process: Received, metric: str, row: Row) -> Source | None:
    """The last release that says this promise."""
    path = _FIELDS.get(row["stage"]) or (f"{row['stage']}s", row["holder_id"], "agreedMetrics")
    return process.releases.last(*path, metric)


def _distance(promise: Observed, latest: Observed | None) -> tuple[int, date]:
    """How far a promise is from the time of a report: for that very time, for all time, for another time."""
    ends = promise.end or date.max
    if promise.start is None and promise.end is None:
        return 1, ends
    if latest is None or latest.end is None:
        return 0, ends
    holds_then = (promise.start or date.min) <= latest.end <= ends
    return (0 if holds_then else 2), ends


def _standing(promise: Observed | None, reported: Sequence[Observed]) -> Standing:
    if promise is None:
        return "reported without a promise"
    said = any(one.state != "not reported" for one in reported)
    return "promised and reported" if said else "promised but never reported"


def _kept(
    promise: Observed | None, latest: Observed | None, beside: Sequence[Observed], known: Metric | None
) -> Kept | None:
    if promise is None:
        return None
    if latest is None:
        return Kept(verdict="cannot be told", because="only values of parts of the people were reported")
    rivals = {one.value for one in beside if _same_people(one, latest)} - {latest.value, None}
    if rivals:
        return Kept(verdict="cannot be told", because="different values were reported for the same period")
    return kept(promise, latest, known.direction if known else None)


def _overdue(
    promise: Observed | None,
    standing: Standing,
    latest: Observed | None,
    period: str | None,
    contract: Row | None,
    day: date,
) -> Overdue | None:
    if promise is None:
        return None
    if standing == "promised but never reported":
        return overdue(promise, period, contract, day)
    return silence(promise, latest, period, contract, day) if latest and contract else None


def _same_people(one: Observed, other: Observed) -> bool:
    return (one.respondents_role, one.answered_by, one.population) == (
        other.respondents_role,
        other.answered_by,
        other.population,
    )


def _order(outcome: Outcome) -> tuple[int, int, int]:
    """What was never reported first, then what was not met; of each, the longest overdue first."""
    late = outcome.overdue.days or 0 if outcome.overdue else 0
    verdict = _WORST_FIRST.index(outcome.kept.verdict) if outcome.kept else 0
    return STANDINGS.index(outcome.standing), verdict, -late
