"""What is measured: the same metric as a forecast, a target, a promise and a result."""

from decimal import Decimal

import msgspec

from candour.ocds.build.common import Period, Value
from candour.ocds.build.part import Part, Text


class MetricUnit(Part, frozen=True, kw_only=True):
    """What an observation counts."""

    name: Text
    scheme: str | None = None
    id: str | None = None
    uri: str | None = None


class Observation(Part, frozen=True, kw_only=True):
    """One value of a metric: `value` where it is money, else `measure`. One of the two must be given."""

    id: Text
    period: Period | None = None
    value: Value | None = None
    measure: Decimal | None = None
    unit: MetricUnit | None = None
    dimensions: dict[str, Text] = msgspec.field(default_factory=dict)
    notes: str | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.measure is None):
            raise ValueError(f"observation {self.id}: give either a value (money) or a measure, and not both")


class Metric(Part, frozen=True, kw_only=True):
    """Something that is measured, with the values wanted, promised or reached."""

    id: Text
    title: Text
    description: str | None = None
    observations: tuple[Observation, ...] = ()
