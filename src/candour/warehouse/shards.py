"""Where a process's releases go: a shard by its ocid, and shards together in buckets that are built apart."""

from zlib import crc32

SHARDS = 256
"""Staged releases are kept apart this finely, so that the number of buckets can change without reading again."""
BUCKET_BYTES = 64_000_000
"""About how much JSON one bucket holds: a worker has one bucket's releases in memory."""


def shard_of(ocid: str) -> int:
    """The same for an ocid on every machine and in every release of Candour."""
    return crc32(ocid.encode("utf-8", "surrogatepass")) % SHARDS


def number_of_buckets(size: int) -> int:
    """How many buckets so many bytes of releases need: a power of two, so that shards divide evenly."""
    buckets = 1
    while buckets < SHARDS and buckets * BUCKET_BYTES < size:
        buckets *= 2
    return buckets


def bucket_of(shard: int, buckets: int) -> int:
    """The bucket that a shard belongs to, of so many."""
    return shard * buckets // SHARDS
