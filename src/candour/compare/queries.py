"""The two queries of a comparison: which members there are, and the figures of some of them.

They are put together from this package's own files only; whatever comes from outside is a parameter.
"""

from collections.abc import Iterable, Sequence

from candour.compare.kind import Kind
from candour.compare.selection import Selection
from candour.indicators.definition import Indicator
from candour.indicators.workings import workings_query

Query = tuple[str, dict[str, object]]

_MEMBERS = """
WITH selected AS (SELECT ocid, award_date FROM processes WHERE {condition}),
member AS (
{members}
)
SELECT
    member.group_key,
    MIN(member.group_name) AS group_name,
    COUNT(DISTINCT member.ocid) AS processes,
    COUNT(DISTINCT CASE WHEN member.award_number IS NOT NULL THEN CONCAT(member.ocid, ' ', member.award_number) END)
        AS awards,
    MIN(selected.award_date) AS first_award,
    MAX(selected.award_date) AS last_award
FROM member
JOIN selected ON selected.ocid = member.ocid
GROUP BY GROUPING SETS ((member.group_key), ())
ORDER BY awards DESC, processes DESC, member.group_key
"""

_FIGURES = """
WITH selected AS (SELECT ocid FROM processes WHERE {condition}),
member AS (
    SELECT every_member.group_key, every_member.ocid, every_member.award_number
    FROM (
{members}
    ) AS every_member
    JOIN selected ON selected.ocid = every_member.ocid
),
shown_award AS (SELECT DISTINCT group_key, ocid, award_number FROM member WHERE {chosen}),
shown_process AS (SELECT DISTINCT group_key, ocid FROM member WHERE {chosen}),
any_award AS (SELECT DISTINCT ocid, award_number FROM member),
any_process AS (SELECT DISTINCT ocid FROM member),
{workings},
working AS (
{rows}
)
SELECT
    group_key,
    indicator,
    currency,
    COUNT(*) AS things,
    COUNT(value) AS known,
    SUM(value) AS total,
    QUANTILE_CONT(value, 0.25) AS low,
    QUANTILE_CONT(value, 0.5) AS middle,
    QUANTILE_CONT(value, 0.75) AS high
FROM working
GROUP BY group_key, indicator, currency
ORDER BY group_key, indicator, currency
"""

_OF_THE_SHOWN = """SELECT holder.group_key, {columns}
FROM {workings} AS found
JOIN shown_{level} AS holder ON {matches}"""
_OF_EVERYBODY = """SELECT NULL AS group_key, {columns}
FROM {workings} AS found
JOIN any_{level} AS holder ON {matches}"""


def members_query(kind: Kind, selection: Selection) -> Query:
    """Every member with how many processes and awards of it can be seen, the most awards first.

    Gives `group_key, group_name, processes, awards, first_award, last_award`; one row more, with a null
    `group_key`, is of everybody together and counts what several members share once.
    """
    condition, parameters = selection.condition()
    return _MEMBERS.format(condition=condition, members=_indented(kind.members_query)), parameters


def figures_query(kind: Kind, selection: Selection, keys: Iterable[str], indicators: Sequence[Indicator]) -> Query:
    """The figures of the members with these keys, and of everybody (whose `group_key` is null).

    Gives `group_key, indicator, currency, things, known, total, low, middle, high`: how many things there are, of how
    many the value is known, and the sum and quartiles of the known values.
    """
    condition, parameters = selection.condition()
    wanted = {f"key_{number}": key for number, key in enumerate(keys)}
    chosen = f"member.group_key IN ({', '.join(f'${name}' for name in wanted)})" if wanted else "FALSE"
    sql = _FIGURES.format(
        condition=condition,
        members=_indented(kind.members_query, 8),
        chosen=chosen,
        workings=",\n".join(f"{_name(i)} AS (\n{_indented(workings_query(i.id))}\n)" for i in indicators),
        rows="\n    UNION ALL\n".join(_indented(rows) for i in indicators for rows in _rows(kind, i)),
    )
    return sql, {**parameters, **wanted}


def _rows(kind: Kind, indicator: Indicator) -> tuple[str, str]:
    by_award = kind.by_award and indicator.grain in ("award", "contract")
    parts = {
        "columns": f"'{indicator.id}' AS indicator, found.currency, CAST(found.value AS DOUBLE) AS value",
        "workings": _name(indicator),
        "level": "award" if by_award else "process",
        "matches": "holder.ocid = found.ocid" + " AND holder.award_number = found.award_number" * by_award,
    }
    return _OF_THE_SHOWN.format(**parts), _OF_EVERYBODY.format(**parts)


def _name(indicator: Indicator) -> str:
    return f"of_{indicator.id.replace('-', '_')}"


def _indented(text: str, by: int = 4) -> str:
    return "\n".join(" " * by + line for line in text.splitlines())
