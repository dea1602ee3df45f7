"""What of each process is compared with those of other publishers, kept beside the tables of its bucket.

It is worked out once for each bucket and carried over with it, and only where there is somebody to compare with.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import orjson
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from candour.care.procurement_process import process_of
from candour.warehouse import durable
from candour.warehouse.tables import compiled_releases, processes

_FILE = "comparable.parquet"
_SCHEMA = pa.schema([("process", pa.binary())])
_FICTIONAL = "ocds-f1ct10"
"""The prefix of the sample. Its fictional publishers share it, which no others do: there, names tell them apart."""
_ROWS_AT_ONCE = 1000


def several_publishers(buckets: Iterable[Path]) -> bool:
    """Whether the processes of these buckets are of more than one publisher."""
    seen: set[str] = set()
    for bucket in buckets:
        seen.update(_publishers(bucket))
        if len(seen) > 1:
            return True
    return False


def publishers_of(ocids: Iterable[str], buckets: Iterable[Path]) -> dict[str, str]:
    """The publishers of those ocids that are processes of these buckets."""
    asked = pa.array(sorted(set(ocids)), pa.string())
    return {
        ocid: publisher
        for bucket in (buckets if len(asked) else ())
        for batch in _batches(bucket / f"{processes.TABLE.name}.parquet", "ocid", "publishers")
        for ocid, publisher in _with_publishers(batch.filter(pc.is_in(batch["ocid"], asked)))
    }


def keep_comparable(bucket: Path) -> None:
    """Write down what is compared of a bucket's processes, unless it is there already. Runs in a worker process."""
    path, encode = bucket / _FILE, msgspec.msgpack.Encoder().encode
    if path.exists():
        return
    publishers = _publishers(bucket)
    with pq.ParquetWriter(path, _SCHEMA, compression="zstd", compression_level=1) as file:
        for batch in _batches(bucket / f"{compiled_releases.TABLE.name}.parquet", "release"):
            kept = [
                encode(process_of(orjson.loads(release), next(publishers)))
                for release in batch["release"].to_pylist()
            ]
            file.write_batch(pa.record_batch([pa.array(kept, pa.binary())], schema=_SCHEMA))
    durable.sync(path)
    durable.sync(bucket)


def read_comparable(buckets: Iterable[Path]) -> Iterator[bytes]:
    """What was kept of all processes of these buckets, each a `candour.care.procurement.Process` in MessagePack."""
    for bucket in buckets:
        for batch in _batches(bucket / _FILE, "process"):
            yield from batch["process"].to_pylist()


def _publishers(bucket: Path) -> Iterator[str]:
    """The publisher of each process, in the order of the tables."""
    for batch in _batches(bucket / f"{processes.TABLE.name}.parquet", "ocid", "publishers"):
        for _, publisher in _with_publishers(batch):
            yield publisher


def _with_publishers(batch: Any) -> Iterator[tuple[str, str]]:
    """Each ocid with its publisher, which is known by the ocid's prefix: names change, and are missing from lines."""
    for ocid, names in zip(batch["ocid"].to_pylist(), batch["publishers"].to_pylist(), strict=True):
        prefix = ocid[: len(_FICTIONAL)]
        yield ocid, f"{prefix} {names[0]}" if prefix == _FICTIONAL and names else prefix


def _batches(path: Path, *columns: str) -> Iterator[Any]:
    """The rows of a file, some at a time; none where there is no such file, because it would have no rows."""
    if path.exists():
        with pq.ParquetFile(path) as file:
            yield from file.iter_batches(_ROWS_AT_ONCE, columns=list(columns))
