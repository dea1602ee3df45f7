"""Merging a stream of releases of any order and any size: sorted by process on disk, then one process at a time."""

import gc
import multiprocessing
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import msgspec

from candour.ocds.description import EXTENSIONS
from candour.ocds.merge import MergeError, merger
from candour.ocds.partition import Spool, groups, records
from candour.ocds.problems import Problem, Rule
from candour.ocds.read.raw_release import RawRelease

CANNOT_MERGE = Rule(
    id="cannot-merge",
    level="refused",
    title="A process's releases cannot be merged",
    publisher="Give every release of the process a date, and every field the same shape in all of them.",
    reader="How this process stands cannot be said, because its releases contradict each other.",
)


class MergedProcess(msgspec.Struct, frozen=True, gc=False):
    """A process: its compiled release as JSON, and how many releases it was made from."""

    ocid: str
    data: bytes
    releases: int


Merged = MergedProcess | Problem


class _Kept(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What of a release is put on disk."""

    position: str
    data: bytes


class _Outcome(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What merging a process gave: `data`, or in `fault` why there is none."""

    releases: int
    position: str
    fault: str
    data: bytes


_encode = msgspec.msgpack.Encoder().encode
_decode_kept = msgspec.msgpack.Decoder(_Kept).decode
_decode_outcome = msgspec.msgpack.Decoder(_Outcome).decode


def merge_by_process(
    releases: Iterable[RawRelease | Problem],
    *,
    extensions: Iterable[str] = EXTENSIONS,
    workers: int = 1,
    folder: Path | None = None,
) -> Iterator[Merged]:
    """The compiled release of each process; the stream's problems are passed on, and a process that cannot be merged
    is one more.

    Releases wait in a temporary folder (in `folder`, if given): the disk must have room for the stream, twice with
    several workers. Memory holds a few dozen megabytes for each worker, or the largest single process.
    """
    with tempfile.TemporaryDirectory(prefix="candour-merge-", dir=folder) as temporary:
        with Spool(Path(temporary)) as spool:
            for item in releases:
                if isinstance(item, Problem):
                    yield item
                else:
                    spool.add(item.ocid, _encode(_Kept(item.position, item.data)))
        yield from _merge_files(spool.paths(), frozenset(extensions), workers)


def _merge_files(paths: list[Path], extensions: frozenset[str], workers: int) -> Iterator[Merged]:
    outcomes = _with_workers(paths, extensions, workers) if workers > 1 else _alone(paths, extensions)
    for ocid, outcome in outcomes:
        if outcome.fault:
            yield Problem(rule=CANNOT_MERGE, path="", found=outcome.fault, ocid=ocid, position=outcome.position)
        else:
            yield MergedProcess(ocid, outcome.data, outcome.releases)


def _alone(paths: list[Path], extensions: frozenset[str]) -> Iterator[tuple[str, _Outcome]]:
    for path in paths:
        yield from _merge_file(path, extensions)


def _with_workers(paths: list[Path], extensions: frozenset[str], workers: int) -> Iterator[tuple[str, _Outcome]]:
    """The processes of each file in turn. Workers write files, so that nothing piles up in memory."""
    start = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(workers, multiprocessing.get_context(start)) as pool:
        under_way: deque[Future[Path]] = deque(pool.submit(_merge_to_file, path, extensions) for path in paths)
        while under_way:
            merged = under_way.popleft().result()
            yield from ((ocid, _decode_outcome(record)) for ocid, record in records(merged))
            merged.unlink()


def _merge_to_file(path: Path, extensions: frozenset[str]) -> Path:
    folder = path.with_suffix(".merged")
    with _without_garbage_collection(), Spool(folder, partitions=1) as spool:
        for ocid, outcome in _merge_file(path, extensions):
            spool.add(ocid, _encode(outcome))
    path.unlink()
    return folder / "0000.records"


def _merge_file(path: Path, extensions: frozenset[str]) -> Iterator[tuple[str, _Outcome]]:
    merge = merger(extensions).compiled_bytes
    for ocid, found in groups(path):
        yield ocid, _merge_process(found, merge)


def _merge_process(found: list[bytes], merge: Callable[[list[bytes]], bytes]) -> _Outcome:
    kept = [_decode_kept(record) for record in found]
    try:
        return _Outcome(len(kept), kept[0].position, "", merge([release.data for release in kept]))
    except MergeError as error:
        return _Outcome(len(kept), kept[0].position, str(error), b"")


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Merging makes no cycles, and looking for them among many small objects costs time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
