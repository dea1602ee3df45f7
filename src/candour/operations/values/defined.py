"""One definition with every value of it, for a page and for programs."""

import msgspec

from candour.care.council_measure import Measure
from candour.errors import NotFoundError
from candour.indicators.definition import Indicator, Metric, indicators, metrics
from candour.indicators.workings import query_of
from candour.operations.home import Home
from candour.operations.values.council_outcome import values_of_council_outcome
from candour.operations.values.indicator import values_of_indicator
from candour.operations.values.metric import values_of_metric
from candour.operations.values.value import Values
from candour.sources.council_measures import council_measures


class DefinedIndicator(msgspec.Struct, frozen=True, kw_only=True):
    """An indicator, the query that computes it, and its values."""

    id: str
    definition: Indicator
    query: str
    values: Values


class DefinedMetric(msgspec.Struct, frozen=True, kw_only=True):
    """A `metric`, or an `outcome` that is published about councils, with its values."""

    id: str
    metric: Metric | None = None
    outcome: Measure | None = None
    values: Values


def defined_indicator(home: Home, id: str) -> DefinedIndicator:
    """The indicator with this id. Raises NotFoundError where there is none."""
    found = indicators().get(id)
    if found is None:
        raise NotFoundError(f"no indicator is called {id!r}")
    return DefinedIndicator(id=id, definition=found, query=query_of(id), values=values_of_indicator(home, found))


def defined_metric(home: Home, id: str) -> DefinedMetric:
    """The metric or outcome of councils with this id. Raises NotFoundError where there is none."""
    if metric := metrics().get(id):
        return DefinedMetric(id=id, metric=metric, values=values_of_metric(home, metric))
    if outcome := council_measures().get(id):
        return DefinedMetric(id=id, outcome=outcome, values=values_of_council_outcome(home, outcome))
    raise NotFoundError(f"no metric and no outcome of councils is called {id!r}")
