"""Compare providers, councils, contract models or contracts by a metric."""

from collections.abc import Sequence

from candour.care import councils
from candour.compare.measured.answer import MeasuredComparison
from candour.compare.measured.asked import Asked
from candour.compare.measured.comparison import compare_metric
from candour.errors import CandourError, NotFoundError
from candour.indicators.definition import Metric, metrics
from candour.operations.home import Home
from candour.operations.measured_question import MeasuredQuestion


def compare_measured(home: Home, question: MeasuredQuestion) -> MeasuredComparison:
    """Compare units of one kind by one metric; see `candour.compare.measured.comparison.compare_metric`.

    Raises:
        CandourError: there is no such metric or unit, contracts of no one council, neighbours of nobody or of
            something other than councils, or there is no warehouse yet.
    """
    kind, council = question.kind, question.council
    if kind == "contracts" and not council:
        raise CandourError("contracts are compared within one council: add --council with its name")
    asked = Asked(
        metric=question.of,
        kind=kind,
        care=question.care,
        council=council_key(council, council.strip().lower()) if council else None,
        contract_model=question.contract_model,
        breakdown=question.group,
        since=question.since,
        until=question.until,
    )
    metric, names = _metric(question.of), question.names
    with home.tables() as tables:
        peers: Sequence[str] = ()
        if question.with_neighbours:
            # Places come with what fetches from publishers, for which other comparisons should not wait.
            from candour.operations.neighbouring_councils import neighbours_of

            peers = neighbours_of(tables, kind, names)
        return compare_metric(
            tables,
            metric,
            asked,
            names=[council_key(name, name) for name in names] if kind == "councils" else names,
            among=question.among,
            peers=peers,
            mix=question.mix,
            limit=question.limit,
        )


def council_key(name: str, otherwise: str) -> str:
    """The key of a council in comparisons, its GSS code; something else for one that is in no table of councils."""
    found = councils.look_up(name)
    return found.council.gss if found.council else otherwise


def _metric(wanted: str) -> Metric:
    known = metrics()
    if wanted not in known:
        raise NotFoundError(f"no metric is called {wanted!r}; there are {', '.join(known)}")
    return known[wanted]
