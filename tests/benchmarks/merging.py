"""Merging: ours, against ocdsmerge and ocdskit compile, releases already grouped by process as in the file.

Parsing and writing JSON are included on all sides: ours and ocdsmerge differ in the function called and in nothing
else, except that ours is also measured on two processes.
"""

import gc
import multiprocessing
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO

import loading
import measure
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
    """Our compiled releases; each worker reads the parts of the file that it merges."""
    from candour.ocds.merge import merger

    merge = merger().compiled
    gc.disable()
    yield None
    if workers == 1:
        yield _merge(path, merge)
        return
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        releases = sum(pool.starmap(_merge_part, _parts(path, 32 * workers), chunksize=1))
        pool.close()
        pool.join()
    yield releases


def _merge_part(path: str, start: int, end: int) -> int:
    from candour.ocds.merge import merger

    return _merge(path, merger().compiled, start, end)


def _parts(path: str, parts: int) -> Iterator[tuple[str, int, int]]:
    """The file in parts of about the same size, with the releases of a process in one part."""
    size, start = Path(path).stat().st_size, 0
    with Path(path).open("rb") as lines:
        for number in range(1, parts):
            end = max(start, _process_after(lines, size * number // parts))
            yield path, start, end
            start = end
    yield path, start, size


def _process_after(lines: BinaryIO, position: int) -> int:
    """Where the second process begins of which a release begins after this position, or where the file ends."""
    lines.seek(position)
    lines.readline()
    ocid = None
    while line := lines.readline():
        found = orjson.loads(line)["ocid"]
        if ocid not in (None, found):
            return lines.tell() - len(line)
        ocid = found
    return lines.tell()


def candour_versioned(path: str) -> Iterator[int | None]:
    """Our versioned releases."""
    from candour.ocds.merge import versioned_release

    gc.disable()
    yield None
    yield _merge(path, versioned_release)


def ocdsmerge(path: str, schema: str) -> Iterator[int | None]:
    """The oracle's compiled releases, in the way that suits it best: one merger, no garbage collector."""
    import ocdsmerge

    merger = ocdsmerge.Merger(orjson.loads(Path(schema).read_bytes()))
    gc.disable()
    yield None
    yield _merge(path, merger.create_compiled_release)


def _merge(path: str, merge: Callable[[list], object], start: int = 0, end: int | None = None) -> int:
    releases = 0
    with Path(path).open("rb") as lines:
        for _, process in groupby(map(orjson.loads, _between(lines, start, end)), key=itemgetter("ocid")):
            batch = list(process)
            orjson.dumps(merge(batch))
            releases += len(batch)
    return releases


def _between(lines: BinaryIO, start: int, end: int | None) -> Iterable[bytes]:
    """The lines of a file from one position to another."""
    lines.seek(start)
    return lines if end is None else _until(lines, end - start)


def _until(lines: BinaryIO, size: int) -> Iterator[bytes]:
    while size > 0:
        line = next(lines)
        size -= len(line)
        yield line
