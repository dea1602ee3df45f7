"""A process put to the test: what it says, what is missing, and which outcomes it could report."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from candour.errors import CandourError
from candour.indicators.fit.bought_care import BoughtCare, bought_care
from candour.indicators.fit.draft import Draft, draft
from candour.indicators.fit.first_metrics import first_metrics
from candour.indicators.fit.held_contract import HeldContract, came_to_nothing, held_contracts
from candour.indicators.fit.metric_fit import MetricFit, metric_fits
from candour.indicators.fit.stated import Stated, stated_facts


class FitError(CandourError):
    """A metric was asked for that is not in the library."""


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """What one process could do on a day.

    `ended` says why no contract will come of it, where none will. `chosen` are the ids of the metrics that the
    `draft`, the release to fill in, asks for: those that were asked for and apply, else the first metrics for the
    kind of care. `no_draft` says why there is no draft, where there is none.
    """

    ocid: str
    on: date
    care: BoughtCare
    ended: str
    contracts: tuple[HeldContract, ...]
    facts: tuple[Stated, ...]
    metrics: tuple[MetricFit, ...]
    chosen: tuple[str, ...]
    draft: Draft | None
    no_draft: str = ""


def fit(compiled: dict[str, Any], on: date, *, asked: Sequence[str] = ()) -> Fit:
    """Put a process, by its compiled release, to the test; the draft asks for the metrics `asked` (ids).

    Raises:
        FitError: a metric that is asked for is not in the library.
    """
    care, held, ended = bought_care(compiled), held_contracts(compiled), came_to_nothing(compiled)
    facts = stated_facts(compiled, care, held)
    fits = {one.metric: one for one in metric_fits(care, facts, held, ended)}
    if unknown := [name for name in asked if name not in fits]:
        raise FitError(f"the outcome library has no metric {unknown[0]!r}; it has {', '.join(fits)}")
    wanted = tuple(dict.fromkeys(asked)) or first_metrics()[care.begins_like].metrics
    chosen = tuple(name for name in wanted if fits[name].verdict != "does not apply")
    made, no_draft = draft(compiled, held, facts, chosen, on) if chosen else (None, _why_none(fits[wanted[0]]))
    return Fit(
        ocid=str(compiled["ocid"]),
        on=on,
        care=care,
        ended=ended,
        contracts=tuple(held),
        facts=tuple(facts.values()),
        metrics=tuple(fits.values()),
        chosen=chosen,
        draft=made,
        no_draft=no_draft,
    )


def _why_none(first: MetricFit) -> str:
    return f"no metric that was asked for applies; {first.metric}: {first.because}"
