"""What is paid for a unit of care, and how much of it reaches the worker."""

from decimal import Decimal

from candour.ocds.build.common import Period, Value
from candour.ocds.build.part import Part, Text


class Rate(Part, frozen=True, kw_only=True):
    """One rate. What the worker receives says for what, and the workers' share, from 0 to 1, says of what."""

    id: Text
    unit: Text
    title: str | None = None
    service_type: str | None = None
    visit_minutes: Decimal | None = None
    payer_pays: Value | None = None
    worker_receives: Value | None = None
    worker_receives_per: str | None = None
    worker_share: Decimal | None = None
    worker_share_of: str | None = None
    travel_time: str | None = None
    mileage: Value | None = None
    period: Period | None = None
    notes: str | None = None

    def __post_init__(self) -> None:
        if (self.worker_receives is None) != (self.worker_receives_per is None):
            raise ValueError(
                f"rate {self.id}: what the worker receives and for what go together; give both or neither"
            )
        if (self.worker_share is None) != (self.worker_share_of is None):
            raise ValueError(
                f"rate {self.id}: the workers' share and what it is of go together; give both or neither"
            )
