"""Whether each location is at or above good, once a build, so that comparisons need not ask again."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from candour.care.ratings.crosswalk import AtOrAboveGood, at_or_above_good
from candour.care.ratings.framework import OVERALL, REGISTERS, gives_overall
from candour.care.ratings.lineage import Lineage
from candour.warehouse.registers.rows_of_ratings import (
    RATING_COLUMNS,
    SUCCESSION_COLUMNS,
    history_of,
    ratings_by_subject,
    succession_of,
)
from candour.warehouse.rows import TableWriter
from candour.warehouse.tables import location_verdicts, locations, ratings, registration_successions

ROWS_AT_ONCE = 10_000
_OF_LOCATIONS = "location, provider, register, registered, deregistered, ratings_complete, last_seen"


class Verdict(msgspec.Struct, frozen=True):
    """A location's verdict, and the day of the oldest inspection that it rests on."""

    location: str
    provider: str | None
    verdict: AtOrAboveGood
    inspected: date | None


def write_verdicts(folder: Path) -> None:
    """Write the table of verdicts beside the tables of locations and ratings in the folder."""
    writer = TableWriter(location_verdicts.TABLE, folder)
    verdicts = _verdicts(folder)
    while some := list(islice(verdicts, ROWS_AT_ONCE)):
        writer.add(some)
    writer.close()


def _verdicts(folder: Path) -> Iterator[Verdict]:
    successions = _rows(folder, registration_successions.TABLE.name, SUCCESSION_COLUMNS)
    lineage = Lineage(succession_of(row) for row in successions if row["subject_kind"] == "location")
    found = ratings_by_subject(_rows(folder, ratings.TABLE.name, RATING_COLUMNS, _that_count))
    known = list(_rows(folder, locations.TABLE.name, _OF_LOCATIONS))
    newest: dict[str, date] = {}
    for row in known:
        newest[row["register"]] = max(row["last_seen"], newest.get(row["register"], date.min))
    for row in known:
        day = newest[row["register"]]
        verdict = at_or_above_good(history_of(row, found, lineage), day)
        inspected = None if verdict.age_days is None else day - timedelta(days=verdict.age_days)
        yield Verdict(row["location"], row["provider"], verdict, inspected)


def _that_count(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The ratings of locations as a whole; of registers that give one the overall rating alone."""
    with_overall = pa.array([register for register in REGISTERS if gives_overall(register)])
    overall = pc.equal(batch["key_question"], OVERALL)
    counts = pc.or_(overall, pc.invert(pc.is_in(batch["register"], value_set=with_overall)))
    return batch.filter(pc.and_(counts, pc.is_null(batch["service"])))


def _rows(
    folder: Path, table: str, columns: str, wanted: Callable[[pa.RecordBatch], pa.RecordBatch] = lambda batch: batch
) -> Iterator[dict[str, Any]]:
    path = folder / f"{table}.parquet"
    if path.exists():
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(ROWS_AT_ONCE, columns=columns.split(", ")):
                yield from wanted(batch).to_pylist()
