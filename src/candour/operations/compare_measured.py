"""Compare providers, councils, contract models or contracts by what was measured."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from candour.care import councils
from candour.compare.measured.answer import MeasuredComparison
from candour.compare.measured.asked import EVERYBODY, Asked, KindName
from candour.compare.measured.case_mix import CaseMix
from candour.compare.measured.comparison import compare_metric
from candour.compare.neighbours import council_neighbours, methods, quantities
from candour.compare.selection import Care
from candour.errors import CandourError
from candour.indicators.definition import Metric, metrics
from candour.operations.council_meant import council_meant
from candour.operations.home import Home
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
        council=council_key(council) if council else None,
        contract_model=contract_model,
        breakdown=group,
        since=since,
        until=until,
    )
    with home.tables() as tables:
        peers = neighbours_of(tables, kind, names) if with_neighbours else []
        keys = [key for name in peers if (known := councils.by_organisation_id(name)) for key in (known.gss,)]
        found = _metric(metric)
        return compare_metric(tables, found, asked, names=names, among=among, peers=keys, mix=mix, limit=limit)


def council_key(name: str) -> str:
    """The key of a council in comparisons: its GSS code, else its name in small letters."""
    found = councils.look_up(name)
    return found.council.gss if found.council else name.strip().lower()


def neighbours_of(tables: Engine, kind: str, names: Sequence[str]) -> list[str]:
    """The organisation ids of the councils that are most like those named, nearest first.

    Raises:
        CandourError: no council is named, one is in no table of councils, or its neighbours cannot be found.
    """
    if kind != "councils" or not names:
        raise CandourError("only councils have neighbours: name one, as in `candour compare councils Derby`")
    day, known = datetime.now(UTC).date(), quantities(tables)
    found: dict[str, None] = {}
    for name in names:
        meant = council_meant(name, day)
        if meant.council is None:
            raise CandourError(f"{name!r} has no neighbours that are known: {meant.reason}; name others with --among")
        for method in methods().values():
            its = council_neighbours(meant.council, method, known, day)
            if its.why_not:
                raise CandourError(f"{name} has no neighbours, because {its.why_not}; or name others with --among")
            found |= {neighbour.unit: None for neighbour in its.neighbours}
    return list(found)


def _metric(wanted: str) -> Metric:
    known = metrics()
    if wanted not in known:
        raise CandourError(f"no metric is called {wanted!r}; there are {', '.join(known)}")
    return known[wanted]
