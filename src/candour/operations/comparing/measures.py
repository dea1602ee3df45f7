"""By what things of a kind can be compared, and of how many something is known."""

from collections.abc import Mapping

import msgspec

from candour.care.council_measure import Measure
from candour.compare.kind import KINDS
from candour.compare.measured.asked import KindName
from candour.compare.measured.queries.condition import KEYS
from candour.errors import NotFoundError
from candour.indicators.definition import Indicator, Metric, indicators, metrics
from candour.operations.comparing.asked import Sort
from candour.sources.council_measures import council_measures
from candour.warehouse.engine import Engine

Definition = Indicator | Metric | Measure

_REPORTED = """
SELECT metric_id AS id, COUNT(DISTINCT {key}) AS known
FROM compared_observations
WHERE state = 'value' AND measure IS NOT NULL AND {own}
GROUP BY metric_id
"""
_COMPUTED = "SELECT indicator AS id, COUNT(value) AS known FROM workings GROUP BY indicator"
_OF_COUNCILS = """
SELECT measure AS id, COUNT(DISTINCT COALESCE(gss, LOWER(TRIM(name)))) AS known
FROM council_outcomes
WHERE level = 'council' AND statistic = 'outcome' AND value IS NOT NULL
GROUP BY measure
"""


class Comparable(msgspec.Struct, frozen=True, kw_only=True):
    """Something to compare by. `known` is of how many of the kind a figure is published; for an indicator, how many
    values of it are known at all.

    `theme` is that of an indicator, else what sort it is.
    """

    id: str
    title: str
    question: str
    sort: Sort
    theme: str
    known: int


def definition_of(id: str) -> tuple[Sort, Definition]:
    """What has this id, whichever sort it is of. Raises NotFoundError where nothing has."""
    known: tuple[tuple[Sort, Mapping[str, Definition]], ...] = (
        ("metric", metrics()),
        ("indicator", indicators()),
        ("council outcome", council_measures()),
    )
    for sort, those in known:
        if id in those:
            return sort, those[id]
    raise NotFoundError(f"no indicator, metric or outcome of councils is called {id!r}")


def comparable_by(tables: Engine, kind: KindName) -> tuple[Comparable, ...]:
    """All that this kind can be compared by, of each sort those first of which most is known."""
    key, _, own = KEYS[kind]
    found = _of("metric", metrics(), _known(tables, _REPORTED.format(key=key, own=own)))
    if kind in KINDS:
        found += _of("indicator", indicators(), _known(tables, _COMPUTED))
    if kind == "councils":
        found += _of("council outcome", council_measures(), _known(tables, _OF_COUNCILS))
    return tuple(sorted(found, key=lambda one: (one.sort != "metric", one.sort, -one.known, one.title)))


def _of(sort: Sort, those: Mapping[str, Definition], known: Mapping[str, int]) -> list[Comparable]:
    return [
        Comparable(
            id=id,
            title=one.title,
            question=one.question,
            sort=sort,
            theme=one.theme if isinstance(one, Indicator) else sort,
            known=known.get(id, 0),
        )
        for id, one in those.items()
    ]


def _known(tables: Engine, query: str) -> dict[str, int]:
    return {row.id: row.known for row in tables.query(query)}
