"""Compare providers, councils, contract models or contracts by what was measured."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from candour.care import councils
from candour.compare.measured.answer import MeasuredComparison
from candour.compare.measured.asked import EVERYBODY, Asked, KindName
from candour.compare.measured.case_mix import CaseMix
from candour.compare.measured.comparison import compare_metric
from candour.compare.measured.council_comparison import compare_outcome
from candour.compare.neighbours import council_neighbours, methods, quantities
from candour.compare.selection import Care
from candour.errors import CandourError
from candour.indicators.definition import Metric, metrics
from candour.operations.council_meant import council_meant
from candour.operations.home import Home
from candour.sources.council_measures import council_measures
from candour.warehouse.engine import Engine


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
        peers = neighbours_of(tables, kind, names) if with_neighbours else ()
        return compare_metric(tables, found, asked, names=wanted, among=among, peers=peers, mix=mix, limit=limit)


def compare_council_outcome(
    home: Home,
    outcome: str,
    *,
    names: Sequence[str] = (),
    among: Sequence[str] = (),
    with_neighbours: bool = False,
    since: date | None = None,
    until: date | None = None,
    group: str = EVERYBODY,
    limit: int = 15,
) -> MeasuredComparison:
    """Compare councils by one of the outcomes published about them; see `council_comparison.compare_outcome`.

    Raises:
        CandourError: there is no such outcome or council, no figure then, neighbours of nobody, or no warehouse.
    """
    known = council_measures()
    if outcome not in known:
        raise CandourError(f"no outcome of councils is called {outcome!r}; there are {', '.join(known)}")
    asked = Asked(metric=outcome, kind="councils", care="any", breakdown=group, since=since, until=until)
    with home.tables() as tables:
        peers = neighbours_of(tables, "councils", names) if with_neighbours else ()
        return compare_outcome(tables, known[outcome], asked, names=names, among=among, peers=peers, limit=limit)


def council_key(name: str, otherwise: str) -> str:
    """The key of a council in comparisons, its GSS code; something else for one that is in no table of councils."""
    found = councils.look_up(name)
    return found.council.gss if found.council else otherwise


def neighbours_of(tables: Engine, kind: str, names: Sequence[str]) -> list[str]:
    """The GSS codes of the councils that are most like those named, nearest first.

    Raises:
        CandourError: no council is named, one is in no table of councils, or its neighbours cannot be found.
    """
    if kind != "councils" or not names:
        raise CandourError("only councils have neighbours: name one, as in `candour compare councils Derby`")
    day, of_councils = datetime.now(UTC).date(), quantities(tables)
    found: dict[str, None] = {}
    for name in names:
        meant = council_meant(name, day)
        if meant.council is None:
            raise CandourError(f"{name!r} has no neighbours that are known: {meant.reason}; name others with --among")
        for method in methods().values():
            its = council_neighbours(meant.council, method, of_councils, day)
            if its.why_not:
                raise CandourError(f"{name} has no neighbours, because {its.why_not}; or name others with --among")
            found |= {neighbour.unit: None for neighbour in its.neighbours}
    return [known.gss for unit in found if (known := councils.by_organisation_id(unit))]


def _metric(wanted: str) -> Metric:
    known = metrics()
    if wanted not in known:
        raise CandourError(f"no metric is called {wanted!r}; there are {', '.join(known)}")
    return known[wanted]
