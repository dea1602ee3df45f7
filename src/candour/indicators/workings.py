"""The workings of all indicators: one row for each thing that one of them could be known of.

Each indicator has its query, in DuckDB's dialect, over the tables of `candour.warehouse.tables`. It gives `ocid`,
`award_number` (null where the value is of the whole process), `value` (null where the data does not say) and
`currency` (null for all but money). What several of them start from is a query of its own under `shared`, read by its
name and computed once. They may read one another's rows too (those of `bids-per-lot` are `of_bids_per_lot`), and what
`candour.indicators.known_words` says of metrics and ratings.
"""

import re
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from candour.indicators.known_words import known_words
from candour.warehouse.derived import Derived, DerivedColumn

_FOLDER = Path(__file__).parent / "queries"
_WORD = re.compile(r"\w+")

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
WITH {parts},
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
    parts = {path.stem: _text(path) for path in _FOLDER.glob("shared/*.sql")}
    parts |= {_name(path.stem): _text(path) for path in _FOLDER.glob("*.sql")}
    parts |= known_words()
    return Derived(
        "workings",
        "one thing that an indicator could be known of: a process, a lot, a bid, an award, a contract, a promise…",
        _COLUMNS,
        _QUERY.format(
            parts=",\n".join(f"{name} AS (\n{parts[name]}\n)" for name in _in_order(parts)),
            rows="\n    UNION ALL\n".join(_ROWS.format(indicator=one, name=_name(one)) for one in sorted(computed())),
        ),
        sorted_by=tuple(column.name for column in _COLUMNS),
    )


def computed() -> frozenset[str]:
    """The ids of all indicators that a query computes."""
    return frozenset(path.stem for path in _FOLDER.glob("*.sql"))


def query_of(indicator: str) -> str:
    """The query that computes an indicator, as it stands in its file."""
    return _text(_FOLDER / f"{indicator}.sql")


def _in_order(parts: dict[str, str]) -> list[str]:
    """The names of the parts, each after those that it reads."""
    reads = {name: sorted({*_WORD.findall(query)} & (parts.keys() - {name})) for name, query in sorted(parts.items())}
    return list(TopologicalSorter(reads).static_order())


def _text(path: Path) -> str:
    return path.read_text("utf-8").rstrip()


def _name(indicator: str) -> str:
    return f"of_{indicator.replace('-', '_')}"
