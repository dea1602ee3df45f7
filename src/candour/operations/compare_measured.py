"""Compare providers, councils, contract models or contracts by what was measured."""

from collections.abc import Sequence
from datetime import date

from candour.care import councils
from candour.compare.measured.answer import MeasuredComparison
from candour.compare.measured.asked import EVERYBODY, Asked, KindName
from candour.compare.measured.case_mix import CaseMix
from candour.compare.measured.comparison import compare_metric
from candour.compare.selection import Care
from candour.errors import CandourError, NotFoundError
from candour.indicators.definition import Metric, metrics
from candour.operations.home import Home


def compare_measured(
    home: Home,
    kind: KindName,
    metric: str,
    *,
    names: Sequence[str] = (),
    among: Sequence[str] = (),
    with_neighbours: bool = False,
    care: Care = "yes",
    council: str | None = None,
    contract_model: str | None = None,
    since: date | None = None,
    until: date | None = None,
    group: str = EVERYBODY,
    mix: CaseMix | None = None,
    limit: int = 15,
) -> MeasuredComparison:
    """Compare units of one kind by one metric; see `candour.compare.measured.comparison.compare_metric`.

    `council` is a name, a GSS code, or the name of a buyer that is in no table of councils. `group` is a part of the
    people as name=value.

    Raises:
        CandourError: there is no such metric or unit, contracts of no one council, neighbours of nobody or of
            something other than councils, or there is no warehouse yet.
    """
    if kind == "contracts" and not council:
        raise CandourError("contracts are compared within one council: add --council with its name")
    asked = Asked(
        metric=metric,
        kind=kind,
        care=care,
        council=council_key(council, council.strip().lower()) if council else None,
        contract_model=contract_model,
        breakdown=group,
        since=since,
        until=until,
    )
    found, wanted = _metric(metric), [council_key(name, name) for name in names] if kind == "councils" else names
    with home.tables() as tables:
        peers: Sequence[str] = ()
        if with_neighbours:
            # Places come with what fetches from publishers, for which other comparisons should not wait.
            from candour.operations.neighbouring_councils import neighbours_of

            peers = neighbours_of(tables, kind, names)
        return compare_metric(tables, found, asked, names=wanted, among=among, peers=peers, mix=mix, limit=limit)


def council_key(name: str, otherwise: str) -> str:
    """The key of a council in comparisons, its GSS code; something else for one that is in no table of councils."""
    found = councils.look_up(name)
    return found.council.gss if found.council else otherwise


def _metric(wanted: str) -> Metric:
    known = metrics()
    if wanted not in known:
        raise NotFoundError(f"no metric is called {wanted!r}; there are {', '.join(known)}")
    return known[wanted]
