"""Which ones can be chosen: those of whom something is known, by their names."""

import msgspec

from candour.compare.kind import KINDS
from candour.compare.measured.asked import Asked as MetricAsked
from candour.compare.measured.gather import contract_names
from candour.compare.measured.queries.condition import KEYS, Query, condition
from candour.compare.queries import members_query
from candour.compare.selection import Selection
from candour.operations.compare_measured import council_key
from candour.operations.comparing.asked import Asked, Sort
from candour.warehouse.engine import Engine

OFFERED = 30
"""So many are offered at once; a name narrows them."""

_REPORTING = """
SELECT {key} AS key, MIN({name}) AS name, COUNT(*) AS figures
FROM compared_observations
WHERE {condition} AND state = 'value' AND measure IS NOT NULL AND {own}
GROUP BY 1
ORDER BY figures DESC, key
"""
_COUNCILS = """
SELECT COALESCE(gss, LOWER(TRIM(name))) AS key, MIN(name) AS name, COUNT(DISTINCT period_end) AS figures
FROM council_outcomes
WHERE measure = $measure AND level = 'council' AND statistic = 'outcome' AND value IS NOT NULL
GROUP BY 1
ORDER BY name
"""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """One that can be chosen. `figures` are how many of it count, awards where an indicator is compared."""

    key: str
    name: str
    figures: int


class Candidates(msgspec.Struct, frozen=True, kw_only=True):
    """Those whose names hold every word; `in_all` of them there are, of which the first are `offered`."""

    offered: tuple[Candidate, ...] = ()
    in_all: int = 0


def candidates(tables: Engine, sort: Sort, asked: Asked) -> Candidates:
    """Those of whom most is known first; outcomes of councils in the order of names."""
    assert asked.kind is not None
    every = _every(tables, sort, asked)
    words = asked.words.casefold().split()
    fitting = [one for one in every if all(word in one.name.casefold() for word in words)]
    return Candidates(offered=tuple(fitting[:OFFERED]), in_all=len(fitting))


def named(tables: Engine, sort: Sort, asked: Asked) -> tuple[Candidate, ...]:
    """Those that were chosen already, with their names; one of whom nothing is known is called by its key."""
    known = {one.key: one for one in _every(tables, sort, asked)} if asked.ones else {}
    return tuple(known.get(key) or Candidate(key=key, name=key, figures=0) for key in asked.ones)


def _every(tables: Engine, sort: Sort, asked: Asked) -> list[Candidate]:
    if sort == "indicator":
        rows = tables.query(*_members(asked)).rows
        return [
            Candidate(key=row.group_key, name=row.group_name or row.group_key, figures=row.awards)
            for row in rows
            if row.group_key is not None
        ]
    query = (_COUNCILS, {"measure": asked.by}) if sort == "council outcome" else _reporting(asked)
    rows = tables.query(*query).rows
    if asked.kind != "contracts":
        return [Candidate(key=row.key, name=row.name or row.key, figures=row.figures) for row in rows]
    names = contract_names(tables, [row.key for row in rows])
    return [
        Candidate(key=lasting_key(names[row.key]), name=names[row.key], figures=row.figures)
        for row in rows
        if row.key in names
    ]


def lasting_key(contract: str) -> str:
    """What names a contract in every version of the tables: its ocid and id, out of `OCID CONTRACT: title`."""
    return contract.partition(": ")[0]


def _members(asked: Asked) -> Query:
    assert asked.kind in KINDS
    return members_query(KINDS[asked.kind], Selection(care=asked.care))


def _reporting(asked: Asked) -> Query:
    assert asked.kind is not None
    key, name, own = KEYS[asked.kind]
    council = council_key(asked.council, asked.council.strip().lower()) if asked.council else None
    which, parameters = condition(
        MetricAsked(metric=asked.by, kind=asked.kind, care=asked.care, council=council), (asked.group,), None
    )
    return _REPORTING.format(key=key, name=name, condition=which, own=own), parameters
