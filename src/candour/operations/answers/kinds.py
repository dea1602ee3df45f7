"""The kinds of answer that a contract can give: a closed list, which question sets choose from."""

from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

from candour.indicators.definition import metrics
from candour.operations.answers import (
    of_about,
    of_continuity,
    of_outcomes,
    of_pay,
    of_price,
    of_quality,
    of_sources,
    of_voice,
)
from candour.operations.answers.answer import Answer
from candour.operations.contract.view import ContractView

Section = Literal["about", "price", "quality", "outcomes", "pay", "voice", "continuity", "sources"]
METRIC = "delivered_metric"
"""The one kind that is asked of a metric: `delivered_metric:missed-visits`."""


class Kind(msgspec.Struct, frozen=True):
    """A kind of answer: in which section of a contract's view it stands, and the function that gives it."""

    section: Section
    give: Callable[[ContractView], Answer]

    @property
    def says(self) -> str:
        """What it tells, in a sentence."""
        return (self.give.__doc__ or "").strip()


_GIVEN: Mapping[Section, tuple[Callable[[ContractView], Answer], ...]] = {
    "about": (
        of_about.supplier,
        of_about.buyer,
        of_about.services,
        of_about.who_for,
        of_about.contract_model,
        of_about.regime,
        of_about.user_choice,
        of_about.place,
        of_about.period,
        of_about.status,
    ),
    "price": (
        of_price.contract_value,
        of_price.value_changes,
        of_price.spent,
        of_price.rates,
        of_price.price_per_hour_vs_cost,
    ),
    "quality": (
        of_quality.award_criteria,
        of_quality.competition,
        of_quality.scores,
        of_quality.panel,
        of_quality.ratings_on_award_day,
        of_quality.ratings_now,
        of_quality.minimum_standards,
    ),
    "outcomes": (
        of_outcomes.promised_never_reported,
        of_outcomes.promised_metrics,
        of_outcomes.targets_met,
        of_outcomes.reported_without_promise,
        of_outcomes.failures,
        of_outcomes.verification,
    ),
    "pay": (
        of_pay.worker_pay,
        of_pay.worker_share,
        of_pay.pay_floor,
        of_pay.travel_time,
        of_pay.mileage,
        of_pay.pay_promise_to_report,
    ),
    "voice": (of_voice.participation, of_voice.contributions, of_voice.response_rates, of_voice.lessons),
    "continuity": (
        of_continuity.predecessor,
        of_continuity.successor,
        of_continuity.inherited,
        of_continuity.baseline,
        of_continuity.same_procurement,
    ),
    "sources": (of_sources.publishers, of_sources.provider_publishes, of_sources.definitions),
}
KINDS: Mapping[str, Kind] = {
    give.__name__: Kind(section, give) for section, gives in _GIVEN.items() for give in gives
}
"""Every kind that is asked of the whole contract, by its name."""


def fault_of(name: str) -> str:
    """Why this names no kind of answer; empty where it does."""
    kind, colon, metric = name.partition(":")
    if not colon:
        return "" if kind in KINDS else f"{kind!r} is none of the kinds {', '.join(KINDS)}, {METRIC}:ID"
    if kind != METRIC:
        return f"{kind!r} is asked of no metric; only {METRIC} is"
    return "" if metric in metrics() else f"{metric!r} is not in the outcome library"


def give(name: str, view: ContractView) -> Answer:
    """The answer of this kind that a contract gives; `name` has no fault."""
    kind, _, metric = name.partition(":")
    return of_outcomes.delivered_metric(view, metric) if kind == METRIC else KINDS[kind].give(view)


def section_of(view: ContractView, section: Section) -> list[Answer]:
    """Every answer of a section, in the order in which they are read."""
    return [kind.give(view) for kind in KINDS.values() if kind.section == section]
