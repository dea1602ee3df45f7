"""Of how many contracts of a council the newest reports keep standards that metrics measure."""

from collections import defaultdict
from collections.abc import Mapping

import msgspec

from candour.minimum_standards.standard import Floor
from candour.operations.standards.place import Place
from candour.warehouse.engine import Engine

_REPORTS = """
SELECT metric_id, measure
FROM last_reports
WHERE its_buyer = $buyer AND metric_id IN (SELECT UNNEST($metrics)) AND is_last_value
"""


class MetricReports(msgspec.Struct, frozen=True, kw_only=True):
    """Of how many contracts the newest report of a metric keeps a standard, and of how many it does not."""

    metric: str
    keep: int
    below: int

    @property
    def contracts(self) -> int:
        """How many report it."""
        return self.keep + self.below


def reports_of(tables: Engine, place: Place, floors: Mapping[str, Floor]) -> dict[str, MetricReports]:
    """What the contracts of a council say of metrics, in the newest period of each; `floors` are by metric.

    The contracts of a council that is in no table are those of the buyer of that name.
    """
    buyer = place.council.gss if place.council else place.name.casefold()
    met: dict[str, list[bool]] = defaultdict(list)
    for row in tables.query(_REPORTS, {"metrics": [*floors], "buyer": buyer}):
        met[row.metric_id].append(floors[row.metric_id].met_by(row.measure))
    return {
        metric: MetricReports(metric=metric, keep=sum(met[metric]), below=len(met[metric]) - sum(met[metric]))
        for metric in floors
    }
