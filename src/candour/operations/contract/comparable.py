"""Whether a reported value keeps its promise, where the two can be compared at all."""

from decimal import Decimal
from typing import Literal

import msgspec

from candour.care.days import span
from candour.indicators.definition import Direction
from candour.operations.contract.observed import Observed, whole_of

Verdict = Literal["met", "not met", "cannot be told"]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a promise was kept, and why that is so or cannot be told.

    `sure` is False where the interval of the reported value reaches over the promised one, so that with as few as
    were counted chance could have made the difference; None where there is no interval.
    """

    verdict: Verdict
    because: str
    sure: bool | None = None


def kept(promise: Observed, reported: Observed, direction: Direction | None) -> Kept:
    """Hold what was reported against what was promised; `direction` is None where the metric is in no library."""
    if fault := not_comparable(promise, reported):
        return Kept(verdict="cannot be told", because=fault)
    wanted, reached = promise.value, reported.value
    assert wanted is not None
    assert reached is not None
    if wanted == reached:
        return Kept(verdict="met", because="it is what was promised", sure=_sure(reported, wanted))
    if direction is None:
        return _cannot("the metric is not in the outcome library, which would say whether more or less is better")
    if direction == "neither":
        return _cannot("neither more nor less of it is better by itself")
    met = reached > wanted if direction == "higher" else reached < wanted
    return Kept(
        verdict="met" if met else "not met",
        because=f"{direction} is better",
        sure=_sure(reported, wanted),
    )


def not_comparable(promise: Observed, reported: Observed) -> str:
    """Why the two cannot be compared; empty where they can."""
    if promise.state == "not reported":
        return "it was promised without a value"
    for what, one in (("what was promised", promise), ("what was reported", reported)):
        if fault := _no_number(what, one):
            return fault
    if promise.unit is None and reported.unit is None:
        return ""
    if _differ(promise.unit, reported.unit):
        return f"the promise is in {_named(promise.unit)} and what was reported in {_named(reported.unit)}"
    if promise.version is not None and reported.version is not None and promise.version != reported.version:
        return f"version {promise.version} of the metric was promised and version {reported.version} reported"
    if promise.population and reported.population and _differ(promise.population, reported.population):
        return (
            f'the promise is about "{promise.population}" and what was reported about "{reported.population}", '
            "which may be other people"
        )
    return _another_time(promise, reported)


def _no_number(what: str, one: Observed) -> str:
    if one.state != "value":
        return f"{what} is {one.state}" + (f": {one.because}" if one.because else "")
    if one.value is None:
        return f"{what} is not a number: {one.text!r}" if one.text else f"{what} has no value"
    whole = whole_of(one.unit)
    if whole is not None and not 0 <= one.value <= whole:
        return f"{what} is {one.text}, which is no {one.unit}: one lies between 0 and {whole}"
    return ""


def _differ(one: str | None, other: str | None) -> bool:
    return " ".join((one or "").casefold().split()) != " ".join((other or "").casefold().split())


def _named(unit: str | None) -> str:
    return f"{unit!r}" if unit else "no unit that is stated"


def _another_time(promise: Observed, reported: Observed) -> str:
    """A promise with a period is about no other time; one without holds all the while."""
    late = promise.end and reported.start and reported.start > promise.end
    early = promise.start and reported.end and reported.end < promise.start
    if late or early:
        return f"the promise is for {_period(promise)} and what was reported for {_period(reported)}"
    return ""


def _period(one: Observed) -> str:
    told = span(one.start, one.end) or "not said"
    return told if one.start and one.end else f"the time {told}"


def _cannot(because: str) -> Kept:
    return Kept(verdict="cannot be told", because=because)


def _sure(reported: Observed, wanted: Decimal) -> bool | None:
    if reported.low is None or reported.high is None:
        return None
    return not reported.low <= float(wanted) <= reported.high
