"""The SQL that computes an indicator's workings: one row for each thing that it could be known of.

Every query gives `ocid`, `award_number` (null where the value is of the whole process), `value` (null where the data
does not say) and `currency` (null for all but money). It is written in DuckDB's dialect, over the tables of
`candour.warehouse.tables`.
"""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "queries"


@cache
def workings_query(indicator: str) -> str:
    """The query of the indicator with this id.

    Raises KeyError where no query has that name.
    """
    path = _FOLDER / f"{indicator}.sql"
    if not path.is_file():
        raise KeyError(f"no query computes the indicator {indicator!r}: expected {path.name} in {_FOLDER.name}/")
    return path.read_text("utf-8").rstrip()


def computed() -> frozenset[str]:
    """The ids of all indicators that a query computes."""
    return frozenset(path.stem for path in _FOLDER.glob("*.sql"))
