"""The outcomes of one council out of the tables, as series with their breaks and caveats."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from candour.care.council_area import NATIONS, REGIONS
from candour.care.council_outcome import CouncilOutcome
from candour.care.councils import Council, predecessors
from candour.care.outcome_series import Series, every_series
from candour.care.period import Period
from candour.sources.council_measures import council_measures
from candour.warehouse.engine import Engine

_COLUMNS = """
SELECT source, measure, period_start, period_end, level, code, name, gss, council, statistic, dimensions, value,
    state, flag, currency, note
FROM council_outcomes
WHERE {condition}
ORDER BY first_seen, receipt, measure, period_start, statistic
"""
_OF_COUNCILS = _COLUMNS.format(
    condition="council IN (SELECT UNNEST($councils)) OR level = 'group' OR gss IN (SELECT UNNEST($areas))"
)
_OF_A_NAME = _COLUMNS.format(condition="council IS NULL AND level = 'council' AND LOWER(name) = $name")


def outcomes_of(tables: Engine, council: Council) -> tuple[Series, ...]:
    """A series for each measure and breakdown of which the council has a figure.

    Figures of those before it are left with them; where one stands under the code of a council that had ended, the
    caveats of a series say so.
    """
    before = {known.old.organisation_id for known in predecessors(council)}
    areas = [REGIONS.get(council.region), NATIONS.get(council.nation)]
    councils = [council.organisation_id, *sorted(before)]
    return _series(_outcomes(tables, _OF_COUNCILS, councils=councils, areas=[one for one in areas if one]), council)


def outcomes_named(tables: Engine, name: str) -> tuple[Series, ...]:
    """The same for a name that is in no table of councils: figures that were published under that very name."""
    council = _in_no_table(name)
    found = _outcomes(tables, _OF_A_NAME, name=name.casefold())
    return _series((msgspec.structs.replace(one, council=council.organisation_id) for one in found), council)


def _series(outcomes: Iterator[CouncilOutcome], council: Council) -> tuple[Series, ...]:
    return every_series(outcomes, council_measures(), council)


def _in_no_table(name: str) -> Council:
    return Council(
        organisation_id=f"unlisted:{name}",
        gss="",
        name=name,
        kind="",
        nation="",
        region="",
        county="",
        social_care=False,
        start=None,
        end=None,
    )


def _outcomes(tables: Engine, sql: str, **parameters: Any) -> Iterator[CouncilOutcome]:
    for row in tables.query(sql, parameters):
        yield CouncilOutcome(
            source=row.source,
            measure=row.measure,
            period=Period(row.period_start, row.period_end),
            level=row.level,
            code=row.code or "",
            name=row.name or "",
            gss=row.gss or "",
            council=row.council,
            statistic=row.statistic,
            dimensions=tuple(tuple(pair.split("=", 1)) for pair in row.dimensions or ()),
            value=None if row.value is None else _short(row.value),
            state=row.state,
            flag=row.flag or "",
            currency=row.currency,
            note=row.note or "",
        )


def _short(value: Decimal) -> Decimal:
    """Without the noughts that the column's fixed number of decimals adds."""
    short = value.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral() else short
