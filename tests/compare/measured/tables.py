"""A warehouse that holds nothing but compared observations, given as rows."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pyarrow as pa
import pyarrow.parquet as pq

from candour.compare.measured.observations import compared_observations
from candour.compare.measured.queries.figures import ALIKE
from candour.compare.measured.released_in import released_in
from candour.compare.members import members
from candour.warehouse.duckdb_engine import DuckDBEngine
from candour.warehouse.files import held_in

TYPES = {
    "VARCHAR": pa.string(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "DATE": pa.date32(),
    "BOOLEAN": pa.bool_(),
}
QUARTERS = [
    (date(year, month, 1), date(year, month + 2, day))
    for year in (2023, 2024)
    for month, day in ((1, 31), (4, 30), (7, 30), (10, 31))
]


def row(provider="ash", **said):
    """An observation of one provider's only contract in the first quarter of 2024, with what is said of it."""
    start, end = QUARTERS[4]
    found = {
        "metric_id": "missed-visits",
        "breakdown": "",
        "metric_version": 1,
        "unit": "share",
        "population": "everybody supported",
        "answered_by": None,
        "respondents_role": None,
        "method": "visitLog",
        "length": "quarter",
        "state": "value",
        "period_start": start,
        "period_end": end,
        "measure": None,
        "numerator": None,
        "denominator": None,
        "verified": False,
        "overlapping": False,
        "next_end": None,
        "process_number": sum(map(ord, provider)),
        "contract_number": 1,
        "provider_key": provider,
        "provider_name": f"{provider.title()} Care",
        "is_first": True,
        "council_key": "E06000001",
        "council_name": "Council",
        "contract_model": "framework",
        "social_care": "yes",
    } | said
    if found["measure"] is None and found["numerator"] is not None and found["denominator"]:
        found["measure"] = found["numerator"] / found["denominator"]
    return found


def counts(provider, numerator, denominator, **said):
    """So many missed of so many planned visits."""
    return row(provider, numerator=float(numerator), denominator=float(denominator), **said)


def in_series(rows):
    """The rows, each with the end of the next one like it of its contract, as building them writes it down."""
    series = defaultdict(list)
    for one in map(dict, rows):
        apart = (*ALIKE, "metric_id", "breakdown", "state", "process_number", "contract_number", "provider_key")
        series[tuple(one[name] for name in apart)].append(one)
    for own in series.values():
        own.sort(key=lambda one: (str(one["period_end"]), str(one["period_start"]), one["measure"] or 0))
        for one, following in pairwise(own):
            one["next_end"] = following["period_end"]
    return [one for own in series.values() for one in own]


def tables_of(folder, rows):
    """The tables, to be asked; close them."""
    table = compared_observations()
    schema = pa.schema([(column.name, TYPES[column.sql]) for column in table.columns])
    path = folder / "000" / f"{table.name}.parquet"
    path.parent.mkdir(exist_ok=True)
    pq.write_table(pa.Table.from_pylist(in_series(rows), schema=schema), path)
    held = held_in([path], [table, members(), released_in()], written=True)
    return DuckDBEngine(folder, "generated", held)
