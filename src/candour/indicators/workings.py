"""The workings of all indicators: one row for each thing that one of them could be known of.

Each indicator has its query, in DuckDB's dialect, over the tables of `candour.warehouse.tables`. It gives `ocid`,
`award_number` (null where the value is of the whole process), `value` (null where the data does not say) and
`currency` (null for all but money). It may read the rows of an indicator before it in the alphabet: those of
`bids-per-lot` are `of_bids_per_lot`.
"""

from functools import cache
from pathlib import Path

from candour.warehouse.derived import Derived, DerivedColumn

_FOLDER = Path(__file__).parent / "queries"

_COLUMNS = (
    DerivedColumn("indicator", "VARCHAR", "id of the indicator"),
    DerivedColumn("process_number", "BIGINT", "the process, as in `processes`"),
    DerivedColumn(
        "award_number", "BIGINT", "the award, as in `awards`; null where the value is of the whole process"
    ),
    DerivedColumn("value", "DOUBLE", "the value; null where the data does not say"),
    DerivedColumn("currency", "VARCHAR", "currency of the value, where it is money"),
)

_QUERY = """\
WITH {queries},
working AS (
{rows}
)
SELECT working.indicator, processes.process_number, working.award_number, working.value, working.currency
FROM working
JOIN processes ON processes.ocid = working.ocid"""

_ROWS = """\
    SELECT
        '{indicator}' AS indicator,
        ocid,
        CAST(award_number AS BIGINT) AS award_number,
        CAST(value AS DOUBLE) AS value,
        CAST(currency AS VARCHAR) AS currency
    FROM {name}"""


@cache
def workings() -> Derived:
    """The table of all workings."""
    queries = {path.stem: path.read_text("utf-8").rstrip() for path in sorted(_FOLDER.glob("*.sql"))}
    return Derived(
        "workings",
        "one thing that an indicator could be known of: a process, a lot, an award or a contract",
        _COLUMNS,
        _QUERY.format(
            queries=",\n".join(f"{_name(indicator)} AS (\n{query}\n)" for indicator, query in queries.items()),
            rows="\n    UNION ALL\n".join(_ROWS.format(indicator=one, name=_name(one)) for one in queries),
        ),
        sorted_by=tuple(column.name for column in _COLUMNS),
    )


def computed() -> frozenset[str]:
    """The ids of all indicators that a query computes."""
    return frozenset(path.stem for path in _FOLDER.glob("*.sql"))


def _name(indicator: str) -> str:
    return f"of_{indicator.replace('-', '_')}"
