"""What is measured: the same metric as a forecast, a target, a promise and a result."""

from decimal import Decimal

import msgspec

from candour.ocds.build.common import Period, Reference, Value
from candour.ocds.build.part import Instant, Part, Text


class MetricUnit(Part, frozen=True, kw_only=True):
    """What an observation counts."""

    name: Text
    scheme: str | None = None
    id: str | None = None
    uri: str | None = None


class Verification(Part, frozen=True, kw_only=True):
    """Who checked a value, by role, and when."""

    role: Text
    organisation: Reference | None = msgspec.field(default=None, name="organization")
    date: Instant | None = None


class Observation(Part, frozen=True, kw_only=True):
    """One value of a metric: `value` where it is money, else `measure`.

    One of the two must be given, or a `state` that says in which way the value is missing: `suppressed`,
    `notComputable` (with the reason in `state_reason`) or `notReported`. A numerator comes with its denominator.
    """

    id: Text
    period: Period | None = None
    value: Value | None = None
    measure: Decimal | None = None
    unit: MetricUnit | None = None
    dimensions: dict[str, Text] = msgspec.field(default_factory=dict)
    notes: str | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    denominator_of: str | None = None
    respondents: int | None = None
    invited: int | None = None
    respondents_role: str | None = None
    answered_by: str | None = None
    method: str | None = None
    verified_by: Verification | None = None
    state: str | None = None
    state_reason: str | None = None

    def __post_init__(self) -> None:
        if fault := self._fault():
            raise ValueError(f"observation {self.id}: {fault}")

    def _fault(self) -> str:
        given = (self.value is not None) + (self.measure is not None)
        if self.state in (None, "value"):
            if given != 1:
                return (
                    "give either a value (money) or a measure, and not both, or a state that says why there is none"
                )
        elif given:
            return f"its state is {self.state}, so it can have neither value nor measure"
        if self.state == "suppressed" and self.numerator is not None:
            return "it is suppressed, so it cannot give its numerator away"
        if self.state == "notComputable" and not self.state_reason:
            return "it is not computable; say why in state_reason"
        if self.numerator is not None and self.denominator is None:
            return "a numerator needs its denominator"
        if self.respondents is not None and self.invited is not None and self.respondents > self.invited:
            return f"{self.respondents} answered of {self.invited} invited; correct one of them"
        return ""


class Metric(Part, frozen=True, kw_only=True):
    """Something that is measured, with the values wanted, promised or reached.

    `version` is that of its definition, which can be read at `definition`; `population` says whom it is about.
    """

    id: Text
    title: Text
    description: str | None = None
    version: int | None = None
    definition: str | None = None
    population: str | None = None
    observations: tuple[Observation, ...] = ()
