"""Compare providers, councils or contract models by what was published of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from candour.compare.answer import Answer, Comparison, Figure, Group
from candour.compare.kind import Kind
from candour.compare.queries import Query, figures_query, members_query
from candour.compare.registered import registered
from candour.compare.selection import Selection
from candour.errors import CandourError
from candour.indicators.definition import Indicator
from candour.indicators.indicator_parts import Grain
from candour.statistics.proportion import wilson
from candour.warehouse.engine import Engine

SURE_CARE = Selection()
PENNY = Decimal("0.01")
THINGS: dict[Grain, str] = {
    "process": "process",
    "lot": "lot or process",
    "bid": "bid or process",
    "award": "award",
    "contract": "contract or award",
    "promise": "promised metric",
    "observation": "observation",
    "rate": "rate",
    "contribution": "contribution",
}


def compare(
    tables: Engine,
    kind: Kind,
    indicators: Sequence[Indicator],
    *,
    selection: Selection = SURE_CARE,
    names: Sequence[str] = (),
    limit: int = 20,
) -> Comparison:
    """Compare the members that are named, or else the `limit` with the most awards, by every indicator.

    A name matches a member's key, or any part of its name whatever the case.

    Raises:
        CandourError: no member fits a name, or members of this kind have no ratings to choose by.
    """
    if selection.rating and not kind.rated:
        raise CandourError(f"{kind.many} have no ratings: choose by rating among providers, or leave --rating away")
    counted = _rows(tables, members_query(kind, selection))
    members = [row for row in counted if row.group_key is not None]
    together = next((row for row in counted if row.group_key is None), None)
    chosen = _named(members, names, kind) if names else members[:limit]
    figures: dict[str | None, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    keys = [member.group_key for member in chosen]
    rated = registered(tables, keys) if kind.rated else {}
    if members:
        for row in _rows(tables, figures_query(kind, selection, keys, indicators)):
            figures[row.group_key][row.indicator].append(row)

    def group(key: str | None, name: str, processes: int, awards: int) -> Group:
        found = tuple(_figure(indicator, figures[key][indicator.id]) for indicator in indicators)
        rating = rated.get(key) if key else None
        return Group(key=key or "", name=name, processes=processes, awards=awards, figures=found, registered=rating)

    seen = (together.processes, together.awards) if together else (0, 0)
    return Comparison(
        kind=kind.id,
        data_version=tables.data_version,
        selection=selection.in_words(),
        period=(_day(together.first_award), _day(together.last_award)) if together else (None, None),
        groups_in_all=len(members),
        everybody=group(None, f"All {len(members):,} {kind.many}", *seen),
        groups=tuple(group(m.group_key, m.group_name or m.group_key, m.processes, m.awards) for m in chosen),
        caveats={indicator.id: indicator.caveats for indicator in indicators},
    )


def _rows(tables: Engine, query: Query) -> list[Any]:
    return tables.query(*query).rows


def _named(members: Iterable[Any], names: Sequence[str], kind: Kind) -> list[Any]:
    chosen: dict[str, Any] = {}
    for name in names:
        wanted = name.casefold()
        fitting = [m for m in members if m.group_key == name or wanted in (m.group_name or "").casefold()]
        if not fitting:
            raise CandourError(
                f"no {kind.one} among those selected has {name!r} in its name; "
                "leave the name away to see which there are"
            )
        chosen |= {member.group_key: member for member in fitting}
    return list(chosen.values())


def _figure(indicator: Indicator, rows: Sequence[Any]) -> Figure:
    of = sum(row.things for row in rows)
    known = sorted((row for row in rows if row.known), key=lambda row: -row.known)
    answers = tuple(_answer(indicator, row, of) for row in known) or (_no_answer(indicator, of),)
    return Figure(indicator=indicator.id, version=indicator.version, answers=answers)


def _no_answer(indicator: Indicator, of: int) -> Answer:
    thing = THINGS[indicator.grain]
    if of == 0 and indicator.summary == "count":
        return Answer(state="value", value=0, n=0, of=0)
    if of == 0:
        return Answer(state="not computable", n=0, of=0, because=f"there is no {thing} to compute it from")
    fields = " or ".join(sorted(indicator.needs.fields() - {indicator.needs.among}))
    return Answer(state="not reported", n=0, of=of, because=f"not published for any {thing} here; needs {fields}")


def _answer(indicator: Indicator, row: Any, of: int) -> Answer:
    if indicator.summary == "count":
        return Answer(state="value", value=row.known, n=row.known, of=of)
    if indicator.summary == "share":
        least, most = wilson(round(row.total), row.known)
        return Answer(state="value", value=row.total / row.known, low=least, high=most, n=row.known, of=of)
    low, middle, high = (_exact(figure, indicator) for figure in row.quartiles)
    return Answer(state="value", value=middle, low=low, high=high, n=row.known, of=of, currency=row.currency)


def _exact(figure: float, indicator: Indicator) -> Decimal | float:
    return Decimal(repr(figure)).quantize(PENNY) if indicator.unit == "money" else figure


def _day(moment: datetime | None) -> str | None:
    return moment.date().isoformat() if moment else None
