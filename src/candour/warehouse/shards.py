"""Where a process's releases go: a shard by its ocid, and shards together in buckets that are built apart."""

from zlib import crc32

SHARDS = 256
"""Staged releases are kept apart this finely, so that the number of buckets can change without reading again."""
BUCKET_BYTES = 160_000_000
"""At most about so much JSON is in one bucket: a worker has one bucket's releases in memory."""
SIDE_BY_SIDE, WORTH_DIVIDING = 8, 80_000_000
"""Up to so many buckets hold only so many bytes each, so that workers share the work evenly. No more buckets are made
than are needed: every question opens the files of each, and making one takes half a second whatever is in it."""


def shard_of(ocid: str) -> int:
    """The same for an ocid on every machine and in every release of Candour."""
    return crc32(ocid.encode("utf-8", "surrogatepass")) % SHARDS


def number_of_buckets(size: int) -> int:
    """How many buckets so many bytes of releases need: a power of two, so that shards divide evenly."""
    buckets = 1
    while buckets < SHARDS and buckets * _largest(buckets) < size:
        buckets *= 2
    return buckets


def _largest(buckets: int) -> int:
    return min(BUCKET_BYTES, WORTH_DIVIDING) if buckets < SIDE_BY_SIDE else BUCKET_BYTES


def process_number(bucket: int, position: int) -> int:
    """A number for the process at a position of a bucket that no process of another bucket has."""
    return position * SHARDS + bucket


def bucket_of(shard: int, buckets: int) -> int:
    """The bucket that a shard belongs to, of so many."""
    return shard * buckets // SHARDS


def bucket_name(bucket: int) -> str:
    """The name of its folder."""
    return f"{bucket:03}"
