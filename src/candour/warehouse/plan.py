"""What the buckets of a version are made from."""

from collections import defaultdict
from pathlib import Path

import msgspec

from candour.archive import Receipt
from candour.ocds.read import Package
from candour.warehouse.fingerprint import fingerprint
from candour.warehouse.inventory import Inventory
from candour.warehouse.shards import bucket_name, bucket_of, number_of_buckets
from candour.warehouse.stage_file import PROBLEMS, Frame, read_index

_NO_BUCKET = -1


class Batch(msgspec.Struct, frozen=True):
    """What one staging file has for one bucket."""

    path: Path
    receipt: Receipt
    packages: list[Package]
    frames: list[Frame]


class BucketPlan(msgspec.Struct, frozen=True):
    """One bucket to be; another fingerprint means other tables."""

    number: int
    fingerprint: str
    batches: list[Batch]

    @property
    def name(self) -> str:
        """Of its folder."""
        return bucket_name(self.number)


class Plan(msgspec.Struct, frozen=True):
    """All buckets that are not empty, of how many, and what could not be read."""

    divided: int
    buckets: list[BucketPlan]
    refused: list[Batch]


def plan(inventory: Inventory, staged: Path) -> Plan:
    """The plan for an archive that is staged whole. How many buckets there are depends on its size alone."""
    indexes = [read_index(staged / held.file_name) for held in inventory.used]
    number = number_of_buckets(
        sum(frame.size for index in indexes for frame in index.frames if frame.shard != PROBLEMS)
    )
    batches: dict[int, list[Batch]] = defaultdict(list)
    made_from: dict[int, list[str]] = defaultdict(list)
    for held, index in zip(inventory.used, indexes, strict=True):
        for bucket, frames in _by_bucket(index.frames, number).items():
            batches[bucket].append(Batch(staged / held.file_name, held.receipt, index.packages, frames))
            made_from[bucket].append(held.fingerprint)
    refused = batches.pop(_NO_BUCKET, [])
    return Plan(
        number,
        [
            BucketPlan(bucket, fingerprint(bucket, number, made_from[bucket], inventory.derived), batches[bucket])
            for bucket in sorted(batches)
        ],
        refused,
    )


def _by_bucket(frames: list[Frame], number: int) -> dict[int, list[Frame]]:
    buckets: dict[int, list[Frame]] = defaultdict(list)
    for frame in frames:
        buckets[_NO_BUCKET if frame.shard == PROBLEMS else bucket_of(frame.shard, number)].append(frame)
    return buckets
