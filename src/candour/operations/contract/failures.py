"""Failures of performance, as the buyer published them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec

from candour.operations.contract.received import Received
from candour.operations.contract.scope import Scope
from candour.operations.contract.source import Source
from candour.operations.day import uk_day


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Failures of one kind in one period, and what followed."""

    category: str | None
    description: str | None
    events: Decimal | None
    start: date | None
    end: date | None
    penalty_imposed: str | None
    penalty_paid: bool | None
    source: Source | None


def failures(process: Received, scope: Scope) -> Iterator[Failure]:
    """Those of a contract."""
    for row in process.rows["failures"]:
        if row["contract_number"] == scope.contract_number:
            path = ("contracts", scope.contract_id, "implementation", "performanceFailures", row["failure_id"])
            yield Failure(
                category=row["category"],
                description=row["description"],
                events=row["events"],
                start=uk_day(row["period_start"]),
                end=uk_day(row["period_end"]),
                penalty_imposed=row["penalty_imposed"],
                penalty_paid=row["penalty_paid"],
                source=process.releases.last(*path),
            )
