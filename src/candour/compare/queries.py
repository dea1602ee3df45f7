"""The two queries of a comparison: which members there are, and the figures of some of them.

They are put together from this package's own words and the ids of our definitions only; whatever comes from outside
is a parameter.
"""

from collections.abc import Iterable, Sequence

from candour.compare.kind import Kind
from candour.compare.selection import Selection
from candour.indicators.definition import Indicator

Query = tuple[str, dict[str, object]]

_MEMBERS = """
WITH member AS (SELECT * FROM members WHERE kind = '{kind}' AND {condition})
SELECT
    group_key,
    MIN(group_name) AS group_name,
    COUNT(CASE WHEN is_first THEN 1 END) AS processes,
    COUNT(award_number) AS awards,
    MIN(award_date) AS first_award,
    MAX(award_date) AS last_award
FROM member
GROUP BY group_key
UNION ALL
SELECT
    NULL AS group_key,
    NULL AS group_name,
    COUNT(DISTINCT process_number) AS processes,
    COUNT(award_number) AS awards,
    MIN(award_date) AS first_award,
    MAX(award_date) AS last_award
FROM (SELECT DISTINCT process_number, award_number, award_date FROM member) AS any_member
ORDER BY awards DESC, processes DESC, group_key
"""

_FIGURES = """
WITH member AS (
    SELECT group_key, process_number, award_number
    FROM members
    WHERE kind = '{kind}' AND {condition}
),
{kept}working AS (
{rows}
)
SELECT
    group_key,
    indicator,
    currency,
    COUNT(*) AS things,
    COUNT(value) AS known,
    SUM(value) AS total,
    QUANTILE_CONT(value, [0.25, 0.5, 0.75]) AS quartiles
FROM working
GROUP BY group_key, indicator, currency
ORDER BY group_key, indicator, currency
"""

_OF_THE_SHOWN = """\
    SELECT holder.group_key, found.indicator, found.currency, found.value
    FROM {found} AS found
    JOIN (SELECT DISTINCT group_key, {holds} FROM member WHERE {chosen}) AS holder ON {matches}"""
_OF_EVERYBODY = """\
    SELECT NULL AS group_key, found.indicator, found.currency, found.value
    FROM {found} AS found"""
_WORKINGS = "(SELECT * FROM workings WHERE indicator IN ({indicators}))"
_OF_MEMBERS = "(SELECT found.* FROM {workings} AS found SEMI JOIN member AS holder ON {matches})"

FEW = 12
"""The workings of so many indicators are looked up once and kept, for the shown and for everybody: a hundred
megabytes of a million releases. To keep those of more takes longer than to look them up twice."""
_BY_PROCESS, _BY_AWARD = ("process_number",), ("process_number", "award_number")


def members_query(kind: Kind, selection: Selection) -> Query:
    """Every member with how many processes and awards of it can be seen, the most awards first.

    Gives `group_key, group_name, processes, awards, first_award, last_award`; one row more, with a null
    `group_key`, is of everybody together and counts what several members share once.
    """
    condition, parameters = selection.condition()
    return _MEMBERS.format(kind=kind.id, condition=condition), parameters


def figures_query(kind: Kind, selection: Selection, keys: Iterable[str], indicators: Sequence[Indicator]) -> Query:
    """The figures of the members with these keys, and of everybody (whose `group_key` is null).

    Gives `group_key, indicator, currency, things, known, total, quartiles`: how many things there are, of how many
    the value is known, and the sum and the three quartiles of the known values.
    """
    condition, parameters = selection.condition()
    wanted = {f"key_{number}": key for number, key in enumerate(keys)}
    chosen = f"group_key IN ({', '.join(f'${name}' for name in wanted)})" if wanted else "FALSE"
    by_award = [one.id for one in indicators if kind.by_award and one.grain in ("award", "contract")]
    by_process = [one.id for one in indicators if one.id not in by_award]
    kept, rows = "", list[str]()
    for name, ids, holds in (("of_awards", by_award, _BY_AWARD), ("of_processes", by_process, _BY_PROCESS)):
        if ids:
            more_kept, more_rows = _rows(ids, holds, chosen, kept_as=name if len(indicators) <= FEW else None)
            kept, rows = kept + more_kept, [*rows, *more_rows]
    sql = _FIGURES.format(kind=kind.id, condition=condition, kept=kept, rows="\n    UNION ALL\n".join(rows))
    return sql, {**parameters, **wanted}


def _rows(ids: Sequence[str], holds: Sequence[str], chosen: str, *, kept_as: str | None) -> tuple[str, list[str]]:
    """What is kept under a name, and the workings of the members that hold them by the columns `holds`."""
    parts = {
        "holds": ", ".join(holds),
        "matches": " AND ".join(f"holder.{column} = found.{column}" for column in holds),
        "chosen": chosen,
    }
    workings = _WORKINGS.format(indicators=", ".join(f"'{indicator}'" for indicator in ids))
    of_members = _OF_MEMBERS.format(workings=workings, **parts)
    kept = f"{kept_as} AS {of_members},\n" if kept_as else ""
    of_the_shown = _OF_THE_SHOWN.format(found=kept_as or workings, **parts)
    return kept, [of_the_shown, _OF_EVERYBODY.format(found=kept_as or of_members)]
