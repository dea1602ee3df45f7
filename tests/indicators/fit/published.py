"""Processes as publishers might have published them, good and bad, and what must not be lost of them."""

from typing import Any

from hypothesis import strategies as st

from candour.indicators.definition import metrics

Json = dict[str, Any]

TITLES = (
    "Home care, north",
    "Residential care",
    "Short breaks and home care",
    "Supported living",
    "Reablement",
    "Lot 3",
)
DAYS = (
    "2019-04-01",
    "2024-02-29T00:00:00Z",
    "2026-04-01T00:00:00+01:00",
    "2026-11-30T23:59:59Z",
    "2029-03-31",
    "0001-01-01",
)
LIBRARY = ("satisfaction", "missed-visits", "complaints-resolved", "staff-turnover", "continuity-of-workers")

ids = st.sampled_from(["1", "2", "A/7", 1, 2])
days = st.sampled_from(DAYS)
statuses = st.sampled_from(["active", "pending", "cancelled", "unsuccessful", "terminated"])


def maybe(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    """An object that has each of these fields, or has it not."""
    return st.fixed_dictionaries({}, optional=fields)


periods = maybe(startDate=days, endDate=days, durationInDays=st.just(90))
observations = st.lists(
    st.one_of(
        st.fixed_dictionaries({"id": st.sampled_from(["1", "2026-12-31", "2027-03-31"]), "measure": st.just(0.9)}),
        st.just({"id": "9", "state": "notReported", "notes": "Not counted yet"}),
    ),
    max_size=2,
    unique_by=lambda one: one["id"],
)
measured = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from([*LIBRARY, "kpi-1"])},
        optional={"title": st.just("Their own title"), "observations": observations},
    ),
    max_size=3,
    unique_by=lambda one: one["id"],
)
suppliers = st.lists(
    st.sampled_from([{"id": "s1", "name": "Amberquill Care Ltd"}, {"id": "s2"}]), max_size=2, unique_by=str
)
rates = st.just([{"id": "weekday", "payerPays": {"amount": 25, "currency": "GBP"}}])
awards = st.fixed_dictionaries(
    {"id": ids},
    optional={
        "status": statuses,
        "suppliers": suppliers,
        "contractPeriod": periods,
        "agreedMetrics": measured,
        "relatedLots": st.just(["L1"]),
    },
)
contracts = st.fixed_dictionaries(
    {"id": ids},
    optional={
        "awardID": ids,
        "status": statuses,
        "period": periods,
        "agreedMetrics": measured,
        "rates": rates,
        "implementation": maybe(metrics=measured, rates=rates),
    },
)


def by_id(things: st.SearchStrategy[Json]) -> st.SearchStrategy[list[Json]]:
    return st.lists(things, max_size=3, unique_by=lambda one: str(one["id"]))


tenders = maybe(
    id=ids,
    title=st.sampled_from(TITLES),
    status=st.sampled_from(["active", "complete", "cancelled"]),
    contractPeriod=periods,
    targets=measured,
    socialCare=st.just({"serviceTypes": ["careHome"], "clients": ["dementia"]}),
    lots=st.just([{"id": "L1", "contractPeriod": {"endDate": "2027-01-15T00:00:00Z"}}]),
)
processes = st.fixed_dictionaries(
    {
        "ocid": st.sampled_from(["ocds-f1ct10-1", "ocds-f1ct10match-1"]),
        "id": st.just("compiled"),
        "date": st.sampled_from(["2026-10-01T09:00:00Z", "2031-05-01T09:00:00+01:00"]),
        "tag": st.just(["compiled"]),
        "initiationType": st.just("tender"),
    },
    optional={
        "buyer": st.just({"id": "b", "name": "Ambermere Council"}),
        "tender": tenders,
        "awards": by_id(awards),
        "contracts": by_id(contracts),
    },
)
_NAMES = (
    "id",
    "title",
    "awards",
    "contracts",
    "tender",
    "suppliers",
    "period",
    "status",
    "relatedLots",
    "lots",
    "metrics",
)
junk: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4) | st.sampled_from(["1", "active", DAYS[1]]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=4),
    max_leaves=12,
)
oddities = st.fixed_dictionaries(
    {"ocid": st.just("ocds-f1ct10-1")},
    optional=dict.fromkeys(("tender", "awards", "contracts", "parties", "buyer", "date", "initiationType"), junk),
)
"""Compiled releases in which anything may stand anywhere."""
chosen = st.lists(st.sampled_from(list(metrics())), max_size=6)


def lost(before: Any, after: Any, path: str = "") -> list[str]:
    """Where a value of `before` is not in `after`: members of objects, elements of lists by their id."""
    if isinstance(before, dict):
        kept = after if isinstance(after, dict) else {}
        return [fault for name, value in before.items() for fault in lost(value, kept.get(name), f"{path}.{name}")]
    if isinstance(before, list) and any(isinstance(one, dict) for one in before):
        found = {str(one.get("id")): one for one in after or () if isinstance(one, dict)}
        return [
            fault for one in before for fault in lost(one, found.get(str(one.get("id"))), f"{path}[{one.get('id')}]")
        ]
    return [] if before == after or before == [] else [path]


def filled(release: Json, gaps: Any) -> Json:
    """The release with the example of every gap put where the gap is."""
    for gap in gaps:
        *steps, last = _steps(gap.path)
        holder: Any = release
        for step in steps:
            holder = holder[step]
        present = holder[last] if isinstance(holder, list) or last in holder else None
        holder[last] = _patched(present, gap.put)
    return release


def _steps(path: str) -> list[str | int]:
    flat = path.replace("[", ".").replace("]", "")
    return [int(step) if step.isdigit() else step for step in flat.split(".")]


def _patched(present: Any, put: Any) -> Any:
    if not isinstance(put, dict):
        return put
    merged = dict(present) if isinstance(present, dict) else {}
    for name, value in put.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = _patched(merged.get(name), value)
    return merged
