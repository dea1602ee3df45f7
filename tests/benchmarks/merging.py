"""Merging: ours, against ocdsmerge and ocdskit compile, releases already grouped by process as in the file.

Parsing and writing JSON are included on all sides.
"""

import multiprocessing
import tempfile
from collections.abc import Callable, Iterator
from itertools import groupby, islice
from pathlib import Path

import loading
import measure
import msgspec
import official
import orjson
import prepare
from measure import Measurement, NotMeasured


def run(path: Path, *, slow: int = 30_000, runs: int = 3) -> dict[str, Measurement | NotMeasured]:
    """Compiled releases of the file; the others' of its first `slow` releases, on one core."""
    library, program = "ocdsmerge", "ocdskit compile"
    measured: dict[str, Measurement | NotMeasured] = {
        "Candour, two processes": measure.function("merging.py", "candour", path, 2, runs=runs),
        "Candour, compiled releases": measure.function("merging.py", "candour", path, 1, runs=runs),
        "Candour, versioned releases": measure.function("merging.py", "candour_versioned", path, runs=1),
    }
    with tempfile.TemporaryDirectory() as folder:
        try:
            schema, _ = loading.official_files(Path(folder))
        except official.NotHereError as reason:
            return measured | dict.fromkeys((library, program), NotMeasured(str(reason)))
        part = measure.first(path, slow)
        measured[library] = measure.function("merging.py", "ocdsmerge", part, schema, runs=runs)
        measured[program] = measure.command(
            [measure.program("ocdskit"), "compile", "--schema", schema],
            given=prepare.packages_file(part),
            releases=prepare.count(part),
            runs=1,
        )
    return measured


def candour(path: str, workers: int) -> Iterator[int | None]:
    """Our compiled releases, from bytes to bytes."""
    from candour.ocds.merge import compiled_bytes

    compiled_bytes([b'{"ocid": "ocds-f1ct10-1", "date": "2026-01-01T00:00:00Z"}'])
    yield None
    if workers == 1:
        yield sum(map(_compile, _batches(path)))
        return
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        yield sum(pool.imap_unordered(_compile, _batches(path)))


def _batches(path: str, size: int = 200) -> Iterator[list[list[bytes]]]:
    """The lines of the file by process, some hundred processes at a time."""
    ocid_of = msgspec.json.Decoder(_Ocid).decode
    with Path(path).open("rb") as lines:
        processes = (list(process) for _, process in groupby(lines, key=lambda line: ocid_of(line).ocid))
        while batch := list(islice(processes, size)):
            yield batch


class _Ocid(msgspec.Struct):
    ocid: str


def _compile(processes: list[list[bytes]]) -> int:
    from candour.ocds.merge import compiled_bytes

    for process in processes:
        compiled_bytes(process)
    return sum(map(len, processes))


def candour_versioned(path: str) -> Iterator[int | None]:
    """Our versioned releases."""
    from candour.ocds.merge import versioned_release

    yield None
    yield _merge(path, versioned_release)


def ocdsmerge(path: str, schema: str) -> Iterator[int | None]:
    """The oracle's compiled releases, in the way that suits it best: one merger, no garbage collector."""
    import gc

    import ocdsmerge

    merger = ocdsmerge.Merger(orjson.loads(Path(schema).read_bytes()))
    gc.disable()
    yield None
    yield _merge(path, merger.create_compiled_release)


def _merge(path: str, merge: Callable[[list], object]) -> int:
    releases = 0
    with Path(path).open("rb") as lines:
        for _, process in groupby(map(orjson.loads, lines), key=lambda release: release["ocid"]):
            batch = list(process)
            orjson.dumps(merge(batch))
            releases += len(batch)
    return releases
